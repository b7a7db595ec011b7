"""Every text fits where it stands: in Vietnamese, and in a language 40 % longer than English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from time import monotonic

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.library import Library
from organizer.models import RememberedDate
from organizer.pipeline.starting_over import EVERYTHING
from tests.ui.clipping import clipped
from tests.ui.pages import ids_of
from tests.ui.speaking import spoken
from ui import sources
from ui.dialogs.ask_caption import CaptionDialog
from ui.dialogs.erasure_dialogs import ReceiptDialog
from ui.dialogs.home_dates import HomeDatesDialog
from ui.dialogs.radius_dialogs import HidePlaceDialog, PrivatePlaceDialog
from ui.main_window import MainWindow
from ui.widgets.texts import label

LAID_OUT_S = 1.0
MEASURED = "Contact sheet Homeroll"
WIDE_PX = 165  # of that: DejaVu Sans, the widest font that desktops bring, has 153
SIZES = ((1280, 800), (900, 600))
PAGES = (
    *(sources.PHOTOS, sources.PLACES, sources.LOOK_ALIKES, sources.SUGGESTIONS, sources.PRIVACY),
    *(
        sources.DATES,
        sources.HOMES,
        sources.RULES,
        sources.HIDDEN,
        sources.ABOUT,
        sources.PROMISES,
        sources.SORTS,
    ),
    *(sources.TAUGHT_THEMES, sources.PROBLEMS, sources.FIRST_START),
)


@pytest.fixture
def wide_font(qapp: QApplication) -> Iterator[None]:
    """Whatever font this computer has, it is as wide as DejaVu Sans."""
    usual = qapp.font()
    wide = QFont(usual)
    usual_px = QFontMetrics(usual).horizontalAdvance(MEASURED)
    wide.setStretch(max(100, round(100 * WIDE_PX / usual_px)))
    qapp.setFont(wide)
    yield
    qapp.setFont(usual)


@pytest.fixture(params=["vi", "long"])
def spoken_window(
    request: pytest.FixtureRequest,
    filled: Library,
    with_a_home: None,
    wide_font: None,
    qtbot: QtBot,
) -> Iterator[MainWindow]:
    with filled.transaction():
        filled.dates.add(RememberedDate(name="Ana", month=6, day=14, year=2016))
    with spoken(request.param):
        window = MainWindow(filled, workers=1)
        window.organizing.hold()
        qtbot.addWidget(window)
        window.show()
        yield window
        window.close()


def test_every_text_of_every_page_fits(spoken_window: MainWindow, filled: Library) -> None:
    window = spoken_window
    album = window.edits.new_album("A walk in the hills", ids_of(filled)[:3])
    window.words.hide_photos(ids_of(filled)[-2:])
    folder = filled.folders.all()[0]
    met = []

    for size in SIZES:
        window.resize(*size)
        for page in (*PAGES, f"album:{album.id}", f"folder:{folder.id}"):
            window.go_to(page)
            met += [f"{page} at {size[0]}: {found}" for found in clipped_for_good(window)]
        window.go_to(sources.PHOTOS)
        window.viewing.open(window.navigation.widget.grid, 0)
        met += [f"viewer at {size[0]}: {found}" for found in clipped_for_good(window)]

    assert not met, "\n".join(met)


def test_every_text_of_every_dialog_fits(spoken_window: MainWindow, filled: Library) -> None:
    window = spoken_window
    window.resize(*SIZES[1])
    album = window.edits.new_album("A walk in the hills", ids_of(filled)[:3])
    day = date(2020, 5, 4)
    met = []

    for open_one in (
        window._show_keys,
        window.album_acts.new_album,
        lambda: window.export(album),
        lambda: window.consent.turn(on=False),
        lambda: window.photo_menu.correct_dates(ids_of(filled)[:3]),
        lambda: window.pages.copies.choose(window),
        lambda: window.pages.leaving_out.ask_name(window),
        lambda: HomeDatesDialog("Thành phố Hồ Chí Minh", day, None, window).open(),
        lambda: HidePlaceDialog("Thành phố Hồ Chí Minh", window).open(),
        lambda: PrivatePlaceDialog("Thành phố Hồ Chí Minh", window).open(),
        lambda: CaptionDialog("On the hill", window).open(),
        window.consent.ask_to_forget,
        lambda: window.consent.ask_to_erase(EVERYTHING),
        lambda: ReceiptDialog(pipeline.turn_suggestions_off(filled), window).open(),
    ):
        met += [
            f"{type(one).__name__}: {what}"
            for one in opened(open_one)
            for what in clipped_for_good(one)
        ]

    assert not met, "\n".join(met)


def clipped_for_good(window: QWidget) -> list[str]:
    """What does not fit once everything was laid out; answers of jobs come a little later."""
    deadline = monotonic() + LAID_OUT_S
    QApplication.processEvents()
    while (found := clipped(window)) and monotonic() < deadline:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    return found


def opened(open_one: Callable[[], object]) -> Iterator[QWidget]:
    """The dialogs that come, each closed once it was looked at."""
    before = set(visible())
    open_one()
    QApplication.processEvents()
    new = [one for one in visible() if one not in before]
    assert new
    for one in new:
        yield one
        one.close()


def visible() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def test_text_that_does_not_fit_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(300, 200)
    short, cut, low = (
        QPushButton("Yes", page),
        QLabel("Far too long a text", page),
        label(wrap=True),
    )
    low.setParent(page)
    low.setText("This is a text of several lines that has the room of one line only")
    for number, one in enumerate((short, cut, low)):
        one.setGeometry(10, 50 * number, 80, 32 if one is not low else 18)
    page.show()

    assert [found.partition("“")[2][:4] for found in clipped(page)] == ["Far ", "This"]
