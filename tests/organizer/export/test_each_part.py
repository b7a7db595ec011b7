"""Each part that copies are without, and each thing that the look at a copy finds, by itself."""

from __future__ import annotations

import io
import struct
import zlib
from datetime import datetime

import pytest
from PIL import TiffImagePlugin

from organizer.export.chunks import strip_bmp, strip_png
from organizer.export.gif import strip_gif
from organizer.export.heif import strip_heif
from organizer.export.iso_boxes import box
from organizer.export.jpeg import strip_jpeg
from organizer.export.jxl import strip_jxl
from organizer.export.mp4 import strip_mp4
from organizer.export.parts import CannotStripError
from organizer.export.reading_back import still_told
from organizer.export.stripping import strip
from organizer.export.webp import strip_webp
from organizer.models import Circle
from organizer.models.exports import Tells
from organizer.pipeline.copies import tells_private_place
from organizer.pipeline.zones import PrivatePlaces
from tests.builders import a_jpeg, a_picture, an_exif
from tests.organizer.export.test_damage import STREAM, a_jxl

SECRET = b"Nguyen Van An"
EXIF_BLOCK = b"II*\0\x08\0\0\0\0\0\0\0\0\0"


def saved(form: str, **options: object) -> bytes:
    content = io.BytesIO()
    a_picture(5, size=(128, 96)).save(content, form, **options)
    return content.getvalue()


def a_chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def a_png(*more: bytes, behind: bytes = b"", **options: object) -> bytes:
    plain = saved("PNG", **options)
    return plain[:33] + b"".join(more) + plain[33:] + behind


def a_segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def with_segment(jpeg: bytes, marker: int, body: bytes) -> bytes:
    return jpeg[:2] + a_segment(marker, body) + jpeg[2:]


# -- pictures -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marker", "body"),
    [
        (0xE1, b"Exif\0\0" + EXIF_BLOCK + SECRET),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + SECRET),
        (0xE2, b"MPF\0" + SECRET),
        (0xED, b"Photoshop 3.0\0" + SECRET),
        (0xFE, SECRET),
        (0xE0, b"JFIF\0\1\1\0\0\1\0\1\2\3" + SECRET + b"12345"),
        (0xE0, b"JFXX\0" + SECRET),
        (0xEE, b"Adobe" + bytes(7) + SECRET),
    ],
)
def test_a_jpeg_is_without_each_of_its_segments(marker: int, body: bytes) -> None:
    assert SECRET not in strip_jpeg(with_segment(a_jpeg(1), marker, body), b"")


@pytest.mark.parametrize(
    "content",
    [
        a_png(a_chunk(b"tEXt", b"Author\0" + SECRET)),
        a_png(a_chunk(b"zTXt", b"Author\0\0" + SECRET)),
        a_png(a_chunk(b"iTXt", b"Author" + bytes(5) + SECRET)),
        a_png(a_chunk(b"eXIf", EXIF_BLOCK + SECRET)),
        a_png(a_chunk(b"tIME", SECRET[:7])),
        a_png(behind=SECRET),
        a_png(a_chunk(b"iCCP", SECRET + b"\0\0" + zlib.compress(bytes(200)))),
    ],
)
def test_a_png_is_without_each_of_its_chunks(content: bytes) -> None:
    assert SECRET[:7] in content
    assert SECRET[:7] not in strip_png(content, b"")


def test_a_bmp_is_without_the_bytes_that_fill_it_up() -> None:
    assert b"abc" not in strip_bmp(saved("BMP") + b"abc")


@pytest.mark.parametrize("tag", [270, 271, 272, 305, 315, 700, 33432, 33723, 34377, 50341])
def test_a_tiff_is_without_each_of_its_notes(tag: int) -> None:
    notes = TiffImagePlugin.ImageFileDirectory_v2()
    notes.tagtype[tag] = 1
    notes[tag] = b"<x>" + SECRET + b"</x>" if tag == 700 else SECRET
    content = saved("TIFF", tiffinfo=notes)

    assert SECRET in content
    assert SECRET not in strip(content, orientation=1, taken_at=None)


def test_a_tiff_is_without_smaller_copies_of_its_picture() -> None:
    content = io.BytesIO()
    small = a_picture(6, size=(16, 12))
    small.encoderinfo = {"tiffinfo": {254: 1}}
    a_picture(5).save(content, "TIFF", save_all=True, append_images=[small])
    whole = content.getvalue()

    assert small.tobytes() in whole
    assert small.tobytes() not in strip(whole, orientation=1, taken_at=None)


@pytest.mark.parametrize(
    "options", [{"exif": b"Exif\0\0" + EXIF_BLOCK + SECRET}, {"xmp": b"<x>" + SECRET + b"</x>"}]
)
def test_a_webp_is_without_each_of_its_notes(options: dict[str, object]) -> None:
    content = saved("WEBP", **options)

    assert SECRET in content
    assert SECRET not in strip_webp(content, EXIF_BLOCK)


def test_a_gif_is_without_comments_and_what_is_appended() -> None:
    content = saved("GIF", comment=SECRET) + SECRET

    assert content.count(SECRET) == 2
    assert SECRET not in strip_gif(content)


def test_a_heic_is_without_small_copies_exif_and_xmp() -> None:
    content = io.BytesIO()
    picture = a_picture(5, size=(512, 384))
    exif = an_exif(datetime(2024, 1, 2), (16.06, 108.22))
    picture.save(content, "HEIF", thumbnails=[128], exif=exif, xmp=b"<x>" + SECRET + b"</x>")
    whole = content.getvalue()
    assert b"thmb" in whole

    stripped = strip_heif(whole, None)

    assert b"thmb" not in stripped
    assert stripped.count(b"infe") == 1
    assert SECRET not in stripped
    assert len(stripped) < len(whole) - 1000


@pytest.mark.parametrize("kind", [b"xml ", b"jumb", b"brob", b"jbrd"])
def test_a_jpeg_xl_is_without_each_of_its_boxes(kind: bytes) -> None:
    content = a_jxl((kind, b"<x>" + SECRET + b"</x>"), (b"jxlc", STREAM))

    assert SECRET not in strip_jxl(content, EXIF_BLOCK)


# -- films ----------------------------------------------------------------------------------------

FIRST, SECOND, BETWEEN = b"first sample of pictures", b"second sample", b"telemetry " + SECRET
LONG_AGO = 3_000_000_000


def a_track(kind: bytes, starts: tuple[int, int], *more: bytes, codec: bytes = b"") -> bytes:
    entry = box(
        b"mp4v" if kind == b"vide" else b"mett",
        bytes(6) + b"\0\1" + bytes(34) + b"\x0cencoder4c1e ".ljust(32, b"\0") + bytes(4) + codec,
    )
    tables = (
        box(b"stsd", struct.pack(">II", 0, 1) + entry),
        box(b"stsz", struct.pack(">IIIII", 0, 0, 2, len(FIRST), len(SECOND))),
        box(b"stsc", struct.pack(">IIIII", 0, 1, 1, 1, 1)),
        box(b"stco", struct.pack(">IIII", 0, 2, *starts)),
    )
    handler = box(b"hdlr", bytes(8) + kind + bytes(12) + b"handler4c1e\0")
    dated = struct.pack(">III", 0, LONG_AGO, LONG_AGO)
    media = box(b"mdhd", dated + bytes(12)) + handler
    media += box(b"minf", box(b"vmhd", bytes(12)) + box(b"stbl", b"".join(tables)))
    return box(b"trak", box(b"tkhd", dated + bytes(72)) + box(b"mdia", media) + b"".join(more))


def a_film(codec: bytes = b"") -> bytes:
    """A film of two samples that tells something at every place."""
    head = box(b"ftyp", b"isom\0\0\0\0isom")
    samples = FIRST + BETWEEN + SECOND

    def movie(start: int) -> bytes:
        seen = start, start + len(FIRST + BETWEEN)
        noted = start + len(FIRST), start + len(FIRST) + 2
        return box(
            b"moov",
            box(b"mvhd", struct.pack(">III", 0, LONG_AGO, LONG_AGO) + bytes(88))
            + a_track(b"vide", seen, box(b"udta", b"trackname4c1e"), codec=codec)
            + a_track(b"meta", noted, box(b"udta", b"positions4c1e"))
            + box(b"udta", b"\xa9xyz+16.0600+108.2200/")
            + box(b"meta", b"metadata4c1e")
            + box(b"uuid", b"private4c1e"),
        )

    beside = box(b"uuid", b"beside4c1e") + box(b"udta", b"outside4c1e")
    start = len(head + movie(0) + beside) + 8
    return head + movie(start) + beside + box(b"mdat", samples)


@pytest.mark.parametrize(
    "told",
    [
        *(b"encoder4c1e", b"handler4c1e", b"trackname4c1e", b"positions4c1e", b"+16.0600"),
        *(b"metadata4c1e", b"private4c1e", b"beside4c1e", b"outside4c1e", SECRET),
        struct.pack(">I", LONG_AGO),
    ],
)
def test_a_film_is_without_each_thing_that_it_tells(told: bytes) -> None:
    film = a_film()
    assert told in film

    assert told not in strip_mp4(film, keeps_date=False)


def test_a_film_keeps_its_samples_where_they_are_and_its_date_where_dates_are_kept() -> None:
    film = a_film()

    stripped = strip_mp4(film, keeps_date=True)

    assert len(stripped) == len(film)
    for sample in (FIRST, SECOND):
        assert stripped.index(sample) == film.index(sample)
    assert struct.pack(">I", LONG_AGO) in stripped
    assert stripped.count(b"trak") == 1


def test_a_film_whose_decoders_would_be_told_something_else_is_refused() -> None:
    assert strip_mp4(a_film(box(b"pasp", struct.pack(">II", 1, 1))), keeps_date=False)
    for kind in (b"avcC", b"esds", b"pasp", b"colr", b"av1C", b"vpcC", b"alac", b"dOps"):
        with pytest.raises(CannotStripError):
            strip_mp4(a_film(box(kind, SECRET * 3)), keeps_date=False)


# -- the look at a copy ---------------------------------------------------------------------------

CLEAN_JPEG = strip(a_jpeg(1), orientation=1, taken_at=None)
CLEAN_PNG = strip(saved("PNG"), orientation=1, taken_at=None)
CLEAN_BMP = strip_bmp(saved("BMP"))
CLEAN_FILM = box(b"ftyp", b"isom\0\0\0\0isom") + box(b"mdat", bytes(64))


@pytest.mark.parametrize("clean", [CLEAN_JPEG, CLEAN_PNG, CLEAN_BMP, CLEAN_FILM])
def test_nothing_is_found_in_what_tells_nothing(clean: bytes) -> None:
    assert still_told(clean) == frozenset()


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        (CLEAN_BMP + b"GPSLatitude", Tells.PLACE),
        (CLEAN_BMP + b"+16.0600+108.2200", Tells.PLACE),
        (a_jpeg(1, where=(16.06, 108.22)), Tells.PLACE),
        (a_jpeg(1, make="Phone"), Tells.CAMERA),
        (CLEAN_BMP + b"<x:xmpmeta", Tells.REST),
        (CLEAN_BMP + EXIF_BLOCK * 2, Tells.REST),
        (with_segment(CLEAN_JPEG, 0xFE, b"words"), Tells.REST),
        (with_segment(CLEAN_JPEG, 0xED, b"words"), Tells.REST),
        (CLEAN_JPEG + b"words", Tells.REST),
        (CLEAN_PNG[:33] + a_chunk(b"tEXt", b"Author\0An") + CLEAN_PNG[33:], Tells.REST),
        (CLEAN_PNG + b"more words than eight", Tells.REST),
        (CLEAN_FILM + box(b"udta", b"words"), Tells.REST),
        (CLEAN_FILM + box(b"moov", box(b"udta", b"words")), Tells.REST),
        (CLEAN_FILM + box(b"free", b"words"), Tells.REST),
    ],
)
def test_each_thing_that_a_copy_still_tells_is_found(copy: bytes, found: Tells) -> None:
    assert found in still_told(copy)


def test_positions_that_cannot_be_read_count_as_private() -> None:
    unread = a_png(a_chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(b"somewhere")))
    far_away = PrivatePlaces(circles=(Circle(60.0, 10.0, 1.0),))

    assert tells_private_place(unread, far_away)
    assert not tells_private_place(a_png(), far_away)
    assert not tells_private_place(unread, PrivatePlaces())
