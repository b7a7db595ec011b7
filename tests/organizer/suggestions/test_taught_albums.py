"""Albums of themes that the user taught."""

from __future__ import annotations

from datetime import date

from organizer.models import Photo, PhotoId, Rule, RuleKind, TaughtScore, TaughtTheme, TaughtThemeId
from tests.organizer.clusters.builders import by_kind, daily_life, suggestions_of

PHOTOS = daily_life(date(2024, 1, 1), date(2024, 6, 30))


def bonsais(examples: list[Photo]) -> TaughtTheme:
    shown = frozenset(photo.id for photo in examples)
    return TaughtTheme(id=TaughtThemeId(1), name="Dad’s bonsai", shown=shown)


def scores(photos: list[Photo]) -> list[TaughtScore]:
    return [TaughtScore(photo.id, 0.99 - 0.01 * place) for place, photo in enumerate(photos)]


def test_a_taught_theme_is_proposed_under_its_name_with_its_examples_and_the_rest() -> None:
    theme = bonsais(PHOTOS[:5])

    (album,) = by_kind(suggestions_of(PHOTOS, taught={theme: scores(PHOTOS[10:20])}), "taught")

    assert album.title == album.subject == "Dad’s bonsai"
    assert set(album.photo_ids) == {photo.id for photo in (*PHOTOS[:5], *PHOTOS[10:20])}
    assert [reason.text for reason in album.reasons] == [
        "5 examples that you chose",
        "10 photos surely show the same (score 0.90 or more)",
    ]


def test_a_theme_that_found_next_to_nothing_is_not_proposed() -> None:
    theme = bonsais(PHOTOS[:5])

    assert not by_kind(suggestions_of(PHOTOS, taught={theme: scores(PHOTOS[10:12])}), "taught")


def test_photos_that_no_album_may_hold_do_not_count() -> None:
    gone = [TaughtScore(PhotoId(10**9 + place), 0.9) for place in range(5)]

    assert not by_kind(suggestions_of(PHOTOS, taught={bonsais(PHOTOS[:5]): gone}), "taught")


def test_less_of_a_taught_theme_means_that_theme() -> None:
    taught = {bonsais(PHOTOS[:5]): scores(PHOTOS[10:20])}
    less = [Rule(kind=RuleKind.LESS_OF_KIND, subject="taught:Dad’s bonsai")] * 3
    other = [Rule(kind=RuleKind.LESS_OF_KIND, subject="taught:Other")] * 3

    assert not by_kind(suggestions_of(PHOTOS, taught=taught, rules=less), "taught")
    assert by_kind(suggestions_of(PHOTOS, taught=taught, rules=other), "taught")
