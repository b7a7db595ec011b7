"""What a library can be searched for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.library import Library, open_library
from organizer.models import Facet, Tag, Wish
from organizer.pipeline import searching
from organizer.progress import Cancelled, Progress
from tests.builders import a_photo_file

HOI_AN = (15.8801, 108.3380)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    photos = tmp_path / "Sổ ảnh"
    a_photo_file(photos / "hoian" / "a.jpg", taken_at=datetime(2024, 6, 14, 10), where=HOI_AN)
    a_photo_file(photos / "hoian" / "b.jpg", seed=2, taken_at=datetime(2024, 7, 1, 10))
    a_photo_file(photos / "undated.jpg", seed=3)
    with open_library(tmp_path / "library") as library:
        pipeline.add_folders(library, [photos])
        pipeline.organize(library, progress=Progress(), workers=1)
        yield library


def names(library: Library, wish: Wish) -> list[str]:
    index = searching.index_of(library, Progress())
    photos = library.photos.get_many(sorted(searching.find(index, wish)))
    return sorted(photo.path.name for photo in photos)


def tag(library: Library, facet: Facet, name: str) -> Tag:
    index = searching.index_of(library, Progress())
    return next(one.tag for one in searching.tags_of(index, facet) if one.tag.name == name)


def test_places_dates_folders_and_names_are_found(library: Library) -> None:
    assert names(library, Wish("hoi an vietnam")) == ["a.jpg"]
    assert names(library, Wish("july")) == names(library, Wish("tháng 7")) == ["b.jpg"]
    assert names(library, Wish("hoian")) == ["a.jpg", "b.jpg"]
    assert names(library, Wish("so anh")) == ["a.jpg", "b.jpg", "undated.jpg"]
    assert names(library, Wish("undated")) == ["undated.jpg"]


def test_albums_favourites_and_unsure_dates_are_tags(library: Library) -> None:
    first, second, _ = sorted(entry.id for entry in library.photos.timeline())
    with library.transaction():
        library.albums.add("Summer", [second])
        library.photos.set_favourite(first, True)

    assert len(names(library, Wish("summer"))) == 1
    assert len(names(library, Wish("", (tag(library, Facet.FAVOURITE, "Favourites"),)))) == 1
    unsure = tag(library, Facet.DATE_PROBLEM, "Without a sure date")
    assert names(library, Wish("", (unsure,))) == ["undated.jpg"]


def test_hidden_photos_are_not_found(library: Library) -> None:
    one = next(e.id for e in library.photos.timeline() if e.latitude is not None)
    with library.transaction():
        library.hidden.mark([one])

    assert names(library, Wish("vietnam")) == []


def test_gathering_can_be_stopped(library: Library) -> None:
    progress = Progress()
    progress.cancel()

    with pytest.raises(Cancelled):
        searching.index_of(library, progress)
