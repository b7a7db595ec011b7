"""Photos as the user's consents let them be looked at, folder by folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from organizer.library import Library
from organizer.models import Photo, Signal


def permitted(library: Library, photos: Iterable[Photo]) -> Iterator[Photo]:
    """Photos that may be grouped; those whose place may not be used come without it."""
    left_out = library.gate.refused_photos(Signal.GROUPING)
    any_place = library.gate.is_open(Signal.PLACES)
    placeless = library.gate.refused_photos(Signal.PLACES)
    for photo in photos:
        if photo.id in left_out:
            continue
        if any_place and photo.id not in placeless:
            yield photo
        else:
            yield replace(photo, latitude=None, longitude=None)


def to_be_seen(library: Library, signal: Signal, photos: Iterable[Photo]) -> list[Photo]:
    """Photos of which *signal* may be derived; none when it may not be at all."""
    if not library.gate.is_open(signal):
        return []
    refused = library.gate.refused_photos(signal)
    return [photo for photo in photos if photo.id not in refused]
