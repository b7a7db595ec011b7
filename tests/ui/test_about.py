"""The page about the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from organizer import launcher
from organizer.paths import RESOURCES
from ui import sources
from ui.main_window import MainWindow
from ui.promise_words import promises
from ui.views.about_page import AboutPage
from ui.views.promises_page import PromisesPage


@pytest.fixture
def page(filled_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AboutPage:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    filled_window.actions_by_id["go-about"].trigger()
    return filled_window.navigation.widget


def test_it_says_whose_work_homeroll_stands_on(page: AboutPage) -> None:
    text = page.licences.toPlainText()

    assert "MIT" in text
    assert "GeoNames" in text


def test_details_for_a_report_name_no_photo_and_no_path(
    page: AboutPage, few_photos: Path, tmp_path: Path
) -> None:
    page._copy_details()

    said = QGuiApplication.clipboard().text()
    assert said.startswith("Homeroll ")
    assert "Photos: 13" in said
    assert str(few_photos.parent) not in said
    assert str(tmp_path) not in said


@pytest.mark.skipif(not launcher.can_have_entry(), reason="this system has no such menu files")
def test_homeroll_goes_into_the_menu_and_out_again(
    page: AboutPage, filled_window: MainWindow
) -> None:
    page._entry_button.click()
    assert launcher.has_entry()
    assert "is in the applications menu" in filled_window.notices.text

    page._entry_button.click()
    assert not launcher.has_entry()
    assert page._entry_button.text() == "Add to the applications menu"


def test_every_promise_says_how_it_is_kept_checked_and_where_it_ends(
    filled_window: MainWindow,
) -> None:
    filled_window.actions_by_id["go-promises"].trigger()
    shown = [one.text() for one in filled_window.navigation.widget.findChildren(QLabel)]

    assert len(promises()) == 5
    for promise in promises():
        for sentence in (promise.title, *promise.kept_by, *promise.checked_by, *promise.cannot):
            assert sentence in shown


def test_the_document_says_the_same_as_the_page() -> None:
    document = " ".join((RESOURCES.parent / "docs/promises.md").read_text("utf-8").split())
    for promise in promises():
        for sentence in (promise.title, *promise.kept_by, *promise.checked_by, *promise.cannot):
            assert sentence in document


def test_trying_the_promises_shows_each_refusal_and_what_was_counted(
    filled_window: MainWindow, qtbot: QtBot
) -> None:
    """This process has neither wall nor guard, and the page must not say that it has."""
    filled_window.go_to(sources.PROMISES)
    page: PromisesPage = filled_window.navigation.widget
    page.check()
    qtbot.waitUntil(lambda: len(page.results) > 6, timeout=20_000)

    assert "✕  This process: not refused" in page.results[0]
    assert "✕  Writing to one of your photos: not refused" in page.results
    assert "✓  A decoding process that would change a photo: refused" in page.results
    assert page.results[-2:] == [
        "Bytes written to your photo folders since the start: 0",
        "Files opened there for reading since the start: 0",
    ]
