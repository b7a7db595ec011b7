"""What the window asks about one photo or day, and full pictures for the viewer."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from organizer.library import Library
from organizer.models import (
    Album,
    Event,
    LikenessGroup,
    Photo,
    PhotoId,
    Place,
    Signal,
    Suggestion,
    SuggestionKind,
    ThemeScore,
)
from organizer.pipeline.best_shots import with_best
from organizer.pipeline.deciding import known_suggestions
from organizer.pipeline.naming import name_place
from organizer.pipeline.speaking import language_of
from organizer.scan.reading import Picture, read_picture
from organizer.scan.workers import DecodeWorker, WorkerLostError, WorkerPool

SECONDS_A_PICTURE = 10.0
_NAMING_KINDS = (SuggestionKind.OCCASION, SuggestionKind.TRIP, SuggestionKind.EVENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFacts:
    """What is known of one photo; what was worked out is absent with the switch off."""

    photo: Photo
    place: Place | None
    themes: tuple[ThemeScore, ...]
    event: Event | None
    likeness: LikenessGroup | None
    albums: tuple[Album, ...]
    caption: str = ""


def photo_facts(library: Library, photo_id: PhotoId) -> PhotoFacts | None:
    """Everything the info panel shows; None when the photo is gone."""
    photo = library.photos.get(photo_id)
    if photo is None:
        return None
    place = None
    if photo.latitude is not None and photo.longitude is not None:
        place = name_place(photo.latitude, photo.longitude, language_of(library))
    themes: tuple[ThemeScore, ...] = ()
    event: Event | None = None
    likeness: LikenessGroup | None = None
    with library.derived() as derived:
        if derived is not None and library.gate.is_open(Signal.GROUPING):
            themes = derived.themes_of(photo_id)
            member = derived.membership_of(photo_id)
            if member.event_id is not None:
                event = derived.event(member.event_id)
            if member.likeness_group_id is not None:
                likeness = derived.likeness_group(member.likeness_group_id)
                likeness = likeness and _to_be_seen(library, likeness, photo_id)
    return PhotoFacts(
        photo=photo,
        place=place,
        themes=themes,
        event=event,
        likeness=likeness,
        albums=tuple(library.albums.of_photo(photo_id)),
        caption=library.captions.of(photo_id),
    )


def _to_be_seen(library: Library, group: LikenessGroup, photo_id: PhotoId) -> LikenessGroup | None:
    """The group of a photo without what is hidden, its best as said; None if it is left alone."""
    withheld = library.hidden.withheld()
    seen = tuple(one for one in group.photo_ids if one not in withheld)
    if photo_id not in seen or len(seen) < 2:
        return None
    best_id = group.best_id if group.best_id in seen else seen[0]
    return with_best(replace(group, best_id=best_id, photo_ids=seen), library.best_shots.all())


def event_titles(library: Library) -> dict[int, str]:
    """Titles for day headers, by ordinal of the local day: from suggestions, and saved albums."""
    suggestions = known_suggestions(library)
    saved = {d.suggestion_id: d.verdict for d in library.decisions.all()}
    titles: dict[int, tuple[int, str]] = {}
    for found in suggestions:
        if found.kind not in _NAMING_KINDS or saved.get(found.id) == "dismissed":
            continue
        if found.kind is SuggestionKind.EVENT and is_dated_title(found):
            continue  # the header says the day already
        days = Counter(
            photo.taken_at.toordinal()
            for photo in library.photos.get_many(found.photo_ids)
            if photo.taken_at is not None
        )
        for day, count in days.items():
            if count > titles.get(day, (0, ""))[0]:
                titles[day] = (count, found.title)
    return {day: title for day, (_, title) in titles.items()}


def is_dated_title(found: Suggestion) -> bool:
    """Whether a suggestion is named after nothing but its day."""
    return found.start is not None and str(found.start.year) in found.title


@dataclass(frozen=True, slots=True)
class DecoderCheck:
    """What the process that opens pictures is refused, as it found by trying."""

    refused: tuple[str, ...]
    allowed: tuple[str, ...]


def check_decoder() -> DecoderCheck:
    """Let a decode process try what a hostile picture would."""
    worker = DecodeWorker()
    try:
        answer, _ = worker.ask({"do": "try"}, [Path(__file__)])
    except WorkerLostError:
        answer = {}
    finally:
        worker.stop()
    tried = answer.get("refused")
    tried = tried if isinstance(tried, dict) else {}
    return DecoderCheck(
        refused=tuple(str(name) for name, was_refused in tried.items() if was_refused is True),
        allowed=tuple(str(name) for name, was_refused in tried.items() if was_refused is not True),
    )


class PictureReader:
    """Full pictures, decoded in a process of its own. Calls may come from any thread."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._pool = WorkerPool(1)
        self._pool.__enter__()

    def read(self, path: Path, max_px: int | None) -> Picture:
        """Decode a picture; waits for its turn.

        Raises:
            UnreadablePhotoError: If it cannot be read.
        """
        with self._turn:
            return read_picture(self._worker, path, max_px=max_px)

    def close(self) -> None:
        """End the process."""
        self._pool.__exit__(None, None, None)

    @property
    def _worker(self) -> DecodeWorker:
        return self._pool.workers[0]
