"""Library to what can be looked for: kept in memory only, as long as somebody searches.

Brings numpy: not at start-up.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import PurePosixPath

from organizer.library import Library
from organizer.models import Facet, Kind, PhotoId, Suggestion, SuggestionKind, Tag
from organizer.pipeline.deciding import known_suggestions
from organizer.pipeline.naming import country_name, name_place
from organizer.pipeline.showing import is_dated_title
from organizer.pipeline.speaking import language_of
from organizer.progress import Progress
from organizer.search.date_words import month_names
from organizer.search.index import SearchIndex, find, make_index, offers, tags_of
from organizer.search.tag_words import named_tag
from organizer.store.searching import SearchRow
from organizer.suggestions.words import WORDINGS, Wording, wording

__all__ = ["SearchIndex", "find", "index_of", "offers", "tags_of"]

_EPOCH = date(1970, 1, 1)
_SECONDS_A_DAY = 86_400
_NO_DAY = (0, 0, 0)
# about a kilometre: photos nearer than this are looked up together
_DEGREE_DIGITS = 2

Members = dict[Tag, list[int]]


def index_of(library: Library, progress: Progress) -> SearchIndex:
    """Gather all that can be looked for.

    Raises:
        Cancelled: If it was not wanted any more.
    """
    language = language_of(library)
    rows = library.searching.photos()
    position = {row.id: number for number, row in enumerate(rows)}
    members: Members = defaultdict(list)
    days = _add_facts(members, rows, language)
    _add_places(members, rows, language, progress)
    _add_albums(members, library, position)
    _add_derived(members, library, position, language)
    names = [*_add_files(members, library, position), *_captions(library, position)]
    return make_index([row.id for row in rows], days, members, names, _months())


def _months() -> Mapping[str, int]:
    """Months in every language: people type what they are used to."""
    found: dict[str, int] = {}
    for words in WORDINGS.values():
        found |= month_names(words.months)
    return found


def _add_facts(
    members: Members, rows: Sequence[SearchRow], language: str
) -> list[tuple[int, int, int]]:
    """Tags for kind, camera, favourites and dates; returns year, month and day of each."""
    dates = _Dates(wording(language))
    favourite = named_tag(Facet.FAVOURITE, Facet.FAVOURITE, language)
    unsure = named_tag(Facet.DATE_PROBLEM, Facet.DATE_PROBLEM, language)
    kinds = {kind.value: named_tag(Facet.KIND, kind, language) for kind in Kind}
    days = []
    for number, row in enumerate(rows):
        members[kinds[row.kind]].append(number)
        if row.favourite:
            members[favourite].append(number)
        if row.camera_model:
            members[_camera(row)].append(number)
        if row.taken_at_s is None:
            members[unsure].append(number)
            days.append(_NO_DAY)
        else:
            day = _EPOCH + timedelta(days=row.taken_at_s // _SECONDS_A_DAY)
            for tag in dates.tags(day):
                members[tag].append(number)
            days.append((day.year, day.month, day.day))
    return days


def _camera(row: SearchRow) -> Tag:
    make, model = row.camera_make, row.camera_model
    name = model if model.lower().startswith(make.lower()) else f"{make} {model}"
    return Tag(Facet.CAMERA, name, name)


class _Dates:
    """Tags of years and months, each made once."""

    def __init__(self, words: Wording) -> None:
        self._words = words
        self._made: dict[tuple[int, int], tuple[Tag, Tag]] = {}

    def tags(self, day: date) -> tuple[Tag, Tag]:
        """The tags of a day's year and month."""
        made = self._made.get((day.year, day.month))
        if made is None:
            name = self._words.say(
                "month", month=self._words.months[day.month - 1], year=str(day.year)
            )
            made = self._made[day.year, day.month] = (
                Tag(Facet.DATE, f"{day.year:04}", str(day.year)),
                Tag(Facet.DATE, f"{day.year:04}-{day.month:02}", name),
            )
        return made


def _add_places(
    members: Members, rows: Sequence[SearchRow], language: str, progress: Progress
) -> None:
    """Tags for towns, regions and countries; names are looked up and kept nowhere."""
    spots: dict[tuple[float, float], list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        if row.latitude is not None and row.longitude is not None:
            spot = round(row.latitude, _DEGREE_DIGITS), round(row.longitude, _DEGREE_DIGITS)
            spots[spot].append(number)
    for spot, numbers in spots.items():
        progress.check()
        place = name_place(*spot, language)
        if place is None:
            continue
        country = country_name(place.country, language)
        parts = [(place.name, place.region), (place.region, country), (country, "")]
        if place.region == place.name:
            parts[:2] = [(place.name, country)]
        for name, around in parts:
            if name:
                key = f"{place.country}/{around}/{name}"
                members[Tag(Facet.PLACE, key, name, around)] += numbers


def _add_albums(members: Members, library: Library, position: Mapping[PhotoId, int]) -> None:
    for album in library.albums.all():
        tag = Tag(Facet.ALBUM, str(album.id), album.title)
        members[tag] += _positions(album.photo_ids, position)


def _add_derived(
    members: Members, library: Library, position: Mapping[PhotoId, int], language: str
) -> None:
    """Tags for themes and for the titles of suggestions; none while suggestions are off."""
    with library.derived() as derived:
        themes = derived.themes() if derived is not None else {}
    for photo_id, scores in themes.items():
        for score in scores if photo_id in position else ():
            members[named_tag(Facet.THEME, score.name, language)].append(position[photo_id])
    dismissed = {one.suggestion_id for one in library.decisions.all()}
    for found in known_suggestions(library):
        if found.id not in dismissed and _names_photos(found):
            tag = Tag(Facet.TITLE, found.id, found.title)
            members[tag] += _positions(found.photo_ids, position)


def _names_photos(found: Suggestion) -> bool:
    """Whether a title says more than a date."""
    return found.kind is not SuggestionKind.ON_THIS_DAY and not is_dated_title(found)


def _add_files(
    members: Members, library: Library, position: Mapping[PhotoId, int]
) -> list[tuple[int, str]]:
    """Tags for added folders and those in them; returns the names of files."""
    folders = {folder.id: folder.path for folder in library.folders.all()}
    names = []
    tags: dict[tuple[int, bytes], list[Tag]] = {}
    for photo_id, folder_id, path in library.searching.files():
        number = position.get(photo_id)
        if number is None or folder_id not in folders:
            continue
        inside, _, name = path.rpartition(b"/")
        names.append((number, _shown(name)))
        key = folder_id, inside
        if key not in tags:
            tags[key] = list(_folder_tags(folder_id, folders[folder_id].name, inside))
        for tag in tags[key]:
            members[tag].append(number)
    return names


def _folder_tags(folder_id: int, top: str, inside: bytes) -> Iterable[Tag]:
    """The added folder, and each folder in it on the way to a file."""
    top = _shown(os.fsencode(top))
    yield Tag(Facet.FOLDER, f"{folder_id}", top)
    parts = PurePosixPath(_shown(inside)).parts
    for depth, part in enumerate(parts, start=1):
        around = "/".join((top, *parts[: depth - 1]))
        yield Tag(Facet.FOLDER, f"{folder_id}/{'/'.join(parts[:depth])}", part, around)


def _shown(path: bytes) -> str:
    """Names that are no text, with a sign for each byte that is none."""
    return path.decode("utf-8", "replace")


def _captions(library: Library, position: Mapping[PhotoId, int]) -> list[tuple[int, str]]:
    found = library.searching.captions()
    return [(position[photo_id], text) for photo_id, text in found if photo_id in position]


def _positions(photo_ids: Iterable[PhotoId], position: Mapping[PhotoId, int]) -> list[int]:
    return [position[photo_id] for photo_id in photo_ids if photo_id in position]
