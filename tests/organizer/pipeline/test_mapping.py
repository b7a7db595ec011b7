"""What the map shows of a library."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.library import Library
from organizer.models import Circle
from organizer.pipeline import dwelling, hiding, mapping
from organizer.progress import Progress
from tests.builders import FAR_AWAY, HOME, SPRING, a_photo_file

AT_SEA = (0.0, -30.0)


@pytest.fixture
def travelled(library: Library, tmp_path: Path) -> Library:
    """Three photos at home, two far away, one at sea, one that does not say where."""
    spots = [HOME, HOME, HOME, FAR_AWAY, FAR_AWAY, AT_SEA, None]
    for number, spot in enumerate(spots):
        at = SPRING + timedelta(days=number)
        a_photo_file(tmp_path / "photos" / f"{number}.jpg", at, spot, seed=number)
    pipeline.add_folders(library, [tmp_path / "photos"])
    pipeline.organize(library, progress=Progress(), workers=1)
    return library


def test_the_list_counts_what_the_map_counts(travelled: Library) -> None:
    photo_map = mapping.map_photos(travelled)
    places = mapping.name_mapped(travelled, photo_map, Progress())

    assert sum(place.count for place in places) == len(photo_map.ids) == 6
    assert [place.count for place in places] == [3, 2, 1]
    assert places[-1].place is None
    assert photo_map.without_place == 1
    assert sorted(row for place in places for row in place.rows.tolist()) == list(range(6))


def test_no_photo_of_a_home_is_on_the_map_once_homes_are_hidden(travelled: Library) -> None:
    dwelling.say_home(travelled, *HOME)
    assert len(mapping.map_photos(travelled).ids) == 6

    mapping.hide_homes(travelled, hidden=True)
    photo_map = mapping.map_photos(travelled)
    places = mapping.name_mapped(travelled, photo_map, Progress())

    assert photo_map.at_home == 3
    assert [place.count for place in places] == [2, 1]
    mapping.hide_homes(travelled, hidden=False)
    assert mapping.map_photos(travelled).at_home == 0


def test_hidden_photos_are_not_on_the_map(travelled: Library) -> None:
    hiding.hide_place(travelled, Circle(*FAR_AWAY, 5.0), "")

    assert len(mapping.map_photos(travelled).ids) == 4


def test_a_group_gives_its_photos_newest_first(travelled: Library) -> None:
    photo_map = mapping.map_photos(travelled)
    ids = photo_map.photos_in(0, len(photo_map.ids))

    timeline = [entry.id for entry in travelled.photos.timeline() if entry.latitude is not None]
    assert ids == timeline


def test_photos_around_the_date_line_span_little() -> None:
    from types import SimpleNamespace

    import numpy as np

    spread = SimpleNamespace(xs=np.array([0.999, 0.002]), ys=np.array([0.5, 0.5]))
    west, _, east, _ = mapping.bounds_of(spread, np.array([0, 1]))

    assert east - west == pytest.approx(0.003)
