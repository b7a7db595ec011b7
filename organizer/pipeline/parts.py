"""Albums out of the parts of one suggestion: titles for them, and saving them together."""

from __future__ import annotations

from collections.abc import Sequence

from organizer.earth import distance_km
from organizer.library import Library
from organizer.models import Album, Decision, Photo, PhotoId
from organizer.pipeline.deciding import SAVED, decision_about, find_suggestion, forget_decision
from organizer.pipeline.dwelling import list_homes
from organizer.pipeline.naming import name_place
from organizer.pipeline.ruling import circle_around
from organizer.pipeline.speaking import language_of
from organizer.suggestions.titles import Titles
from organizer.suggestions.trips import AT_HOME_KM


def titles_of_parts(library: Library, parts: Sequence[Sequence[PhotoId]]) -> list[str]:
    """A title for each part, as an event of its photos would have; dates where those agree."""
    titles = Titles.of(language_of(library))
    told, dated = [], []
    for part in parts:
        photos = library.photos.get_many(part)
        times = sorted(photo.taken_at for photo in photos if photo.taken_at is not None)
        told.append(titles.event(times[0], times[-1], _place(library, photos)) if times else "")
        dated.append(titles.weekday(times[0].date()) if times else "")
    return [
        date if told.count(title) > 1 else title for title, date in zip(told, dated, strict=True)
    ]


def _place(library: Library, photos: list[Photo]) -> str | None:
    """The name of the place, None at home: there it says nothing."""
    circle = circle_around(photos)
    if circle is None:
        return None
    middle = circle.latitude, circle.longitude
    for listed in list_homes(library):
        if distance_km(middle, (listed.home.latitude, listed.home.longitude)) <= AT_HOME_KM:
            return None
    place = name_place(*middle, language_of(library))
    return place.name if place else None


def save_parts(
    library: Library, suggestion_id: str, parts: Sequence[Sequence[PhotoId]]
) -> list[Album]:
    """Make an album of each part of a suggestion, which is answered with that.

    Raises:
        NotFoundError: If there is no such suggestion.
    """
    found = find_suggestion(library, suggestion_id)
    titles = titles_of_parts(library, parts)
    with library.transaction():
        albums = [
            library.albums.add(title or found.title, tuple(part), None, suggestion_id)
            for title, part in zip(titles, parts, strict=True)
        ]
        library.decisions.keep(decision_about(SAVED, found))
    return albums


def undo_save_parts(library: Library, albums: Sequence[Album]) -> Decision | None:
    """Remove the albums again; their suggestion is open once more. Returns what was decided."""
    with library.transaction():
        for album in albums:
            library.albums.remove(album.id)
        return forget_decision(library, albums[0].suggestion_id)


def save_parts_again(library: Library, albums: Sequence[Album], decision: Decision | None) -> None:
    """Take :func:`undo_save_parts` back: the same albums under their old ids."""
    with library.transaction():
        for album in albums:
            library.albums.put_back(album)
        if decision is not None:
            library.decisions.keep(decision)
