"""Groups of photos on the map, and the projection under them."""

from __future__ import annotations

import numpy as np
import pytest

from organizer.places.map_clusters import (
    APART_PX,
    MAX_ZOOM,
    WORLD_PX,
    Clusters,
    cluster_positions,
    to_degrees,
    to_world,
)

HANOI, HOI_AN, LYON = (21.03, 105.85), (15.88, 108.33), (45.76, 4.84)


def clusters_of(*spots: tuple[float, float]) -> Clusters:
    latitudes, longitudes = np.array(spots, dtype=float).T
    return cluster_positions(*to_world(latitudes, longitudes))


def a_life(count: int = 4_000) -> tuple[np.ndarray, np.ndarray]:
    """Positions around forty towns, also around the date line and near the poles."""
    random = np.random.default_rng(7)
    towns = np.column_stack([random.uniform(-75, 80, 40), random.uniform(-180, 180, 40)])
    towns[:3] = [[-17.8, 179.99], [-17.8, -179.98], [84.9, 12.0]]
    at = towns[random.integers(0, 40, count)] + random.normal(0, 0.05, (count, 2))
    return to_world(at[:, 0], (at[:, 1] + 180) % 360 - 180)


@pytest.mark.parametrize("spot", [HANOI, LYON, (-54.8, -68.3), (0.0, 180.0), (85.0, -179.9)])
def test_a_position_is_found_again_on_the_map(spot: tuple[float, float]) -> None:
    latitude, longitude = to_degrees(*to_world(np.array([spot[0]]), np.array([spot[1]])))

    assert latitude[0] == pytest.approx(spot[0], abs=1e-9)
    assert (longitude[0] - spot[1] + 180) % 360 - 180 == pytest.approx(0, abs=1e-9)


def test_the_poles_stand_on_the_edge_of_the_map() -> None:
    _, ys = to_world(np.array([90.0, -90.0]), np.array([0.0, 0.0]))

    assert ys == pytest.approx([0, 1], abs=1e-5)


def test_every_photo_is_in_one_group_at_every_zoom() -> None:
    xs, ys = a_life()

    clusters = cluster_positions(xs, ys)

    assert len(clusters.levels) == MAX_ZOOM + 1
    assert sorted(clusters.order.tolist()) == list(range(len(xs)))
    for level in clusters.levels:
        assert level.counts.sum() == len(xs)
        assert (level.counts > 0).all()


def test_groups_only_split_while_one_zooms_in() -> None:
    clusters = cluster_positions(*a_life())

    for coarse, fine in zip(clusters.levels, clusters.levels[1:], strict=False):
        assert set(coarse.starts.tolist()) <= set(fine.starts.tolist())
    assert len(clusters.levels[-1]) > len(clusters.levels[4]) > len(clusters.levels[0])


@pytest.mark.parametrize("zoom", [0, 2, 5, 9, MAX_ZOOM])
def test_no_two_groups_lie_on_each_other_not_even_over_the_date_line(zoom: int) -> None:
    level = cluster_positions(*a_life()).levels[zoom]

    east = (level.xs[:, None] - level.xs[None] + 0.5) % 1.0 - 0.5
    apart_px = np.hypot(east, level.ys[:, None] - level.ys[None]) * WORLD_PX * 2**zoom
    np.fill_diagonal(apart_px, np.inf)

    assert apart_px.min() >= APART_PX * (1 - 1e-9)


def test_photos_on_both_sides_of_the_date_line_are_one_group() -> None:
    clusters = clusters_of((-17.8, 179.99), (-17.8, -179.99))

    assert len(clusters.levels[5]) == 1
    assert len(clusters.levels[MAX_ZOOM]) == 2


def test_a_group_says_at_which_zoom_it_splits() -> None:
    clusters = clusters_of(HANOI, HANOI, HOI_AN, LYON)
    zoom = clusters.splits_at(0, 4)

    assert zoom is not None
    assert len(clusters.levels[zoom]) > 1
    hanoi = clusters.order.tolist().index(0)
    assert clusters.splits_at(hanoi, hanoi + 2) is None


def test_the_first_photo_of_the_timeline_stands_for_its_group() -> None:
    (cover,) = clusters_of(LYON, LYON, LYON).levels[0].covers

    assert cover == 0


def test_no_photos_are_no_groups() -> None:
    clusters = cluster_positions(np.empty(0), np.empty(0))

    assert [len(level) for level in clusters.levels] == [0] * (MAX_ZOOM + 1)
