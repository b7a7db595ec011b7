"""Names for coordinates, from the bundled table."""

from __future__ import annotations

import json
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.places import Gazetteer, GazetteerError

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "gazetteer"
BUNDLED = Gazetteer.open(FOLDER)


@pytest.mark.parametrize(
    ("latitude", "longitude", "name", "country"),
    [
        pytest.param(48.8584, 2.2945, "Paris", "FR", id="the Eiffel Tower is not in Vanves"),
        pytest.param(48.8049, 2.1204, "Versailles", "FR", id="the palace is not in Paris"),
        pytest.param(16.06, 108.22, "Da Nang", "VN", id="Da Nang"),
        pytest.param(15.88, 108.338, "Hoi An", "VN", id="Hoi An"),
        pytest.param(40.758, -73.9855, "New York City", "US", id="Times Square"),
        pytest.param(-33.9, 18.4, "Cape Town", "ZA", id="southern and eastern"),
    ],
)
def test_a_place_is_named_after_the_sizeable_town_it_belongs_to(
    latitude: float, longitude: float, name: str, country: str
) -> None:
    place = BUNDLED.nearest(latitude, longitude)

    assert place is not None
    assert (place.name, place.country) == (name, country)


@pytest.mark.parametrize(("latitude", "longitude"), [(0, -30), (40.7, -40), (90, 0), (-90, 180)])
def test_far_from_everything_there_is_no_name(latitude: float, longitude: float) -> None:
    assert BUNDLED.nearest(latitude, longitude) is None


@pytest.mark.parametrize("bad", [(91.0, 0.0), (0.0, 181.0), (float("nan"), 0.0)])
def test_coordinates_that_are_none_have_no_name(bad: tuple[float, float]) -> None:
    assert BUNDLED.nearest(*bad) is None


@given(latitude=st.floats(-90, 90), longitude=st.floats(-180, 180))
def test_every_point_of_the_earth_gets_an_answer(latitude: float, longitude: float) -> None:
    place = BUNDLED.nearest(latitude, longitude)

    assert place is None or (place.name and len(place.country) == 2)


def test_both_sides_of_the_date_line_see_the_same_town() -> None:
    assert BUNDLED.nearest(-16.8, 179.98) == BUNDLED.nearest(-16.8, 179.97)


def test_a_look_up_takes_less_than_a_millisecond() -> None:
    start = perf_counter()
    for step in range(200):
        BUNDLED.nearest(48.8 + step * 1e-3, 2.2)

    assert (perf_counter() - start) / 200 < 0.005  # five times the promise: machines are busy


def test_the_credit_stands_beside_the_table() -> None:
    about = json.loads((FOLDER / "about.json").read_text("utf-8"))

    assert about["license"] == "CC-BY-4.0"
    assert "GeoNames" in about["attribution"]


def test_a_missing_table_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="list of places"):
        Gazetteer.open(tmp_path)


def test_a_table_of_another_format_is_refused(tmp_path: Path) -> None:
    for file in FOLDER.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "about.json").write_text('{"format": 99, "regions": []}')

    with pytest.raises(GazetteerError, match="99"):
        Gazetteer.open(tmp_path)


@pytest.mark.parametrize(
    ("where", "english", "vietnamese"),
    [
        ((16.06, 108.21), "Da Nang", "Đà Nẵng"),
        ((15.88, 108.33), "Hoi An", "Hội An"),
        ((21.03, 105.85), "Hanoi", "Hà Nội"),
        ((51.50, -0.12), "London", "Luân Đôn"),
        ((48.85, 2.35), "Paris", "Paris"),
    ],
)
def test_places_are_named_in_the_language_where_a_name_is_known(
    where: tuple[float, float], english: str, vietnamese: str
) -> None:
    in_english, in_vietnamese = BUNDLED.nearest(*where), BUNDLED.nearest(*where, "vi")

    assert in_english is not None
    assert in_vietnamese is not None
    assert (in_english.name, in_vietnamese.name) == (english, vietnamese)


def test_a_language_without_names_of_its_own_gets_those_of_the_table() -> None:
    assert BUNDLED.nearest(16.06, 108.21, "fr") == BUNDLED.nearest(16.06, 108.21)
