"""Small real videos, made by the library that also reads them."""

from __future__ import annotations

import struct
from pathlib import Path

import av
from PIL import Image


def a_video(
    path: Path,
    *,
    seconds: float = 1.0,
    size: tuple[int, int] = (160, 96),
    colours: tuple[str, ...] = ("red",),
    turn: int = 0,
    **metadata: str,
) -> Path:
    """Write a clip; *colours* follow each other at equal lengths, *turn* is clockwise.

    Apple's keys come with underscores for dots: ``com_apple_quicktime_creationdate``.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    says = {
        key.replace("com_apple_quicktime_", "com.apple.quicktime."): text
        for key, text in metadata.items()
    }
    form = {".mov": "mov", ".webm": "webm"}.get(path.suffix.lower(), "mp4")
    options = {"movflags": "use_metadata_tags"} if any("." in key for key in says) else {}
    with av.open(str(path), "w", format=form, options=options) as container:
        container.metadata.update(says)
        stream = container.add_stream("libvpx-vp9" if form == "webm" else "mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        stream.gop_size = 5
        count = max(1, round(seconds * 10))
        for number in range(count):
            colour = colours[number * len(colours) // count]
            picture = Image.new("RGB", size, colour)
            picture.paste("blue", (0, 0, size[0] // 2, size[1] // 2))  # blue is top left
            if colour == "black":
                picture = Image.new("RGB", size, colour)
            container.mux(stream.encode(av.VideoFrame.from_image(picture)))
        container.mux(stream.encode())
    if turn:
        _turn(path, turn)
    return path


def _turn(path: Path, turn: int) -> None:
    """Write the display matrix of the track header, as phones do."""
    content = bytearray(path.read_bytes())
    at = content.index(b"tkhd") + 4 + 40  # version 0
    one = 0x10000
    matrix = {90: (0, one, -one, 0), 180: (-one, 0, 0, -one), 270: (0, -one, one, 0)}[turn]
    a, b, c, d = matrix
    struct.pack_into(">9i", content, at, a, b, 0, c, d, 0, 0, 0, 0x40000000)
    path.write_bytes(content)


def a_dng(
    path: Path, *, size: tuple[int, int] = (640, 480), taken_at: str = "2021:05:06 07:08:09"
) -> Path:
    """Write a RAW file as phones do: a small picture first, the sensor's below it."""
    small = Image.new("RGB", (64, 48), "red")
    small.paste("blue", (0, 0, 32, 24))
    chunks = bytearray(b"II*\0\0\0\0\0")

    def put(content: bytes) -> int:
        start = len(chunks)
        chunks.extend(content + b"\0" * (len(content) % 2))
        return start

    def directory(*entries: tuple[int, int, object]) -> int:
        packed = []
        for tag, form, value in sorted(entries, key=lambda entry: entry[0]):
            content = _packed(form, value)
            count = len(content) // {1: 1, 2: 1, 3: 2, 4: 4}[form]
            if len(content) > 4:
                content = struct.pack("<I", put(content))
            packed.append(struct.pack("<HHI", tag, form, count) + content.ljust(4, b"\0"))
        return put(struct.pack("<H", len(packed)) + b"".join(packed) + b"\0\0\0\0")

    pixels = put(bytes(size[0] * size[1] * 2))
    sensor = directory(
        *((254, 4, 0), (256, 4, size[0]), (257, 4, size[1]), (258, 3, 16), (259, 3, 1)),
        *((262, 3, 32803), (273, 4, pixels), (277, 3, 1), (278, 4, size[1])),
        *((279, 4, size[0] * size[1] * 2), (33421, 3, (2, 2)), (33422, 1, (0, 1, 1, 2))),
    )
    shot = directory((0x9003, 2, taken_at), (0x9011, 2, "+02:00"))
    first = directory(
        *((254, 4, 1), (256, 4, 64), (257, 4, 48), (258, 3, (8, 8, 8)), (259, 3, 1)),
        *((262, 3, 2), (271, 2, "Phone"), (272, 2, "Phone One"), (273, 4, put(small.tobytes()))),
        *((274, 3, 6), (277, 3, 3), (278, 4, 48), (279, 4, 64 * 48 * 3), (330, 4, sensor)),
        *((0x8769, 4, shot), (50706, 1, (1, 4, 0, 0))),
    )
    struct.pack_into("<I", chunks, 4, first)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(chunks)
    return path


def _packed(form: int, value: object) -> bytes:
    if isinstance(value, str):
        return value.encode() + b"\0"
    numbers = value if isinstance(value, tuple) else (value,)
    return struct.pack(
        f"<{len(numbers)}{ {1: 'B', 3: 'H', 4: 'I'}[form] }".replace(" ", ""), *numbers
    )
