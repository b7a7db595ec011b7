"""Words of others, as hostile as they can be, are shown plain, on one line and bounded."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.library import Library
from organizer.models import (
    Circle,
    ExportOptions,
    Facet,
    HomeWord,
    RememberedDate,
    Suggestion,
    SuggestionKind,
)
from organizer.pipeline import consenting, dwelling, hiding, teaching
from organizer.pipeline.starting_over import EVERYTHING
from organizer.progress import Progress
from tests.builders import FAR_AWAY, HOME, SPRING, a_photo_file
from tests.ui.conftest import shown
from tests.ui.pages import ids_of
from tests.ui.test_accessible import below
from ui import sources
from ui.dialogs.erasure_dialogs import ReceiptDialog
from ui.dialogs.export_remains import RemainsDialog
from ui.dialogs.frame import Dialog
from ui.main_window import MainWindow
from ui.widgets.texts import as_shown, as_text, as_tooltip, button, label

EVIL = "<img src=x> <b>&amp;</b> A&B \u202egpj\u2066\x1b[31m\n\t\u2028\u200b\x00"
LONG = EVIL + "x" * 1_000_000
ON_DISK = EVIL.replace("/", "").replace("\0", "") + "\udcff"
# what turns the direction, steers, breaks the line or is not seen; lines of our own may break
HOSTILE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff]"
)
TAG = re.compile("<(img|b)\\b")
MAX_LETTERS = 5000
PAGES = (
    *(sources.PHOTOS, sources.PLACES, sources.LOOK_ALIKES, sources.SUGGESTIONS, sources.PRIVACY),
    *(sources.DATES, sources.HOMES, sources.RULES, sources.HIDDEN, sources.ABOUT),
    *(sources.TAUGHT_THEMES, sources.PROBLEMS, sources.PROMISES),
)


@pytest.fixture
def hostile(library: Library, tmp_path: Path) -> Library:
    """Files, folders and everything that the user can name, all named by an enemy."""
    folder = tmp_path / ON_DISK
    for number in range(5):
        at = SPRING + timedelta(minutes=number)
        file = folder / f"{number}{ON_DISK}.jpg"
        a_photo_file(file, at, HOME, seed=number, make=EVIL.replace("\0", "") + "y" * 40_000)
    shutil.copy(folder / f"0{ON_DISK}.jpg", folder / f"again{ON_DISK}.jpg")
    (folder / f"broken{ON_DISK}.jpg").write_bytes(b"\xff\xd8\xff\xe1 no picture")
    pipeline.add_folders(library, [folder])
    pipeline.organize(library, progress=Progress(), workers=1)
    ids = ids_of(library)
    with library.transaction():
        for title in (EVIL, LONG):
            library.albums.add(title, ids)
        library.captions.set(ids[0], LONG)
        library.dates.add(RememberedDate(name=LONG, month=5, day=4))
    teaching.teach_theme(library, EVIL, ids)
    dwelling.keep_word(
        library, HomeWord(is_home=True, latitude=HOME[0], longitude=HOME[1], name=LONG)
    )
    circle = Circle(latitude=FAR_AWAY[0], longitude=FAR_AWAY[1], radius_km=1)
    hiding.hide_place(library, circle, EVIL)
    pipeline.turn_suggestions_on(library)
    return library


@pytest.fixture
def window(hostile: Library, qtbot: QtBot) -> MainWindow:
    made = shown(MainWindow(hostile, workers=1), qtbot)
    made.organizing.hold()
    return made


def words_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Each text that a widget shows or speaks, with what it is; tooltips unescaped by Qt."""
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    yield "title", widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    if isinstance(widget, QMenu):
        for action in widget.actions():
            yield "action", action.text()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from items_of(widget.model())


def items_of(model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    for row in range(model.rowCount(QModelIndex())):
        for column in range(model.columnCount() if isinstance(model, QAbstractTableModel) else 1):
            at = model.index(row, column)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                yield f"item {role.name}", str(model.data(at, role) or "")
            tooltip = str(model.data(at, Qt.ItemDataRole.ToolTipRole) or "")
            yield "tooltip", tooltip


def faults_of(root: QWidget, where: str) -> list[tuple[str, ...]]:
    """What stands in a widget or below it and should not."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        name = f"{type(widget).__name__} in {where}"
        texts = [*words_of(widget), ("tooltip", widget.toolTip())]
        for kind, text in texts:
            if HOSTILE.search(text) or len(text) > MAX_LETTERS:
                found.append((name, kind, ascii(text[:200])))
            if kind == "tooltip" and TAG.search(text):
                found.append((name, "a tooltip with a tag", ascii(text[:200])))
        is_rich = isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText
        if is_rich and TAG.search(widget.text()):
            found.append((name, "rich", ascii(widget.text()[:200])))
        if isinstance(widget, QTextEdit) and widget.acceptRichText():
            found.append((name, "rich text edit", ""))
    return found


def spoken_faults(root: QWidget, where: str) -> list[tuple[str, ...]]:
    """What a screen reader would be told and should not."""
    interface = QAccessible.queryAccessibleInterface(root)
    texts = [one.text(QAccessible.Text.Name) for one in below(interface)]
    return [(where, "spoken", ascii(text[:200])) for text in texts if HOSTILE.search(text)]


def test_every_page_shows_them_plain(window: MainWindow, hostile: Library, qtbot: QtBot) -> None:
    albums = [f"album:{album.id}" for album in hostile.albums.all()]
    folders = [f"folder:{hostile.folders.all()[0].id}"]
    themes = [f"{sources.TAUGHT}:{theme.id}" for theme in teaching.taught_themes(hostile)]
    faults = []
    for page in (*PAGES, *albums, *folders, *themes):
        window.go_to(page)
        for _ in range(5):
            qtbot.wait(20)
            faults += faults_of(window, page)
        faults += spoken_faults(window, page)

    assert list(dict.fromkeys(faults)) == []


def test_viewer_menus_dialogs_and_notices_show_them_plain(
    window: MainWindow, hostile: Library, qtbot: QtBot
) -> None:
    ids, album = ids_of(hostile), hostile.albums.all()[-1]
    window.go_to(f"folder:{hostile.folders.all()[0].id}")
    page = window.navigation.widget
    window.viewing.open(page.grid, 0)
    viewer = window.viewing.viewer
    assert viewer is not None
    qtbot.waitUntil(lambda: len(viewer.info.findChildren(QLabel)) > 4, timeout=10_000)
    faults = faults_of(window, "viewer")
    window.viewing.close()
    menus = [window.photo_menu.make(ids), window.album_acts.make_menu(hostile.albums.all()[0])]
    menus += [inner for menu in menus for inner in menu.findChildren(QMenu)]
    faults += [fault for menu in menus for fault in faults_of(menu, "menu")]
    asked = [action.text() for menu in menus for action in menu.actions()]
    window.edits.rename(album, LONG + "2")
    faults += faults_of(window, "notice")
    page.remove()
    for dialog in window.findChildren(QDialog):
        faults += faults_of(dialog, "dialog")
        dialog.reject()

    assert list(dict.fromkeys(faults)) == []
    assert any("A&&B" in text for text in asked)


def test_what_is_proposed_and_offered_shows_them_plain(
    window: MainWindow, hostile: Library, qtbot: QtBot
) -> None:
    ids = tuple(ids_of(hostile))
    told = {"subtitle": LONG, "photo_ids": ids, "cover_id": ids[0], "score": 1.0, "reasons": ()}
    with hostile.writing_derived() as derived:
        derived.replace_suggestions(
            [
                Suggestion(id=f"{title[-1]}-evil", kind=SuggestionKind.EVENT, title=title, **told)  # type: ignore[arg-type]
                for title in (EVIL, LONG)
            ]
        )
    window.go_to(sources.SUGGESTIONS)
    page = window.navigation.widget
    qtbot.waitUntil(lambda: len(page.flow.cards) == 2, timeout=5000)
    faults = faults_of(window, "cards")
    window.go_to("suggestion:x-evil")
    opened = window.navigation.widget
    qtbot.waitUntil(lambda: len(opened.grid.entries) == len(ids), timeout=10_000)
    faults += faults_of(window, "opened") + spoken_faults(window, "opened")
    window.edits.dismiss_suggestion("x-evil", title=LONG)
    faults += faults_of(window, "notice")
    window.go_to(sources.SUGGESTIONS)
    page.show_dismissed()
    faults += faults_of(window, "dismissed")
    window.go_to(sources.LOOK_ALIKES)
    alike = window.navigation.widget
    qtbot.waitUntil(lambda: len(alike.copies.groups.groups) == 1, timeout=10_000)
    alike.header.tabs.button(1).click()
    faults += faults_of(window, "copies") + spoken_faults(window, "copies")
    window.go_to(sources.PHOTOS)
    photos = window.navigation.widget
    photos.begin_search()
    photos.search.setText("img")
    photos.search.textEdited.emit("img")
    qtbot.waitUntil(lambda: photos.search.offers.rowCount() > 0, timeout=20_000)
    faults += faults_of(photos.search.popup, "offers")
    photos.search.popup.hide()
    photos.show_all()
    photos.turn_filters()
    for facet in (Facet.FOLDER, Facet.THEME, Facet.ALBUM):
        if facet in photos.filters.buttons:
            photos.filters.buttons[facet].click()
            picker = photos.filters.picker
            assert picker is not None
            qtbot.waitUntil(picker.isVisible, timeout=5000)
            faults += faults_of(picker, f"filter {facet}")
            picker.close()

    assert list(dict.fromkeys(faults)) == []


def test_what_is_asked_before_an_erasure_or_export_shows_them_plain(
    window: MainWindow, hostile: Library, qtbot: QtBot
) -> None:
    folder, album = hostile.folders.all()[0], hostile.albums.all()[-1]
    asks = (
        lambda: window.consent.withdraw(consenting.ALL_SIGNALS, folder.id),
        window.consent.ask_to_forget,
        lambda: window.consent.ask_to_erase(EVERYTHING),
        lambda: window.export(album),
        lambda: RemainsDialog(
            pipeline.export_remains(hostile, album.id, ExportOptions(), progress=Progress()), window
        ).open(),
        lambda: ReceiptDialog(pipeline.turn_suggestions_off(hostile), window).open(),
    )
    faults = []
    for number, ask in enumerate(asks):
        ask()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=10_000)
        dialog = QApplication.activeModalWidget()
        faults += faults_of(dialog, f"dialog {number}") + spoken_faults(dialog, f"{number}")
        dialog.reject()

    assert list(dict.fromkeys(faults)) == []


def test_the_makers_of_texts_let_nothing_through(qapp: QApplication) -> None:
    for text in (EVIL, LONG, "\ud800" + EVIL, "\u202e" * 10_000):
        made = [
            *(label(text).text(), button(text, lambda: None).text(), as_shown(text)),
            *(as_tooltip(text).replace("\n", ""), as_text(Path("/a") / text.replace("\0", ""))),
            button("", lambda: None, name=text).accessibleName(),
            Dialog(text, None).windowTitle(),
        ]

        assert [one for one in made if HOSTILE.search(one) or "\n" in one] == []
        assert max(map(len, made)) <= MAX_LETTERS
        assert not TAG.search(as_tooltip(text))
        assert label(text).textFormat() == Qt.TextFormat.PlainText


def test_an_ampersand_is_read_as_one(qapp: QApplication) -> None:
    made = button("Tom & Ann", lambda: None)

    assert made.text() == "Tom & Ann"
    assert super(type(made), made).text() == "Tom && Ann"
    assert as_shown("Tom & Ann") == "Tom && Ann"
