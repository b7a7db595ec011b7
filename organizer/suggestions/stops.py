"""Names the places of photos: the stops of a trip, the place of an event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from organizer.models import Photo
from organizer.suggestions.roll import Roll, days_of, time_order

MIN_STOP_SHARE = 0.15
MAX_STOPS = 3


def find_stops(shots: Sequence[Photo], roll: Roll) -> list[tuple[str, list[Photo]]]:
    """Choose the places of the most days, then photos; the two main ones in order of visit."""
    at: dict[str, list[Photo]] = defaultdict(list)
    for shot in shots:
        if shot.latitude is not None and shot.longitude is not None:
            place = roll.name_place(shot.latitude, shot.longitude)
            if place is not None:
                at[place.name].append(shot)
    total = sum(len(members) for members in at.values())
    ranked = sorted(at, key=lambda name: (-len(days_of(at[name])), -len(at[name]), name))
    large = [name for name in ranked if len(at[name]) >= MIN_STOP_SHARE * total]
    main = sorted(large[:2], key=lambda name: time_order(at[name][0]))
    return [(name, at[name]) for name in (*main, *large[2:MAX_STOPS])]


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
