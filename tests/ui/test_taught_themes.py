"""A taught theme in the window: taught, answered, taken back, saved and forgotten."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.library import Library, open_library
from organizer.models import PhotoId, SuggestionKind, TaughtTheme
from organizer.pipeline import teaching
from tests.looks import fill_with_looks
from tests.ui.conftest import shown
from ui import theme_ranking
from ui.main_window import MainWindow
from ui.views.taught_page import TaughtPage
from ui.views.taught_theme_page import TaughtThemePage
from ui.views.theme_words import EXAMPLES, FOUND, NOT_THIS
from ui.widgets.collage import Collage

BONSAIS, OTHERS, TAUGHT = 24, 160, 8
BONSAI_IDS = [PhotoId(1 + place) for place in range(BONSAIS)]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first photos show a bonsai; all others show this and that."""
    random = np.random.default_rng(4)
    looks = random.normal(size=(BONSAIS + OTHERS, 256))
    looks[:BONSAIS] = 1.6 * random.normal(size=256) + looks[:BONSAIS]
    path = tmp_path_factory.mktemp("libraries") / "prepared"
    with open_library(path) as library:
        fill_with_looks(library, looks)
    return path


@pytest.fixture
def window(
    prepared: Path, library_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setattr(theme_ranking, "REFINE_MS", 20)
    shutil.copytree(prepared, library_path, dirs_exist_ok=True)
    with open_library(library_path) as library:
        yield shown(MainWindow(library, workers=1), qtbot)


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> TaughtThemePage:
    """The page of a theme that was taught just now, with its ranking."""
    window.photo_menu.teaching.teach(BONSAI_IDS[:TAUGHT], "Bonsai")
    page = window.navigation.widget
    assert isinstance(page, TaughtThemePage)
    qtbot.waitUntil(lambda: page.ranks.ranking is not None, timeout=20_000)
    return page


def ids(page: TaughtThemePage) -> list[PhotoId]:
    return [entry.id for entry in page.grid.entries]


def theme_of(library: Library) -> TaughtTheme:
    (theme,) = teaching.taught_themes(library)
    return theme


def wait_until_ranked(page: TaughtThemePage, qtbot: QtBot) -> None:
    """Until the ranking is of the examples as they are now."""

    def is_ranked() -> bool:
        ranking, theme = page.ranks.ranking, page.theme
        return ranking is not None and ranking.theme == theme

    qtbot.waitUntil(is_ranked, timeout=10_000)


# -- the menu -------------------------------------------------------------------------------------


def entries_of(window: MainWindow, photo_ids: list[PhotoId]) -> dict[str, bool]:
    menu = QMenu(window)
    window.photo_menu.teaching.add_to(menu, photo_ids)
    return {action.text(): action.isEnabled() for action in menu.actions()}


def test_the_menu_says_what_is_missing_where_too_few_photos_are_selected(
    window: MainWindow,
) -> None:
    few, enough = entries_of(window, BONSAI_IDS[:4]), entries_of(window, BONSAI_IDS[:5])

    assert few == {"Teach a theme: select 5 or more photos that show it": False}
    assert enough == {"Teach a theme…": True}
    assert entries_of(window, BONSAI_IDS[:1])["More like this"]


def test_photos_are_added_to_a_theme_from_the_menu(
    window: MainWindow, page: TaughtThemePage
) -> None:
    menu = QMenu(window)
    window.photo_menu.teaching.add_to(menu, BONSAI_IDS[10:12])
    (below,) = [one for one in menu.findChildren(QMenu) if one.title() == "Add to theme"]

    below.actions()[0].trigger()

    assert theme_of(window.session.library).shown == set(BONSAI_IDS[:TAUGHT] + BONSAI_IDS[10:12])


# -- teaching and answering -----------------------------------------------------------------------


def test_teaching_opens_the_page_with_the_rest_ranked_and_undo_forgets_it(
    window: MainWindow, page: TaughtThemePage, qtbot: QtBot
) -> None:
    found = ids(page)
    headings = [page._heading(section)[0] for section in page.grid.sections]

    window.edits.stack.undo()

    assert set(found[: BONSAIS - TAUGHT]) == set(BONSAI_IDS[TAUGHT:])
    assert headings[0] == "Surely"
    assert headings == [word for word in ("Surely", "Perhaps", "Hardly") if word in headings]
    assert teaching.taught_themes(window.session.library) == []
    assert window.navigation.page == "taught-themes"
    window.edits.stack.redo()
    assert theme_of(window.session.library).shown == set(BONSAI_IDS[:TAUGHT])


def test_a_yes_and_a_no_by_key_leave_the_list_at_once_and_each_is_undone(
    window: MainWindow, page: TaughtThemePage, qtbot: QtBot
) -> None:
    library = window.session.library
    page.grid.show_index(0)
    yes, no = ids(page)[:2]

    QTest.keyClick(page.grid, Qt.Key.Key_Y)
    QTest.keyClick(page.grid, Qt.Key.Key_N)
    left = ids(page)
    said = theme_of(library)
    window.edits.stack.undo()
    after_one = theme_of(library)
    window.edits.stack.undo()

    assert yes not in left
    assert no not in left
    assert yes in said.shown
    assert said.not_shown == {no}
    assert (after_one.shown, after_one.not_shown) == (said.shown, set())
    assert theme_of(library).shown == set(BONSAI_IDS[:TAUGHT])
    wait_until_ranked(page, qtbot)
    assert {yes, no} <= set(ids(page))


def test_the_tick_and_the_cross_on_a_photo_answer_and_do_not_open_it(
    window: MainWindow, page: TaughtThemePage
) -> None:
    opened: list[int] = []
    page.grid.opened.connect(opened.append)
    asked = ids(page)[:2]
    for says, disc in page.grid.discs_of(0):
        if says:
            at = disc.center().toPoint()
            QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
            QTest.mouseDClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)

    said = theme_of(window.session.library)

    assert set(asked) <= said.shown
    assert opened == []


def test_one_answer_for_a_selection_is_one_word_on_the_stack(
    window: MainWindow, page: TaughtThemePage
) -> None:
    chosen = ids(page)[-5:]
    page.grid.selection.take(range(len(ids(page)) - 5, len(ids(page))))
    count = window.edits.stack.count()

    page.grid.answered.emit(page.grid.chosen_or_current(), False)

    assert theme_of(window.session.library).not_shown == set(chosen)
    assert window.edits.stack.count() == count + 1


def test_the_photo_under_the_keys_stays_there_when_the_ranking_changes(
    page: TaughtThemePage, qtbot: QtBot
) -> None:
    page.grid.show_index(30)
    QTest.keyClick(page.grid, Qt.Key.Key_Y)
    current = page.grid.selection.current
    standing_on = page.grid.current_entry()

    wait_until_ranked(page, qtbot)

    assert current == page.grid.selection.current == 30
    assert page.grid.current_entry() == standing_on


def test_an_answer_that_is_late_changes_nothing(page: TaughtThemePage, qtbot: QtBot) -> None:
    late = page.ranks.ranking
    assert late is not None
    first = ids(page)[0]
    page.grid.answered.emit([first], True)

    page.ranks._take(late)
    wait_until_ranked(page, qtbot)
    page.ranks._take(late)

    assert page.ranks.ranking != late
    assert first not in ids(page)


def test_what_photos_look_like_is_read_once_and_let_go_when_the_page_is_left(
    window: MainWindow, page: TaughtThemePage, qtbot: QtBot
) -> None:
    looking = page.ranks._looking
    held = looking._seen
    page.grid.answered.emit(ids(page)[:1], True)
    wait_until_ranked(page, qtbot)
    still = looking._seen

    window.go_to("photos")

    assert held is not None
    assert still is held
    assert not looking.holds_looks
    assert page.ranks.ranking is None


def test_a_job_that_ends_after_the_page_was_left_leaves_nothing_behind(
    window: MainWindow, page: TaughtThemePage, qtbot: QtBot
) -> None:
    page.ranks._refine()
    job = page.ranks._looking._job
    assert job is not None

    with qtbot.waitSignal(job.ended, timeout=10_000):
        window.go_to("photos")

    assert not page.ranks._looking.holds_looks
    assert page.ranks.ranking is None


def test_a_hidden_photo_is_on_no_list(window: MainWindow, page: TaughtThemePage) -> None:
    found, example = ids(page)[0], BONSAI_IDS[0]

    window.words.hide_photos([found, example])
    lists = [ids(page)]
    page.lists.button(EXAMPLES).click()
    lists.append(ids(page))

    assert not {found, example} & {one for shown in lists for one in shown}


# -- examples -------------------------------------------------------------------------------------


def test_an_example_is_taken_back_with_delete_and_asked_about_again(
    window: MainWindow, page: TaughtThemePage, qtbot: QtBot
) -> None:
    page.lists.button(EXAMPLES).click()
    page.grid.show_index(0)
    example = ids(page)[0]

    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    page.lists.button(FOUND).click()
    wait_until_ranked(page, qtbot)

    assert example not in theme_of(window.session.library).shown
    assert example in ids(page)


def test_what_does_not_show_it_is_listed_and_can_be_turned_into_a_yes(
    window: MainWindow, page: TaughtThemePage
) -> None:
    wrong = ids(page)[0]
    page.grid.answered.emit([wrong], False)
    page.lists.button(NOT_THIS).click()
    listed = ids(page)
    page.grid.show_index(0)

    QTest.keyClick(page.grid, Qt.Key.Key_Y)

    assert listed == [wrong]
    assert wrong in theme_of(window.session.library).shown
    assert theme_of(window.session.library).not_shown == set()


def test_with_too_few_examples_left_the_page_says_how_many_are_missing(
    window: MainWindow, page: TaughtThemePage, qtbot: QtBot
) -> None:
    page.grid.taken_back.emit(BONSAI_IDS[: TAUGHT - 3])
    wait_until_ranked(page, qtbot)

    assert ids(page) == []
    assert "2 examples more are needed" in page.note.message._text.text()


# -- the switch -----------------------------------------------------------------------------------


def test_with_suggestions_off_the_page_says_so_and_examples_stay_to_be_changed(
    window: MainWindow, page: TaughtThemePage, qtbot: QtBot
) -> None:
    library = window.session.library
    pipeline.turn_suggestions_off(library)
    window.consent.changed.emit(False)
    said = page.note.message._heading.text()
    nothing = ids(page)
    page.lists.button(EXAMPLES).click()
    examples = ids(page)
    page.grid.taken_back.emit(examples[:1])

    assert said == "Suggestions are off"
    assert nothing == []
    assert page.ranks.ranking is None
    assert not page.ranks._looking.holds_looks
    assert set(examples) == set(BONSAI_IDS[:TAUGHT])
    assert theme_of(library).shown == set(examples[1:])


# -- the theme ------------------------------------------------------------------------------------


def test_forgetting_the_theme_takes_its_examples_and_its_proposal_and_undo_brings_both_back(
    window: MainWindow, page: TaughtThemePage, qtbot: QtBot
) -> None:
    library = window.session.library

    def is_proposed() -> bool:
        return bool(taught(library))

    window.go_to("photos")
    qtbot.waitUntil(is_proposed, timeout=30_000)
    theme = theme_of(library)
    window.go_to(f"taught:{theme.id}")

    page.forget()
    forgotten = teaching.taught_themes(library)
    where = window.navigation.page
    qtbot.waitUntil(lambda: not is_proposed(), timeout=30_000)
    window.edits.stack.undo()

    assert forgotten == []
    assert where == "taught-themes"
    assert theme_of(library) == theme
    qtbot.waitUntil(is_proposed, timeout=30_000)


def test_a_renamed_theme_is_called_so_until_that_is_undone(
    window: MainWindow, page: TaughtThemePage
) -> None:
    page._rename("Dad’s bonsai")
    renamed = page.header.title

    window.edits.stack.undo()

    assert renamed == "Dad’s bonsai"
    assert page.header.title == "Bonsai"


def test_the_album_holds_the_examples_and_what_surely_is_the_same_oldest_first(
    window: MainWindow, page: TaughtThemePage
) -> None:
    surely = page.ranks.surely()

    page.save.click()

    (album,) = window.session.library.albums.all()
    assert surely
    assert list(album.photo_ids) == sorted([*BONSAI_IDS[:TAUGHT], *surely])
    assert album.title == "Bonsai"
    assert window.navigation.page == f"album:{album.id}"


def taught(library: Library) -> list[str]:
    known = pipeline.open_suggestions(library)
    return [one.id for one in known if one.kind is SuggestionKind.TAUGHT]


def test_saving_the_album_of_a_theme_that_is_proposed_saves_the_proposal(
    window: MainWindow, page: TaughtThemePage, qtbot: QtBot
) -> None:
    library = window.session.library
    window.go_to("photos")
    qtbot.waitUntil(lambda: bool(taught(library)), timeout=30_000)
    window.go_to(f"taught:{theme_of(library).id}")

    page.save.click()

    assert taught(library) == []
    assert len(library.albums.all()) == 1


def test_what_was_saved_before_it_was_proposed_is_not_proposed_until_that_is_undone(
    window: MainWindow, page: TaughtThemePage, qtbot: QtBot
) -> None:
    library = window.session.library
    page.save.click()
    with qtbot.waitSignal(window.organizing.ended, timeout=30_000):
        pass
    proposed = taught(library)

    window.edits.stack.undo()
    qtbot.waitUntil(lambda: bool(taught(library)), timeout=30_000)
    window.edits.stack.redo()

    assert proposed == []
    assert len(library.albums.all()) == 1


def test_proposals_wait_while_answers_are_given_and_are_made_when_the_page_is_left(
    window: MainWindow, page: TaughtThemePage, qtbot: QtBot
) -> None:
    page.grid.answered.emit(ids(page)[:1], True)
    meanwhile = window.organizing._regroup_soon.isActive()

    window.go_to("photos")

    assert not meanwhile
    assert not window.organizing.is_running
    assert window.organizing._regroup_soon.isActive()


def test_the_list_of_themes_explains_itself_and_then_shows_what_is_to_be_seen(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go_to("taught-themes")
    page = window.navigation.widget
    assert isinstance(page, TaughtPage)
    was_explained = page._message.isVisible()
    theme_id = teaching.teach_theme(window.session.library, "Bonsai", BONSAI_IDS[:TAUGHT]).id
    window.words.hide_photos(BONSAI_IDS[:1])

    page.refresh()
    (card,) = page.flow.cards
    shown_ids = card.findChild(Collage)._photo_ids
    (open_it,) = card.findChildren(QPushButton)
    open_it.click()

    assert was_explained
    assert not page._message.isVisible()
    assert len(shown_ids) == 3
    assert BONSAI_IDS[0] not in shown_ids
    assert window.navigation.page == f"taught:{theme_id}"


def test_the_discs_of_a_photo_lie_on_it(page: TaughtThemePage) -> None:
    area = page.grid.area_of(3)

    for _says, disc in page.grid.discs_of(3):
        assert area.contains(disc.toAlignedRect())
    assert page.grid._disc_at(page.grid.discs_of(3)[0][1].center()) == (3, True)
    assert page.grid._disc_at(QPoint(area.left() + 4, area.bottom() - 4).toPointF()) is None
