"""Google Takeout: which JSON file speaks of which picture, and what it says.

The names go from the picture to the JSON, never from the title inside. A name is cut so that
with ``.json`` it has at most 51 characters; a number in brackets moves behind the ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from organizer.scan.dates import Beside
from organizer.scan.moments import read_epoch
from organizer.scan.unread import read_json

MAX_JSON_BYTES = 1 << 20
_CUT = 46
_MORE = ".supplemental-metadata"
_NUMBERED = re.compile(r"(?P<stem>.+)\((?P<number>\d{1,4})\)")
_EXPORT = re.compile(r"takeout-\d{8}T\d{6}Z", re.IGNORECASE)
# what Google adds to the name of an edited copy, in the languages it speaks
_EDITED_WORDS = (
    r"edited|effects|smile|mix|bearbeitet|modifié|modifie|editado|editada|editat"
    r"|modificato|bewerkt|edytowane|redigerad|redigert|redigeret|muokattu|upraveno|upravené"
    r"|szerkesztett|editată|düzenlendi|изменено|змінено|редактирано|編集済み|已编辑|已修改|수정됨"
    r"|đã chỉnh sửa|diedit|แก้ไขแล้ว"
)
# a name may come from a Mac, which writes é as two letters
_EDITED = re.compile(
    rf"(?P<stem>.+)-(?:{_EDITED_WORDS}|{normalize('NFD', _EDITED_WORDS)})", re.IGNORECASE
)


def scattered_folder(below: str) -> tuple[str, str, str] | None:
    """What a folder of an export is known by in all of its parts, unpacked side by side.

    Such as "Google Photos/Photos from 2019" in ``takeout-20240101T000000Z-001/Takeout`` and in
    ``…-002/Takeout``, or in ``Takeout`` and ``Takeout 2``. None where *below* is none of these.
    """
    folders = below.split("/")
    tops = [n for n, folder in enumerate(folders) if folder.lower().startswith("takeout")]
    if not tops:
        return None
    export = _EXPORT.search(below)
    inside = "/".join(folders[tops[-1] + 1 :])
    return "/".join(folders[: tops[0]]), export.group() if export else "", inside


def split_name(name: str) -> tuple[str, str, str]:
    """Stem, ending, number in brackets: "a(2).jpg" gives "a", ".jpg", "(2)"."""
    stem, dot, ending = name.rpartition(".")
    stem, ending = (stem, dot + ending) if dot and stem else (name, "")
    if found := _NUMBERED.fullmatch(stem):
        return found["stem"], ending, f"({found['number']})"
    return stem, ending, ""


def unedited(stem: str) -> str | None:
    """The stem of the picture that was edited, or None when the name is no edited copy's."""
    found = _EDITED.fullmatch(stem)
    return found["stem"] if found else None


@dataclass(frozen=True, slots=True)
class Claim:
    """A JSON name that may speak of a file.

    Attributes:
        rank: 0 where the whole name of the file stands in it, 1 where it is cut, 2 where the
            ending is left out: a surer claim excludes a weaker one of another file.
        is_followed: Claimed for the unedited file, which an edited copy follows.
    """

    name: str
    rank: int
    is_followed: bool = False


def claims(name: str) -> list[Claim]:
    """The JSON names that may speak of the file *name*, without doubles."""
    stem, ending, number = split_name(name)
    found: dict[str, Claim] = {}
    for one, moved in [(stem, number), (stem + number, "")] if number else [(stem, number)]:
        original = unedited(one)
        followed = _forms(original, ending, moved, is_followed=True) if original else ()
        for claim in (*_forms(one, ending, moved), *followed):
            found.setdefault(claim.name, claim)
    return list(found.values())


def _forms(stem: str, ending: str, number: str, *, is_followed: bool = False) -> Iterator[Claim]:
    whole = stem + ending
    for base, surest in ((whole, 0), (stem, 2)):
        for added in ("", _MORE):
            cut = (base + added)[:_CUT]
            rank = surest if cut.startswith(base) else max(surest, 1)
            yield Claim(f"{cut}{number}.json", rank, is_followed)
    yield Claim(f"{whole}{number}.json", 0, is_followed)
    yield Claim(f"{whole}{_MORE}{number}.json", 0, is_followed)  # not cut by every exporter


def read_takeout(content: bytes) -> Beside | None:
    """What a JSON file says of its picture; None when it is another kind of JSON.

    Raises:
        UnreadError: If it is no JSON, or too large.
    """
    says = read_json(content, max_bytes=MAX_JSON_BYTES)
    if not isinstance(says, dict) or not isinstance(says.get("photoTakenTime"), dict):
        return None
    latitude, longitude = _place(says.get("geoData"))
    if latitude is None:
        latitude, longitude = _place(says.get("geoDataExif"))
    return Beside(
        taken_utc_at=read_epoch(says["photoTakenTime"].get("timestamp")),
        archive_latitude=latitude,
        archive_longitude=longitude,
    )


def _place(geo: Any) -> tuple[float | None, float | None]:
    if not isinstance(geo, dict):
        return None, None
    return checked_place(geo.get("latitude"), geo.get("longitude"))


def checked_place(latitude: object, longitude: object) -> tuple[float | None, float | None]:
    """Degrees that can be on Earth and are not 0, 0; else nothing."""
    if type(latitude) not in (int, float) or type(longitude) not in (int, float):
        return None, None
    if not abs(latitude) <= 90 or not abs(longitude) <= 180:  # type: ignore[arg-type]
        return None, None
    if abs(latitude) + abs(longitude) < 1e-6:  # type: ignore[arg-type]
        return None, None
    return float(latitude), float(longitude)  # type: ignore[arg-type]
