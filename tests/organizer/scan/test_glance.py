"""The quick reader of JPEG headers says what Pillow says, or nothing."""

from __future__ import annotations

import io
import random
import warnings
from datetime import datetime

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from organizer.models import Metadata
from organizer.scan import metadata, pictures
from organizer.scan.glance import glance
from tests.builders import a_jpeg, a_picture, an_exif, with_embedded_thumbnail

TAKEN = datetime(2024, 5, 4, 10, 11, 12)
SOMEWHERE = (-16.06, 108.22)
XMP = b"http://ns.adobe.com/xap/1.0/\0"
ALL_THERE_IS = {"taken_at": TAKEN, "where": SOMEWHERE, "offset": "+07:00", "orientation": 6}


def by_pillow(content: bytes) -> tuple[Metadata, bytes]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow tells of damage
        with pictures.open_picture(io.BytesIO(content)) as picture:
            embedded = metadata.read_embedded_thumbnail(picture) or b""
            return metadata.read_metadata(picture), embedded


def at_a_glance(content: bytes) -> tuple[Metadata, bytes] | None:
    found = glance(io.BytesIO(content))
    return (found.metadata, found.embedded) if found else None


def with_segment(jpeg: bytes, kind: int, content: bytes) -> bytes:
    segment = bytes((0xFF, kind)) + (len(content) + 2).to_bytes(2, "big") + content
    return jpeg[:2] + segment + jpeg[2:]


def a_camera_jpeg() -> bytes:
    """With an exposure, as cameras write it, and a small picture inside."""
    exif = an_exif(**ALL_THERE_IS)  # type: ignore[arg-type]
    sub = exif.get_ifd(0x8769)
    sub[0x829A], sub[0x829D] = IFDRational(1, 640), IFDRational(18, 10)
    sub[0x8827], sub[0x920A] = 50, IFDRational(26)
    content, small = io.BytesIO(), io.BytesIO()
    a_picture(1).save(content, "JPEG", exif=exif)
    a_picture(1).resize((160, 120)).save(small, "JPEG")
    return with_embedded_thumbnail(content.getvalue(), small.getvalue())


@pytest.mark.parametrize(
    "jpeg",
    [
        a_camera_jpeg(),
        a_jpeg(2, **ALL_THERE_IS),
        a_jpeg(3, make=""),
        with_segment(a_jpeg(4, taken_at=TAKEN), 0xE2, b"x" * 65_000),
        with_segment(with_segment(a_jpeg(5), 0xE2, b"x" * 65_000), 0xE2, b"x" * 65_000),
        with_segment(a_jpeg(6), 0xE1, XMP + b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'),
    ],
    ids=["everything", "no small picture", "no date", "long", "longer", "xmp"],
)
def test_an_ordinary_jpeg_is_read_as_pillow_reads_it(jpeg: bytes) -> None:
    assert at_a_glance(jpeg) == by_pillow(jpeg)


def test_everything_that_a_camera_says_is_found() -> None:
    found = at_a_glance(a_camera_jpeg())

    assert found is not None
    says, embedded = found
    assert says.original_at == TAKEN
    assert says.utc_offset_min == 420
    assert says.latitude == pytest.approx(SOMEWHERE[0], abs=1e-4)
    assert says.exposure == "f/1.8 · 1/640 s · ISO 50 · 26 mm"
    assert says.orientation == 6
    assert Image.open(io.BytesIO(embedded)).size == (160, 120)


def test_a_motion_photo_is_seen_in_the_xmp_of_an_ordinary_jpeg() -> None:
    xmp = (
        XMP + b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
        b' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description'
        b' xmlns:GCamera="http://ns.google.com/photos/1.0/camera/" GCamera:MotionPhoto="1"/>'
        b"</rdf:RDF></x:xmpmeta>"
    )
    jpeg = with_segment(a_jpeg(1, taken_at=TAKEN, orientation=3), 0xE1, xmp)

    found = at_a_glance(jpeg)

    assert found == by_pillow(jpeg)
    assert found is not None
    assert found[0].has_motion


@pytest.mark.parametrize("tag", [0x8769, 0x8825, 0x0112])
def test_a_value_given_twice_is_left_to_pillow(tag: int) -> None:
    jpeg = bytearray(a_jpeg(2, **ALL_THERE_IS))
    order = "big" if jpeg[jpeg.index(b"Exif") + 6 :][:2] == b"MM" else "little"
    at = jpeg.index(tag.to_bytes(2, order), jpeg.index(b"Exif"))
    jpeg[at + 4 : at + 8] = (2).to_bytes(4, order)

    assert glance(io.BytesIO(bytes(jpeg))) is None


@pytest.mark.parametrize(
    "other",
    [
        b"",
        b"\xff\xd8\xff",
        a_jpeg(1)[:300],
        with_segment(a_jpeg(1), 0xED, b"Photoshop 3.0\0"),
        with_segment(a_jpeg(1), 0xE1, XMP + b'tiff:Orientation="6"'),
        b"\x89PNG\r\n\x1a\n" + bytes(100),
    ],
    ids=["nothing", "a start", "cut off", "iptc but no date", "turned by xmp", "png"],
)
def test_whatever_is_unusual_is_left_to_pillow(other: bytes) -> None:
    assert glance(io.BytesIO(other)) is None


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_header_gives_what_pillow_finds_or_nothing(seed: int) -> None:
    chosen = random.Random(seed)
    seen = 0
    for _ in range(150):
        jpeg = bytearray(a_camera_jpeg() if seed % 2 else a_jpeg(2, **ALL_THERE_IS))
        for _ in range(chosen.choice((1, 1, 3))):
            at = chosen.randrange(20, 700)
            if chosen.random() < 0.6:
                jpeg[at] = chosen.randrange(256)
            elif chosen.random() < 0.5:
                jpeg[at : at + 4] = chosen.choice((bytes(4), b"\xff" * 4, b"\0\1\0\0"))
            else:
                del jpeg[at : at + chosen.randrange(1, 9)]
        found = at_a_glance(bytes(jpeg))
        if found is None:
            continue
        seen += 1
        try:
            expected = by_pillow(bytes(jpeg))
        except OSError:  # the second pass lists it with a reason
            continue
        assert found == expected
    assert seen > 10  # else this test would compare nothing
