"""What only the whole library shows once its files are read: clocks, and what belongs together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from organizer.library import Library
from organizer.models import CaptureTime, PhotoId
from organizer.scan.clocks import Dated, settle_clocks
from organizer.scan.parts import Piece, find_parts
from organizer.scan.zones import offset_at
from organizer.store.file_facts import FileFacts

_DUE = "settling due"


def mark_due(library: Library) -> None:
    """Record that files are about to change: a kill before the end makes the next scan settle."""
    with library.transaction():
        library.settings.set(_DUE, "yes")


def settle_if_due(library: Library) -> None:
    """Give every photo the date that all photos together support, and join the parts of one."""
    if library.settings.get(_DUE, "no") != "yes":
        return
    files = library.files.facts()
    dates = settled_dates(files)
    parts = find_parts(_pieces(files, dates))
    with library.transaction():
        library.scanned.set_dates(dates)
        library.scanned.set_parts(parts)
        library.settings.set(_DUE, "no")


def settled_dates(files: Sequence[FileFacts]) -> dict[PhotoId, CaptureTime]:
    """When photos were taken by all that *files* say together; the user's word is not asked."""
    spokesmen = {file.photo_id: file for file in reversed(files)}  # the best file comes first
    dates = {photo_id: file.captured for photo_id, file in spokesmen.items()}
    dates.update(settle_clocks([_dated(file) for file in spokesmen.values()], offset_at))
    return dates


def _dated(file: FileFacts) -> Dated:
    return Dated(
        id=file.photo_id,
        make=file.camera_make,
        model=file.camera_model,
        captured=file.captured,
        latitude=file.latitude,
        longitude=file.longitude,
        tells_exposure=file.tells_exposure,
    )


def _pieces(files: Sequence[FileFacts], dates: Mapping[PhotoId, CaptureTime]) -> Iterator[Piece]:
    return (
        Piece(
            photo_id=file.photo_id,
            folder=(file.folder_id, file.below),
            name=file.name,
            kind=file.kind,
            is_ok=file.is_ok,
            captured=dates[file.photo_id],
            content_id=file.content_id,
            duration_s=file.duration_s,
        )
        for file in files
    )
