"""The export dialog: names, quality, what remains, and showing what was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer.library import Library
from organizer.models import Album, Circle
from organizer.models.exports import CopyRemains, PrivateZone
from organizer.pipeline.zones import keep_zone
from tests.builders import fingerprints
from tests.ui.pages import ids_of
from tests.ui.test_viewer import WAIT_MS, a_program, programs
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.export_remains import RemainsDialog
from ui.main_window import MainWindow

__all__ = ["programs"]


@pytest.fixture
def album(quiet_window: MainWindow, filled: Library) -> Album:
    return quiet_window.edits.new_album("Tết ở Huế", ids_of(filled)[:3])


@pytest.fixture
def dialog(quiet_window: MainWindow, album: Album, tmp_path: Path, qtbot: QtBot) -> ExportDialog:
    quiet_window.export(album)
    made = QApplication.activeModalWidget()
    assert isinstance(made, ExportDialog)
    made.path.setText(str(tmp_path / "out"))
    qtbot.waitUntil(lambda: made._preview is not None, timeout=WAIT_MS)
    return made


def exported(dialog: ExportDialog, qtbot: QtBot) -> list[str]:
    dialog.start()
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=30_000)
    return [path.name for path in dialog.report.written]


def test_the_example_is_what_the_first_copy_is_called(
    dialog: ExportDialog, few_photos: Path, qtbot: QtBot
) -> None:
    before = fingerprints(few_photos)
    names = dialog._questions.names
    names.choice.setCurrentIndex(2)
    example = names.example.text()

    written = exported(dialog, qtbot)

    assert example == f"Such as {written[0]}" == "Such as Tết ở Huế 001.jpg"
    assert fingerprints(few_photos) == before
    dialog.accept()


def test_a_pattern_with_an_unknown_field_is_told_and_not_begun(dialog: ExportDialog) -> None:
    names = dialog._questions.names
    names.choice.setCurrentIndex(3)
    assert names.own.isVisible()

    names.own.setText("{when} {name}")

    assert "{when}" in names.example.text()
    assert not dialog.export.isEnabled()
    names.own.setText("{date} {name}")
    assert dialog.export.isEnabled()
    dialog.reject()


def test_what_each_copy_would_tell_is_listed(dialog: ExportDialog, qtbot: QtBot) -> None:
    def listed() -> list[str]:
        dialog.strip.details_asked.emit()
        qtbot.waitUntil(
            lambda: isinstance(QApplication.activeModalWidget(), RemainsDialog), timeout=WAIT_MS
        )
        seen = QApplication.activeModalWidget()
        said = [seen.table.item(row, 1).text() for row in range(seen.table.rowCount())]
        seen.accept()
        return said

    assert listed() == ["Date and time"] * 3
    dialog.strip.switch.click()
    assert "place" in listed()[0]
    assert "whatever else" in listed()[0]
    dialog.reject()


def test_names_of_copies_are_never_taken_for_html(quiet_window: MainWindow) -> None:
    remains = [CopyRemains(path=Path("a.jpg"), name="<b>a</b>.jpg", tells=())]
    seen = RemainsDialog(remains, quiet_window)

    item = seen.table.item(0, 0)
    assert item.text() == "<b>a</b>.jpg"
    assert item.toolTip() == "&lt;b&gt;a&lt;/b&gt;.jpg"


def test_sidecars_and_quality_are_passed_on(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog._questions.xmp.setChecked(True)
    dialog._questions.qualities.button(1).setChecked(True)

    written = exported(dialog, qtbot)

    assert dialog.options.quality == 95
    assert len([name for name in written if name.endswith(".xmp")]) == 3
    dialog.accept()


@pytest.mark.parametrize(
    ("form", "shown", "by"), [(0, "out", "xdg-open"), (2, "out/index.html", "xdg-open")]
)
def test_show_opens_the_folder_or_the_page(
    dialog: ExportDialog,
    programs: Path,
    tmp_path: Path,
    form: int,
    shown: str,
    by: str,
    qtbot: QtBot,
) -> None:
    asked = a_program(programs, by)
    dialog._questions.forms.button(form).setChecked(True)
    exported(dialog, qtbot)

    dialog._outcome.show_button.click()
    qtbot.waitUntil(asked.exists, timeout=WAIT_MS)

    assert asked.read_text().splitlines() == [str(tmp_path / shown)]
    dialog.accept()


def test_a_zip_file_is_shown_in_its_folder(
    dialog: ExportDialog, programs: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    asked = a_program(programs, "gdbus")
    dialog._questions.forms.button(1).setChecked(True)
    exported(dialog, qtbot)

    dialog._outcome.show_button.click()
    qtbot.waitUntil(asked.exists, timeout=WAIT_MS)

    assert f"['{(tmp_path / 'out.zip').as_uri()}']" in asked.read_text().splitlines()
    dialog.accept()


def test_the_dialog_fits_into_a_small_window(
    dialog: ExportDialog, quiet_window: MainWindow
) -> None:
    dialog._questions.names.choice.setCurrentIndex(3)
    dialog.fit_height()

    assert dialog.height() <= 600
    dialog.reject()


def test_without_the_date_names_become_numbers_and_files_as_they_are_keep_it(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    questions = dialog._questions
    questions.date.setChecked(False)
    example = questions.names.example.text()
    questions.strip.switch.setChecked(False)
    whole = dialog.options
    questions.strip.switch.setChecked(True)
    questions.date.setChecked(False)

    written = exported(dialog, qtbot)

    assert example == "Such as photo 0001.jpg"
    assert (whole.keep_location, whole.keep_date) == (True, True)
    assert sorted(written) == [f"photo 000{number}.jpg" for number in (1, 2, 3)]
    dialog.accept()


def test_what_lies_in_a_private_place_is_told_before_and_after(
    quiet_window: MainWindow, filled: Library, album: Album, tmp_path: Path, qtbot: QtBot
) -> None:
    photo = filled.photos.get(album.photo_ids[0])
    assert photo is not None
    assert photo.latitude is not None
    assert photo.longitude is not None
    circle = Circle(photo.latitude, photo.longitude, 0.5)
    keep_zone(filled, PrivateZone(circle=circle, name="Huế"))
    quiet_window.export(album)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    dialog.path.setText(str(tmp_path / "out"))
    qtbot.waitUntil(lambda: dialog._preview is not None, timeout=WAIT_MS)
    dialog.strip.switch.setChecked(False)
    before = dialog.strip.sentence

    exported(dialog, qtbot)

    assert "is left out, for it is private" in before
    assert "title of the album names a private place" in before
    assert dialog.report is not None
    assert dialog.report.private > 0
    dialog.accept()
