"""Album to copies: stripped, written without overwriting, read back."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from organizer.errors import ExportError, NotFoundError, UnreadablePhotoError
from organizer.library import Library
from organizer.models import Album, AlbumId, ExportOptions, ExportReport, Kind, Photo, Status
from organizer.progress import Progress
from organizer.scan.reading import read_picture
from organizer.scan.walk import open_original
from organizer.scan.workers import DecodeWorker

if TYPE_CHECKING:
    from organizer.export.writing import Target

_JPEG_QUALITY = 90
_CONTACT_SHEET = "Contact sheet.pdf"


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """What the copies of an album would be, and what they would tell if nothing were removed."""

    file_count: int
    size_bytes: int
    with_location: int
    with_camera: int


@dataclass(slots=True)
class _Copying:
    """What an export has done so far."""

    written: list[Path] = field(default_factory=list)
    skipped: list[tuple[Path, str]] = field(default_factory=list)
    converted: list[tuple[Path, str]] = field(default_factory=list)


def export_preview(library: Library, album_id: AlbumId, *, progress: Progress) -> ExportPreview:
    """Count what an export would write and reveal.

    Raises:
        NotFoundError: If the album is gone.
    """
    album = _album(library, album_id)
    photos = list(progress.track(_seen_and_hidden(library, album)[0], "Looking at the album"))
    return ExportPreview(
        file_count=len(photos),
        size_bytes=sum(photo.size_bytes for photo in photos),
        with_location=sum(photo.latitude is not None for photo in photos),
        with_camera=sum(bool(photo.camera_model) for photo in photos),
    )


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

    album = _album(library, album_id)
    refuse_photo_folders(library, destination)
    photos, hidden = _seen_and_hidden(library, album)
    if not photos:
        why = "has only hidden photos" if hidden else "is empty"
        raise ExportError(f"The album “{album.title}” {why}; nothing was written.")
    target: Target
    target = ZipTarget(destination) if options.form == "zip" else FolderTarget(destination)
    copying = _Copying(skipped=[(photo.path, "It is hidden in Homeroll.") for photo in hidden])
    try:
        with _worker() as worker:
            for photo in progress.track(photos, "Exporting", total=len(photos)):
                _copy(photo, album, target, options, worker, copying)
        _add_overview(library, album, photos, target, options, copying)
    except BaseException:  # cancelled or failed: no half ZIP file stays, then it goes on
        target.discard()
        raise
    target.close()
    return ExportReport(
        destination=destination,
        written=tuple(copying.written),
        skipped=tuple(copying.skipped),
        converted=tuple(copying.converted),
    )


def _seen_and_hidden(library: Library, album: Album) -> tuple[list[Photo], list[Photo]]:
    """The photos of an album that are exported, and those that are hidden, each in order."""
    withheld = library.hidden.withheld()
    photos = library.photos.get_many(album.photo_ids)
    seen = [photo for photo in photos if photo.id not in withheld]
    return seen, [photo for photo in photos if photo.id in withheld]


def _album(library: Library, album_id: AlbumId) -> Album:
    album = library.albums.get(album_id)
    if album is None:
        raise NotFoundError("This album is no longer there.")
    return album


def refuse_photo_folders(library: Library, destination: Path) -> None:
    """Nothing is ever written below a folder of originals."""
    whole = destination.expanduser().resolve()
    for folder in library.folders.all():
        if whole.is_relative_to(folder.path.resolve()):
            raise ExportError(
                f"“{destination}” lies in “{folder.path}”, which holds your photos. "
                "Homeroll never writes there; please choose another place."
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
    album: Album,
    target: Target,
    options: ExportOptions,
    worker: DecodeWorker,
    copying: _Copying,
) -> None:
    from organizer.export.pages import make_sidecar
    from organizer.export.writing import safe_name

    if options.form == "pdf":
        return
    try:
        name, content = _content_of(photo, options, worker, copying)
    except OSError as error:
        copying.skipped.append((photo.path, f"It could not be read: {error.strerror}."))
        return
    except UnreadablePhotoError as error:
        copying.skipped.append((photo.path, str(error)))
        return
    written = target.write(safe_name(name), content)
    copying.written.append(written)
    if options.xmp:
        sidecar = make_sidecar(title=album.title, taken_at=photo.taken_at)
        copying.written.append(target.write(f"{written.name}.xmp", sidecar))


def _content_of(
    photo: Photo, options: ExportOptions, worker: DecodeWorker, copying: _Copying
) -> tuple[str, bytes]:
    from organizer.export.stripping import CannotStripError, strip

    if photo.status is not Status.OK:
        raise UnreadablePhotoError(photo.path, (photo.reason or "it is gone").rstrip(".").lower())
    if photo.kind is Kind.VIDEO and not options.keep_location:
        raise UnreadablePhotoError(
            photo.path, "what a video tells cannot be removed yet; keep the location to copy it"
        )
    if options.size_px is None or photo.kind is Kind.VIDEO:
        content = _read(photo.path)
        if options.keep_location:
            return photo.path.name, content
        try:
            taken_at = photo.taken_at if photo.has_trusted_date else None
            stripped = strip(content, orientation=photo.orientation, taken_at=taken_at)
        except CannotStripError:
            copying.converted.append(
                (photo.path, "Made a JPEG of it: its own format cannot be stripped without loss.")
            )
        else:
            return photo.path.name, stripped
    return f"{photo.path.stem}.jpg", _encoded(photo, options, worker)


def _read(path: Path) -> bytes:
    with os.fdopen(open_original(path), "rb") as file:
        return file.read()


def _encoded(photo: Photo, options: ExportOptions, worker: DecodeWorker) -> bytes:
    from PIL import Image

    from organizer.export.stripping import small_exif

    picture = read_picture(worker, photo.path, max_px=options.size_px)
    exif = small_exif(orientation=1, taken_at=photo.taken_at if photo.has_trusted_date else None)
    content = io.BytesIO()
    size = (picture.width_px, picture.height_px)
    Image.frombytes("RGB", size, picture.rgb).save(
        content, "JPEG", quality=_JPEG_QUALITY, exif=b"Exif\0\0" + exif
    )
    return content.getvalue()


def _add_overview(
    library: Library,
    album: Album,
    photos: list[Photo],
    target: Target,
    options: ExportOptions,
    copying: _Copying,
) -> None:
    from organizer.export.pages import ExportedPicture, make_contact_sheet, make_page

    if options.form == "pdf":
        pictures = [
            ExportedPicture(photo.path.name, _caption(photo), jpeg)
            for photo in photos
            if (jpeg := library.thumbnails.get(photo.id)) is not None
        ]
        copying.written.append(
            target.write(_CONTACT_SHEET, make_contact_sheet(album.title, pictures))
        )
    elif options.form == "html":
        pictures = [
            ExportedPicture(path.name, path.name, b"")
            for path in copying.written
            if path.suffix != ".xmp"
        ]
        copying.written.append(target.write("index.html", make_page(album.title, pictures)))


def _caption(photo: Photo) -> str:
    if photo.taken_at is None or not photo.has_trusted_date:
        return photo.path.name
    return f"{photo.taken_at:%d.%m.%Y %H:%M}"
