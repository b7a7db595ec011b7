"""What all strippers share: the refusal, and the small EXIF block that copies get."""

from __future__ import annotations

from datetime import datetime

from PIL import Image


class CannotStripError(Exception):
    """The file has no lossless way here; a picture has to be encoded anew."""


def small_exif(*, orientation: int, taken_at: datetime | None) -> bytes:
    """A TIFF block that holds the orientation and the capture time, and nothing else."""
    exif = Image.Exif()
    if orientation != 1:
        exif[0x0112] = orientation
    if taken_at is not None:
        exif.get_ifd(0x8769)[0x9003] = taken_at.strftime("%Y:%m:%d %H:%M:%S")
    block = exif.tobytes()
    return block[6:] if block.startswith(b"Exif\0\0") else block


def require(condition: object) -> None:
    """Go on only with a file that is as it should be.

    Raises:
        CannotStripError: If it is not.
    """
    if not condition:
        raise CannotStripError


def piece(content: bytes, start: int, length: int) -> bytes:
    """Bytes that must all be there.

    Raises:
        CannotStripError: If the file is too short.
    """
    require(0 <= start <= start + length <= len(content))
    return content[start : start + length]
