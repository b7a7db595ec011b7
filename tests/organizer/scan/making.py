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
