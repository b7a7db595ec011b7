"""The page of problems: groups, trying again, copying, keyboard, thousands of lines."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.library import Library
from organizer.models import Folder, FolderId, Note, NoteKind, PhotoId, Status, UnreadFile
from organizer.pipeline import Problems
from organizer.progress import Progress
from tests.builders import a_photo_file
from tests.ui.conftest import shown
from ui import sources
from ui.main_window import MainWindow
from ui.models.problem_model import ProblemModel, lines_of
from ui.session import Session
from ui.views import problems_page
from ui.views.problems_page import ProblemsPage

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def unread(number: int, status: Status = Status.UNREADABLE) -> UnreadFile:
    path = Path(f"/p/{number}.jpg")
    return UnreadFile(
        photo_id=PhotoId(number), path=path, status=status, reason="The file is empty."
    )


@pytest.fixture
def troubled(library: Library, tmp_path: Path) -> Library:
    """Two empty pictures, one that is text, and a sidecar that two photos claim."""
    folder = tmp_path / "photos"
    for ending in ("jpg", "png"):
        a_photo_file(folder / f"twin.{ending}")
    (folder / "twin.json").write_text("{}")
    for name, content in (("a", b"\xff\xd8\xff\xe0 x"), ("b", b"\xff\xd8\xff\xe0 y"), ("c", b"x")):
        (folder / f"{name}.jpg").write_bytes(content)
    pipeline.add_folders(library, [folder])
    pipeline.organize(library, progress=Progress(), workers=1)
    return library


@pytest.fixture
def page(troubled: Library, session: Session, qtbot: QtBot) -> Iterator[ProblemsPage]:
    made = ProblemsPage(session)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.refresh()
    made.show()
    made.list.setFocus()
    return made


def choose_first_heading(page: ProblemsPage) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_End)
    QTest.keyClick(page.list, Qt.Key.Key_Home)  # where one is already, this key selects nothing


def names(lines: object) -> list[str]:
    return [Path(line.text).name for line in lines]  # type: ignore[attr-defined]


def test_every_kind_of_trouble_is_a_group_with_a_count(qtbot: QtBot) -> None:
    model = ProblemModel()
    tester = QAbstractItemModelTester(model, FATAL)
    kinds = [kind for kind in NoteKind if kind not in (NoteKind.FOLDER_OFFLINE, NoteKind.LEFT_OUT)]
    problems = Problems(
        files=(unread(1), unread(2), unread(3, Status.UNSUPPORTED)),
        notes=tuple(Note(kind=kind, path=Path(f"/p/{kind}"), detail="Why") for kind in kinds),
        offline=(Folder(id=FolderId(1), path=Path("/stick"), offline=True),),
    )

    model.show(lines_of(problems))

    assert tester.model() is model
    assert [line.text for line in model.lines if line.is_heading] == [
        "Folders that could not be listed · 1 folder",
        "May be pictures, but could not be opened · 1 file",
        "Damaged or unreadable · 2 files",
        "Formats Homeroll cannot read · 1 file",
        "Sidecars that could not be read · 2 files",
        "Sidecars that are not believed · 2 files",
        "Offline just now · 1 folder",
    ]
    assert all(line.reason.endswith(".") for line in model.lines if not line.is_heading)
    assert problems.count == 9
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "/p/folder_unlisted, Why."


def test_every_status_of_a_file_that_is_not_ok_has_a_group() -> None:
    files = tuple(unread(n, status) for n, status in enumerate(Status) if status is not Status.OK)

    lines = lines_of(Problems(files=files, notes=(), offline=()))

    assert len([line for line in lines if not line.is_heading]) == len(Status) - 1


def test_a_heading_stands_for_its_group_and_a_range_for_its_lines(page: ProblemsPage) -> None:
    choose_first_heading(page)
    group = names(page.list.chosen)
    QTest.keyClick(page.list, Qt.Key.Key_Down, SHIFT)
    span = names(page.list.chosen)

    assert sorted(group) == ["a.jpg", "b.jpg", "c.jpg"]
    assert len(span) == 1


def test_what_is_selected_is_copied_and_without_a_selection_everything(page: ProblemsPage) -> None:
    choose_first_heading(page)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_C, CONTROL)
    one = QGuiApplication.clipboard().text()
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    page._copy_button.click()
    everything = QGuiApplication.clipboard().text().splitlines()

    assert one in everything
    assert page.list.chosen == []
    assert {Path(path).name for path in everything} == {"a.jpg", "b.jpg", "c.jpg", "twin.json"}


def test_the_copy_key_takes_all_that_is_selected(page: ProblemsPage) -> None:
    choose_first_heading(page)

    QTest.keyClick(page.list, Qt.Key.Key_C, CONTROL)

    copied = QGuiApplication.clipboard().text().splitlines()
    assert sorted(Path(path).name for path in copied) == ["a.jpg", "b.jpg", "c.jpg"]


def test_bytes_of_a_name_that_are_no_characters_are_seen_as_such() -> None:
    path = Path(os.fsdecode(b"/p/\xff<b>.jpg"))
    file = UnreadFile(photo_id=PhotoId(1), path=path, status=Status.UNREADABLE, reason="Why.")

    lines = lines_of(Problems(files=(file,), notes=(), offline=()))

    assert lines[1].text == "/p/�<b>.jpg"


def test_reasons_are_copied_from_the_menu(page: ProblemsPage) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_A, CONTROL)
    (copy,) = [act for act in page.list.menu().actions() if act.text() == "Copy with reasons"]
    copy.trigger()

    assert "twin.json\tIt may speak of several photos" in QGuiApplication.clipboard().text()


def test_the_buttons_say_what_they_are_about(page: ProblemsPage) -> None:
    assert (page._again_button.text(), page.header.subtitle) == ("Try again", "4 need a look")

    choose_first_heading(page)

    assert page._again_button.accessibleName() == "Try selected again"
    assert page.header.subtitle == "4 need a look · 3 selected"


def test_trying_again_is_asked_for_the_selection_or_for_everything(
    page: ProblemsPage, qtbot: QtBot
) -> None:
    asked: list[object] = []
    page.again_asked.connect(asked.append)

    page._again_button.click()
    choose_first_heading(page)
    page._again_button.click()
    QTest.keyClick(page.list, Qt.Key.Key_End)
    page._again_button.click()

    group = [line.photo_id for line in page.model.lines if line.photo_id is not None]
    assert asked == [None, group, []]


def test_a_selection_outlives_a_refresh_that_brings_other_lines(
    page: ProblemsPage, troubled: Library
) -> None:
    choose_first_heading(page)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    (chosen,) = page.list.chosen
    (folder,) = troubled.folders.all()
    (folder.path / ("a.jpg" if chosen.text.endswith("b.jpg") else "b.jpg")).unlink()
    (folder.path / "twin.json").unlink()
    pipeline.organize(troubled, progress=Progress(), workers=1)

    page.refresh()

    assert page.list.chosen == [chosen]
    assert page.list.currentIndex().data(ProblemModel.LineRole) == chosen
    assert page.model.rowCount() == 3


def test_many_problems_are_fetched_beside_the_window(
    page: ProblemsPage, troubled: Library, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(problems_page, "AT_ONCE", 1)
    page.model.show([])

    page.refresh()
    page.refresh()

    assert page.model.rowCount() == 0
    qtbot.waitUntil(lambda: page.model.rowCount() == 6 and not page._is_loading)


def test_thousands_of_lines_are_not_measured_one_by_one(page: ProblemsPage) -> None:
    assert page.list.uniformItemSizes()


def test_without_problems_the_page_says_so(session: Session, qtbot: QtBot) -> None:
    page = ProblemsPage(session)
    qtbot.addWidget(page)
    page.refresh()
    page.show()

    assert page._empty.isVisible()
    assert not page.list.isVisible()
    assert not page._again_button.isVisible()


def test_sidecars_alone_bring_the_line_and_their_end_takes_it_away(
    troubled: Library, qtbot: QtBot
) -> None:
    (folder,) = troubled.folders.all()
    for name in "abc":
        (folder.path / f"{name}.jpg").unlink()
    window = shown(MainWindow(troubled, workers=1), qtbot)
    window.organizing.look()
    qtbot.waitUntil(lambda: not window.organizing.is_running, timeout=30_000)

    def spoken() -> object:
        line = window.side.model.row_of(sources.PROBLEMS)
        return line.data(Qt.ItemDataRole.AccessibleTextRole)

    # lines are counted beside the window
    qtbot.waitUntil(lambda: spoken() == "Problems, 1 needs a look", timeout=10_000)

    (folder.path / "twin.json").unlink()
    window.go_to(sources.PROBLEMS)
    window.navigation.widget._again_button.click()

    qtbot.waitUntil(
        lambda: not window.side.model.row_of(sources.PROBLEMS).isValid(), timeout=30_000
    )
    assert window.navigation.widget._empty.isVisible()
