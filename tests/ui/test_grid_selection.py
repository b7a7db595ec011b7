"""What clicks and keys select, by id, so that it survives a refill."""

from __future__ import annotations

import pytest

from organizer.models import PhotoId
from ui.views.grid_selection import GridSelection


@pytest.fixture
def selection() -> GridSelection:
    made = GridSelection()
    made.refill([PhotoId(number) for number in (10, 20, 30, 40, 50)])
    return made


def test_a_click_selects_one_photo(selection: GridSelection) -> None:
    selection.only(1)
    selection.only(3)

    assert selection.in_order() == [40]


def test_ctrl_adds_and_takes_away(selection: GridSelection) -> None:
    selection.only(1)
    selection.toggle(3)
    selection.toggle(1)

    assert selection.in_order() == [40]


def test_shift_reaches_from_the_last_plain_click(selection: GridSelection) -> None:
    selection.only(3)
    selection.reach_to(1)

    assert selection.in_order() == [20, 30, 40]


def test_a_refill_keeps_what_is_still_there(selection: GridSelection) -> None:
    selection.only(1)
    selection.toggle(3)

    selection.refill([PhotoId(5), PhotoId(20), PhotoId(30)])

    assert selection.in_order() == [20]
    assert selection.current is None


def test_the_keyboard_stays_on_its_photo_when_others_come_before(selection: GridSelection) -> None:
    selection.stand_on(2)

    selection.refill([PhotoId(1), PhotoId(2), PhotoId(30)])

    assert selection.current == 2
