"""Where the samples of a track of a video lie."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import accumulate, pairwise

from organizer.export.iso_boxes import Box
from organizer.export.parts import require

_MAX_SAMPLES = 20_000_000


def sample_ranges(content: bytes, tracks: Sequence[dict[bytes, Box]]) -> list[tuple[int, int]]:
    """Start and end of each chunk of samples of all *tracks*, in order.

    Raises:
        CannotStripError: If the tables do not fit together, or chunks lie in one another.
    """
    found: list[tuple[int, int]] = []
    for tables in tracks:
        require({b"stsz", b"stsc"} <= set(tables))
        starts = _chunk_starts(content, tables)
        counts = _samples_by_chunk(content, tables[b"stsc"], len(starts))
        found += zip(starts, _chunk_ends(content, tables, starts, counts), strict=True)
    found.sort()
    require(all(end <= later for (_, end), (later, _) in pairwise(found)))
    return found


def _chunk_starts(content: bytes, tables: dict[bytes, Box]) -> Sequence[int]:
    is_wide = b"co64" in tables
    require(is_wide or b"stco" in tables)
    box = tables[b"co64" if is_wide else b"stco"]
    (count,) = struct.unpack_from(">I", content, box.body + 4)
    require(box.body + 8 + count * (8 if is_wide else 4) <= box.end)
    return struct.unpack_from(f">{count}{'Q' if is_wide else 'I'}", content, box.body + 8)


def _samples_by_chunk(content: bytes, stsc: Box, chunks: int) -> list[int]:
    (count,) = struct.unpack_from(">I", content, stsc.body + 4)
    require(stsc.body + 8 + 12 * count <= stsc.end)
    rows = list(struct.iter_unpack(">III", content[stsc.body + 8 : stsc.body + 8 + 12 * count]))
    require(bool(rows) == bool(chunks) or not chunks)
    samples: list[int] = []
    ends = [row[0] - 1 for row in rows[1:]] + [chunks]
    for (_first, number, _description), end in zip(rows, ends, strict=True):
        require(len(samples) <= end <= chunks)
        samples += [number] * (end - len(samples))
    require(len(samples) == chunks)
    return samples


def _chunk_ends(
    content: bytes, tables: dict[bytes, Box], starts: Sequence[int], counts: Sequence[int]
) -> Sequence[int]:
    stsz = tables[b"stsz"]
    size, count = struct.unpack_from(">II", content, stsz.body + 4)
    if size:
        return [
            start + _sound_bytes(content, tables, size, number)
            for start, number in zip(starts, counts, strict=True)
        ]
    require(count <= _MAX_SAMPLES and stsz.body + 12 + 4 * count <= stsz.end)
    sizes = struct.unpack_from(f">{count}I", content, stsz.body + 12)
    until = list(accumulate(sizes, initial=0))
    bounds = list(accumulate(counts, initial=0))
    require(bounds[-1] <= count)
    return [
        start + until[last] - until[first]
        for start, (first, last) in zip(starts, pairwise(bounds), strict=True)
    ]


def _sound_bytes(content: bytes, tables: dict[bytes, Box], size: int, number: int) -> int:
    """How many bytes *number* samples of one size take.

    QuickTime counts sound in frames: their bytes stand in the description of the sound, where
    version 1 packs several frames. Source: QuickTime File Format, sound sample descriptions.
    """
    require(b"stsd" in tables)
    entry = tables[b"stsd"].body + 8
    require(entry + 36 <= tables[b"stsd"].end)
    (version,) = struct.unpack_from(">H", content, entry + 16)
    channels, bits = struct.unpack_from(">HH", content, entry + 24)
    if version == 0:
        require(size > 1 or bits in (8, 16, 24, 32))
        return int(number * (size if size > 1 else channels * bits // 8))
    require(version == 1 and entry + 48 <= tables[b"stsd"].end)
    frames, _, packet_bytes = struct.unpack_from(">III", content, entry + 36)
    require(frames > 0 and packet_bytes > 0 and number % frames == 0)
    return int(number // frames * packet_bytes)
