"""What single photos surely show."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from organizer.models import Event, Kind, Photo, PhotoId
from organizer.suggestions.theme_albums import PROVEN_THEMES
from organizer.suggestions.words import ENGLISH
from organizer.themes import OPERATING_POINTS, find_documents, score_themes
from organizer.themes.operating_points import EVENT_POINT, POOLED_THEMES
from organizer.themes.scoring import CALIBRATION_SLOPE, MIN_EVENTS
from tests.organizer.clusters.builders import SATURDAY, a_photo, features_of, some_photos

CLASSES = Path(__file__).resolve().parents[3] / "resources" / "models" / "theme_classes.json"


@pytest.mark.parametrize("theme", sorted({"boats", "sights", "snow_ski", "wildlife_zoo"}))
def test_a_theme_is_believed_from_its_operating_point_on(theme: str) -> None:
    point = OPERATING_POINTS[theme].probability
    above, below = a_photo(SATURDAY, mark="above"), a_photo(SATURDAY, mark="below")
    features = features_of(
        [above, below],
        log_probabilities={above.id: {theme: point * 1.01}, below.id: {theme: point * 0.99}},
    )

    found = score_themes(features, [])

    assert set(found) == {above.id}
    assert found[above.id][0].name == theme
    assert 0.9 <= found[above.id][0].score < 0.91


def test_a_photo_just_below_is_believed_when_its_event_agrees() -> None:
    zoo = some_photos(SATURDAY, 5)
    shown = {photo.id: {"wildlife_zoo": 0.95} for photo in zoo[:3]}
    shown |= {zoo[3].id: {"wildlife_zoo": 0.6}, zoo[4].id: {"wildlife_zoo": 0.01}}
    ids: tuple[PhotoId, ...] = tuple(photo.id for photo in zoo)
    event = Event(id=1, start=SATURDAY, end=SATURDAY + timedelta(hours=1), photo_ids=ids)
    features = features_of(zoo, log_probabilities=shown)

    alone, together = score_themes(features, []), score_themes(features, [event])

    assert zoo[3].id not in alone
    assert zoo[3].id in together
    assert zoo[4].id not in together


@pytest.mark.parametrize(
    ("probability", "colourfulness", "is_document"),
    [(0.2, 3.0, True), (0.2, 45.0, False), (0.7, 25.0, True), (0.01, 0.0, False)],
)
def test_documents_are_pale_and_look_like_text(
    probability: float, colourfulness: float, is_document: bool
) -> None:
    photo = a_photo(SATURDAY)
    features = features_of(
        [photo],
        log_probabilities={photo.id: {"document_receipt": probability}},
        colourfulness=colourfulness,
    )

    assert (photo.id in find_documents(features)) is is_document


def test_a_document_and_a_screenshot_show_no_theme() -> None:
    paper = a_photo(SATURDAY, mark="paper")
    screen = a_photo(SATURDAY, mark="screen", kind=Kind.SCREENSHOT)
    sure = {"sights": 0.9, "document_receipt": 0.9}
    features = features_of(
        [paper, screen],
        log_probabilities={paper.id: sure, screen.id: {"sights": 0.9}},
        colourfulness=5.0,
    )

    assert score_themes(features, []) == {}


def test_themes_without_a_shown_precision_are_not_offered() -> None:
    photo = a_photo(SATURDAY)
    features = features_of([photo], log_probabilities={photo.id: {"wedding": 0.99}})

    assert score_themes(features, []) == {}


def test_the_operating_points_are_as_precise_as_they_say() -> None:
    for name, point in OPERATING_POINTS.items():
        assert point.right >= 0.9 * (point.right + point.wrong), name
        assert point.right <= point.positives, name


def test_every_operating_point_has_classes() -> None:
    assert set(OPERATING_POINTS) <= set(json.loads(CLASSES.read_text("utf-8")))


def test_an_empty_library_shows_nothing() -> None:
    nothing = features_of([])

    assert score_themes(nothing, []) == {}
    assert find_documents(nothing) == frozenset()


def an_event_of(photos: list[Photo], number: int = 1) -> Event:
    ids = tuple(photo.id for photo in photos)
    return Event(id=number, start=SATURDAY, end=SATURDAY + timedelta(hours=1), photo_ids=ids)


def believed_in_event(
    theme: str, probabilities: list[float], *, usual: float = 0.01, events: int = MIN_EVENTS
) -> list[bool]:
    photos = some_photos(SATURDAY, len(probabilities))
    others = [
        some_photos(SATURDAY + timedelta(days=day), EVENT_POINT.photos) for day in range(1, events)
    ]
    shown = {photo.id: {theme: usual} for other in others for photo in other}
    for photo, probability in zip(photos, probabilities, strict=True):
        shown[photo.id] = {theme: probability}
    everything = [*photos, *(photo for other in others for photo in other)]
    grouped = [an_event_of(photos), *(an_event_of(o, n) for n, o in enumerate(others, start=2))]
    found = score_themes(features_of(everything, log_probabilities=shown), grouped)
    return [photo.id in found for photo in photos]


def test_an_event_that_shows_a_theme_as_a_whole_is_believed_photo_by_photo() -> None:
    at, below = EVENT_POINT.probability * 1.01, EVENT_POINT.probability * 0.9

    assert believed_in_event("sports", [at, at, at, at, below, below]) == [True] * 4 + [False] * 2


def test_an_event_whose_mean_is_too_low_is_not_believed() -> None:
    at, everyday = EVENT_POINT.probability * 1.01, 0.01

    assert not any(believed_in_event("sports", [at, at, at, everyday, everyday, everyday]))


def test_five_photos_make_no_event_to_believe() -> None:
    at = EVENT_POINT.probability * 1.01

    assert not any(believed_in_event("sports", [at] * (EVENT_POINT.photos - 1)))
    assert all(believed_in_event("sports", [at] * EVENT_POINT.photos))


def test_in_a_library_where_everything_looks_so_an_event_must_stand_out() -> None:
    at = EVENT_POINT.probability * 1.01
    usual = at / EVENT_POINT.times_usual

    assert all(believed_in_event("sports", [at] * 12, usual=usual * 0.95))
    assert not any(believed_in_event("sports", [at] * 12, usual=usual * 1.05))


def test_with_few_events_nobody_knows_what_is_usual() -> None:
    at = EVENT_POINT.probability * 1.01

    assert not any(believed_in_event("sports", [at] * 12, events=MIN_EVENTS - 1))


@pytest.mark.parametrize("theme", ["dog", "wildlife_zoo", "sights"])
def test_themes_that_the_network_sees_everywhere_are_not_believed_by_the_event(theme: str) -> None:
    assert not any(believed_in_event(theme, [EVENT_POINT.probability * 1.2] * 12))


def test_a_score_rises_with_the_calibrated_slope() -> None:
    point = OPERATING_POINTS["sights"].probability
    photo = a_photo(SATURDAY)
    features = features_of([photo], log_probabilities={photo.id: {"sights": 2 * point}})

    ((theme,),) = score_themes(features, []).values()

    odds = 9 * 2**CALIBRATION_SLOPE
    assert theme.score == pytest.approx(odds / (1 + odds), abs=1e-3)


def test_every_theme_album_is_proven_by_single_photos_or_by_events() -> None:
    for theme in PROVEN_THEMES:
        assert OPERATING_POINTS[theme].is_proven or theme in POOLED_THEMES, theme
        assert f"theme_{theme}" in ENGLISH.messages
