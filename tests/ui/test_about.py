"""The page about the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from organizer import launcher
from ui.main_window import MainWindow
from ui.views.about_page import AboutPage


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
