"""A batch of new photos is grouped beside the others, and comes to what grouping all comes to."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.library import Library, open_library
from organizer.models import Features, Photo, PhotoId, SuggestionKind
from organizer.pipeline import event_edits, hiding, news, news_scene, regrouping
from organizer.pipeline.proposing import propose
from organizer.progress import Progress
from organizer.suggestions.ranking import MAX_OF_KIND
from tests.benchmarks.bench_news import allow, keep
from tests.benchmarks.made_life import make_life

OLD, NEW = 2_500, 100
LIFE: tuple[list[Photo], Features] = make_life(OLD + NEW)


@pytest.fixture(autouse=True)
def _any_library_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news_scene, "LEAST_GROUPED", 100)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All but the newest photos, grouped whole."""
    path = tmp_path_factory.mktemp("libraries") / "prepared"
    photos, features = LIFE
    with open_library(path) as library:
        allow(library)
        keep(library, photos[:OLD], features, 0)
        propose(library, progress=Progress())
    return path


@pytest.fixture
def grouped(prepared: Path, library_path: Path) -> Iterator[Library]:
    shutil.copytree(prepared, library_path)
    with open_library(library_path) as library:
        yield library


def add_new(library: Library) -> list[PhotoId]:
    photos, features = LIFE
    keep(library, photos[OLD:], features, OLD)
    return [photo.id for photo in photos[OLD:]]


def events(library: Library) -> set[tuple[PhotoId, ...]]:
    with library.derived() as derived:
        assert derived is not None
        return {event.photo_ids for event in derived.events()}


def memberships(library: Library) -> dict[PhotoId, object]:
    with library.derived() as derived:
        assert derived is not None
        return dict(derived.memberships())


def dated(library: Library) -> set[tuple[str, str]]:
    known = pipeline.open_suggestions(library)
    return {(found.id, found.title) for found in known if found.kind in news.DATED}


def test_news_come_to_what_grouping_everything_comes_to(grouped: Library) -> None:
    new = set(add_new(grouped))

    assert news.propose_news(grouped, progress=Progress())
    in_part = events(grouped), dated(grouped)
    propose(grouped, progress=Progress())

    of_new = {event for event in in_part[0] if set(event) & new}
    assert of_new
    assert of_new == {event for event in events(grouped) if set(event) & new}
    assert len(in_part[0] ^ events(grouped)) <= 2
    assert {one for one in dated(grouped) if one[0].startswith("trip")} == {
        one for one in in_part[1] if one[0].startswith("trip")
    }


def test_what_lies_elsewhere_keeps_its_groups_and_numbers(grouped: Library) -> None:
    before = memberships(grouped)
    photos, _ = LIFE
    newest = photos[OLD].taken_at
    assert newest is not None
    add_new(grouped)

    news.propose_news(grouped, progress=Progress())

    after = memberships(grouped)
    long_ago = [
        photo.id
        for photo in photos[:OLD]
        if photo.taken_at is not None and photo.taken_at < newest - timedelta(days=80)
    ]
    assert long_ago
    assert all(after[one] == before[one] for one in long_ago)
    assert len(after) == OLD + NEW


def test_nothing_is_left_to_do_after_the_news(grouped: Library) -> None:
    add_new(grouped)
    news.propose_news(grouped, progress=Progress())

    assert not news.propose_news(grouped, progress=Progress())


def test_an_event_that_new_photos_extend_keeps_its_number(library: Library) -> None:
    photos, features = LIFE
    allow(library)
    keep(library, photos[: OLD + NEW // 2], features, 0)
    propose(library, progress=Progress())
    last = photos[OLD + NEW // 2 - 1].id
    before = memberships(library)[last]
    keep(library, photos[OLD + NEW // 2 :], features, OLD + NEW // 2)

    assert news.propose_news(library, progress=Progress())

    assert memberships(library)[last].event_id == before.event_id  # type: ignore[attr-defined]


def test_what_was_dismissed_does_not_come_back_with_news(
    grouped: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MAX_OF_KIND, SuggestionKind.EVENT, 500)  # all are proposed
    propose(grouped, progress=Progress())
    newest = LIFE[0][OLD].taken_at
    assert newest is not None
    lately = [
        found
        for found in pipeline.open_suggestions(grouped)
        if found.kind in news.DATED and found.end and newest - found.end < timedelta(days=10)
    ]
    for found in lately:
        pipeline.dismiss_suggestion(grouped, found.id)
    add_new(grouped)

    assert news.propose_news(grouped, progress=Progress())

    dismissed = [set(found.photo_ids) for found in lately]
    assert dismissed
    with grouped.derived() as derived:
        assert derived is not None
        stored = derived.suggestions()  # also those that would be left out when they are shown
    for found in stored:
        if found.kind in news.DATED:
            ids = set(found.photo_ids)
            assert not any(len(ids & gone) > 0.6 * len(ids) for gone in dismissed)


@pytest.mark.parametrize("why", ["hidden", "said", "too many", "too small"])
def test_what_is_more_than_news_is_grouped_whole(
    grouped: Library, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = add_new(grouped)
    match why:
        case "hidden":
            hiding.hide_photos(grouped, [LIFE[0][0].id])
            with grouped.transaction():
                grouped.settings.set("proposing due", "")
        case "said":
            event_edits.move_photos(grouped, new[:2])
        case "too many":
            monkeypatch.setattr(news_scene, "MOST_NEW", NEW - 1)
        case "too small":
            monkeypatch.setattr(news_scene, "LEAST_GROUPED", OLD + 1)

    assert not news.propose_news(grouped, progress=Progress())


def test_after_news_the_next_quiet_look_groups_everything(grouped: Library) -> None:
    add_new(grouped)
    regrouping.propose_news_or_all(grouped, progress=Progress(), threads=1)
    in_part = regrouping.is_in_part(grouped)

    regrouping.propose_news_or_all(grouped, progress=Progress(), threads=1)

    assert in_part
    assert not regrouping.is_in_part(grouped)


def test_copies_of_old_photos_are_found_among_the_news(grouped: Library) -> None:
    add_new(grouped)

    news.propose_news(grouped, progress=Progress())
    in_part = memberships(grouped)
    propose(grouped, progress=Progress())
    whole = memberships(grouped)

    def pairs(groups: dict[PhotoId, object]) -> set[frozenset[PhotoId]]:
        of: dict[int, set[PhotoId]] = {}
        for photo_id, member in groups.items():
            number = member.likeness_group_id  # type: ignore[attr-defined]
            if number is not None:
                of.setdefault(number, set()).add(photo_id)
        return {frozenset(members) for members in of.values()}

    assert pairs(in_part) == pairs(whole)
