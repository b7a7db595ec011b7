"""One photo of an album to the bytes and the name of its copy."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from organizer.errors import NotFoundError, UnreadablePhotoError
from organizer.library import Library
from organizer.models import Album, AlbumId, ExportOptions, Kind, Photo, Status
from organizer.models.exports import NameFacts, Tells
from organizer.pipeline.zones import PrivatePlaces
from organizer.scan.reading import read_picture
from organizer.scan.walk import open_original
from organizer.scan.workers import DecodeWorker

SHEET_NAME, PAGE_NAME = "Contact sheet.pdf", "index.html"
# what every browser shows, and is stripped without being encoded anew
WEB_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
# and whatever else can be
STRIPPED_ENDINGS = (
    *WEB_ENDINGS,
    *(".jpe", ".jfif", ".mpo", ".apng", ".gif", ".tif", ".tiff", ".bmp", ".dib"),
    *(".avif", ".heic", ".heif", ".hif", ".jxl"),
)
STRIPPED_VIDEOS = (".mp4", ".m4v", ".mov", ".qt", ".3gp", ".3g2")
# a larger one is not held in memory
MAX_STRIPPED_BYTES = 1 << 30


@dataclass(slots=True)
class Copying:
    """What an export has done so far.

    Attributes:
        names: The name of the copy of each photo that was written, in order.
        checked: How many stripped copies were read back, with nothing personal found.
        private: How many copies lost their place because it is private.
        places: What is private.
    """

    written: list[Path] = field(default_factory=list)
    skipped: list[tuple[Path, str]] = field(default_factory=list)
    converted: list[tuple[Path, str]] = field(default_factory=list)
    names: list[tuple[Photo, str]] = field(default_factory=list)
    checked: int = 0
    private: int = 0
    places: PrivatePlaces = field(default_factory=PrivatePlaces)


def album_of(library: Library, album_id: AlbumId) -> Album:
    """The album.

    Raises:
        NotFoundError: If it is gone.
    """
    album = library.albums.get(album_id)
    if album is None:
        raise NotFoundError("This album is no longer there.")
    return album


def seen_and_hidden(library: Library, album: Album) -> tuple[list[Photo], list[Photo]]:
    """The photos of an album that are exported, and those that are hidden, each in order."""
    withheld = library.hidden.withheld()
    photos = library.photos.get_many(album.photo_ids)
    seen = [photo for photo in photos if photo.id not in withheld]
    return seen, [photo for photo in photos if photo.id in withheld]


def name_facts(
    photo: Photo, album: Album, number: int, count: int, *, keep_date: bool = True
) -> NameFacts:
    """What the name of a copy may be made of; without dates, for names of files hold them too."""
    return NameFacts(
        stem=photo.path.stem if keep_date else f"photo {number:04}",
        taken_at=photo.taken_at if photo.has_trusted_date and keep_date else None,
        number=number,
        count=count,
        album=album.title,
        keeps_date=keep_date,
    )


def options_of(photo: Photo, options: ExportOptions, places: PrivatePlaces) -> ExportOptions:
    """How this photo is copied: from a private place without everything it tells."""
    is_private = options.keep_location and places.hold_photo(photo)
    return replace(options, keep_location=False) if is_private else options


def is_copied_whole(photo: Photo, options: ExportOptions) -> bool:
    """Whether the copy has the bytes of the file, with everything they tell."""
    if not options.keep_location or not options.keep_date:
        return False
    if photo.kind is Kind.VIDEO:
        return True
    whole = options.size_px is None
    return whole and (options.form != "html" or photo.path.suffix.lower() in WEB_ENDINGS)


def ending_of_copy(photo: Photo, options: ExportOptions) -> str:
    """The ending its copy is expected to have, with the dot."""
    return photo.path.suffix if _stays(photo, options) else ".jpg"


def _stays(photo: Photo, options: ExportOptions) -> bool:
    """Whether the copy is of the same format, as far as its name tells."""
    if photo.kind is Kind.VIDEO or is_copied_whole(photo, options):
        return True
    endings = WEB_ENDINGS if options.form == "html" else STRIPPED_ENDINGS
    return options.size_px is None and photo.path.suffix.lower() in endings


def content_of(
    photo: Photo, options: ExportOptions, worker: DecodeWorker, copying: Copying
) -> tuple[str, bytes, bool]:
    """The ending and the bytes of a copy, and whether it is the file as it is.

    Raises:
        UnreadablePhotoError: If there can be none.
        OSError: If the file cannot be read.
    """
    if photo.status is not Status.OK:
        raise UnreadablePhotoError(photo.path, (photo.reason or "it is gone").rstrip(".").lower())
    if is_copied_whole(photo, options):
        content = _read(photo.path)
        if not tells_private_place(content, copying.places):
            return photo.path.suffix, content, True
        options = replace(options, keep_location=False)
    if photo.kind is Kind.VIDEO:
        return photo.path.suffix, _stripped_video(photo, options), False
    stripped = _stripped(photo, options, copying) if _stays(photo, options) else None
    if stripped is not None:
        return photo.path.suffix, stripped, False
    return ".jpg", _encoded(photo, options, worker), False


def tells_private_place(content: bytes, places: PrivatePlaces) -> bool:
    """Whether a file tells a private place, whatever the catalog knows; in doubt it does."""
    from organizer.export.positions import positions

    if not places.circles:
        return False
    told = positions(content)
    return told is None or places.hold_any(told)


def tells_place_in_words(written: bytes, *, places: PrivatePlaces | None = None) -> bool:
    """Whether words that go with copies hold a position, or with *places* one within those."""
    from organizer.export.positions import positions_in_words
    from organizer.export.reading_back import PLACES

    if places is None:
        return PLACES.search(written) is not None
    in_words = positions_in_words(written.decode("utf-8", "replace"))
    return places.hold_any(in_words) or tells_private_place(written, places)


def what_is_left(written: bytes) -> str:
    """Why a stripped copy must not go out; "" if nothing personal is found in it."""
    from organizer.export.reading_back import still_told

    found = still_told(written)
    if Tells.PLACE in found:
        return "The copy would still have told its place; it was not written."
    if Tells.CAMERA in found:
        return "The copy would still have told its camera; it was not written."
    return (
        "The copy would still have told more than the picture; it was not written." if found else ""
    )


def _told_time(photo: Photo, options: ExportOptions) -> datetime | None:
    return photo.taken_at if photo.has_trusted_date and options.keep_date else None


def _read(path: Path) -> bytes:
    with os.fdopen(open_original(path), "rb") as file:
        return file.read()


def _stripped_video(photo: Photo, options: ExportOptions) -> bytes:
    from organizer.export.stripping import CannotStripError, strip

    if photo.size_bytes > MAX_STRIPPED_BYTES:
        raise UnreadablePhotoError(
            photo.path, "it is larger than 1 GB, and what it tells cannot be removed"
        )
    try:
        return strip(_read(photo.path), orientation=1, taken_at=_told_time(photo, options))
    except CannotStripError as error:
        raise UnreadablePhotoError(
            photo.path,
            "what this kind of video tells cannot be removed",
        ) from error


def _stripped(photo: Photo, options: ExportOptions, copying: Copying) -> bytes | None:
    """The file without what it tells; None where it has to be encoded anew."""
    from organizer.export.stripping import CannotStripError, strip

    try:
        return strip(
            _read(photo.path),
            orientation=photo.orientation,
            taken_at=_told_time(photo, options),
        )
    except CannotStripError:
        copying.converted.append(
            (photo.path, "Made a JPEG of it: its own format cannot be stripped without loss.")
        )
        return None


def _encoded(photo: Photo, options: ExportOptions, worker: DecodeWorker) -> bytes:
    from PIL import Image

    from organizer.export.stripping import small_exif

    picture = read_picture(worker, photo.path, max_px=options.size_px)
    exif = small_exif(orientation=1, taken_at=_told_time(photo, options))
    content = io.BytesIO()
    size = (picture.width_px, picture.height_px)
    Image.frombytes("RGB", size, picture.rgb).save(
        content, "JPEG", quality=options.quality, exif=b"Exif\0\0" + exif
    )
    return content.getvalue()
