"""Damage is refused and lets nothing through; ``tests/campaigns/damaged_exports.py`` tries more."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image

from organizer.export.gif import strip_gif
from organizer.export.heif import strip_heif
from organizer.export.iso_boxes import box
from organizer.export.jpeg import strip_jpeg
from organizer.export.jxl import CONTAINER, strip_jxl
from organizer.export.parts import CannotStripError
from organizer.export.stripping import strip
from tests.builders import a_jpeg, a_picture, an_exif
from tests.campaigns.damaged_exports import FORMS, SECRET, try_form


@pytest.mark.parametrize("form", FORMS)
def test_damage_is_refused_and_never_lets_a_secret_through(form: str) -> None:
    found = try_form(form, 300, seed=7)

    assert found.files == 300
    assert not found.leaks


@pytest.mark.parametrize("form", [form for form in FORMS if form != "BMP"])
def test_what_is_not_damaged_keeps_its_lossless_way(form: str) -> None:
    content = FORMS[form]()

    copy = strip(content, orientation=1, taken_at=None)

    assert SECRET.encode() not in copy
    if form not in ("JXL", "MP4", "MOV"):
        before, after = (Image.open(io.BytesIO(one)).convert("RGB") for one in (content, copy))
        assert after.tobytes() == before.tobytes()


def test_a_bmp_file_with_something_appended_is_encoded_anew() -> None:
    content = io.BytesIO()
    a_picture(5, size=(64, 48)).save(content, "BMP")

    assert strip(content.getvalue(), orientation=1, taken_at=None)
    with pytest.raises(CannotStripError):
        strip(content.getvalue() + SECRET.encode(), orientation=1, taken_at=None)


def test_a_strip_that_reaches_into_what_is_told_is_refused() -> None:
    content = bytearray(FORMS["TIFF"]())
    entries = range(10, 10 + 12 * content[8], 12)
    (strips,) = (at for at in entries if struct.unpack_from("<H", content, at) == (273,))
    told = content.index(SECRET.encode())
    struct.pack_into("<I", content, strips + 8, told)

    with pytest.raises(CannotStripError):
        strip(bytes(content), orientation=1, taken_at=None)


def a_plain_tiff() -> bytes:
    content = io.BytesIO()
    a_picture(5, size=(64, 48)).save(content, "TIFF")
    return content.getvalue()


def test_bytes_of_a_tiff_that_nothing_names_are_refused() -> None:
    assert strip(a_plain_tiff(), orientation=1, taken_at=None)
    with pytest.raises(CannotStripError):
        strip(a_plain_tiff() + SECRET.encode(), orientation=1, taken_at=None)


def test_a_strip_that_is_longer_than_its_part_of_the_picture_is_refused() -> None:
    content = bytearray(a_plain_tiff())  # its picture lies at its end
    (count,) = struct.unpack_from("<H", content, 8)
    entries = range(10, 10 + 12 * count, 12)
    (at,) = (at for at in entries if struct.unpack_from("<H", content, at) == (279,))
    (size,) = struct.unpack_from("<I", content, at + 8)
    struct.pack_into("<I", content, at + 8, size + len(SECRET))

    with pytest.raises(CannotStripError):
        strip(bytes(content) + SECRET.encode(), orientation=1, taken_at=None)


def test_a_picture_item_that_reaches_into_another_is_refused() -> None:
    content = bytearray(FORMS["AVIF"]())
    at = content.index(b"iloc") + 12  # items of one piece: number, reference, count, place, size
    sizes = [struct.unpack_from(">I", content, at + 14 * n + 10)[0] for n in range(3)]
    picture = at + 14 * sizes.index(max(sizes))
    place, size = struct.unpack_from(">II", content, picture + 6)
    struct.pack_into(">II", content, picture + 6, place - 8, size + 8)

    assert strip_heif(FORMS["AVIF"](), None)
    with pytest.raises(CannotStripError):
        strip_heif(bytes(content), None)


def test_what_no_item_names_is_refused() -> None:
    content = FORMS["HEIF"]() + box(b"mdat", SECRET.encode() * 2)

    with pytest.raises(CannotStripError):
        strip_heif(content, None)


def a_jxl(*parts: tuple[bytes, bytes]) -> bytes:
    return CONTAINER + b"".join(box(*one) for one in ((b"ftyp", b"jxl \0\0\0\0jxl "), *parts))


STREAM = b"\xff\x0a" + bytes(range(128, 250))


def test_the_parts_of_a_jpeg_xl_picture_are_joined_in_their_order() -> None:
    first, last = struct.pack(">I", 0) + STREAM[:50], struct.pack(">I", 1 | 1 << 31) + STREAM[50:]

    copy = strip_jxl(a_jxl((b"jxlp", first), (b"jxlp", last)), b"II*\0\0\0\0\0")

    assert copy.endswith(box(b"jxlc", STREAM))
    for parts in (
        [(b"jxlp", last), (b"jxlp", first)],
        [(b"jxlp", first)],
        [(b"jxlc", STREAM), (b"jxlc", STREAM)],
        [(b"jxlc", STREAM[1:])],
        [(b"jxlc", STREAM), (b"odd ", SECRET.encode())],
        [(b"jxlc", STREAM + b"Taken by Nguyen Van An, 12 Long Street")],
        [(b"Exif", b"\0\0\0\0" + SECRET.encode()), (b"jxlc", STREAM)],
    ):
        with pytest.raises(CannotStripError):
            strip_jxl(a_jxl(*parts), b"II*\0\0\0\0\0")


def test_a_frame_of_a_gif_has_as_many_pixels_as_it_says() -> None:
    content = bytearray(FORMS["GIF"]())
    frame = content.index(b",\0\0\0\0")
    struct.pack_into("<H", content, frame + 7, 47)

    assert strip_gif(FORMS["GIF"]())
    with pytest.raises(CannotStripError):
        strip_gif(bytes(content))


def test_a_jpeg_whose_tables_come_twice_is_encoded_anew() -> None:
    content = a_jpeg(1)
    at = content.index(b"\xff\xdb")
    table = content[at : at + 2 + 67]

    assert strip_jpeg(content, b"")
    with pytest.raises(CannotStripError):
        strip_jpeg(content[:at] + table + content[at:], b"")


def test_a_jpeg_with_words_among_its_pixels_is_encoded_anew() -> None:
    content = a_jpeg(1)

    with pytest.raises(CannotStripError):
        strip_jpeg(content[:-2] + b"Taken by Nguyen Van An, 12 Long Street\xff\xd9", b"")


def a_heic_of_a_jpeg() -> bytes:
    """A HEIC file whose picture is said to be a whole JPEG."""
    content = io.BytesIO()
    a_picture(5, size=(64, 48)).save(content, "HEIF")
    return content.getvalue().replace(b"hvc1", b"jpeg")


def test_a_whole_jpeg_within_a_heic_file_is_encoded_anew() -> None:
    with pytest.raises(CannotStripError):
        strip_heif(a_heic_of_a_jpeg(), None)
    assert strip_heif(a_heic_of_a_jpeg().replace(b"jpeg", b"hvc1"), None)


def test_each_page_of_a_tiff_keeps_its_own_orientation() -> None:
    pages = [a_picture(seed, size=(64, 48)) for seed in (5, 6, 7)]
    for page, turned in zip(pages, (6, 8, 1), strict=True):
        page.encoderinfo = {"exif": an_exif(orientation=turned)}  # type: ignore[attr-defined]
    content = io.BytesIO()
    pages[0].save(
        content, "TIFF", exif=an_exif(orientation=6), save_all=True, append_images=pages[1:]
    )

    copy = Image.open(io.BytesIO(strip(content.getvalue(), orientation=3, taken_at=None)))

    turns = []
    for number in range(3):
        copy.seek(number)
        turns.append(copy.getexif()[0x0112])
    assert turns == [3, 8, 1]  # of the first, what the user sees counts
