"""Rules, changed events and hidden photos: shown, taken back, and that undone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer.library import Library
from organizer.models import (
    Circle,
    Rule,
    RuleKind,
)
from organizer.pipeline import event_edits, ruling
from tests.builders import HOME
from tests.ui.pages import choose, go, has_line, ids_of, press, said, undo
from ui import sources
from ui.dialogs.radius_dialogs import HidePlaceDialog
from ui.main_window import MainWindow
from ui.views.hidden_page import HiddenPage


@pytest.fixture
def window(quiet_window: MainWindow) -> MainWindow:
    return quiet_window


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
    qtbot.waitUntil(lambda: has_line(window, sources.HIDDEN), timeout=5000)

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
    qtbot.waitUntil(lambda: not has_line(window, sources.HIDDEN), timeout=5000)
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
    page.grid.selection.only(1)
    page.remove_photos()
    kept = filled.albums.get(album.id)
    assert kept is not None
    assert kept.photo_ids == (four, two, three)
    undo(window)
    window.words.show_photos([two])
    assert page.header.subtitle == "4 photos"
