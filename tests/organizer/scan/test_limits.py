"""How much is read of what lies beside photos: so much, so deep, and no more."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from organizer.scan import decode_worker, xmp
from organizer.scan.unread import UnreadError, read_json
from organizer.scan.workers import WorkerPool
from organizer.scan.xmp import MAX_XMP_BYTES, read_xmp, read_xmp_sidecar

SPACES = 'xmlns:exif="http://ns.adobe.com/exif/1.0/"'
DATED = f'<x {SPACES} exif:DateTimeOriginal="2021-05-06T07:08:09"/>'


def nested(deep: int) -> bytes:
    return ("<a>" * deep + DATED + "</a>" * deep).encode()


def test_xml_may_nest_so_deep_and_no_deeper() -> None:
    assert read_xmp_sidecar(nested(xmp._MAX_DEPTH - 1)).taken_at is not None

    with pytest.raises(UnreadError, match="damaged"):
        read_xmp_sidecar(nested(xmp._MAX_DEPTH))
    assert read_xmp(nested(xmp._MAX_DEPTH)).taken is None
    assert read_xmp(nested(200_000)).taken is None


def test_a_packet_within_a_packet_is_read_as_text_of_the_outer_one() -> None:
    """Neither is a second document begun nor is what it claims believed."""
    inner = DATED.replace("<", "&lt;").replace('"', "&quot;")
    escaped = f"<x {SPACES}><exif:DateTimeOriginal>{inner}</exif:DateTimeOriginal></x>"
    doubled = DATED + DATED.replace("2021", "1999")
    beside = f"<x><x {SPACES} exif:GPSLatitude='12,0N'>{DATED}</x></x>"

    assert read_xmp(escaped.encode()).taken is None
    assert read_xmp(doubled.encode()).taken is None  # two documents are none
    taken = read_xmp(beside.encode()).taken
    assert taken is not None
    assert taken.at is not None
    assert taken.at.year == 2021


def test_a_packet_that_is_nested_in_others_with_a_doctype_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "2021-05-06">]>'
    cdata = f"<x><![CDATA[{bomb}]]>{DATED}</x>"

    assert read_xmp(f"{bomb}<x>{DATED}</x>".encode()).taken is None
    assert read_xmp(f"<x>{bomb}{DATED}</x>".encode()).taken is None
    assert read_xmp(cdata.encode()).taken is not None  # there it is text, and does nothing


def test_a_sidecar_larger_than_its_limit_is_refused() -> None:
    padding = "<!--" + "x" * (MAX_XMP_BYTES - len(DATED) - 7) + "-->"
    assert len(padding + DATED) == MAX_XMP_BYTES

    assert read_xmp_sidecar((padding + DATED).encode()).taken_at is not None
    with pytest.raises(UnreadError, match="larger than 8 MB"):
        read_xmp_sidecar((padding + DATED + " ").encode())


def test_a_value_in_xmp_is_cut() -> None:
    long = "1" * 1_000_000
    text = f"<x {SPACES}><exif:GPSLatitude>{long}</exif:GPSLatitude></x>"
    collector = xmp._Collector()
    collector.parser.Parse(text, True)

    assert {len(value) for value in collector.found.values()} == {200}
    assert read_xmp(text.encode()).latitude is None


def test_json_may_be_so_large_and_no_larger() -> None:
    assert read_json(b'"' + b"x" * 98 + b'"', max_bytes=100)

    with pytest.raises(UnreadError, match="larger"):
        read_json(b'"' + b"x" * 99 + b'"', max_bytes=100)


class _Counting(io.BytesIO):
    asked = 0

    def read(self, size: int | None = -1) -> bytes:
        self.asked = max(self.asked, size if size is not None and size >= 0 else 1 << 60)
        return super().read(size)


def test_a_worker_reads_no_more_of_a_sidecar_than_its_limit() -> None:
    file = _Counting(DATED.encode())

    assert decode_worker._beside(file)["taken_at"]
    assert file.asked == MAX_XMP_BYTES + 1


def test_a_sidecar_of_a_gigabyte_is_told_as_too_large(tmp_path: Path) -> None:
    large = tmp_path / "large.xmp"
    with large.open("wb") as file:
        file.write(DATED.encode())
        file.truncate(1 << 30)  # takes no room
    with WorkerPool(1) as pool:
        answer, _ = pool.workers[0].ask({"do": "beside"}, [large])

    assert answer["results"] == [{"unread": "it is larger than 8 MB"}]
