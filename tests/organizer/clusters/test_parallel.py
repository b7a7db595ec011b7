"""Two events at one time, told apart by where they were."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from organizer.clusters.colours import Colours
from organizer.clusters.knots import BLUR_KM, knot_of, surprise
from organizer.clusters.parallel import part
from tests.organizer.clusters.builders import HOME

SPREAD = (1.3, 1.3, 0.6)
KM = 1 / 111.195


def shots(
    count: int, minutes: float, *, north_km: float = 0.0, reach_km: float, seed: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Times, places around a middle, and lights like any other's."""
    random = np.random.default_rng(seed)
    times_s = np.sort(random.uniform(0, minutes * 60, count)).round() + 40 * np.arange(count)
    places = HOME + np.array([north_km * KM, 0]) + random.normal(0, reach_km * KM, (count, 2))
    return times_s, places, random.normal(0, 1, (count, len(SPREAD)))


def parted(*events: tuple[np.ndarray, np.ndarray, np.ndarray]) -> list[list[int]]:
    """What the shots fall into; each as how many of each event it holds."""
    owner = np.concatenate([np.full(len(event[0]), n) for n, event in enumerate(events)])
    times_s, places, lights = (np.concatenate(column) for column in zip(*events, strict=True))
    order = np.argsort(times_s, kind="stable")
    colours = Colours(lights[order], np.ones(len(order), dtype=bool), SPREAD)
    groups = part(np.arange(len(order)), times_s[order], places[order], colours)
    return [np.bincount(owner[order][group], minlength=len(events)).tolist() for group in groups]


@pytest.mark.parametrize("seed", range(3))
def test_a_party_at_home_during_a_wedding_comes_apart_by_place(seed: int) -> None:
    wedding = shots(60, 300, north_km=2.0, reach_km=0.5, seed=seed)
    times_s, places, lights = shots(30, 280, reach_km=0.03, seed=seed + 100)
    party = (
        times_s,
        places,
        lights + np.array([1.5, 0, 0]),
    )  # so little that light alone would not do
    nowhere = [(times_s, places * np.nan, lights) for times_s, places, lights in (wedding, party)]

    one, other = parted(wedding, party)

    assert parted(*nowhere) == [[60, 30]]
    assert min(one) <= 6
    assert min(other) <= 6
    assert {one[0] > one[1], other[0] > other[1]} == {True, False}


@pytest.mark.parametrize("seed", range(3))
def test_one_event_with_a_tight_middle_and_a_few_far_places_stays_whole(seed: int) -> None:
    random = np.random.default_rng(seed)
    times_s, places, lights = shots(70, 300, reach_km=0.0, seed=seed)
    turns, away_km = random.uniform(0, 2 * np.pi, 70), random.lognormal(-2.3, 1.6, 70)
    places = places + (away_km * [np.cos(turns), np.sin(turns)]).T * KM

    assert parted((times_s, places, lights)) == [[70]]


@pytest.mark.parametrize("seed", range(3))
def test_one_event_after_another_at_two_places_is_not_parted(seed: int) -> None:
    lunch = shots(30, 100, reach_km=0.05, seed=seed)
    times_s, places, lights = shots(30, 100, north_km=3, reach_km=0.05, seed=seed + 1)
    later = times_s + lunch[0][-1] + timedelta(minutes=30).total_seconds(), places, lights

    assert parted(lunch, later) == [[30, 30]]


def test_the_middle_of_a_knot_does_not_follow_what_is_far() -> None:
    near = np.random.default_rng(1).normal(0, 0.2, (20, 2))
    far = np.array([[40.0, 0.0], [55.0, 3.0]])

    knot = knot_of(np.concatenate([near, far]))

    assert np.hypot(*knot.middle) < 0.2
    assert knot.reach_km2 < 0.3
    assert surprise(knot, far).min() > surprise(knot, near).max()


def test_a_knot_is_never_tighter_than_receivers_are_sure() -> None:
    assert knot_of(np.zeros((5, 2))).reach_km2 == pytest.approx(BLUR_KM**2)
