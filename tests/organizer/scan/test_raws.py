"""RAW files by their preview, and what is known of those that carry none."""

from __future__ import annotations

import io
import struct
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from organizer.models import Kind, Status
from organizer.scan import decode_worker, decoders, media, pictures
from organizer.scan.formats import JXL, RAW
from organizer.scan.raws import read_raw_metadata
from organizer.scan.reading import look_first
from organizer.scan.tiff import TiffDirectories, read_directories
from organizer.scan.workers import DecodeWorker
from tests.builders import a_photo_file, an_exif
from tests.organizer.scan.making import a_dng
from tests.organizer.scan.test_reading import an_image_file, read

TAKEN = datetime(2021, 5, 6, 7, 8, 9)


def test_a_raw_file_shows_its_preview_and_tells_the_size_of_its_sensor(
    worker: DecodeWorker, tmp_path: Path
) -> None:
    look = read(worker, a_dng(tmp_path / "a.dng"))

    assert look.status is Status.OK, look.reason
    assert look.metadata is not None
    assert look.metadata.kind is Kind.RAW
    assert (look.metadata.width_px, look.metadata.height_px) == (640, 480)
    assert (look.metadata.original_at, look.metadata.utc_offset_min) == (TAKEN, 120)
    assert look.metadata.orientation == 6
    assert look.jpeg is not None
    assert Image.open(io.BytesIO(look.jpeg)).size == (48, 64)


def test_the_first_look_at_a_raw_file_brings_date_and_size(
    worker: DecodeWorker, tmp_path: Path
) -> None:
    (look,) = look_first(worker, [an_image_file(a_dng(tmp_path / "named wrongly.jpg"))])

    assert look.metadata.kind is Kind.RAW
    assert look.metadata.original_at == TAKEN
    assert look.metadata.width_px == 640


def test_a_tiff_is_no_raw_file(tmp_path: Path) -> None:
    path = a_photo_file(tmp_path / "a.tif", TAKEN)

    with path.open("rb") as file:
        found = read_directories(file)

    assert found == TiffDirectories(size=(320, 240))


def test_canons_boxes_are_read_for_dates(tmp_path: Path) -> None:
    first, sub = Image.Exif(), Image.Exif()
    first[0x010F], sub[0x9003] = "Canon", "2021:05:06 07:08:09"
    blocks = [(b"CMT1", first.tobytes()[6:]), (b"CMT2", sub.tobytes()[6:])]

    def box(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I4s", len(content) + 8, name) + content

    inner = b"".join(box(name, block) for name, block in blocks)
    content = box(b"ftyp", b"crx \0\0\0\1") + box(b"moov", box(b"uuid", b"\0" * 16 + inner))

    found = read_raw_metadata(io.BytesIO(content), TiffDirectories())

    assert (found.original_at, found.camera_make) == (TAKEN, "Canon")


def test_a_block_hidden_in_a_preview_is_read_for_dates() -> None:
    content = b"FUJIFILMCCD-RAW" + b"\0" * 99 + an_exif(TAKEN).tobytes()

    assert read_raw_metadata(io.BytesIO(content), TiffDirectories()).original_at == TAKEN


def test_a_raw_file_without_preview_keeps_its_date(worker: DecodeWorker, tmp_path: Path) -> None:
    content = b"FUJIFILMCCD-RAW" + b"\0" * 99 + an_exif(TAKEN).tobytes()
    (tmp_path / "a.raf").write_bytes(content)

    look = read(worker, tmp_path / "a.raf")

    assert (look.status, look.reason) == (
        Status.UNSUPPORTED,
        "The RAW file carries no preview that can be shown.",
    )
    assert look.metadata is not None
    assert look.metadata.original_at == TAKEN


@given(st.binary(max_size=300), st.sampled_from([b"", b"II*\0", b"MM\0*\0\0\0\x08"]))
def test_damaged_directories_never_make_the_reader_fail(content: bytes, head: bytes) -> None:
    file = io.BytesIO(head + content)

    read_raw_metadata(file, media.read_directories(file))


@pytest.mark.parametrize(
    ("name", "what", "package"),
    [(RAW, "RAW files", "rawpy"), (JXL, "JPEG XL", "pillow-jxl-plugin")],
)
def test_a_missing_decoder_is_told_with_the_package_that_would_help(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, what: str, package: str
) -> None:
    monkeypatch.setitem(decoders._loaded, name, None)  # as if the import had failed
    path = a_dng(tmp_path / "a.dng")
    if name == JXL:
        path.write_bytes(b"\xff\x0a" + bytes(50))

    with path.open("rb") as file:
        facts, _ = decode_worker._read(file)

    assert facts["status"] == Status.UNSUPPORTED
    assert what in facts["reason"]
    assert package in facts["reason"]


@pytest.mark.parametrize(
    ("ending", "flag", "package"),
    [("heic", "READS_HEIF", "pillow-heif"), ("avif", "READS_AVIF", "pillow")],
)
def test_pictures_whose_decoder_is_missing_name_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, flag: str, package: str
) -> None:
    monkeypatch.setattr(pictures, flag, False)
    path = a_photo_file(tmp_path / f"a.{ending}")

    with path.open("rb") as file:
        facts, _ = decode_worker._read(file)

    assert facts["status"] == Status.UNSUPPORTED
    assert f"“{package}”" in facts["reason"]
