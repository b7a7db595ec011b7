"""Names the places of photos: the stops of a trip, the place of an event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from organizer.earth import distance_km
from organizer.models import Photo
from organizer.suggestions.roll import Roll, days_of, positions, time_order

MIN_STOP_SHARE = 0.15
MAX_STOPS = 3
# A place this near to one of more days is a part of it; Hội An is 25 km from Đà Nẵng.
DISTRICT_KM = 12.0


def find_stops(shots: Sequence[Photo], roll: Roll) -> list[tuple[str, list[Photo]]]:
    """Choose the places of the most days, then photos; the two main ones in order of visit."""
    at: dict[str, list[Photo]] = defaultdict(list)
    for shot in shots:
        if shot.latitude is not None and shot.longitude is not None:
            place = roll.name_place(shot.latitude, shot.longitude)
            if place is not None:
                at[place.name].append(shot)
    total = sum(len(members) for members in at.values())
    ranked = _without_districts(
        sorted(at, key=lambda name: (-len(days_of(at[name])), -len(at[name]), name)), at
    )
    large = [name for name in ranked if len(at[name]) >= MIN_STOP_SHARE * total]
    main = sorted(large[:2], key=lambda name: time_order(at[name][0]))
    return [(name, at[name]) for name in (*main, *large[2:MAX_STOPS])]


def _without_districts(ranked: Sequence[str], at: dict[str, list[Photo]]) -> list[str]:
    """Fold places into the more important one whose suburb they are, photos and all."""
    kept: dict[str, tuple[float, float]] = {}
    for name in ranked:
        middle = tuple(np.median(positions(at[name]), axis=0).tolist())
        city = next((one for one in kept if distance_km(kept[one], middle) <= DISTRICT_KM), None)
        if city is None:
            kept[name] = middle
        else:
            at[city] = sorted([*at[city], *at[name]], key=time_order)
    return list(kept)


def main_place(shots: Sequence[Photo], roll: Roll) -> str | None:
    """Name the place of most of the located shots, None when there is none."""
    names: Counter[str] = Counter()
    located = 0
    for shot in shots:
        if shot.latitude is not None and shot.longitude is not None:
            located += 1
            place = roll.name_place(shot.latitude, shot.longitude)
            if place is not None:
                names[place.name] += 1
    if not names:
        return None
    name, count = min(names.items(), key=lambda item: (-item[1], item[0]))
    return name if count * 2 > located else None
