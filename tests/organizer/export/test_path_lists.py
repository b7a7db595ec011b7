"""A list of paths has one line for each, whatever is in the name."""

from __future__ import annotations

from pathlib import Path

from organizer.export.path_lists import write_paths


def test_a_name_with_line_breaks_stays_one_line_as_sha256sum_writes_it(tmp_path: Path) -> None:
    paths = [Path("/a/plain\\name.jpg"), Path("/a/x\n/etc/passwd\r\\.jpg"), Path("/a/\udcff.jpg")]

    write_paths(paths, tmp_path / "list.txt")

    assert (tmp_path / "list.txt").read_bytes().split(b"\n") == [
        b"/a/plain\\name.jpg",
        rb"\/a/x\n/etc/passwd\r\\.jpg",
        b"/a/\xff.jpg",
        b"",
    ]
