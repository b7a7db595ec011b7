"""One plain sentence for whatever a decoder made of a file."""

from __future__ import annotations

from PIL import UnidentifiedImageError

from organizer.models import Status
from organizer.scan.decoders import DecoderMissingError
from organizer.scan.formats import sniff
from organizer.scan.pictures import TooLargeError
from organizer.scan.raws import NoPreviewError
from organizer.scan.videos import NoPictureError

_BY_ERROR: tuple[tuple[type[Exception], Status, str], ...] = (
    (TooLargeError, Status.TOO_LARGE, "The picture has more than 250 million pixels."),
    (MemoryError, Status.TOO_LARGE, "The picture needs more memory than a picture should."),
    (NoPreviewError, Status.UNSUPPORTED, "The RAW file carries no preview that can be shown."),
    (NoPictureError, Status.UNREADABLE, "The video has no picture that can be decoded."),
)
_UNREAD = {"JP2": "JPEG 2000 pictures are not read."}


def why_unreadable(error: Exception, head: bytes, size: int) -> tuple[Status, str]:
    """Status and reason for a file of *size* bytes that begins with *head*."""
    for kind, status, reason in _BY_ERROR:
        if isinstance(error, kind):
            return status, reason
    if isinstance(error, DecoderMissingError):
        return Status.UNSUPPORTED, str(error)
    found = sniff(head)
    if found in _UNREAD:
        return Status.UNSUPPORTED, _UNREAD[found]
    return Status.UNREADABLE, _damage(error, found, size)


def _damage(error: Exception, found: str | None, size: int) -> str:
    if size == 0:
        return "The file is empty."
    if found is None:
        return "The file is not a picture of a known format."
    if found == "VIDEO":
        return "The video is damaged or of an unusual kind."
    if isinstance(error, UnidentifiedImageError):
        return f"The {found} file is damaged or of an unusual kind."
    if "truncated" in str(error).lower():
        return f"The {found} file is cut off: its end is missing."
    return f"The {found} file is damaged."
