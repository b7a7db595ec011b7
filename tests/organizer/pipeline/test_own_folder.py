"""Homeroll's own folder and folders of photos do not lie in one another."""

from __future__ import annotations

from pathlib import Path

import pytest

from organizer import pipeline
from organizer.errors import UsageError
from organizer.library import open_library
from tests.builders import a_photo_file


def test_a_folder_that_holds_the_library_or_lies_in_it_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "photos/library"
    a_photo_file(tmp_path / "other/a.jpg")
    (own / "pictures").mkdir(parents=True)
    with open_library(own) as library:
        paths = [own, own / "pictures", own.parent, tmp_path]

        told = pipeline.add_folders(library, [*paths, tmp_path / "other"])

        assert [folder.path for folder in told.added] == [tmp_path / "other"]
        assert len(told.notes) == len(paths)
        assert all("Homeroll's own folder" in note for note in told.notes)
        with pytest.raises(UsageError, match="own folder"):
            pipeline.relocate_folder(library, told.added[0].id, own.parent)


def test_a_library_in_a_hidden_folder_below_the_photos_is_passed_by(tmp_path: Path) -> None:
    with open_library(tmp_path / ".local/share/homeroll") as library:
        a_photo_file(tmp_path / "a.jpg")

        assert len(pipeline.add_folders(library, [tmp_path]).added) == 1
