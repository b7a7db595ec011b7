"""Dates to remember and homes: shown, changed, taken back, and all of it undone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer.library import Library
from organizer.models import Circle, RememberedDate
from organizer.models.exports import PrivateZone
from organizer.pipeline import dwelling
from organizer.pipeline.zones import keep_zone
from tests.ui.pages import choose, go, ids_of, press, said, undo
from ui import sources
from ui.dialogs.home_dates import HomeDatesDialog
from ui.dialogs.radius_dialogs import PrivatePlaceDialog
from ui.main_window import MainWindow

LYON = "Lyon, Auvergne-Rhône-Alpes, France"


@pytest.fixture
def window(quiet_window: MainWindow) -> MainWindow:
    return quiet_window


def test_a_date_is_changed_in_its_place_and_undo_brings_the_old_one_back(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    old = RememberedDate(name="Mai", month=6, day=14)
    window.words.remember(old)
    page = go(window, sources.DATES, qtbot, "Birthday · 14 June")

    press(page, "Edit: Mai")
    page.card.fields.year.setText("2019")
    page.card.fields.kind.setCurrentIndex(4)
    press(page, "Save: Mai")
    changed = filled.dates.all()
    qtbot.waitUntil(lambda: "Other · 14 June 2019" in said(page), timeout=5000)
    undo(window)

    assert [(one.year, one.kind) for one in changed] == [(2019, "other")]
    assert filled.dates.all() == [old]
    qtbot.waitUntil(lambda: "Birthday · 14 June" in said(page), timeout=5000)


def test_a_removed_date_comes_back_with_undo(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    window.words.remember(RememberedDate(name="Mai", month=6, day=14))
    page = go(window, sources.DATES, qtbot, "Mai")

    press(page, "Remove: Mai")
    without = filled.dates.all(), said(page)
    undo(window)

    assert without[0] == []
    assert "No dates yet" in without[1]
    assert [one.name for one in filled.dates.all()] == ["Mai"]


@pytest.mark.parametrize(
    ("name", "year", "why"),
    [("Mai", "", "“Mai” is remembered already."), ("Ana", "19", "A year has four digits")],
)
def test_a_date_that_cannot_be_taken_says_why_and_nothing_is_lost(
    window: MainWindow, filled: Library, qtbot: QtBot, name: str, year: str, why: str
) -> None:
    window.words.remember(RememberedDate(name="Mai", month=6, day=14, year=2019))
    page = go(window, sources.DATES, qtbot, "Mai")

    page.card.fields.name.setText(name)
    page.card.fields.year.setText(year)
    page.card.submit()

    assert why in page.card.warning
    assert [(one.name, one.year) for one in filled.dates.all()] == [("Mai", 2019)]


def test_a_date_that_goes_while_it_is_changed_leaves_the_fields(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    window.words.remember(RememberedDate(name="Mai", month=6, day=14))
    page = go(window, sources.DATES, qtbot, "Mai")
    press(page, "Edit: Mai")

    undo(window)
    page.card.fields.name.setText("Ana")
    page.card.submit()

    assert [one.name for one in filled.dates.all()] == ["Ana"]
    undo(window)
    assert filled.dates.all() == []


@pytest.mark.usefixtures("with_a_home")
def test_a_home_that_is_none_stands_below_until_the_photos_are_believed_again(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    page = go(window, sources.HOMES, qtbot, LYON)
    assert "4 January 2020 to 2 March 2024 · found in your photos" in said(page)

    press(page, f"Not a home: {LYON}")
    qtbot.waitUntil(lambda: page.none_card.isVisible(), timeout=5000)
    without = dwelling.list_homes(filled)
    press(page, f"Believe the photos again: {LYON}")
    qtbot.waitUntil(lambda: not page.none_card.isVisible(), timeout=5000)

    assert without == []
    assert len(dwelling.list_homes(filled)) == 1
    undo(window)
    assert dwelling.list_homes(filled) == []


@pytest.mark.usefixtures("with_a_home")
def test_the_days_of_a_home_are_corrected_and_can_be_left_open(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    page = go(window, sources.HOMES, qtbot, LYON)
    press(page, f"Correct the dates…: {LYON}")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HomeDatesDialog)
    dialog.first.setChecked(False)
    dialog.last_day.setDate(date(2023, 12, 31))
    dialog.ok.click()

    (word,) = filled.home_words.all()
    assert (word.first_day, word.last_day) == (None, date(2023, 12, 31))
    qtbot.waitUntil(lambda: any("by your word" in text for text in said(page)), timeout=5000)
    press(page, f"Correct the dates…: {LYON}")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HomeDatesDialog)
    dialog.last_day.setDate(date(2022, 12, 31))
    dialog.ok.click()
    assert [one.last_day for one in filled.home_words.all()] == [date(2022, 12, 31)]
    undo(window)
    assert [one.last_day for one in filled.home_words.all()] == [date(2023, 12, 31)]


def test_days_in_the_wrong_order_cannot_be_saved(window: MainWindow) -> None:
    dialog = HomeDatesDialog("Lyon", date(2024, 5, 4), date(2023, 5, 4), window)

    assert not dialog.ok.isEnabled()
    dialog.last.setChecked(False)
    assert dialog.ok.isEnabled()
    assert dialog.days == (date(2024, 5, 4), None)


def test_with_the_switch_off_the_page_says_that_homes_are_not_looked_for(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.navigation
    window.go_to(sources.HOMES)

    qtbot.waitUntil(
        lambda: any("Suggestions are off" in text for text in said(page.widget)), timeout=5000
    )


def test_the_menu_of_a_photo_says_that_one_lives_there(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    choose(window, ids_of(filled)[:1], "I live here")
    qtbot.waitUntil(lambda: bool(filled.home_words.all()), timeout=10_000)

    (word,) = filled.home_words.all()
    assert (word.is_home, word.name, word.first_day) == (True, "Lyon", None)
    assert window.notices.text == f"{LYON} is a home."
    undo(window)
    assert filled.home_words.all() == []


def test_several_photos_and_one_without_place_and_date_offer_neither(
    window: MainWindow, filled: Library
) -> None:
    bare, both = (
        [act.text() for act in window.photo_menu.make(some).actions()]
        for some in (ids_of(filled)[-1:], ids_of(filled)[:2])
    )

    for texts in (bare, both):
        assert "Hide" in texts
        assert not {"Hide this place…", "Hide this day", "I live here", "I lived here…"} & {*texts}


def test_somebody_who_lived_there_is_asked_from_when_to_when(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    choose(window, ids_of(filled)[:1], "I lived here…")
    qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), HomeDatesDialog), timeout=10_000
    )
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HomeDatesDialog)
    assert dialog.title.text() == "When did you live in Lyon?"
    dialog.first.setChecked(False)
    dialog.ok.click()

    (word,) = filled.home_words.all()
    assert (word.first_day, word.last_day) == (None, date(2024, 3, 5))
    assert window.notices.text == f"{LYON} was a home."


def test_a_place_is_kept_private_from_the_menu_of_a_photo_and_all_of_it_can_be_undone(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    choose(window, ids_of(filled)[:1], "Keep this place private…")
    qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), PrivatePlaceDialog), timeout=10_000
    )
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrivatePlaceDialog)
    dialog.choose(0.2)
    dialog.ok.click()
    (kept,) = filled.zones.all()
    page = go(window, sources.HOMES, qtbot, "Within 200 m")
    press(page, "Remove: Lyon")
    removed = filled.zones.all()
    undo(window)
    again = filled.zones.all()
    undo(window)

    assert (kept.name, kept.circle.radius_km, removed, again) == ("Lyon", 0.2, [], [kept])
    assert filled.zones.all() == []


def test_another_distance_of_a_private_place_is_asked_for(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    kept = keep_zone(filled, PrivateZone(circle=Circle(16.06, 108.22, 0.5), name="School"))
    page = go(window, sources.HOMES, qtbot, "Within 500 m")

    press(page, "Change…: School")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrivatePlaceDialog)
    dialog.choose(5.0)
    dialog.ok.click()
    (changed,) = filled.zones.all()
    undo(window)

    assert (changed.id, changed.circle.radius_km) == (kept.id, 5.0)
    assert filled.zones.all() == [kept]
