"""The promises tried out: what is to be refused is attempted, and what is counted is told."""

from __future__ import annotations

from dataclasses import dataclass

from organizer.library import Library
from organizer.pipeline.showing import DecoderCheck, check_decoder
from organizer.privacy.network_wall import NetworkCheck, check_network
from organizer.privacy.originals_guard import OriginalsCount, originals_count, try_to_write


@dataclass(frozen=True, slots=True)
class Proof:
    """What was tried just now.

    Attributes:
        is_photo_safe: Whether opening a photo for writing was refused; None without a photo
            that is there.
    """

    network: tuple[NetworkCheck, ...]
    decoder: DecoderCheck
    is_photo_safe: bool | None
    originals: OriginalsCount


def prove(library: Library) -> Proof:
    """Try everything; takes about a second. Nothing is sent and nothing is written."""
    photo = next((path for path in library.files.some_paths() if path.is_file()), None)
    return Proof(
        network=tuple(check_network()),
        decoder=check_decoder(),
        is_photo_safe=None if photo is None else try_to_write(photo),
        originals=originals_count(),
    )
