"""What the user says of suggestions: saved, dismissed, and taken back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from organizer.errors import NotFoundError
from organizer.library import Library
from organizer.models import Album, AlbumId, Decision, PhotoId, Signal, Suggestion
from organizer.pipeline import regrouping

SAVED, DISMISSED = "saved", "dismissed"
# Of a suggestion whose photos were hidden since: less than this says something else.
LEAST_LEFT = 0.5


def open_suggestions(library: Library) -> list[Suggestion]:
    """Suggestions that were neither saved nor dismissed, best first; none with the switch off."""
    decided = {decision.suggestion_id for decision in library.decisions.all()}
    return [found for found in known_suggestions(library) if found.id not in decided]


def count_open_suggestions(library: Library) -> int:
    """How many suggestions are open; without reading them where nothing is hidden."""
    if library.hidden.withheld() or not library.gate.is_open(Signal.GROUPING):
        return len(open_suggestions(library))
    decided = {decision.suggestion_id for decision in library.decisions.all()}
    with library.derived() as derived:
        return 0 if derived is None else sum(i not in decided for i in derived.suggestion_ids())


def dismissed_suggestions(library: Library) -> list[Decision]:
    """What the user dismissed, latest first, without what is hidden."""
    dismissed = [d for d in reversed(library.decisions.all()) if d.verdict == DISMISSED]
    withheld = library.hidden.withheld() if dismissed else set()
    seen = (replace(one, photo_ids=one.photo_ids - withheld) for one in dismissed)
    return [
        one
        for one, before in zip(seen, dismissed, strict=True)
        if len(one.photo_ids) >= LEAST_LEFT * len(before.photo_ids)
    ]


def save_suggestion(
    library: Library,
    suggestion_id: str,
    *,
    title: str | None = None,
    photo_ids: Sequence[PhotoId] | None = None,
) -> Album:
    """Make an album of a suggestion. It is the user's from then on, whatever the switch says.

    Raises:
        NotFoundError: If there is no such suggestion.
    """
    found = find_suggestion(library, suggestion_id)
    chosen = tuple(found.photo_ids if photo_ids is None else photo_ids)
    cover = found.cover_id if found.cover_id in chosen else None
    with library.transaction():
        album = library.albums.add(title or found.title, chosen, cover, suggestion_id)
        library.decisions.keep(decision_about(SAVED, found))
    return album


def undo_save(library: Library, album_id: AlbumId) -> Decision | None:
    """Remove the album again; its suggestion is open once more. Returns what was decided."""
    album = library.albums.get(album_id)
    with library.transaction():
        library.albums.remove(album_id)
        return forget_decision(library, album.suggestion_id if album else None)


def save_again(library: Library, album: Album, decision: Decision | None) -> None:
    """Take :func:`undo_save` back: the same album under its old id, and the decision."""
    with library.transaction():
        library.albums.put_back(album)
        if decision is not None:
            library.decisions.keep(decision)


def dismiss_suggestion(library: Library, suggestion_id: str) -> None:
    """Never propose this again.

    Raises:
        NotFoundError: If there is no such suggestion.
    """
    found = find_suggestion(library, suggestion_id)
    decide(library, decision_about(DISMISSED, found))


def decide(library: Library, decision: Decision) -> None:
    """Keep a decision, also one that was taken back."""
    with library.transaction():
        library.decisions.keep(decision)


def undo_dismissal(library: Library, suggestion_id: str) -> Decision | None:
    """Let a dismissed suggestion be proposed again. Returns what was decided."""
    with library.transaction():
        return forget_decision(library, suggestion_id)


def forget_decision(library: Library, suggestion_id: str | None) -> Decision | None:
    """Forget a decision and return it; what it kept away is due to be proposed.

    The caller owns the transaction.
    """
    decision = library.decisions.get(suggestion_id) if suggestion_id is not None else None
    if decision is not None:
        library.decisions.forget(decision.suggestion_id)
        regrouping.mark_due(library)
    return decision


def known_suggestions(library: Library) -> list[Suggestion]:
    """All suggestions, decided or not, without what is hidden; none with the switch off."""
    if not library.gate.is_open(Signal.GROUPING):
        return []
    with library.derived() as derived:
        found = [] if derived is None else derived.suggestions()
    withheld = library.hidden.withheld() if found else set()
    if not withheld:
        return found
    # a hidden place or day may stand in titles and reasons: those wait for the next grouping
    by_rule = withheld - library.hidden.marked()
    told = (one for one in found if by_rule.isdisjoint(one.photo_ids))
    seen = (_without(suggestion, withheld) for suggestion in told)
    return [suggestion for suggestion in seen if suggestion is not None]


def _without(found: Suggestion, withheld: Collection[PhotoId]) -> Suggestion | None:
    """A suggestion without photos that were hidden since; None when too little is left."""
    left = tuple(photo_id for photo_id in found.photo_ids if photo_id not in withheld)
    if len(left) < LEAST_LEFT * len(found.photo_ids):
        return None
    reasons = (
        replace(reason, photo_ids=tuple(one for one in reason.photo_ids if one not in withheld))
        for reason in found.reasons
    )
    cover_id = found.cover_id if found.cover_id not in withheld else left[len(left) // 2]
    return replace(found, photo_ids=left, cover_id=cover_id, reasons=tuple(reasons))


def find_suggestion(library: Library, suggestion_id: str) -> Suggestion:
    """One suggestion.

    Raises:
        NotFoundError: If there is no such suggestion.
        SwitchOffError: If suggestions are off.
    """
    library.gate.require(Signal.GROUPING)
    for found in known_suggestions(library):
        if found.id == suggestion_id:
            return found
    raise NotFoundError(
        "This suggestion is no longer there.", hint="“homeroll suggest” lists those there are."
    )


def decision_about(verdict: str, found: Suggestion) -> Decision:
    """What is kept of an answer to a suggestion."""
    return Decision(
        verdict=verdict,
        suggestion_id=found.id,
        suggestion_kind=found.kind,
        title=found.title,
        photo_ids=frozenset(found.photo_ids),
    )
