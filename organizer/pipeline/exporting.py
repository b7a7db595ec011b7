"""Album to copies: stripped, written without overwriting, read back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from organizer.errors import ExportError, UnreadablePhotoError
from organizer.library import Library
from organizer.models import Album, AlbumId, ExportOptions, ExportReport, Kind, Photo
from organizer.models.exports import KEEP_NAMES, NameFacts
from organizer.pipeline.copies import (
    PAGE_NAME,
    SHEET_NAME,
    Copying,
    album_of,
    content_of,
    is_copied_whole,
    name_facts,
    options_of,
    seen_and_hidden,
    tells_place_in_words,
    what_is_left,
)
from organizer.pipeline.folders import refuse_photo_folders
from organizer.pipeline.zones import private_places
from organizer.progress import Progress
from organizer.scan.workers import DecodeWorker

if TYPE_CHECKING:
    from organizer.export.writing import Target

TELLS_A_PLACE = "Its sidecar would tell a place, perhaps in the caption; it was not written."


def export_album(
    library: Library,
    album_id: AlbumId,
    destination: Path,
    options: ExportOptions,
    *,
    progress: Progress,
) -> ExportReport:
    """Write copies of an album's photos to *destination*; nothing there is overwritten.

    Args:
        destination: A folder, or the ZIP file to make.

    Raises:
        NotFoundError: If the album is gone.
        ExportError: If the destination cannot be written, or lies in an added folder.
        Cancelled: If the user stopped it; whole copies stay.
    """
    from organizer.export.writing import FolderTarget, ZipTarget

    album = album_of(library, album_id)
    refuse_photo_folders(library, destination)
    photos, hidden = seen_and_hidden(library, album)
    if not photos:
        if hidden:
            raise ExportError(
                f"The album “{album.title}” has only hidden photos; nothing was written."
            )
        raise ExportError(f"The album “{album.title}” is empty; nothing was written.")
    target: Target
    target = ZipTarget(destination) if options.form == "zip" else FolderTarget(destination)
    copying = Copying(skipped=[(photo.path, "It is hidden in Homeroll.") for photo in hidden])
    if options.keep_location:
        copying.places = private_places(library)
    try:
        with _worker() as worker:
            for number, photo in enumerate(
                progress.track(photos, "Exporting", total=len(photos)), start=1
            ):
                facts = name_facts(photo, album, number, len(photos), keep_date=options.keep_date)
                caption = library.captions.of(photo.id)
                _copy(photo, facts, caption, target, options, worker, copying)
        overview = _add_overview(library, album, photos, target, options, copying)
    except BaseException:  # cancelled or failed: no half ZIP file stays, then it goes on
        target.discard()
        raise
    target.close()
    return ExportReport(
        destination=destination,
        written=tuple(copying.written),
        skipped=tuple(copying.skipped),
        converted=tuple(copying.converted),
        overview=overview,
        checked=copying.checked,
        private=copying.private,
    )


@contextmanager
def _worker() -> Iterator[DecodeWorker]:
    worker = DecodeWorker()
    try:
        yield worker
    finally:
        worker.stop()


def _copy(
    photo: Photo,
    facts: NameFacts,
    caption: str,
    target: Target,
    options: ExportOptions,
    worker: DecodeWorker,
    copying: Copying,
) -> None:
    from organizer.export.naming import name_of_copy
    from organizer.export.pages import make_sidecar

    if options.form == "pdf":
        return
    own = options_of(photo, options, copying.places)
    try:
        ending, content, is_whole = content_of(photo, own, worker, copying)
    except OSError as error:
        copying.skipped.append((photo.path, f"It could not be read: {error.strerror}."))
        return
    except UnreadablePhotoError as error:
        copying.skipped.append((photo.path, str(error)))
        return
    if not is_whole:
        left = what_is_left(content)
        if left:  # it never gets where the copies go
            copying.skipped.append((photo.path, left))
            return
        copying.checked += 1
        copying.private += is_copied_whole(photo, options)
    written = target.write(name_of_copy(options.names, facts, ending), content)
    copying.written.append(written)
    copying.names.append((photo, written.name))
    if options.xmp:
        sidecar = make_sidecar(title=facts.album, taken_at=facts.taken_at, caption=caption)
        if tells_place_in_words(sidecar) or tells_place_in_words(sidecar, places=copying.places):
            copying.skipped.append((photo.path, TELLS_A_PLACE))
            return
        copying.written.append(target.write(f"{written.name}.xmp", sidecar))


def _add_overview(
    library: Library,
    album: Album,
    photos: list[Photo],
    target: Target,
    options: ExportOptions,
    copying: Copying,
) -> Path | None:
    if options.form == "pdf":
        name, content = SHEET_NAME, _contact_sheet(library, album, photos, options, copying)
    elif options.form == "html":
        name, content = PAGE_NAME, _page(library, album, options, copying)
    else:
        return None
    words = content if options.form == "html" else _words_of(library, album, photos)
    places = copying.places if options.keep_location else None
    if tells_place_in_words(words, places=places):
        raise ExportError("The page would tell a place, perhaps in a caption; it was not written.")
    overview = target.write(name, content)
    copying.written.append(overview)
    return overview


def _words_of(library: Library, album: Album, photos: list[Photo]) -> bytes:
    """What the user wrote and a contact sheet shows as pixels."""
    words = [album.title, *(library.captions.of(photo.id) for photo in photos)]
    return "\n".join(words).encode("utf-8", "replace")


def _contact_sheet(
    library: Library, album: Album, photos: list[Photo], options: ExportOptions, copying: Copying
) -> bytes:
    from organizer.export.pages import SheetPicture
    from organizer.export.sheets import make_contact_sheet

    pictures = []
    for photo in photos:
        jpeg = library.thumbnails.get(photo.id)
        if jpeg is None:
            copying.skipped.append((photo.path, "There is no small picture of it yet."))
        else:
            keeps_name = options.names == KEEP_NAMES and options.keep_date
            line = _line_of(photo, photo.path.name if keeps_name else "", options)
            pictures.append(SheetPicture(library.captions.of(photo.id), line, jpeg))
    if not pictures:
        raise ExportError(f"No photo of “{album.title}” can be shown; nothing was written.")
    return make_contact_sheet(album.title, pictures)


def _page(library: Library, album: Album, options: ExportOptions, copying: Copying) -> bytes:
    from organizer.export.pages import PagePicture, make_page

    cover_first = sorted(copying.names, key=lambda copy: copy[0].id != album.cover_id)
    pictures = [
        PagePicture(
            name,
            library.captions.of(photo.id),
            _line_of(photo, name, options),
            is_video=photo.kind is Kind.VIDEO,
        )
        for photo, name in cover_first
    ]
    return make_page(album.title, pictures)


def _line_of(photo: Photo, name: str, options: ExportOptions) -> str:
    """When it was taken, else *name*, which tells no more than the copies do."""
    if photo.taken_at is None or not photo.has_trusted_date or not options.keep_date:
        return name
    return f"{photo.taken_at:%d.%m.%Y %H:%M}"
