"""Copies of the catalog, and what putting one back must never do."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from organizer import library as library_module
from organizer import pipeline
from organizer.errors import LibraryDamagedError, LibraryError, NotFoundError
from organizer.library import Library, open_library
from organizer.progress import Progress
from tests.builders import a_photo_file

MONDAY = datetime(2031, 3, 3, 9)  # later than the copy that the first scan made


@pytest.fixture
def filled(library: Library, tmp_path: Path) -> Library:
    for number in range(3):
        a_photo_file(tmp_path / f"photos/{number}.jpg", MONDAY)
    pipeline.add_folders(library, [tmp_path / "photos"])
    pipeline.organize(library, progress=Progress(), workers=1)
    with library.transaction():
        library.albums.add("Mine", [library.photos.all()[0].id])
    return library


def copies(library: Library) -> list[Path]:
    return [copy for _, copy in pipeline.list_copies(library.path)]


def test_a_copy_is_made_once_a_day_and_the_newest_five_are_kept(filled: Library) -> None:
    for copy in copies(filled):
        copy.unlink()
    for day in range(7):
        assert pipeline.back_up(filled, now=MONDAY + timedelta(days=day))
        assert pipeline.back_up(filled, now=MONDAY + timedelta(days=day, hours=3)) is None

    assert len(copies(filled)) == 5
    assert copies(filled)[0].name.startswith("catalog-2031-03-09")


def test_a_damaged_catalog_is_put_back_with_its_albums(filled: Library) -> None:
    pipeline.back_up(filled, now=MONDAY, even_if_recent=True)
    filled.close()
    (filled.path / "catalog.sqlite").write_bytes(b"ruined" * 2000)
    library_module._checked.clear()
    with pytest.raises(LibraryDamagedError, match="homeroll restore"):
        open_library(filled.path)

    pipeline.restore(filled.path)

    with open_library(filled.path) as restored:
        assert [album.title for album in restored.albums.all()] == ["Mine"]
        assert restored.photos.count() == 3
    (aside,) = filled.path.glob("catalog-replaced-*.sqlite")
    assert aside.read_bytes().startswith(b"ruined")


def test_putting_back_a_copy_with_the_switch_on_leaves_it_off(filled: Library) -> None:
    pipeline.turn_suggestions_on(filled)
    pipeline.back_up(filled, now=MONDAY, even_if_recent=True)
    pipeline.turn_suggestions_off(filled)
    filled.close()

    pipeline.restore(filled.path)

    with open_library(filled.path) as restored:
        assert not pipeline.suggestions_are_on(restored)
        pipeline.resume_erasure(restored)
        assert not pipeline.suggestions_are_on(restored)
        assert not any(path.exists() for path in restored.derived_files)


def test_a_damaged_copy_is_refused_and_nothing_is_changed(filled: Library) -> None:
    pipeline.back_up(filled, now=MONDAY, even_if_recent=True)
    copy = copies(filled)[0]
    content = bytearray(copy.read_bytes())
    content[4096:8192] = b"\xa5" * 4096
    copy.write_bytes(content)
    filled.close()
    before = (filled.path / "catalog.sqlite").read_bytes()

    with pytest.raises(LibraryError, match="cannot be put back"):
        pipeline.restore(filled.path, copy)

    assert (filled.path / "catalog.sqlite").read_bytes() == before


def test_without_a_copy_there_is_nothing_to_put_back(library: Library) -> None:
    with pytest.raises(NotFoundError):
        pipeline.restore(library.path)
