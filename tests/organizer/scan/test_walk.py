"""What is found in a folder, and what is left alone."""

from __future__ import annotations

import fcntl
import os
import socket
import sys
from pathlib import Path

import pytest

from organizer.models import Folder, FolderId, Note
from organizer.scan.walk import NotARegularFileError, find_image_files, open_original
from tests.builders import a_jpeg, a_photo_file


def found_in(folder: Path, notes: list[Note] | None = None) -> list[str]:
    told = [] if notes is None else notes
    files = find_image_files(Folder(id=FolderId(1), path=folder), note=told.append)
    return [os.fsdecode(file.relative_path) for file in files]


def test_pictures_are_found_below_in_order_of_path(tmp_path: Path) -> None:
    for name in ("b/2.JPG", "a/1.heic", "3.webp", "b/c/4.mp4", "b/notes.txt", "b/IMG.jpg.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")

    assert found_in(tmp_path) == ["3.webp", "a/1.heic", "b/2.JPG", "b/c/4.mp4"]


def test_a_picture_without_an_ending_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    (tmp_path / "IMG_0001").write_bytes(a_jpeg())
    (tmp_path / "IMG_0002.part").write_bytes(a_jpeg())
    (tmp_path / "README").write_text("BMs are not always bitmaps")

    assert found_in(tmp_path) == ["IMG_0001", "IMG_0002.part"]


@pytest.mark.parametrize("name", [".hidden/a.jpg", "$RECYCLE.BIN/a.jpg", "@eaDir/a.jpg", "._a.jpg"])
def test_hidden_and_system_folders_are_skipped(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(a_jpeg())

    assert found_in(tmp_path) == []


def test_a_folder_that_asks_to_be_left_out_is_skipped_with_all_below(tmp_path: Path) -> None:
    for name in ("a.jpg", "hidden/b.jpg", "hidden/below/c.jpg", "shown/d.jpg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "hidden/.nomedia").touch()
    (tmp_path / ".nomedia").touch()  # the user added this very folder: that is the later word

    assert found_in(tmp_path) == ["a.jpg", "shown/d.jpg"]


def test_links_are_not_followed_so_that_no_loop_can_catch_us(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/1.jpg").write_bytes(a_jpeg())
    (tmp_path / "a/loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a/2.jpg").symlink_to(tmp_path / "a/1.jpg")

    assert found_in(tmp_path) == ["a/1.jpg"]


def test_pipes_and_sockets_are_no_pictures(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.jpg"))

        assert found_in(tmp_path) == []

    with pytest.raises(NotARegularFileError):
        open_original(tmp_path / "pipe.jpg")


def test_names_that_are_no_text_are_kept_as_bytes(tmp_path: Path) -> None:
    name = b"caf\xe9 " + b"x" * 240 + b".jpg"
    (tmp_path / os.fsdecode(name)).write_bytes(a_jpeg())

    (file,) = find_image_files(Folder(id=FolderId(1), path=tmp_path), note=print)

    assert file.relative_path == name


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o000)
    notes: list[Note] = []

    found_in(tmp_path, notes)

    (tmp_path / "closed").chmod(0o700)
    assert len(notes) == 1
    assert "closed" in notes[0].text


def test_a_folder_that_vanished_is_told(tmp_path: Path) -> None:
    notes: list[Note] = []

    found_in(tmp_path / "gone", notes)

    assert len(notes) == 1


def test_an_original_is_opened_for_reading_only_and_never_through_a_link(tmp_path: Path) -> None:
    photo = a_photo_file(tmp_path / "a.jpg")
    descriptor = open_original(photo)
    try:
        flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
        assert flags & os.O_ACCMODE == os.O_RDONLY
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.write(descriptor, b"x")
    finally:
        os.close(descriptor)
    (tmp_path / "link.jpg").symlink_to(photo)
    with pytest.raises(NotARegularFileError):
        open_original(tmp_path / "link.jpg")


def test_a_link_put_in_place_of_a_file_in_between_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo, other = a_photo_file(tmp_path / "a.jpg"), a_photo_file(tmp_path / "other.jpg")
    look = os.lstat

    def look_and_exchange(path: Path) -> os.stat_result:
        found = look(path)
        photo.unlink()
        photo.symlink_to(other)
        return found

    monkeypatch.setattr(os, "lstat", look_and_exchange)

    with pytest.raises(OSError, match="symbolic link"):
        open_original(photo)


def test_a_device_is_not_even_opened() -> None:
    """Opening some of them does something."""
    opened: list[object] = []
    is_listening = True

    def listen(event: str, words: tuple[object, ...]) -> None:
        if is_listening and event == "open" and words[0] == os.devnull:
            opened.append(words)

    sys.addaudithook(listen)
    with pytest.raises(NotARegularFileError):
        open_original(os.devnull)
    is_listening = False

    assert opened == []
