"""More like this: photos by their likeness to one, and the sorts of pictures there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from organizer.errors import NotFoundError
from organizer.library import Library
from organizer.models import PhotoId, Seen, Signal

# Beyond these nobody looks, and nearness says little.
MAX_PHOTOS = 480


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """The photos most like one, the nearest first; of near-identical shots only the best.

    Attributes:
        photo_ids: Of the whole library, at most ``MAX_PHOTOS``.
        sort_ids: All of its sort of picture; empty where it is of none.
    """

    photo_id: PhotoId
    photo_ids: tuple[PhotoId, ...]
    sort_ids: tuple[PhotoId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """One sort of pictures; the most typical first, of near-identical shots only the best.

    The years are those of the first and the last trusted date; None without any.
    """

    photo_ids: tuple[PhotoId, ...]
    first_year: int | None = None
    last_year: int | None = None


def find_alike(library: Library, seen: Seen, photo_id: PhotoId) -> Alike:
    """Find what looks most like a photo, wherever and whenever it was taken.

    Args:
        seen: What the photos look like, as ``see_photos`` reads it.

    Raises:
        SwitchOffError: If suggestions are off.
        NotFoundError: If the photo was not looked at, or is hidden.
    """
    library.gate.require(Signal.CONTENT)
    if photo_id not in seen.row_of:
        raise NotFoundError("Homeroll has not looked at what this photo shows.")
    best_of, sort = _groups_around(library, photo_id)
    likeness = likeness_to(seen, photo_id)
    nearest = (seen.photo_ids[row] for row in np.argsort(-likeness, kind="stable").tolist())
    members = [one for one in sort if one in seen.row_of]
    members.sort(key=lambda one: -likeness[seen.row_of[one]])
    return Alike(
        photo_id=photo_id,
        photo_ids=tuple(islice(_folded(nearest, best_of, seen, of=photo_id), MAX_PHOTOS)),
        sort_ids=tuple(_folded(members, best_of, seen)),
    )


def likeness_to(seen: Seen, photo_id: PhotoId) -> NDArray[np.float32]:
    """Cosine similarity of every photo to one, shape ``(photos,)``."""
    return np.asarray(seen.embeddings @ seen.embeddings[seen.row_of[photo_id]])


def find_sorts(library: Library, seen: Seen) -> list[Sort]:
    """Every sort of pictures in the library, the largest first.

    Raises:
        SwitchOffError: If suggestions are off.
    """
    library.gate.require(Signal.CONTENT)
    with library.derived() as derived:
        if derived is None:
            return []
        reader = derived.looks
        best_of, groups = reader.best_of_alike(), reader.sorts()
    year_of = _years(library)
    sorts = []
    for _number, members in sorted(groups.items()):
        typical = _typical_first(seen, [one for one in members if one in seen.row_of])
        if typical:
            years = [year_of[one] for one in typical if one in year_of]
            sorts.append(
                Sort(
                    photo_ids=tuple(_folded(typical, best_of, seen)),
                    first_year=min(years, default=None),
                    last_year=max(years, default=None),
                )
            )
    return sorted(sorts, key=lambda sort: -len(sort.photo_ids))


def _groups_around(
    library: Library, photo_id: PhotoId
) -> tuple[Mapping[PhotoId, PhotoId], list[PhotoId]]:
    """The best of all near-identical shots, and the photos of the same sort."""
    with library.derived() as derived:
        if derived is None:
            return {}, []
        reader = derived.looks
        return reader.best_of_alike(), reader.sort_of(photo_id)


def _years(library: Library) -> dict[PhotoId, int]:
    """The year of every photo to be seen that has a trusted date."""
    dated = [(entry.id, entry.taken_at_s) for entry in library.photos.timeline()]
    known = [(photo_id, at_s) for photo_id, at_s in dated if at_s is not None]
    moments = np.array([at_s for _, at_s in known], dtype="datetime64[s]")
    years = moments.astype("datetime64[Y]").astype(int) + 1970
    return {photo_id: year for (photo_id, _), year in zip(known, years.tolist(), strict=True)}


def _typical_first(seen: Seen, members: list[PhotoId]) -> list[PhotoId]:
    rows = sorted(seen.row_of[one] for one in members)
    vectors = seen.embeddings[rows]
    order = np.argsort(-(vectors @ vectors.sum(axis=0)), kind="stable")
    return [seen.photo_ids[rows[place]] for place in order.tolist()]


def _folded(
    photo_ids: Iterable[PhotoId],
    best_of: Mapping[PhotoId, PhotoId],
    seen: Seen,
    *,
    of: PhotoId | None = None,
) -> Iterator[PhotoId]:
    """One photo of each group of near-identical ones; none of those that *of* is one of.

    It is the best, unless that is not to be seen; then the first.
    """
    met = set() if of is None else {best_of.get(of, of)}
    for photo_id in photo_ids:
        best = best_of.get(photo_id, photo_id)
        if best not in met:
            met.add(best)
            yield best if best in seen.row_of else photo_id
