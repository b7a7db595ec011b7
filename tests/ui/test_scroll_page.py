"""A page of cards is as high as its cards."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from ui import sources
from ui.main_window import MainWindow


def test_the_settings_end_where_the_last_card_ends(window: MainWindow) -> None:
    window.resize(1280, 800)
    window.go_to(sources.PRIVACY)
    QApplication.processEvents()
    page = window.navigation.widget

    last = page.ledger_card.geometry().bottom()

    assert page.area.widget().height() - last < 60
    assert page.area.verticalScrollBar().maximum() > 0
