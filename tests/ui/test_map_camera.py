"""How the view of the map moves."""

from __future__ import annotations

import pytest

from ui.views.map_camera import MAX_ZOOM, Camera

VIEW = Camera(x=0.8, y=0.45, zoom=6, width_px=900, height_px=700)


def test_a_point_of_the_view_is_found_again_in_the_world() -> None:
    assert VIEW.to_view(*VIEW.to_world(123, 456)) == pytest.approx((123, 456))


def test_zooming_keeps_the_point_under_the_pointer_also_on_the_way() -> None:
    pointer = (200.0, 610.0)
    spot = VIEW.to_world(*pointer)
    goal = VIEW.zoomed(2.5, pointer)

    for share in (0, 0.3, 0.7, 1):
        assert VIEW.towards(goal, share).to_view(*spot) == pytest.approx(pointer, abs=1e-6)


def test_the_view_runs_on_over_the_date_line() -> None:
    camera = Camera(x=0.999, y=0.5, zoom=6, width_px=900, height_px=700).moved(100, 0)

    assert 0 <= camera.x < 0.01
    assert camera.to_view(0.999, 0.5)[0] == pytest.approx(350)


def test_the_way_over_the_date_line_is_the_short_one() -> None:
    here = Camera(x=0.98, y=0.5, zoom=6, width_px=900, height_px=700)
    there = Camera(x=0.02, y=0.5, zoom=6, width_px=900, height_px=700)

    assert here.towards(there, 0.5).x % 1.0 == pytest.approx(0, abs=1e-9)


def test_nothing_is_seen_beyond_the_poles() -> None:
    north = VIEW.moved(0, -1e6)
    south = VIEW.moved(0, 1e6)

    assert north.to_world(0, 0)[1] == pytest.approx(0)
    assert south.to_world(0, 700)[1] == pytest.approx(1)


def test_zoom_has_two_ends() -> None:
    assert VIEW.zoomed(99).zoom == MAX_ZOOM
    assert VIEW.zoomed(-99).world_px == pytest.approx(900)


def test_all_of_some_bounds_is_seen() -> None:
    camera = VIEW.fitted((-0.01, 0.4, 0.03, 0.5), 50)

    for x in (-0.01, 0.03):
        for y in (0.4, 0.5):
            left, top = camera.to_view(x, y)
            assert 49 <= left <= 851
            assert 49 <= top <= 651
