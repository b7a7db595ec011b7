"""A package that is installed later: what it reads is read at the next scan, by itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.library import Library
from organizer.models import Status
from organizer.progress import Progress
from organizer.scan import packages, workers
from tests.builders import a_jpeg
from tests.organizer.scan.making import a_video


def scan(library: Library) -> pipeline.Timing:
    return pipeline.organize(library, progress=Progress(), workers=1)


@pytest.fixture
def without_av(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> pytest.MonkeyPatch:
    """Read a video and a broken picture while the decoder of videos is missing."""
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "av.py").write_text("raise ImportError('not installed')")
    (tmp_path / "photos").mkdir()
    a_video(tmp_path / "photos/clip.mp4")
    (tmp_path / "photos/broken.jpg").write_bytes(a_jpeg()[:700])
    pipeline.add_folders(library, [tmp_path / "photos"])
    find_spec = packages.find_spec
    with monkeypatch.context() as missing:
        missing.setattr(packages, "find_spec", lambda n: None if n == "av" else find_spec(n))
        missing.setattr(workers, "_ROOT", f"{hidden}{os.pathsep}{workers._ROOT}")
        scan(library)
        assert {p.path.name: p.status for p in library.photos.problems()} == {
            "clip.mp4": Status.UNSUPPORTED,
            "broken.jpg": Status.UNREADABLE,
        }
        assert scan(library).photos_read == 0  # still missing: not tried for ever
    return monkeypatch


@pytest.mark.usefixtures("without_av")
def test_a_video_is_read_once_its_decoder_is_there(library: Library) -> None:
    assert scan(library).photos_read == 1  # and not the broken picture

    assert {p.path.name for p in library.photos.problems()} == {"broken.jpg"}
    assert scan(library).photos_read == 0


def test_a_decoder_that_goes_away_has_nothing_read_again(
    library: Library, tmp_path: Path, without_av: pytest.MonkeyPatch
) -> None:
    (tmp_path / "photos/old.jp2").write_bytes(b"\0\0\0\x0cjP  \r\n" + b"\0" * 50)
    scan(library)
    assert [p.status for p in library.photos.problems() if p.path.name == "old.jp2"] == [
        Status.UNSUPPORTED
    ]
    without_av.setattr(packages, "find_spec", lambda _name: None)

    assert scan(library).photos_read == 0
