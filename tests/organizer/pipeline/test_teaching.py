"""Taught themes over a library: what is ranked, what is kept, and what never is."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest

from organizer import pipeline
from organizer.errors import NotFoundError, SwitchOffError, UsageError
from organizer.library import Library
from organizer.models import PhotoId, TaughtTheme
from organizer.pipeline import hiding, teaching
from organizer.pipeline.seeing import see_photos
from organizer.pipeline.teaching import Ranking
from tests.builders import contains
from tests.looks import fill_with_looks

BONSAIS, OTHERS = 14, 120


def fill(library: Library) -> list[PhotoId]:
    """The first photos show a bonsai; all others show this and that."""
    random = np.random.default_rng(4)
    looks = random.normal(size=(BONSAIS + OTHERS, 256))
    looks[:BONSAIS] = random.normal(size=256) * 1.2 + 0.8 * looks[:BONSAIS]
    return fill_with_looks(library, looks)


@pytest.fixture
def ids(library: Library) -> list[PhotoId]:
    return fill(library)


@pytest.fixture
def theme(library: Library, ids: list[PhotoId]) -> TaughtTheme:
    return teaching.teach_theme(library, "Bonsai", ids[:6])


def rank(library: Library, theme: TaughtTheme) -> Ranking:
    return teaching.rank_theme(library, see_photos(library), theme.id)


def everything(ranking: Ranking) -> list[PhotoId]:
    return [*ranking.surely, *ranking.perhaps, *ranking.hardly]


def test_what_shows_the_same_is_ranked_before_all_else(
    library: Library, theme: TaughtTheme, ids: list[PhotoId]
) -> None:
    ranking = rank(library, theme)

    assert set(everything(ranking)[: BONSAIS - 6]) == set(ids[6:BONSAIS])
    assert set(ranking.surely) <= set(ids[6:BONSAIS])
    assert sorted(everything(ranking)) == sorted(ids[6:])


def test_what_was_answered_is_not_asked_again(
    library: Library, theme: TaughtTheme, ids: list[PhotoId]
) -> None:
    teaching.say_shown(library, theme.id, [ids[6]])
    teaching.say_not_shown(library, theme.id, [ids[40]])

    ranking = rank(library, theme)

    assert not {ids[6], ids[40]} & set(everything(ranking))
    assert ids[6] in ranking.theme.shown
    assert ids[40] in ranking.theme.not_shown


def test_an_answer_that_is_undone_leaves_what_was_said_before(
    library: Library, theme: TaughtTheme, ids: list[PhotoId]
) -> None:
    teaching.say_not_shown(library, theme.id, [ids[0], ids[50]])

    teaching.answer_again(library, theme, [ids[0], ids[50]])

    assert teaching.taught_theme(library, theme.id) == theme


def test_hidden_photos_are_neither_ranked_nor_learnt_from(
    library: Library, theme: TaughtTheme, ids: list[PhotoId]
) -> None:
    seen = see_photos(library)
    hiding.hide_photos(library, [ids[0], ids[1], ids[7]])

    ranking = teaching.rank_theme(library, see_photos(library, seen), theme.id)

    assert ids[7] not in everything(ranking)
    assert ranking.missing == 1  # of six examples four are to be seen
    assert everything(rank(library, theme)) == everything(ranking) == []


def test_what_is_ranked_is_stored_nowhere(library: Library, theme: TaughtTheme) -> None:
    before = dump(library)

    assert rank(library, theme).surely

    assert dump(library) == before


def dump(library: Library) -> list[str]:
    """Every row of everything that is kept."""
    lines = []
    for name in ("catalog", "derived", "thumbnails"):
        connection = sqlite3.connect(library.path / f"{name}.sqlite")
        lines += connection.iterdump()
        connection.close()
    return lines


def test_turning_suggestions_off_and_on_keeps_the_examples_and_ranks_again(
    library: Library, theme: TaughtTheme, ids: list[PhotoId]
) -> None:
    seen = see_photos(library)
    embedding = seen.embeddings[0].astype("<f2").tobytes()
    assert contains(library.path, embedding[:64])

    pipeline.turn_suggestions_off(library)

    assert not contains(library.path, embedding[:64])
    assert teaching.taught_themes(library) == [theme]
    with pytest.raises(SwitchOffError):
        teaching.rank_theme(library, seen, theme.id)
    teaching.forget_examples(library, theme.id, [ids[0]])
    left = teaching.taught_theme(library, theme.id)
    assert left is not None
    assert left.shown == theme.shown - {ids[0]}


def test_forgetting_erases_the_examples_and_can_be_undone(
    library: Library, theme: TaughtTheme, ids: list[PhotoId]
) -> None:
    teaching.say_not_shown(library, theme.id, [ids[30]])

    forgotten = teaching.forget_theme(library, theme.id)
    rows = library._catalog.execute("SELECT COUNT(*) FROM taught_example").fetchone()[0]
    with pytest.raises(NotFoundError):
        rank(library, theme)
    teaching.put_theme_back(library, forgotten)

    assert rows == 0
    assert teaching.taught_themes(library) == [forgotten]
    assert forgotten.not_shown == {ids[30]}


def test_photos_that_were_not_read_whole_are_no_examples(
    library: Library, ids: list[PhotoId]
) -> None:
    with library.transaction():
        library._catalog.execute("UPDATE photo SET content_hash = NULL WHERE id = 1")

    with pytest.raises(UsageError, match="5 photos or more"):
        teaching.teach_theme(library, "Bonsai", ids[:5])
