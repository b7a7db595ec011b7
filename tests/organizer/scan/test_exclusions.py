"""Which names fit a pattern, and what a listing passes by."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from organizer.models import Exclusion, ExclusionId, Folder, FolderId
from organizer.scan.exclusions import Exclusions
from organizer.scan.walk import Listing, list_folders

ROOT = Path("/pictures")


def leaving_out(*patterns: str, folders: tuple[Path, ...] = (), root: Path = ROOT) -> Exclusions:
    wishes: list[tuple[Path | None, str]] = [(None, pattern) for pattern in patterns]
    wishes += [(folder, "") for folder in folders]
    return Exclusions(
        root,
        [
            Exclusion(id=ExclusionId(number), folder=folder, pattern=pattern)
            for number, (folder, pattern) in enumerate(wishes, start=1)
        ],
    )


def listings(folder: Path, without: Exclusions) -> list[Listing]:
    return list(list_folders(Folder(id=FolderId(1), path=folder), note=print, without=without))


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("*.gif", "2024/fun.GIF", True),
        ("*.gif", "2024/fun.gif.jpg", False),
        ("Screenshots", "phone/screenshots", True),
        ("Screenshots", "phone/Screenshots of Ana", False),
        ("IMG-????????-WA*", "IMG-20240504-WA0001.jpg", True),
        ("*/WhatsApp/*/Sent", "Phone/WhatsApp/Images/Sent", True),
        ("*/WhatsApp/*/Sent", "WhatsApp/Video/Sent", True),
        ("*/WhatsApp/*/Sent", "Phone/Sent", False),
        ("2019/raw", "2019/Raw", True),
        ("2019/raw", "backup/2019/raw", False),
        ("/raw", "raw", True),
        ("/raw", "2019/raw", False),
        ("ảnh*", "ẢNH cũ", True),
        ("a[b", "a[b", True),
        ("*.gif", "", False),
    ],
)
def test_a_pattern_is_a_name_or_with_a_slash_a_path(pattern: str, path: str, fits: bool) -> None:
    rules = leaving_out(pattern)

    assert rules.is_left_out(os.fsencode(path), is_folder=True) is fits
    assert rules.is_left_out(os.fsencode(path), is_folder=False) is fits


def test_accents_fit_however_the_system_spells_them() -> None:
    apart = unicodedata.normalize("NFD", "Ảnh chụp").encode()

    assert leaving_out("ảnh chụp").is_left_out(apart, is_folder=True)


def test_a_name_that_is_no_text_can_be_left_out_and_harms_nobody() -> None:
    assert leaving_out("caf*").is_left_out(b"caf\xe9", is_folder=True)
    assert not leaving_out("*.gif").is_left_out(b"caf\xe9", is_folder=True)


def test_what_lies_in_a_left_out_folder_is_covered_by_it() -> None:
    rules = leaving_out("Sent", folders=(ROOT / "phone/cache",))

    assert rules.covering(b"phone/cache/deep/er/a.jpg") == 2
    assert rules.covering(b"phone/sent/a.jpg") == 1
    assert rules.covering(b"phone/caches/a.jpg") is None


def test_a_folder_of_another_added_one_is_no_rule_here() -> None:
    assert not leaving_out(folders=(Path("/elsewhere/a"),))


def test_a_listing_passes_by_what_is_left_out_and_counts_it(tmp_path: Path) -> None:
    for name in ("a.jpg", "b.gif", "notes.gif.txt", "keep/c.jpg", "out/d.jpg", "out/e/f.jpg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    rules = leaving_out("*.gif*", folders=(tmp_path / "out",), root=tmp_path)

    found = listings(tmp_path, rules)

    assert [file.path.name for one in found for file in one.files] == ["a.jpg", "c.jpg"]
    assert [by for one in found for by in one.folders_left_out] == [2]
    assert [by for one in found for by in one.files_left_out] == [1]  # the text is no photo


@pytest.mark.skipif(os.name == "nt", reason="needs a pipe with a name")
def test_what_is_left_out_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "unknown kind").write_bytes(b"x")
    opened: list[object] = []
    monkeypatch.setattr(os, "open", lambda *asked: opened.append(asked))

    listings(tmp_path, leaving_out("unknown*"))

    assert opened == []
