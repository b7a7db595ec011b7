"""The page of suggestions: a dozen cards at a time, a menu on each, and the ways from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from organizer import pipeline
from organizer.library import Library
from organizer.models import RuleKind, Suggestion, SuggestionKind
from tests.builders import SPRING
from ui import sources
from ui.main_window import MainWindow
from ui.views.suggestions_page import SuggestionsPage

COUNT = 15


@pytest.fixture
def window(filled_window: MainWindow, filled: Library) -> MainWindow:
    """Fifteen suggestions, and nothing is proposed anew behind the back of a test."""
    filled_window.organizing.hold()
    pipeline.turn_suggestions_on(filled)
    ids = tuple(entry.id for entry in filled.photos.timeline()[:4])
    with filled.writing_derived() as derived:
        derived.replace_suggestions(
            [
                Suggestion(
                    id=f"event-{number:02}",
                    kind=SuggestionKind.EVENT,
                    title=f"Walk {number}",
                    subtitle="",
                    photo_ids=ids,
                    cover_id=ids[0],
                    score=1 - number / 100,
                    reasons=(),
                    start=SPRING,
                    end=SPRING,
                )
                for number in range(COUNT)
            ]
        )
    return filled_window


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> SuggestionsPage:
    window.go_to(sources.SUGGESTIONS)
    shown = window.navigation.widget
    assert isinstance(shown, SuggestionsPage)
    wait_for_cards(shown, qtbot, 12)
    return shown


def wait_for_cards(page: SuggestionsPage, qtbot: QtBot, count: int) -> None:
    """Cards are made a few in each turn of the event loop."""
    qtbot.waitUntil(lambda: len(page.flow.cards) == count, timeout=5000)


def titles(page: SuggestionsPage) -> list[str]:
    return [card.accessibleName() for card in page.flow.cards]


def opened_menu(window: MainWindow, qtbot: QtBot) -> QMenu:
    card_menu = window.pages.said.card_menu
    qtbot.waitUntil(
        lambda: card_menu.menu is not None and card_menu.menu.isVisible(), timeout=10_000
    )
    assert card_menu.menu is not None
    return card_menu.menu


def test_a_dozen_cards_come_first_and_the_others_on_demand(
    window: MainWindow, page: SuggestionsPage, qtbot: QtBot
) -> None:
    first = titles(page)
    assert page.more_button.isVisible()

    page.more_button.click()
    wait_for_cards(page, qtbot, COUNT)

    assert first == [f"Walk {number}" for number in range(12)]
    assert titles(page) == [f"Walk {number}" for number in range(COUNT)]
    assert not page.more_button.isVisible()
    assert QApplication.focusWidget() is page.flow.cards[12].save
    line = window.side.model.row_of(sources.SUGGESTIONS).data(window.side.model.SourceRole)
    assert (line.count, page.header.subtitle) == ("15", "15 new")


def test_one_that_is_dismissed_makes_room_for_the_next(page: SuggestionsPage) -> None:
    page.dismiss_asked.emit(page.flow.cards[0].suggestion)

    assert titles(page) == [f"Walk {number}" for number in range(1, 13)]


def test_cards_that_stay_are_not_made_anew(page: SuggestionsPage) -> None:
    before = page.flow.cards

    page.dismiss_asked.emit(before[2].suggestion)

    assert [card for card in page.flow.cards if card in before] == [*before[:2], *before[3:]]
    assert all(card.isVisible() for card in page.flow.cards)


def test_the_menu_of_a_card_makes_a_rule_that_can_be_undone(
    window: MainWindow, page: SuggestionsPage, filled: Library, qtbot: QtBot
) -> None:
    page.flow.cards[1].more.click()
    menu = opened_menu(window, qtbot)
    acts = {act.text(): act for act in menu.actions()}

    acts["Never Lyon"].trigger()
    kept = filled.rules.all()
    window.actions_by_id["undo"].trigger()

    assert list(acts) == [
        "Not right?",
        "This is not an event",
        "Never this date",
        "Never Lyon",
        "Less of this kind",
    ]
    assert [rule.kind for rule in kept] == [RuleKind.NEVER_PLACE]
    assert filled.rules.all() == []


def test_the_menu_opens_again_after_the_card_it_was_opened_on_is_gone(
    window: MainWindow, page: SuggestionsPage, qtbot: QtBot
) -> None:
    first = page.flow.cards[0]
    first.more.click()
    menu = opened_menu(window, qtbot)
    menu.hide()
    page.dismiss_asked.emit(first.suggestion)
    qtbot.waitUntil(lambda: not isValid(first))

    page.flow.cards[0].more.click()
    qtbot.waitUntil(
        lambda: (
            isValid(window.pages.said.card_menu.menu)
            and window.pages.said.card_menu.menu.isVisible()
        ),
        timeout=10_000,
    )


def test_the_menu_key_opens_the_same_menu(
    window: MainWindow, page: SuggestionsPage, qtbot: QtBot
) -> None:
    card = page.flow.cards[0]
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))

    QApplication.sendEvent(card.save, key)

    assert "This is not an event" in [act.text() for act in opened_menu(window, qtbot).actions()]
    assert card.more.accessibleName() == "Not right?: Walk 0"


def test_the_menu_of_the_page_leads_to_what_was_said(
    window: MainWindow, page: SuggestionsPage
) -> None:
    page.menu_button.click()
    acts = {act.text(): act for act in page.menu.actions() if act.isVisible() and act.text()}
    page.menu.hide()

    assert {"Dates to remember", "Homes", "Rules"} <= set(acts)
    assert "Hidden photos" not in acts
    assert "Show dismissed" not in acts
    acts["Rules"].trigger()
    assert window.navigation.page == sources.RULES
    index = window.side.list.currentIndex()
    assert index.data(window.side.model.SourceRole).page == sources.SUGGESTIONS


def test_hidden_photos_are_in_that_menu_while_there_are_any(
    window: MainWindow, page: SuggestionsPage, filled: Library
) -> None:
    window.words.hide_photos([filled.photos.timeline()[-1].id])

    page.menu_button.click()

    assert "Hidden photos" in [act.text() for act in page.menu.actions() if act.isVisible()]


def test_what_was_dismissed_is_shown_and_left_again(page: SuggestionsPage, qtbot: QtBot) -> None:
    page.dismiss_asked.emit(page.flow.cards[3].suggestion)
    page.dismissed_action.trigger()
    dismissed = page.header.title, len(page.flow.cards)

    qtbot.keyClick(page, Qt.Key.Key_Escape)

    assert dismissed == ("Dismissed", 1)
    assert page.header.title == "Suggestions"
    wait_for_cards(page, qtbot, 12)


def test_bringing_back_the_last_one_leads_back_to_what_is_proposed(page: SuggestionsPage) -> None:
    page.dismiss_asked.emit(page.flow.cards[3].suggestion)
    page.dismissed_action.trigger()

    page.flow.cards[0].bring_back_asked.emit(
        pipeline.dismissed_suggestions(page._session.library)[0]
    )

    assert page.header.title == "Suggestions"
    assert "Walk 3" in titles(page)
    assert not page.dismissed_action.isVisible()
