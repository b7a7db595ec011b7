"""Albums and single photos: what the user said of them is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.library import Library, open_library
from organizer.models import AlbumSorting, PhotoId
from organizer.progress import Progress
from tests.builders import a_photo_file


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Three photos: b.jpg is the oldest, c.jpg the newest, “A undated.jpg” has no date."""
    photos = tmp_path / "photos"
    a_photo_file(photos / "x" / "c.jpg", datetime(2024, 7, 1), seed=1)
    a_photo_file(photos / "y" / "b.jpg", datetime(2023, 7, 1), seed=2)
    a_photo_file(photos / "A undated.jpg", seed=3)
    with open_library(tmp_path / "library") as library:
        pipeline.add_folders(library, [photos])
        pipeline.organize(library, progress=Progress(), workers=1)
        yield library


def ids_by_name(library: Library) -> dict[str, PhotoId]:
    entries = [entry.id for entry in library.photos.timeline()]
    return {photo.path.name: photo.id for photo in library.photos.get_many(entries)}


@pytest.mark.parametrize(
    ("sorting", "names"),
    [
        (AlbumSorting.OWN, ["A undated.jpg", "c.jpg", "b.jpg"]),
        (AlbumSorting.OLDEST, ["b.jpg", "c.jpg", "A undated.jpg"]),
        (AlbumSorting.NEWEST, ["c.jpg", "b.jpg", "A undated.jpg"]),
        (AlbumSorting.NAME, ["A undated.jpg", "b.jpg", "c.jpg"]),
    ],
)
def test_an_album_stands_in_the_order_that_was_chosen(
    library: Library, sorting: AlbumSorting, names: list[str]
) -> None:
    ids = ids_by_name(library)
    with library.transaction():
        own = [ids["A undated.jpg"], ids["c.jpg"], ids["b.jpg"]]
        album = library.albums.add("Mixed", own)
        library.albums.set_sorting(album.id, sorting)

    found = library.albums.get(album.id)

    assert found is not None
    assert found.sorting is sorting
    assert list(found.photo_ids) == [ids[name] for name in names]


def test_albums_stand_in_the_users_order_and_new_ones_last(library: Library) -> None:
    with library.transaction():
        first, second, third = (library.albums.add(title, []) for title in "ABC")
        library.albums.put_in_order([third.id, first.id, second.id])
        library.albums.add("D", [])

    assert [album.title for album in library.albums.all()] == ["C", "A", "B", "D"]


def test_captions_and_turns_belong_to_the_content(library: Library, tmp_path: Path) -> None:
    one = ids_by_name(library)["b.jpg"]
    with library.transaction():
        library.captions.set(one, "Grandma's garden")
        library.turned.set(one, 5)
    folder = library.folders.all()[0]
    pipeline.remove_folder(library, folder.id, keep_in_albums=False)
    pipeline.add_folders(library, [tmp_path / "photos"])
    pipeline.organize(library, progress=Progress(), workers=1)

    again = ids_by_name(library)["b.jpg"]
    assert library.captions.of(again) == "Grandma's garden"
    assert library.turned.of(again) == 1

    with library.transaction():
        library.captions.set(again, "")
        library.turned.set(again, 4)
    assert library.captions.of(again) == ""
    assert library.turned.of(again) == 0
