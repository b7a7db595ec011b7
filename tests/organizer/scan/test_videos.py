"""Videos: what they say, their poster, and what happens without the package that reads them."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path, PurePath

import pytest
from PIL import Image

from organizer.models import DateSource, Kind, Metadata, Status, Trust
from organizer.scan import decode_worker, decoders
from organizer.scan.dates import choose_capture_time
from organizer.scan.formats import VIDEO
from organizer.scan.reading import look_first, look_twice, read_picture
from organizer.scan.workers import DecodeWorker
from tests.organizer.scan.making import a_video
from tests.organizer.scan.test_reading import an_image_file, read

UTC_TIME = "2023-10-06T06:39:09.000000Z"


def colours_of(jpeg: bytes | None) -> tuple[str, str]:
    """The colour at the top left and at the bottom right."""
    assert jpeg is not None
    picture = Image.open(io.BytesIO(jpeg)).convert("RGB")
    names = ("red", "green", "blue")
    corners = ((5, 5), (picture.width - 6, picture.height - 6))
    colours = [picture.getpixel(corner) for corner in corners]
    return tuple(names[colour.index(max(colour))] for colour in colours)  # type: ignore[return-value,arg-type,union-attr]


@pytest.mark.parametrize("name", ["a.mp4", "a.mov", "a.webm", "video without ending"])
def test_a_video_has_a_poster_size_length_and_date(
    worker: DecodeWorker, tmp_path: Path, name: str
) -> None:
    path = a_video(tmp_path / name, seconds=2, creation_time=UTC_TIME, location="+47.5383-2.8919/")

    look = read(worker, path)

    assert look.status is Status.OK, look.reason
    assert look.metadata is not None
    assert look.metadata.kind is Kind.VIDEO
    assert (look.metadata.width_px, look.metadata.height_px) == (160, 96)
    assert look.metadata.duration_s == pytest.approx(2, abs=0.2)
    assert look.metadata.filmed_utc_at == datetime(2023, 10, 6, 6, 39, 9)
    assert colours_of(look.jpeg) == ("blue", "red")


def test_apples_date_place_device_and_identifier_are_read(
    worker: DecodeWorker, tmp_path: Path
) -> None:
    path = a_video(
        tmp_path / "a.mov",
        com_apple_quicktime_creationdate="2020-07-04T10:11:12+0200",
        com_apple_quicktime_make="Apple",
        com_apple_quicktime_model="iPhone 12",
    )

    (look,) = look_first(worker, [an_image_file(path)])

    assert look.metadata.filmed_at == datetime(2020, 7, 4, 10, 11, 12)
    assert look.metadata.utc_offset_min == 120
    assert (look.metadata.camera_make, look.metadata.camera_model) == ("Apple", "iPhone 12")


@pytest.mark.parametrize(
    ("turn", "orientation", "corners"),
    [(0, 1, ("blue", "red")), (90, 6, ("red", "red")), (180, 3, ("red", "blue"))],
)
def test_a_poster_stands_upright(
    worker: DecodeWorker, tmp_path: Path, turn: int, orientation: int, corners: tuple[str, str]
) -> None:
    path = a_video(tmp_path / "a.mp4", turn=turn)

    look = read(worker, path)

    assert look.metadata is not None
    assert look.metadata.orientation == orientation
    assert (look.metadata.width_px, look.metadata.height_px) == (160, 96)
    assert colours_of(look.jpeg) == corners
    assert look.jpeg is not None
    size = Image.open(io.BytesIO(look.jpeg)).size
    assert size == ((96, 160) if turn == 90 else (160, 96))


def test_a_clip_that_begins_in_black_shows_a_later_picture(
    worker: DecodeWorker, tmp_path: Path
) -> None:
    path = a_video(tmp_path / "a.mp4", seconds=3, colours=("black", "red", "red", "red"))

    assert colours_of(read(worker, path).jpeg) == ("blue", "red")


def test_the_viewer_gets_a_picture_of_a_video(worker: DecodeWorker, tmp_path: Path) -> None:
    picture = read_picture(worker, a_video(tmp_path / "a.mp4", turn=90), max_px=None)

    assert (picture.width_px, picture.height_px) == (96, 160)


def test_a_cut_or_false_video_is_listed_with_a_reason(worker: DecodeWorker, tmp_path: Path) -> None:
    whole = a_video(tmp_path / "whole.mp4").read_bytes()
    (tmp_path / "cut.mp4").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "list.mp4").write_bytes(b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n")

    looks = [read(worker, tmp_path / name) for name in ("cut.mp4", "list.mp4")]

    assert all(look.status is Status.UNREADABLE and look.reason for look in looks)


def test_a_video_is_as_good_as_unsupported_without_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(decoders._loaded, VIDEO, None)  # as if the import had failed
    with a_video(tmp_path / "a.mp4").open("rb") as file:
        facts, jpeg = decode_worker._read(file)

    assert facts["status"] == Status.UNSUPPORTED
    assert facts["reason"] == "Reading videos needs the Python package “av”."
    assert jpeg == b""


def test_a_worker_loads_what_a_file_needs_when_it_meets_one(
    worker: DecodeWorker, tmp_path: Path
) -> None:
    path = a_video(tmp_path / "really a video.jpg")

    assert look_twice(worker, [an_image_file(path)])[0].status is Status.OK
    assert worker._loads == {VIDEO}


def test_long_files_are_told_apart_by_samples_and_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decode_worker, "_HASH_CHUNK_BYTES", 16)
    monkeypatch.setattr(decode_worker, "_WHOLE_HASH_BYTES", 256)
    contents = [bytes(1000), bytes(999), bytes(999) + b"1", b"1" + bytes(999)]

    hashes = {
        decode_worker.hash_of_long_file(io.BytesIO(content), len(content)) for content in contents
    }

    assert len(hashes) == 4


def test_apples_time_is_the_cameras_and_the_headers_is_utc() -> None:
    apple = Metadata(
        filmed_at=datetime(2020, 7, 4, 10),
        filmed_utc_at=datetime(2020, 7, 4, 8),
        utc_offset_min=120,
    )
    header = Metadata(filmed_utc_at=datetime(2020, 7, 4, 8))
    known = Metadata(filmed_utc_at=datetime(2020, 7, 4, 8), utc_offset_min=-60)
    chosen = [
        choose_capture_time(
            metadata, PurePath("a.mov"), modified_at=datetime(2021, 1, 1), now=datetime(2026, 1, 1)
        )
        for metadata in (apple, header, known)
    ]

    assert {found.source for found in chosen} == {DateSource.QUICKTIME}
    assert [found.trust for found in chosen] == [Trust.HIGH, Trust.LOW, Trust.MEDIUM]
    assert [found.taken_at.hour for found in chosen if found.taken_at] == [10, 8, 7]
    assert [found.utc_offset_min for found in chosen] == [120, 0, -60]
    assert [found.is_utc for found in chosen] == [False, True, False]
