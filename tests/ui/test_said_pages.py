"""All pages that show what the user said: ways to them, the keyboard, small windows."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from organizer.library import Library
from organizer.models import RememberedDate
from organizer.pipeline import dwelling, hiding
from tests.builders import HOME, SPRING
from tests.ui.pages import go, press
from ui import sources
from ui.main_window import MainWindow
from ui.widgets.word_line import WordLine


@pytest.fixture
def window(quiet_window: MainWindow) -> MainWindow:
    return quiet_window


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


def test_menu_and_privacy_lead_to_the_pages_too(window: MainWindow) -> None:
    for name in ("dates", "homes", "rules", "hidden"):
        window.actions_by_id[f"go-{name}"].trigger()
        assert window.navigation.page == name

    window.go_to(sources.PRIVACY)
    press(window.navigation.widget, "Show the dates")
    assert window.navigation.page == sources.DATES
