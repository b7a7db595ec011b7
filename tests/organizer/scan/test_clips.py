"""Clips at the end of pictures, which no metadata speaks of."""

from __future__ import annotations

import io
import random
import struct
from pathlib import Path

import pytest

from organizer.scan.clips import carries_clip
from organizer.scan.reading import look_twice
from organizer.scan.workers import DecodeWorker
from tests.builders import a_jpeg, a_photo_file
from tests.organizer.scan.making import a_video
from tests.organizer.scan.test_reading import an_image_file

MOTION_PHOTO, SOME_TEXT = 0x0A30, 0x0A01


def with_samsung_trailer(jpeg: bytes, blocks: dict[int, tuple[bytes, bytes]]) -> bytes:
    """The JPEG with blocks of a kind, a name and a content behind it, and their directory."""
    written, entries = b"", b""
    packed = [
        (kind, struct.pack("<HHI", 0, kind, len(name)) + name + content)
        for kind, (name, content) in blocks.items()
    ]
    for number, (kind, block) in enumerate(packed):
        written += block
        distance = sum(len(other) for _, other in packed[number:])
        entries += struct.pack("<HHII", 0, kind, distance, len(block))
    directory = struct.pack("<4sII", b"SEFH", 106, len(blocks)) + entries
    return jpeg + written + directory + struct.pack("<I4s", len(directory), b"SEFT")


def a_motion_photo(clip: bytes = b"\0\0\0\x18ftypmp42" + bytes(100)) -> bytes:
    blocks = {SOME_TEXT: (b"Image_UTC_Data", b"1"), MOTION_PHOTO: (b"MotionPhoto_Data", clip)}
    return with_samsung_trailer(a_jpeg(1), blocks)


def with_box(heic: bytes) -> bytes:
    return heic + struct.pack(">I4s", 24, b"mpvd") + bytes(16)


def test_a_samsung_motion_photo_is_known_by_its_trailer(
    worker: DecodeWorker, tmp_path: Path
) -> None:
    clip = a_video(tmp_path / "clip.mp4").read_bytes()
    (tmp_path / "motion.jpg").write_bytes(a_motion_photo(clip))
    (tmp_path / "still.jpg").write_bytes(a_jpeg(1))

    motion, still = look_twice(
        worker, [an_image_file(tmp_path / name) for name in ("motion.jpg", "still.jpg")]
    )

    assert motion.metadata is not None
    assert motion.metadata.has_motion
    assert still.metadata is not None
    assert not still.metadata.has_motion


def test_a_heic_with_a_box_for_a_clip_is_a_motion_photo(
    worker: DecodeWorker, tmp_path: Path
) -> None:
    heic = a_photo_file(tmp_path / "a.heic").read_bytes()
    (tmp_path / "motion.heic").write_bytes(with_box(heic))

    plain, motion = look_twice(
        worker, [an_image_file(tmp_path / name) for name in ("a.heic", "motion.heic")]
    )

    assert plain.metadata is not None
    assert not plain.metadata.has_motion
    assert motion.metadata is not None
    assert motion.metadata.has_motion


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8\xff",
        a_jpeg(1) + b"SEFT",
        a_jpeg(1) + struct.pack("<I4s", 2**31, b"SEFT"),
        with_samsung_trailer(a_jpeg(1), {SOME_TEXT: (b"Image_UTC_Data", b"1")}),
        b"\0\0\0\x0cftypheic" + struct.pack(">I4sQ", 1, b"mdat", 2**63),
        b"\0\0\0\x0cftypheic" + bytes(40),
    ],
)
def test_other_ends_are_no_clips(content: bytes) -> None:
    assert not carries_clip(io.BytesIO(content))


def test_a_damaged_trailer_never_raises() -> None:
    chosen = random.Random(4)
    whole = a_motion_photo()
    for _ in range(2_000):
        damaged = bytearray(whole)
        for _ in range(3):
            damaged[-chosen.randrange(1, 80)] = chosen.randrange(256)
        carries_clip(io.BytesIO(bytes(damaged[: len(damaged) - chosen.randrange(3)])))
