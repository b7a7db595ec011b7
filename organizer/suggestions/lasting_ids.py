"""Suggestions keep their names while photos are added to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from organizer.models import Suggestion

# What shares so much with a former suggestion of its sort is the same one, extended.
SAME_SHARE = 0.5


def with_lasting_ids(
    found: Sequence[Suggestion],
    former: Sequence[Suggestion],
    answered: Collection[str] = (),
) -> tuple[Suggestion, ...]:
    """Give suggestions the ids of the former ones that they extend.

    Args:
        found: What is proposed now, each named after its content.
        former: What was proposed before.
        answered: Ids that the user said yes or no to: they mean what they meant then.

    Returns:
        The same suggestions in the same order; no id is given twice.
    """
    ids = {one.id for one in found}
    open_before = [one for one in former if one.id not in answered and one.id not in ids]
    shares = sorted(
        (-share, place, before.id)
        for place, one in enumerate(found)
        for before in open_before
        if (share := _shared(one, before)) >= SAME_SHARE
    )
    given: dict[int, str] = {}
    for _, place, former_id in shares:
        if place not in given and former_id not in given.values():
            given[place] = former_id
    known = {one.id for one in former}
    return tuple(
        one if one.id in known or place not in given else replace(one, id=given[place])
        for place, one in enumerate(found)
    )


def _shared(one: Suggestion, other: Suggestion) -> float:
    """Measure what two suggestions of one sort have in common (Jaccard); 0 for two sorts."""
    if (one.kind, one.occasion, one.subject) != (other.kind, other.occasion, other.subject):
        return 0.0
    mine, theirs = set(one.photo_ids), set(other.photo_ids)
    return len(mine & theirs) / max(1, len(mine | theirs))
