"""How long the samples of a track are when all are of one size; nothing else may be copied."""

from __future__ import annotations

import struct

import pytest

from organizer.export.iso_boxes import Box, box
from organizer.export.mp4_samples import sample_ranges
from organizer.export.parts import CannotStripError


def a_track(
    entry: bytes, *, size: int, samples: int, starts: tuple[int, ...] = (1000,)
) -> tuple[bytes, dict[bytes, Box]]:
    """The tables of a track of one description, with *samples* in each chunk."""
    bodies = {
        b"stsd": struct.pack(">II", 0, 1) + entry,
        b"stsz": struct.pack(">III", 0, size, samples * len(starts)),
        b"stsc": struct.pack(">IIIII", 0, 1, 1, samples, 1),
        b"stco": struct.pack(f">II{len(starts)}I", 0, len(starts), *starts),
    }
    content, tables = b"", {}
    for kind, body in bodies.items():
        start = len(content)
        content += box(kind, body)
        tables[kind] = Box(kind, start, start + 8, len(content))
    return content, tables


def a_sound(*, version: int, channels: int = 2, bits: int = 16, packing: bytes = b"") -> bytes:
    """A description of sound as QuickTime has it."""
    head = bytes(6) + struct.pack(">HH6xHHHHI", 1, version, channels, bits, 0, 0, 0)
    return box(b"sowt", head + packing)


def lengths(content: bytes, *tracks: dict[bytes, Box]) -> list[int]:
    return [end - start for start, end in sample_ranges(content, tracks)]


def test_sound_that_counts_in_frames_is_as_long_as_its_channels_and_bits_make_it() -> None:
    assert lengths(*a_track(a_sound(version=0), size=1, samples=100)) == [400]
    assert lengths(*a_track(a_sound(version=0, channels=1, bits=8), size=1, samples=7)) == [7]


def test_samples_of_one_size_are_as_long_as_they_say() -> None:
    assert lengths(*a_track(a_sound(version=0), size=9, samples=100)) == [900]


def test_packed_sound_counts_in_packets() -> None:
    packing = struct.pack(">IIII", 64, 34, 68, 2)  # samples and bytes a packet, a frame, a sample

    assert lengths(*a_track(a_sound(version=1, packing=packing), size=1, samples=640)) == [680]


@pytest.mark.parametrize(
    ("sound", "samples"),
    [
        (a_sound(version=0, bits=12), 100),
        (a_sound(version=2), 100),
        (a_sound(version=1, packing=struct.pack(">IIII", 64, 34, 68, 2)), 100),  # half a packet
        (a_sound(version=1, packing=bytes(16)), 100),
    ],
)
def test_sound_that_cannot_be_measured_is_refused(sound: bytes, samples: int) -> None:
    content, tables = a_track(sound, size=1, samples=samples)

    with pytest.raises(CannotStripError):
        sample_ranges(content, [tables])


def test_chunks_that_lie_in_one_another_are_refused() -> None:
    apart = a_track(a_sound(version=0), size=1, samples=100, starts=(1000, 1400))
    within = a_track(a_sound(version=0), size=1, samples=100, starts=(1000, 1396))

    assert lengths(*apart) == [400, 400]
    with pytest.raises(CannotStripError):
        sample_ranges(within[0], [within[1]])
