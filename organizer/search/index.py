"""All that can be looked for, turned round: from a tag to its photos."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from organizer.models import Facet, Offer, PhotoId, Tag, Wish
from organizer.search.date_words import DateWish, read_date
from organizer.search.folding import folded, words_of

Positions = NDArray[np.intp]
Mask = NDArray[np.bool_]

MAX_OFFERS = 8
MAX_OF_A_FACET = 3
# shorter words stand in too many names: they have to begin a part of it
MIN_INSIDE = 3


@dataclass(frozen=True, eq=False)
class SearchIndex:
    """What can be said of photos.

    Attributes:
        photo_ids: Shape ``(photos,)``.
        dates: Year, month and day of each photo, zeros where none is trusted, ``(photos, 3)``.
        members: The positions of the photos of each tag.
        words: The folded words of each tag's name.
        names: File names and captions, folded, one line after the other.
        name_starts: Where in *names* each line begins, ascending, ``(lines,)``.
        name_owners: The position of the photo of each line, ``(lines,)``.
        months: Folded names of months, to their numbers.
    """

    photo_ids: NDArray[np.int64]
    dates: NDArray[np.int16]
    members: Mapping[Tag, Positions]
    words: Mapping[Tag, Sequence[str]]
    names: str
    name_starts: Positions
    name_owners: Positions
    months: Mapping[str, int]


def make_index(
    photo_ids: Sequence[PhotoId],
    days: Sequence[tuple[int, int, int]],
    members: Mapping[Tag, Sequence[int]],
    names: Sequence[tuple[int, str]],
    months: Mapping[str, int],
) -> SearchIndex:
    """Turn round what is known of photos.

    Args:
        photo_ids: One a photo.
        days: Year, month, day of each, zeros where no date is trusted.
        members: Positions in *photo_ids* by tag.
        names: Position and text of all that a photo is called: file names, captions.
        months: As :func:`organizer.search.date_words.month_names` gives them.
    """
    lines = [folded(text).replace("\n", " ") for _, text in names]
    lengths = np.fromiter((len(line) + 1 for line in lines), np.intp, len(lines))
    return SearchIndex(
        photo_ids=np.asarray(photo_ids, dtype=np.int64),
        dates=np.asarray(days, dtype=np.int16).reshape(-1, 3),
        members={
            tag: np.unique(np.asarray(positions, dtype=np.intp))
            for tag, positions in members.items()
        },
        words={tag: words_of(tag.name) for tag in members},
        names="\n".join(lines),
        name_starts=np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.intp),
        name_owners=np.fromiter((owner for owner, _ in names), np.intp, len(names)),
        months=months,
    )


def find(index: SearchIndex, wish: Wish) -> set[PhotoId]:
    """The photos that are wished for: every word, and of every facet one of the tags."""
    found = np.ones(len(index.photo_ids), dtype=bool)
    for facet in {tag.facet for tag in wish.tags}:
        found &= _any_of(index, [tag for tag in wish.tags if tag.facet is facet])
    if wish.text.strip():
        found &= _of_text(index, wish.text)
    return {PhotoId(int(photo_id)) for photo_id in index.photo_ids[found]}


def offers(index: SearchIndex, text: str) -> list[Offer]:
    """What *text*, typed so far, may mean; the most telling first, at most ``MAX_OFFERS``."""
    wanted = words_of(text)
    if not wanted:
        return []
    found = [
        Offer(tag, len(index.members[tag]))
        for tag, words in index.words.items()
        if _begins(words, wanted)
    ]
    order = list(Facet)
    found.sort(key=lambda one: (order.index(one.tag.facet), -one.count, one.tag.name))
    return _few_of_each(found)


def tags_of(index: SearchIndex, facet: Facet) -> list[Offer]:
    """Every tag of a facet: those of most photos first, dates from the latest."""
    found = [
        Offer(tag, len(positions)) for tag, positions in index.members.items() if tag.facet is facet
    ]
    if facet is Facet.DATE:
        return sorted(found, key=lambda one: one.tag.key, reverse=True)
    return sorted(found, key=lambda one: (-one.count, one.tag.name))


def _few_of_each(found: Sequence[Offer]) -> list[Offer]:
    """The first of every facet, so that none hides the others."""
    taken: list[Offer] = []
    for facet in Facet:
        taken += [one for one in found if one.tag.facet is facet][:MAX_OF_A_FACET]
    return taken[:MAX_OFFERS]


def _begins(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether each wanted word begins one of *words*."""
    return all(any(word.startswith(one) for word in words) for one in wanted)


def _any_of(index: SearchIndex, tags: Sequence[Tag]) -> Mask:
    mask = np.zeros(len(index.photo_ids), dtype=bool)
    for tag in tags:
        positions = index.members.get(tag)
        if positions is not None:
            mask[positions] = True
    return mask


def _of_text(index: SearchIndex, text: str) -> Mask:
    """What every word is said of; a date in the text is a date, or else part of a name."""
    whole = _of_words(index, words_of(text))
    wish, rest = read_date(text, index.months)
    if wish.is_open:
        return whole
    return whole | (_on_date(index, wish) & _of_words(index, words_of(rest)))


def _of_words(index: SearchIndex, wanted: Sequence[str]) -> Mask:
    mask = np.ones(len(index.photo_ids), dtype=bool)
    for word in wanted:
        begun = [tag for tag, words in index.words.items() if _begins(words, [word])]
        mask &= _any_of(index, begun) | _named(index, word)
    return mask


def _named(index: SearchIndex, word: str) -> Mask:
    mask = np.zeros(len(index.photo_ids), dtype=bool)
    places = np.fromiter(_occurrences(index.names, word), np.intp)
    lines = np.searchsorted(index.name_starts, places, side="right") - 1
    mask[index.name_owners[lines]] = True
    return mask


def _occurrences(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        if len(word) >= MIN_INSIDE or at == 0 or not text[at - 1].isalnum():
            yield at
        at = text.find(word, at + 1)


def _on_date(index: SearchIndex, wish: DateWish) -> Mask:
    mask = index.dates[:, 0] > 0
    for column, part in enumerate((wish.year, wish.month, wish.day)):
        if part is not None:
            mask &= index.dates[:, column] == part
    return np.asarray(mask)
