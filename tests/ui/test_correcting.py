"""Dates corrected in the window: shown before, told after, undone and redone; files untouched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.library import Library
from organizer.models import DateSource, Photo, PhotoId, SuggestionKind, Trust
from organizer.pipeline import correcting
from organizer.progress import Progress
from tests.builders import SPRING, a_life, a_photo_file, fingerprints
from tests.ui.conftest import shown
from ui.date_edits import DateChoice
from ui.dialogs.correct_dates import CorrectDatesDialog, How
from ui.main_window import MainWindow

REALLY = datetime(1987, 6, 5, 4, 3)

Ask = Callable[..., CorrectDatesDialog]


@pytest.fixture
def ask(filled_window: MainWindow, qtbot: QtBot) -> Ask:
    """Select these photos of the timeline and press D."""

    def selected(*indices: int) -> CorrectDatesDialog:
        grid = filled_window.navigation.widget.grid
        grid.selection.take(indices)
        grid.selection.stand_on(indices[0])
        qtbot.keyClick(grid, Qt.Key.Key_D)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CorrectDatesDialog)
        return dialog

    return selected


def photo_at(window: MainWindow, index: int) -> PhotoId:
    return window.navigation.widget.grid.entries[index].id


def the(library: Library, photo_id: PhotoId) -> Photo:
    photo = library.photos.get(photo_id)
    assert photo is not None
    return photo


def taken(library: Library, photo_id: PhotoId) -> datetime | None:
    return the(library, photo_id).taken_at


def saved(window: MainWindow, dialog: CorrectDatesDialog, qtbot: QtBot) -> None:
    """Save, and wait until it is done."""
    with qtbot.waitSignal(window.dates.changed):
        dialog.accept()


def undated(library: Library) -> Photo:
    return next(photo for photo in library.photos.all() if photo.path.name == "scan.png")


def test_a_corrected_date_is_told_undone_and_redone_and_no_file_is_touched(
    filled_window: MainWindow, filled: Library, few_photos: Path, ask: Ask, qtbot: QtBot
) -> None:
    originals = fingerprints(few_photos)
    newest = photo_at(filled_window, 0)
    before = the(filled, newest).captured
    dialog = ask(0)
    dialog.when.show_time(REALLY)
    assert "→ 5 June 1987, 04:03" in dialog.preview

    qtbot.keyClick(dialog.when.time, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: taken(filled, newest) == REALLY)
    qtbot.waitUntil(filled_window.notices.isVisible)

    assert filled_window.notices.text == "1 photo dated 5 June 1987, 04:03."
    assert the(filled, newest).captured.source is DateSource.USER
    grid = filled_window.navigation.widget.grid
    qtbot.waitUntil(lambda: grid.entries[-2].id == newest)  # before the one without a date
    assert grid.selection.chosen == {newest}

    filled_window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: the(filled, newest).captured == before)
    qtbot.waitUntil(lambda: grid.entries[0].id == newest)

    filled_window.actions_by_id["redo"].trigger()
    qtbot.waitUntil(lambda: taken(filled, newest) == REALLY)
    assert fingerprints(few_photos) == originals


def test_the_undo_of_the_notice_takes_the_correction_back(
    filled_window: MainWindow, filled: Library, ask: Ask, qtbot: QtBot
) -> None:
    newest = photo_at(filled_window, 0)
    before = taken(filled, newest)
    dialog = ask(0)
    dialog.how.button(How.SHIFT).click()
    dialog.by.hours.setValue(7)
    saved(filled_window, dialog, qtbot)
    qtbot.waitUntil(lambda: taken(filled, newest) == before + timedelta(hours=7))
    qtbot.waitUntil(filled_window.notices.isVisible)
    assert filled_window.notices.text == "1 photo shifted 7 hours later."

    filled_window.notices._button.click()

    qtbot.waitUntil(lambda: taken(filled, newest) == before)


def test_many_edits_are_undone_in_turn_albums_and_dates_alike(
    filled_window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    one = photo_at(filled_window, 0)
    before = the(filled, one).captured
    stack = filled_window.edits.stack
    dates = filled_window.dates

    def idle() -> bool:
        return not dates._is_working and not dates._waiting

    for day in (1, 2, 3):  # none waits for another
        dates.correct(DateChoice(photo_ids=(one,), at=datetime(2001, 2, day)))
    filled_window.edits.new_album("Walk", [one])
    for _ in range(4):
        stack.undo()
    qtbot.waitUntil(idle)
    assert the(filled, one).captured == before
    assert not filled.albums.all()

    for _ in range(4):
        stack.redo()
    qtbot.waitUntil(idle)
    assert taken(filled, one) == datetime(2001, 2, 3)
    assert len(filled.albums.all()) == 1


def test_corrections_that_still_wait_are_made_when_the_window_closes(
    filled_window: MainWindow, filled: Library
) -> None:
    one, other = filled.photos.all()[:2]
    for photo in (one, other):  # each is a job of its own, and the second waits for the first
        filled_window.dates.correct(DateChoice(photo_ids=(photo.id,), at=REALLY))

    filled_window.close()

    assert [taken(filled, photo.id) for photo in (one, other)] == [REALLY, REALLY]


def test_the_first_is_set_and_the_others_keep_their_distance(
    filled_window: MainWindow, filled: Library, ask: Ask, qtbot: QtBot
) -> None:
    ids = [photo_at(filled_window, index) for index in (0, 5, 11)]
    first = taken(filled, ids[2])
    distances = [taken(filled, one) - first for one in ids]
    dialog = ask(0, 5, 11)
    assert dialog.when.value == first

    dialog.when.show_time(REALLY)
    assert "The first: 2 March 2024, 10:00 → 5 June 1987, 04:03" in dialog.preview
    saved(filled_window, dialog, qtbot)

    qtbot.waitUntil(lambda: taken(filled, ids[2]) == REALLY)
    assert [taken(filled, one) - REALLY for one in ids] == distances


def test_all_get_the_same_time_where_that_is_wished(
    filled_window: MainWindow, filled: Library, ask: Ask, qtbot: QtBot
) -> None:
    ids = [photo_at(filled_window, index) for index in (0, 5, 12)]
    dialog = ask(0, 5, 12)
    dialog.others.button(1).click()
    dialog.when.show_time(REALLY)
    assert "3 photos change." in dialog.preview
    saved(filled_window, dialog, qtbot)

    qtbot.waitUntil(lambda: {taken(filled, one) for one in ids} == {REALLY})


def test_a_photo_without_a_date_gets_one_and_comes_among_the_others(
    filled_window: MainWindow, filled: Library, ask: Ask, qtbot: QtBot
) -> None:
    scan = undated(filled)
    grid = filled_window.navigation.widget.grid
    assert grid.entries[12].id == scan.id
    dialog = ask(12)
    assert "No date →" in dialog.preview
    assert not dialog.how.button(How.SHIFT).isEnabled()
    dialog.when.show_time(SPRING + timedelta(days=1))
    saved(filled_window, dialog, qtbot)

    qtbot.waitUntil(lambda: grid.entries[12].id != scan.id)
    assert undated(filled).captured.trust is Trust.HIGH

    filled_window.edits.stack.undo()
    qtbot.waitUntil(lambda: undated(filled).captured == scan.captured)


def test_what_has_no_date_stays_when_others_are_shifted_and_that_is_said(
    filled_window: MainWindow, filled: Library, ask: Ask, qtbot: QtBot
) -> None:
    scan = undated(filled)
    dialog = ask(0, 12)
    dialog.how.button(How.SHIFT).click()
    dialog.by.days.setValue(1)
    dialog.by.direction.button(1).click()
    assert "1 photo changes. 1 photo stays as it is." in dialog.preview
    saved(filled_window, dialog, qtbot)

    qtbot.waitUntil(filled_window.notices.isVisible)
    said = "1 photo shifted 1 day earlier. 1 photo stays as it is."
    assert filled_window.notices.text == said
    assert undated(filled) == scan


def test_a_wrong_clock_is_corrected_for_all_photos_of_the_camera(
    filled_window: MainWindow, filled: Library, ask: Ask, qtbot: QtBot
) -> None:
    dated = [photo for photo in filled.photos.all() if photo.camera_model]
    before = {photo.id: photo.taken_at for photo in dated}
    dialog = ask(3)
    assert dialog.whose.button(1).accessibleDescription() == "12 photos, Phone One"
    dialog.whose.button(1).click()
    chosen = taken(filled, photo_at(filled_window, 3))
    dialog.when.show_time(chosen + timedelta(hours=7))
    assert "12 photos change." in dialog.preview
    saved(filled_window, dialog, qtbot)

    qtbot.waitUntil(lambda: taken(filled, dated[0].id) != before[dated[0].id])
    after = {photo.id: taken(filled, photo.id) for photo in dated}
    assert after == {one: at + timedelta(hours=7) for one, at in before.items()}
    filled_window.edits.stack.undo()
    qtbot.waitUntil(lambda: taken(filled, dated[0].id) == before[dated[0].id])


def test_the_files_are_believed_again(
    filled_window: MainWindow, filled: Library, ask: Ask, qtbot: QtBot
) -> None:
    one = photo_at(filled_window, 0)
    before = the(filled, one).captured
    assert not ask(0).how.button(How.BELIEVE).isVisible()
    QApplication.activeModalWidget().reject()
    correcting.set_date(filled, [one], REALLY)
    filled_window.navigation.widget.fill_now()
    dialog = ask(12, 11)
    dialog.how.button(How.BELIEVE).click()
    qtbot.waitUntil(lambda: "5 June 1987, 04:03 → 5 March 2024, 10:11" in dialog.preview)
    saved(filled_window, dialog, qtbot)

    qtbot.waitUntil(lambda: the(filled, one).captured == before)
    filled_window.edits.stack.undo()
    qtbot.waitUntil(lambda: taken(filled, one) == REALLY)


@pytest.mark.parametrize(
    ("year", "says"), [(1825, "older than 1826"), (2999, "later than tomorrow")]
)
def test_an_impossible_date_is_refused_before_it_is_saved(ask: Ask, year: int, says: str) -> None:
    dialog = ask(0)

    dialog.when.day.setDate(QDate(year, 1, 1))

    assert says in dialog.preview
    assert not dialog.save.isEnabled()
    dialog.when.show_time(REALLY)
    assert dialog.save.isEnabled()
    dialog.reject()


def test_a_shift_that_takes_one_of_them_too_far_is_refused(ask: Ask) -> None:
    dialog = ask(0, 1, 2)
    dialog.how.button(How.SHIFT).click()
    assert "Say by how much." in dialog.preview
    assert not dialog.save.isEnabled()

    dialog.by.days.setValue(dialog.by.days.maximum())

    assert "later than tomorrow" in dialog.preview
    assert not dialog.save.isEnabled()
    dialog.reject()


def test_a_time_that_some_zone_skips_can_be_entered(ask: Ask) -> None:
    dialog = ask(0)

    for day in (QDate(2024, 3, 10), QDate(2024, 3, 31), QDate(2024, 4, 26)):
        dialog.when.day.setDate(day)
        dialog.when.time.setTime(QTime(2, 30))
        assert (dialog.when.value.hour, dialog.when.value.minute) == (2, 30)
        assert ", 02:30" in dialog.preview
    dialog.reject()


def test_the_dialog_has_names_for_all_its_fields_and_shows_plain_text(
    filled_window: MainWindow, filled: Library, tmp_path: Path, ask: Ask, qtbot: QtBot
) -> None:
    dialog = ask(0, 12)

    fields = [dialog.when.day, dialog.when.time, dialog.by.days, dialog.by.hours, dialog.by.minutes]
    assert all(field.accessibleName() for field in fields)
    ours = [made for made in dialog.findChildren(QAbstractButton) if made.isVisible()]
    assert all(made.accessibleName() for made in ours)
    for text in dialog.findChildren(QLabel):
        assert text.textFormat() == Qt.TextFormat.PlainText
    assert not any(line.acceptDrops() for line in dialog.findChildren(QLineEdit))
    assert dialog.focusWidget() is dialog.when.day
    dialog.reject()


def test_the_keyboard_goes_from_field_to_field_as_they_are_read(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(0, 1)
    dialog.how.button(How.SHIFT).click()
    dialog.how.button(How.SHIFT).setFocus()

    passed = []
    for _ in range(4):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        passed.append(dialog.focusWidget().accessibleName())

    assert passed == ["Days", "Hours", "Minutes", "Later"]
    dialog.reject()


def test_undo_after_the_photo_vanished_is_a_sentence(
    library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    path = a_photo_file(tmp_path / "photos/a.jpg", SPRING)
    a_photo_file(tmp_path / "photos/b.jpg", SPRING)
    pipeline.add_folders(library, [tmp_path / "photos"])
    pipeline.organize(library, progress=Progress(), workers=1)
    window = shown(MainWindow(library, workers=1), qtbot)
    (photo,) = [photo for photo in library.photos.all() if photo.path == path]
    correction = DateChoice(photo_ids=(photo.id,), at=REALLY)
    with qtbot.waitSignal(window.dates.changed):
        window.dates.correct(correction)
    path.unlink()
    pipeline.organize(library, progress=Progress(), workers=1)
    gone = "These photos are not in the library any more."

    window.edits.stack.undo()
    qtbot.waitUntil(lambda: window.notices.text == gone)
    assert window.edits.stack.count() == 0

    window.notices.say("")
    window.dates.correct(correction)
    qtbot.waitUntil(lambda: window.notices.text == gone)
    assert window.edits.stack.count() == 0


def test_the_viewer_corrects_the_photo_it_shows(
    filled_window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    filled_window.navigation.widget.grid.opened.emit(4)
    viewer = filled_window.viewing.viewer
    one = viewer.current_id

    def says(text: str) -> bool:
        return any(text in line.text() for line in viewer.info.findChildren(QLabel))

    qtbot.keyClick(viewer, Qt.Key.Key_D)
    dialog = QApplication.activeModalWidget()
    dialog.when.show_time(REALLY)
    saved(filled_window, dialog, qtbot)

    qtbot.waitUntil(lambda: taken(filled, one) == REALLY)
    qtbot.waitUntil(lambda: says("5 June 1987, 04:03") and says("set by you"))
    assert filled_window.notices.isVisible()
    filled_window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: says("from the camera"), timeout=10_000)


def test_corrected_photos_are_proposed_anew_without_a_word_or_a_look_at_files(
    library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    photos = tmp_path / "photos"
    a_life(photos)
    pipeline.add_folders(library, [photos])
    pipeline.turn_suggestions_on(library)
    pipeline.organize(library, progress=Progress(), workers=1)
    (trip,) = [s for s in pipeline.open_suggestions(library) if s.kind is SuggestionKind.TRIP]
    window = shown(MainWindow(library, workers=1), qtbot)
    began: list[bool] = []
    window.organizing.began.connect(lambda: began.append(True))
    photos.rename(tmp_path / "unplugged")

    by = timedelta(days=1, hours=7)
    window.dates.correct(DateChoice(photo_ids=trip.photo_ids, by=by))

    def start() -> datetime | None:
        found = [s for s in pipeline.open_suggestions(library) if s.kind is SuggestionKind.TRIP]
        return found[0].start if found else None

    qtbot.waitUntil(lambda: start() == trip.start + by, timeout=30_000)
    qtbot.waitUntil(lambda: not window.organizing.is_running)
    assert not began
    assert not any(folder.offline for folder in library.folders.all())
