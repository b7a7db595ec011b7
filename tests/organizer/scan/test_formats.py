"""What the first bytes of a file show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.scan.formats import is_certain_image, sniff, sniff_video

PACKET = b"G" + bytes(187)
SHOWN = {
    b"\xff\xd8\xff\xe0": "JPEG",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"RIFF\0\0\0\0WEBPVP8 ": "WEBP",
    b"\0\0\0\x18ftypheic\0\0\0\0": "HEIF",
    b"\0\0\0\x18ftypavif\0\0\0\0": "AVIF",
    b"\0\0\0\x18ftypmif1\0\0\0\0avif": "AVIF",
    b"\0\0\0\x18ftypcrx \0\0\0\1": "RAW",
    b"II*\0\x10\0\0\0CR": "TIFF",
    b"FUJIFILMCCD-RAW 0201": "RAW",
    b"IIRO\x08\0\0\0": "RAW",
    b"IIU\0\x18\0\0\0": "RAW",
    b"\xff\x0a": "JXL",
    b"\0\0\0\x0cJXL \r\n": "JXL",
    b"this is no picture": None,
    b"are free to go": None,
    b"#EXTM3U\n": None,
    b"ffconcat version 1.0": None,
    b"Good text " * 40: None,
    b"": None,
}
VIDEOS = {
    b"\0\0\0\x18ftypmp42": "mov",
    b"\0\0\0\x18ftypqt  ": "mov",
    b"\0\3\3\xdbfree\0\0\0lmvhd": "mov",
    b"\0\0\0\x08wide\0\0\0\0mdat": "mov",
    b"\x1aE\xdf\xa3": "matroska",
    b"RIFF\0\0\0\0AVI LIST": "avi",
    b"\x30\x26\xb2\x75\x8e\x66\xcf\x11": "asf",
    b"\0\0\1\xba": "mpeg",
    PACKET * 3: "mpegts",
    (b"\0\0\0\0" + PACKET) * 3: "mpegts",
}


@pytest.mark.parametrize(("head", "name"), SHOWN.items(), ids=repr)
def test_the_first_bytes_name_the_format(head: bytes, name: str | None) -> None:
    assert sniff(head) == name


@pytest.mark.parametrize(("head", "demuxer"), VIDEOS.items(), ids=lambda value: repr(value)[:30])
def test_a_video_names_the_one_demuxer_that_may_open_it(head: bytes, demuxer: str) -> None:
    assert (sniff(head), sniff_video(head)) == ("VIDEO", demuxer)


@given(st.binary(max_size=400))
def test_no_bytes_make_the_sniffer_fail(head: bytes) -> None:
    is_certain_image(head)


@given(st.text(alphabet=st.characters(codec="ascii", categories=["L", "Zs"]), min_size=8))
def test_text_of_letters_is_no_picture(text: str) -> None:
    assert not is_certain_image(text.encode()) or text[4:8] in ("ftyp", "moov", "mdat", "wide")
