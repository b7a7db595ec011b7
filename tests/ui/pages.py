"""What tests of pages do: go to one, read it, press what is on it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from organizer.library import Library
from organizer.models import PhotoId
from ui.main_window import MainWindow


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
