"""What is written beside copies tells no more than they do, and nothing is trusted unread."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from organizer import pipeline
from organizer.errors import ExportError
from organizer.export.pages import make_sidecar
from organizer.export.path_lists import write_paths
from organizer.export.writing import FolderTarget, safe_name
from organizer.library import Library
from organizer.models import ExportOptions
from organizer.progress import Progress
from tests.builders import a_photo_file

HOSTILE = "<b>&amp;</b> ]]>\u202egpj.\x1b[31m\x00\u2066"


def test_a_copy_that_reads_back_differently_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a stick that is broken: what is read is not what was written."""
    target = FolderTarget(tmp_path / "out")
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: read(path)[:-1] + b"\xff")

    with pytest.raises(ExportError, match="reads back differently"):
        target.write("a.jpg", b"\xff\xd8 a picture")


def test_a_page_tells_no_place_in_words(library: Library, tmp_path: Path) -> None:
    a_photo_file(tmp_path / "photos/a.jpg", datetime(2024, 5, 4, 3, 2, 1))
    pipeline.add_folders(library, [tmp_path / "photos"])
    pipeline.organize(library, progress=Progress(), workers=1)
    (photo,) = library.photos.all()
    with library.transaction():
        album = library.albums.add("A walk", [photo.id])
        library.captions.set(photo.id, "We were at +16.0544+108.2022/ that day")

    def export(to: str, *, keep_location: bool) -> None:
        options = ExportOptions(form="html", keep_location=keep_location)
        pipeline.export_album(library, album.id, tmp_path / to, options, progress=Progress())

    with pytest.raises(ExportError, match="would tell a place"):
        export("without", keep_location=False)
    assert not (tmp_path / "without/index.html").exists()
    export("with", keep_location=True)
    assert (tmp_path / "with/index.html").exists()


def test_a_list_of_paths_is_never_written_over(tmp_path: Path) -> None:
    there = tmp_path / "list.txt"
    there.write_text("mine", encoding="utf-8")

    with pytest.raises(ExportError, match="nothing is written over it"):
        write_paths([Path("/a.jpg")], there)

    assert there.read_text(encoding="utf-8") == "mine"


def test_a_hostile_name_becomes_one_that_shows_as_what_it_is() -> None:
    name = safe_name(f"../{HOSTILE}.jpg")

    assert name.isprintable()
    assert not set(name) & set('<>:"/\\|?*\u202e\u2066\x1b\x00')
    assert len(safe_name("x" * 1_000_000 + ".jpg").encode()) <= 200


def test_hostile_titles_and_captions_are_text_in_a_sidecar() -> None:
    made = make_sidecar(title=HOSTILE, taken_at=None, caption=HOSTILE)

    words = [element.text for element in ET.fromstring(made).iter() if element.tag.endswith("li")]
    assert words == ["<b>&amp;</b> ]]>gpj.[31m"] * 2
