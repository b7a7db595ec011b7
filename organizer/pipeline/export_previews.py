"""What an export would write and reveal, told before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from organizer.library import Library
from organizer.models import AlbumId, ExportOptions, Kind, Photo, Status
from organizer.models.exports import CopyRemains, NameFacts, Tells
from organizer.pipeline.copies import (
    SHEET_NAME,
    STRIPPED_VIDEOS,
    album_of,
    ending_of_copy,
    is_copied_whole,
    name_facts,
    options_of,
    seen_and_hidden,
)
from organizer.pipeline.zones import PrivatePlaces, private_places
from organizer.progress import Progress


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """What the copies of an album would be, and what they would tell if nothing were removed.

    Attributes:
        private: How many were taken in private places; they lose their place in any case.
        title_tells: Whether the title of the album names a private place.
        first: What the name of the first copy may be made of; None without photos.
        first_ending: Its ending, with the dot.
    """

    file_count: int
    size_bytes: int
    with_location: int
    with_camera: int
    with_caption: int = 0
    private: int = 0
    title_tells: bool = False
    first: NameFacts | None = None
    first_ending: str = ""


def export_preview(library: Library, album_id: AlbumId, *, progress: Progress) -> ExportPreview:
    """Count what an export would write and reveal.

    Raises:
        NotFoundError: If the album is gone.
    """
    album = album_of(library, album_id)
    places = private_places(library)
    photos = list(progress.track(seen_and_hidden(library, album)[0], "Looking at the album"))
    return ExportPreview(
        file_count=len(photos),
        size_bytes=sum(photo.size_bytes for photo in photos),
        with_location=sum(photo.latitude is not None for photo in photos),
        with_camera=sum(bool(photo.camera_model) for photo in photos),
        with_caption=sum(bool(library.captions.of(photo.id)) for photo in photos),
        private=sum(places.hold_photo(photo) for photo in photos),
        title_tells=places.named_in(album.title),
        first=name_facts(photos[0], album, 1, len(photos)) if photos else None,
        first_ending=photos[0].path.suffix if photos else "",
    )


def example_name(preview: ExportPreview, pattern: str, *, keep_date: bool = True) -> str:
    """What the first copy would be called; "" without photos."""
    from organizer.export.naming import name_of_copy

    if preview.first is None:
        return ""
    first = preview.first
    if not keep_date:
        first = replace(first, stem=f"photo {1:04}", taken_at=None, keeps_date=False)
    return name_of_copy(pattern, first, preview.first_ending)


def unknown_name_fields(pattern: str) -> list[str]:
    """What stands in braces in a pattern for names and means nothing."""
    from organizer.export.naming import unknown_fields

    return unknown_fields(pattern)


def export_remains(
    library: Library, album_id: AlbumId, options: ExportOptions, *, progress: Progress
) -> list[CopyRemains]:
    """What each copy would still tell, from the catalog; no original is opened for it.

    Raises:
        NotFoundError: If the album is gone.
    """
    album = album_of(library, album_id)
    seen, hidden = seen_and_hidden(library, album)
    places = private_places(library) if options.keep_location else PrivatePlaces()
    remains = [
        _remains(
            library,
            photo,
            name_facts(photo, album, number, len(seen), keep_date=options.keep_date),
            options_of(photo, options, places),
            is_private=places.hold_photo(photo),
        )
        for number, photo in enumerate(progress.track(seen, "Looking at the album"), start=1)
    ]
    left_out = [_left_out(photo.path, Tells.HIDDEN_LEFT_OUT) for photo in hidden]
    return [*remains, *left_out]


def _remains(
    library: Library,
    photo: Photo,
    facts: NameFacts,
    options: ExportOptions,
    *,
    is_private: bool,
) -> CopyRemains:
    from organizer.export.naming import name_of_copy

    told = [Tells.DATE] if facts.taken_at and options.keep_date else []
    said = [Tells.CAPTION] if library.captions.of(photo.id) else []
    if options.form == "pdf":
        if library.thumbnails.get(photo.id) is None:
            return _left_out(photo.path, Tells.NO_THUMBNAIL)
        return CopyRemains(path=photo.path, name=SHEET_NAME, tells=(*told, *said))
    if photo.status is not Status.OK:
        return _left_out(photo.path, Tells.UNREADABLE_LEFT_OUT)
    if _is_unknown_video(photo, options):
        return _left_out(photo.path, Tells.VIDEO_LEFT_OUT)
    if is_copied_whole(photo, options):
        told += [Tells.PLACE] if photo.latitude is not None else []
        told += [Tells.CAMERA] if photo.camera_model else []
        told.append(Tells.REST)
    if options.form == "html" or options.xmp:
        told += said
    told += [Tells.PRIVATE_PLACE] if is_private else []
    name = name_of_copy(options.names, facts, ending_of_copy(photo, options))
    return CopyRemains(path=photo.path, name=name, tells=tuple(told))


def _is_unknown_video(photo: Photo, options: ExportOptions) -> bool:
    """Whether its kind of video cannot be copied without all that it tells."""
    is_whole = is_copied_whole(photo, options)
    return photo.kind is Kind.VIDEO and not (
        is_whole or photo.path.suffix.lower() in STRIPPED_VIDEOS
    )


def _left_out(path: Path, why: Tells) -> CopyRemains:
    return CopyRemains(path=path, name="", tells=(why,))
