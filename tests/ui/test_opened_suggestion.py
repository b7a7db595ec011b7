"""An opened suggestion: borders that move, rules that hold, and all of it undone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.library import open_library
from organizer.models import RuleKind, Suggestion, SuggestionKind
from tests.builders import (
    a_life_with_a_party,
    organized_library,
)
from tests.ui.conftest import shown
from ui.main_window import MainWindow
from ui.views.suggestion_page import SuggestionPage


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_life_with_a_party(tmp_path_factory.mktemp("photos"))


@pytest.fixture(scope="module")
def prepared(life: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return organized_library(tmp_path_factory.mktemp("libraries") / "prepared", life)


@pytest.fixture
def window(prepared: Path, library_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    shutil.copytree(prepared, library_path, dirs_exist_ok=True)
    with open_library(library_path) as library:
        yield shown(MainWindow(library, workers=1), qtbot)


def trips(window: MainWindow) -> list[Suggestion]:
    known = pipeline.open_suggestions(window.session.library)
    return [found for found in known if found.kind is SuggestionKind.TRIP]


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> SuggestionPage:
    """The page of the one trip, with its borders and rules."""
    window.go_to(f"suggestion:{trips(window)[0].id}")
    page = window.navigation.widget
    assert isinstance(page, SuggestionPage)
    qtbot.waitUntil(lambda: page.reasons.borders is not None, timeout=20_000)
    return page


def link(page: SuggestionPage, text: str) -> QPushButton:
    (found,) = [one for one in page.reasons.findChildren(QPushButton) if one.text() == text]
    return found


def test_the_slider_parts_the_photos_and_puts_them_together_again(page: SuggestionPage) -> None:
    borders = page.reasons.borders
    assert borders is not None
    before = [entry.id for entry in page.grid.entries]

    borders.slider.setValue(0)
    parts = page.kept_parts
    headings = [page._heading(section)[0] for section in page.grid.sections]
    borders.slider.setValue(borders._now)

    assert len(parts) > 1
    assert {one for part in parts for one in part} == set(before)
    assert headings[0] == f"Album 1 of {len(parts)}"
    assert [entry.id for entry in page.grid.entries] == before
    assert page._save.text() == "Save album"


def test_finer_borders_save_as_several_albums_that_one_undo_takes_back(
    window: MainWindow, page: SuggestionPage
) -> None:
    borders = page.reasons.borders
    assert borders is not None
    borders.slider.setValue(borders._now - 1)
    assert page._save.text() == "Save 2 albums"
    parts = page.kept_parts

    page._save.click()
    library = window.session.library
    albums = library.albums.all()
    window.edits.stack.undo()

    assert [album.photo_ids for album in albums] == parts
    assert len({album.title for album in albums}) == 2
    assert library.albums.all() == []
    assert trips(window)


def test_a_photo_that_was_left_out_stays_so_when_borders_move(page: SuggestionPage) -> None:
    borders = page.reasons.borders
    assert borders is not None
    left_out = page.grid.entries[0].id
    page.grid.toggled.emit(left_out)

    borders.slider.setValue(0)

    assert left_out not in {one for part in page.kept_parts for one in part}


def test_the_counts_stand_before_the_dates(page: SuggestionPage) -> None:
    count = len(page.grid.entries)
    assert page.header.subtitle.startswith(f"{count} photos · ")

    page.grid.toggled.emit(page.grid.entries[0].id)

    assert page.header.subtitle.startswith(f"{count - 1} photos, 1 left out · ")


def test_borders_that_are_kept_are_told_and_can_be_undone(
    window: MainWindow, page: SuggestionPage
) -> None:
    borders = page.reasons.borders
    assert borders is not None
    borders.slider.setValue(0)

    page._keep_borders()
    library = window.session.library
    kept = library.event_edits.all()
    window.edits.stack.undo()

    assert kept
    assert library.event_edits.all() == []


def test_a_rule_made_here_takes_the_suggestion_away_and_undo_brings_it_back(
    window: MainWindow, page: SuggestionPage, qtbot: QtBot
) -> None:
    link(page, "Never Da Nang").click()
    rules = window.session.library.rules.all()
    qtbot.waitUntil(lambda: trips(window) == [], timeout=30_000)
    qtbot.waitUntil(lambda: window.navigation.page == "suggestions", timeout=10_000)

    window.edits.stack.undo()
    qtbot.waitUntil(lambda: len(trips(window)) == 1, timeout=30_000)

    assert [rule.kind for rule in rules] == [RuleKind.NEVER_PLACE]
    assert window.session.library.rules.all() == []


def test_a_place_that_is_a_home_is_no_trip(
    window: MainWindow, page: SuggestionPage, qtbot: QtBot
) -> None:
    link(page, "Da Nang is a home").click()

    qtbot.waitUntil(lambda: trips(window) == [], timeout=30_000)
    assert [word.is_home for word in window.session.library.home_words.all()] == [True]


def test_the_menu_of_photos_splits_and_takes_out(window: MainWindow, page: SuggestionPage) -> None:
    page.grid.selection.only(4)
    acts = dict(page._acts())

    acts["Split before this photo"]()
    acts["Not part of this"]()

    edits = window.session.library.event_edits.all()
    assert [edit.kind.value for edit in edits] == ["split", "move"]
    assert edits[0].others[0] == edits[1].ones[0] == page.grid.entries[4].id


def test_every_measured_reason_says_what_it_had_to_reach(page: SuggestionPage) -> None:
    from ui.widgets.evidence_bar import EvidenceBar

    said = [bar.accessibleName() for bar in page.reasons.findChildren(EvidenceBar)]

    assert "2; at least 1 needed" in said


def test_a_hidden_photo_leaves_the_page_at_once_and_comes_back_with_undo(
    window: MainWindow, page: SuggestionPage
) -> None:
    hidden = page.grid.entries[2].id

    window.words.hide_photos([hidden])
    without = [entry.id for entry in page.grid.entries]
    window.edits.stack.undo()

    assert hidden not in without
    assert window.session.library.hidden.withheld() == set()
