"""Copies that tell nothing, with exactly the same pixels."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import datetime

import pytest
from PIL import Image, PngImagePlugin

from organizer.export.reading_back import still_told
from organizer.export.stripping import CannotStripError, strip
from tests.builders import a_jpeg, a_picture, an_exif, with_embedded_thumbnail

TAKEN = datetime(2024, 5, 4, 10, 11, 12)
SOMEWHERE = (16.06, 108.22)
SECRETS = (b"Phone One", b"Nguyen", b"secret")


def pixels(content: bytes) -> bytes:
    return Image.open(io.BytesIO(content)).convert("RGB").tobytes()


def a_telling_file(form: str) -> bytes:
    content = io.BytesIO()
    exif = an_exif(TAKEN, SOMEWHERE, orientation=6)
    exif[0x013B] = "Nguyen"
    options: dict[str, object] = {"exif": exif, "xmp": b"<x>secret</x>"}
    if form == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Author", "Nguyen secret")
        options = {"exif": exif, "pnginfo": notes}
    if form == "JPEG":
        options["comment"] = b"secret comment"
    a_picture(5).save(content, form, **options)
    return content.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF"])
def test_a_stripped_copy_has_the_same_pixels_and_none_of_the_secrets(form: str) -> None:
    content = a_telling_file(form)
    assert any(secret in content for secret in SECRETS)

    stripped = strip(content, orientation=6, taken_at=TAKEN)

    assert pixels(stripped) == pixels(content)
    assert not any(secret in stripped for secret in SECRETS)
    assert not still_told(stripped)
    assert still_told(content)
    exif = Image.open(io.BytesIO(stripped)).getexif()
    assert exif.get(0x0112, 1) == (1 if form == "HEIF" else 6)  # HEIF turns in its own way
    assert exif.get_ifd(0x8769)[0x9003] == "2024:05:04 10:11:12"
    assert not exif.get_ifd(0x8825)


def test_an_embedded_thumbnail_does_not_survive() -> None:
    small = a_jpeg(9)
    content = with_embedded_thumbnail(a_jpeg(1, taken_at=TAKEN), small)
    assert small[50:200] in content

    assert small[50:200] not in strip(content, orientation=1, taken_at=None)


def test_what_is_appended_to_a_photo_does_not_survive() -> None:
    content = a_jpeg(1) + b"\0\0\0\x18ftypmp42 a motion photo's clip"

    stripped = strip(content, orientation=1, taken_at=None)

    assert stripped.endswith(b"\xff\xd9")
    assert b"ftypmp42" not in stripped


@pytest.mark.parametrize("options", [{"progressive": True}, {"icc_profile": b"\0" * 200}])
def test_progressive_files_and_colour_profiles_stay_whole(options: dict[str, object]) -> None:
    content = io.BytesIO()
    a_picture(2).save(content, "JPEG", **options)

    stripped = strip(content.getvalue(), orientation=1, taken_at=None)

    assert pixels(stripped) == pixels(content.getvalue())
    before = Image.open(content).info.get("icc_profile")
    assert Image.open(io.BytesIO(stripped)).info.get("icc_profile") == before


@pytest.mark.parametrize(
    "content", [b"GIF89a" + b"\0" * 4, b"\xff\xd8", b"\xff\xd8\x00\x00\x00", b"RIFF1234WEBP", b""]
)
def test_what_cannot_be_stripped_says_so_instead_of_passing_through(content: bytes) -> None:
    try:
        stripped = strip(content, orientation=1, taken_at=None)
    except CannotStripError:
        return
    assert len(stripped) < 200  # a frame without anything in it


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not on this machine")
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF"])
def test_an_independent_reader_finds_nothing_personal(form: str, tmp_path: object) -> None:
    stripped = strip(a_telling_file(form), orientation=6, taken_at=TAKEN)

    told = subprocess.run(
        ["exiftool", "-a", "-G1", "-s", "-"], input=stripped, capture_output=True, check=True
    ).stdout

    for word in (b"GPS", b"Make ", b"Model", b"Serial", b"Artist", b"Author", b"XMP", b"Comment"):
        assert word not in told
