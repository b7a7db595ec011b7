"""What the user said of suggestions: pages that show it, take it back, and undo that."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.library import Library
from organizer.models import (
    Circle,
    Clusters,
    Home,
    PhotoId,
    RememberedDate,
    Rule,
    RuleKind,
)
from organizer.pipeline import dwelling, event_edits, hiding, ruling
from tests.builders import HOME, SPRING
from ui import sources
from ui.dialogs.hide_place import HidePlaceDialog
from ui.dialogs.home_dates import HomeDatesDialog
from ui.main_window import MainWindow
from ui.views.hidden_page import HiddenPage
from ui.widgets.word_line import WordLine

LYON = "Lyon, Auvergne-Rhône-Alpes, France"


@pytest.fixture
def window(filled_window: MainWindow) -> MainWindow:
    """Nothing is proposed anew behind the back of a test."""
    filled_window.organizing.hold()
    return filled_window


@pytest.fixture
def with_a_home(filled: Library) -> None:
    """The switch is on, and a home was found."""
    pipeline.turn_suggestions_on(filled)
    first, last = date(2020, 1, 4), date(2024, 3, 2)
    home = Home(latitude=HOME[0], longitude=HOME[1], first_day=first, last_day=last, active_days=90)
    with filled.writing_derived() as derived:
        derived.replace_groups([], Clusters(homes=(home,)), {}, frozenset())


def go(window: MainWindow, page: str, qtbot: QtBot, *texts: str) -> QWidget:
    """The page, once it says all of this."""
    window.go_to(page)
    shown = window.navigation.widget
    qtbot.waitUntil(lambda: set(texts) <= set(said(shown)), timeout=10_000)
    return shown


def said(page: QWidget) -> list[str]:
    """Every text that is seen on a page."""
    return [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]


def press(page: QWidget, name: str) -> None:
    (found,) = [
        one
        for one in page.findChildren(QPushButton)
        if one.accessibleName() == name and one.isVisibleTo(page)
    ]
    found.click()


def choose(window: MainWindow, photo_ids: list[PhotoId], text: str) -> None:
    """Choose something in the menu of photos."""
    menu = window.photo_menu.make(photo_ids)
    (act,) = [act for act in menu.actions() if act.text() == text]
    act.trigger()


def undo(window: MainWindow) -> None:
    window.actions_by_id["undo"].trigger()


def ids_of(library: Library) -> list[PhotoId]:
    return [entry.id for entry in library.photos.timeline()]


def has_line(window: MainWindow, page: str) -> bool:
    return window.side.model.row_of(page).isValid()


# -- dates -----------------------------------------------------------------------------------------


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


# -- homes -----------------------------------------------------------------------------------------


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


# -- rules -----------------------------------------------------------------------------------------


def test_a_rule_is_a_sentence_and_is_taken_back_and_put_back(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    sentence = "No album is proposed of what was taken within 1 km of Lyon."
    rule = Rule(kind=RuleKind.NEVER_PLACE, circle=Circle(*HOME, 1.0), subject="Lyon")
    kept = ruling.keep_rule(filled, rule)
    page = go(window, sources.RULES, qtbot, sentence)

    press(page, f"Take back: {sentence}")
    without = filled.rules.all()
    qtbot.waitUntil(lambda: "No rules yet" in said(page), timeout=5000)
    undo(window)

    assert without == []
    assert filled.rules.all() == [kept]
    qtbot.waitUntil(lambda: sentence in said(page), timeout=5000)


def test_changed_events_are_told_with_their_days_and_taken_back(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    ids = ids_of(filled)[:-1][::-1]  # by time; three a day
    event_edits.split_event(filled, ids[:3], ids[1])
    event_edits.merge_events(filled, ids[:3], ids[3:6])
    event_edits.move_photos(filled, ids[:3])
    event_edits.move_photos(filled, ids[:1], ids[9:])

    page = go(
        window,
        sources.RULES,
        qtbot,
        "Cut on 2 March 2024 at 10:01",
        "Two events joined: 2 March 2024 and 3 March 2024",
        "3 photos taken out of their event",
        "1 photo moved to the event of 5 March 2024",
    )
    press(page, "Take back: 3 photos taken out of their event")

    assert len(filled.event_edits.all()) == 3
    undo(window)
    assert len(filled.event_edits.all()) == 4


# -- hidden ----------------------------------------------------------------------------------------


def shown_hidden(window: MainWindow, qtbot: QtBot, count: int) -> HiddenPage:
    window.go_to(sources.HIDDEN)
    page = window.navigation.widget
    assert isinstance(page, HiddenPage)
    qtbot.waitUntil(lambda: len(page.grid.entries) == count, timeout=5000)
    return page


def test_hidden_photos_have_a_line_and_a_page_while_there_are_any(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    ids = ids_of(filled)
    assert not has_line(window, sources.HIDDEN)
    window.words.hide_photos(ids[:3])
    assert has_line(window, sources.HIDDEN)

    page = shown_hidden(window, qtbot, 3)
    page.grid.selection.only(0)
    page.grid.selection_changed.emit()
    press(page, "Show again")
    qtbot.waitUntil(lambda: len(page.grid.entries) == 2, timeout=5000)
    page.grid.selection.clear()
    page.grid.selection_changed.emit()
    press(page, "Show all again")
    qtbot.waitUntil(lambda: "Nothing is hidden" in said(page), timeout=5000)

    assert ids_of(filled) == ids
    assert not has_line(window, sources.HIDDEN)
    undo(window)
    qtbot.waitUntil(lambda: len(page.grid.entries) == 2, timeout=5000)


def test_a_place_is_hidden_as_far_around_as_is_said_and_shown_by_taking_the_rule_back(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    choose(window, ids_of(filled)[:1], "Hide this place…")
    qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), HidePlaceDialog), timeout=10_000
    )
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HidePlaceDialog)
    dialog.choose(5.0)
    dialog.ok.click()
    sentence = "Everything taken within 5 km of Lyon is hidden."

    page = shown_hidden(window, qtbot, 12)
    page.show_again()
    assert "take that back above" in window.notices.text
    assert len(filled.hidden.withheld()) == 12
    press(page, f"Take back: {sentence}")

    assert filled.hidden.withheld() == set()
    assert len(ids_of(filled)) == 13


def test_a_day_is_hidden_and_undo_shows_it(window: MainWindow, filled: Library) -> None:
    ids = ids_of(filled)

    choose(window, ids[:1], "Hide this day")
    left = ids_of(filled)
    undo(window)

    assert left == ids[3:]
    assert ids_of(filled) == ids


def test_a_hidden_photo_is_seen_large_from_its_page(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    hidden = ids_of(filled)[0]
    window.words.hide_photos([hidden])
    page = shown_hidden(window, qtbot, 1)

    page.grid.opened.emit(0)

    viewer = window.viewing.viewer
    assert viewer is not None
    assert viewer.current_id == hidden
    assert viewer._facts is not None or viewer._thumbnail is not None


def test_a_hidden_photo_keeps_its_place_in_an_album_that_is_reordered(
    window: MainWindow, filled: Library
) -> None:
    one, two, three, four = ids_of(filled)[:4]
    album = window.edits.new_album("Walk", [one, two, three, four])
    window.words.hide_photos([two])
    window.go_to(f"album:{album.id}")
    page = window.navigation.widget

    assert page.header.subtitle == "3 photos · 1 hidden"
    page.grid.moved.emit([four, one, three])

    kept = filled.albums.get(album.id)
    assert kept is not None
    assert kept.photo_ids == (four, one, two, three)
    window.words.show_photos([two])
    assert page.header.subtitle == "4 photos"


# -- ways ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", [sources.DATES, sources.HOMES, sources.RULES, sources.HIDDEN])
def test_escape_leads_from_every_page_back_to_suggestions(
    window: MainWindow, qtbot: QtBot, page: str
) -> None:
    window.go_to(page)

    qtbot.keyClick(window.navigation.widget, Qt.Key.Key_Escape)

    assert window.navigation.page == sources.SUGGESTIONS


def test_buttons_that_repeat_say_what_they_are_about(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    for day in (3, 4):
        hiding.hide_days(filled, date(2024, 3, day), date(2024, 3, day))
    page = go(window, sources.RULES, qtbot, "Everything taken on 3 March 2024 is hidden.")

    lines = page.findChildren(WordLine)
    names = [one.accessibleName() for line in lines for one in line.findChildren(QPushButton)]
    assert len(set(names)) == len(names) == 2
    assert all(
        one.focusPolicy() & Qt.FocusPolicy.TabFocus
        for line in lines
        for one in line.findChildren(QPushButton)
    )


def test_the_window_opens_again_on_such_a_page_but_not_on_hidden_photos_that_are_gone(
    filled: Library,
) -> None:
    assert sources.is_restored(sources.RULES, filled)
    assert not sources.is_restored(sources.HIDDEN, filled)
    hiding.hide_days(filled, SPRING.date(), SPRING.date())
    assert sources.is_restored(sources.HIDDEN, filled)


def test_taking_back_by_keyboard_leaves_the_keyboard_where_it_was(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    for day in (3, 4):
        hiding.hide_days(filled, date(2024, 3, day), date(2024, 3, day))
    page = go(window, sources.RULES, qtbot, "Everything taken on 3 March 2024 is hidden.")

    for left in (1, 0):
        button = page.rules_card.findChildren(QPushButton)[-1]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(button, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda left=left: page.rules_card.body.count() == left, timeout=5000)

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.navigation.page == sources.SUGGESTIONS


@pytest.mark.usefixtures("with_a_home")
def test_at_the_smallest_window_no_page_is_cut_at_its_right(
    window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    dwelling.say_home(filled, *HOME, last_day=date(2024, 1, 1))
    hiding.hide_days(filled, date(2024, 3, 3), date(2024, 3, 3))
    window.words.remember(RememberedDate(name="Mai " * 15, month=9, day=30, year=2019))
    window.resize(window.minimumSize())

    for name in (sources.DATES, sources.HOMES, sources.RULES, sources.SUGGESTIONS):
        window.go_to(name)
        area = window.navigation.widget.area
        qtbot.waitUntil(
            lambda area=area: 0 < area.widget().width() <= area.viewport().width(), timeout=5000
        )
