"""Themes that the user teaches: examples are kept, what is learnt is made when it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from organizer.errors import NotFoundError, UsageError
from organizer.library import Library
from organizer.models import (
    Album,
    Decision,
    Features,
    PhotoId,
    Seen,
    Signal,
    SuggestionKind,
    TaughtScore,
    TaughtTheme,
    TaughtThemeId,
)
from organizer.pipeline import regrouping
from organizer.pipeline.deciding import SAVED

MIN_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Ranking:
    """The photos that were not judged, by how surely they show a theme, the surest first.

    Attributes:
        theme: With the examples that this was learnt from.
        missing: How many more examples are needed before anything can be ranked.
    """

    theme: TaughtTheme
    surely: tuple[PhotoId, ...] = ()
    perhaps: tuple[PhotoId, ...] = ()
    hardly: tuple[PhotoId, ...] = ()
    missing: int = 0


def taught_themes(library: Library) -> list[TaughtTheme]:
    """Every theme in the order of teaching."""
    return library.taught.all()


def taught_theme(library: Library, theme_id: TaughtThemeId) -> TaughtTheme | None:
    """One theme, or None when it is gone."""
    return library.taught.get(theme_id)


def teach_theme(library: Library, name: str, photo_ids: Sequence[PhotoId]) -> TaughtTheme:
    """Begin a theme with examples.

    Raises:
        UsageError: If it has no name, or too few examples that are there.
    """
    if not name.strip():
        raise UsageError("A theme needs a name.")
    if sum(1 for photo in library.photos.get_many(photo_ids) if photo.content_hash) < MIN_EXAMPLES:
        raise UsageError(f"A theme needs {MIN_EXAMPLES} photos or more that show it.")
    with library.transaction():
        theme_id = library.taught.add(name.strip())
        library.taught.teach(theme_id, photo_ids, shows=True)
        regrouping.mark_due(library)
    return _theme(library, theme_id)


def say_shown(library: Library, theme_id: TaughtThemeId, photo_ids: Sequence[PhotoId]) -> None:
    """Yes: these photos show the theme."""
    _teach(library, theme_id, photo_ids, shows=True)


def say_not_shown(library: Library, theme_id: TaughtThemeId, photo_ids: Sequence[PhotoId]) -> None:
    """No: these photos do not show the theme."""
    _teach(library, theme_id, photo_ids, shows=False)


def answer_again(library: Library, before: TaughtTheme, photo_ids: Sequence[PhotoId]) -> None:
    """Undo an answer: these photos are judged as they were in *before*."""
    _theme(library, before.id)
    with library.transaction():
        library.taught.forget(before.id, photo_ids)
        library.taught.teach(before.id, before.shown & set(photo_ids), shows=True)
        library.taught.teach(before.id, before.not_shown & set(photo_ids), shows=False)
        regrouping.mark_due(library)


def forget_examples(
    library: Library, theme_id: TaughtThemeId, photo_ids: Sequence[PhotoId]
) -> None:
    """Take back what was said of these photos."""
    _theme(library, theme_id)
    with library.transaction():
        library.taught.forget(theme_id, photo_ids)
        regrouping.mark_due(library)


def rename_theme(library: Library, theme_id: TaughtThemeId, name: str) -> None:
    """Give a theme another name."""
    _theme(library, theme_id)
    with library.transaction():
        library.taught.rename(theme_id, name.strip())
        regrouping.mark_due(library)


def forget_theme(library: Library, theme_id: TaughtThemeId) -> TaughtTheme:
    """Erase a theme with its examples; returns it, so that this can be undone."""
    theme = _theme(library, theme_id)
    with library.transaction():
        library.taught.remove(theme_id)
        regrouping.mark_due(library)
    return theme


def put_theme_back(library: Library, theme: TaughtTheme) -> None:
    """Undo :func:`forget_theme`."""
    with library.transaction():
        library.taught.add(theme.name, theme.id)
        library.taught.teach(theme.id, theme.shown, shows=True)
        library.taught.teach(theme.id, theme.not_shown, shows=False)
        regrouping.mark_due(library)


def save_theme(library: Library, theme: TaughtTheme, photo_ids: Sequence[PhotoId]) -> Album:
    """Make an album of a theme; what is proposed of it later counts as saved."""
    with library.transaction():
        album = library.albums.add(theme.name, tuple(photo_ids), None, f"taught-theme-{theme.id}")
        _decide(library, album)
    return album


def undo_save_theme(library: Library, album: Album) -> None:
    """Remove the album again; the theme may be proposed once more."""
    with library.transaction():
        library.albums.remove(album.id)
        library.decisions.forget(album.suggestion_id or "")
        regrouping.mark_due(library)


def save_theme_again(library: Library, album: Album) -> None:
    """Take :func:`undo_save_theme` back: the same album under its old number."""
    with library.transaction():
        library.albums.put_back(album)
        _decide(library, album)


def _decide(library: Library, album: Album) -> None:
    library.decisions.keep(
        Decision(
            verdict=SAVED,
            suggestion_id=album.suggestion_id or "",
            suggestion_kind=SuggestionKind.TAUGHT,
            title=album.title,
            photo_ids=frozenset(album.photo_ids),
        )
    )
    regrouping.mark_due(library)


def rank_theme(library: Library, seen: Seen, theme_id: TaughtThemeId) -> Ranking:
    """The photos that were not judged, those that most surely show the theme first.

    Nothing of it is kept: it is made when it is asked for.

    Args:
        seen: What the photos look like, as ``see_photos`` reads it.

    Raises:
        SwitchOffError: If suggestions are off: nothing is known of what photos show.
        NotFoundError: If the theme is gone.
    """
    library.gate.require(Signal.CONTENT)
    from organizer.themes.taught import EVEN, LEAST_PROBABILITY, rank_taught  # brings numpy

    theme = _theme(library, theme_id)
    bands: tuple[list[PhotoId], ...] = ([], [], [])
    for score in rank_taught(seen, theme.shown, theme.not_shown):
        bands[(score.probability < LEAST_PROBABILITY) + (score.probability < EVEN)].append(
            score.photo_id
        )
    surely, perhaps, hardly = map(tuple, bands)
    usable = sum(photo_id in seen.row_of for photo_id in theme.shown)
    missing = max(0, MIN_EXAMPLES - usable)
    return Ranking(theme, surely=surely, perhaps=perhaps, hardly=hardly, missing=missing)


def find_taught(library: Library, features: Features) -> dict[TaughtTheme, list[TaughtScore]]:
    """For each theme the photos that surely show it."""
    from organizer.themes.taught import LEAST_PROBABILITY, rank_taught, seen_of

    themes = library.taught.all()
    seen = seen_of(features) if themes else None
    return {
        theme: list(rank_taught(seen, theme.shown, theme.not_shown, least=LEAST_PROBABILITY))
        for theme in themes
        if seen is not None
    }


def _theme(library: Library, theme_id: TaughtThemeId) -> TaughtTheme:
    theme = library.taught.get(theme_id)
    if theme is None:
        raise NotFoundError("This theme is no longer there.")
    return theme


def _teach(
    library: Library, theme_id: TaughtThemeId, photo_ids: Sequence[PhotoId], *, shows: bool
) -> None:
    _theme(library, theme_id)
    with library.transaction():
        library.taught.teach(theme_id, photo_ids, shows=shows)
        regrouping.mark_due(library)
