"""Qt models under Qt's own tester."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from organizer.models import KeptItem
from ui.models.kept_table_model import KeptTableModel
from ui.models.source_list_model import Source, SourceListModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, FATAL)


def test_the_source_list_changes_counts_without_losing_its_lines(qtbot: QtBot) -> None:
    model = SourceListModel()
    tester = watched(model)
    lines = [Source(page="photos", title="Photos"), Source(page="", title="For you")]
    model.show(lines)

    with qtbot.waitSignal(model.dataChanged, timeout=1000):
        model.show([Source(page="photos", title="Photos", count="12"), lines[1]])

    assert tester.model() is model
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Photos 12"
    assert model.flags(model.index(1)) == Qt.ItemFlag.NoItemFlags


def test_names_from_files_are_never_html_in_a_tooltip(qtbot: QtBot) -> None:
    model = SourceListModel()
    model.show([Source(page="folder:1", title="a", tooltip="<img src='x'>")])

    assert "<" not in model.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_the_table_of_what_is_kept_has_a_line_for_each_thing(qtbot: QtBot) -> None:
    model = KeptTableModel()
    tester = watched(model)

    model.show(
        [KeptItem(what="Thumbnails", how_much="12", size_bytes=2_100_000, why="", path=Path("t"))]
    )

    assert tester.model() is model
    assert [model.index(0, column).data() for column in range(3)] == ["Thumbnails", "12", "2.1 MB"]
