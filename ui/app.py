"""The application: colours, the window, and the way out."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QSettings, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from organizer.errors import OrganizerError
from organizer.library import Library, open_library
from organizer.memory import give_back_memory
from organizer.pipeline.speaking import language_of, system_language
from ui import theme
from ui.core_words import in_own_words
from ui.languages import is_speaking, speak
from ui.main_window import MainWindow
from ui.start_trace import trace_start
from ui.views import accessible_grid
from ui.warming_up import warm_up
from ui.widgets.glyphs import brand_pixmap
from ui.wishes import Outcome, Wish

SCHEME_VARIABLE = "HOMEROLL_SCHEME"
# the window's thread gets its turn sooner than by default while others are at work
SWITCH_INTERVAL_S = 0.001
AFTER_PAINT_MS = 250
WARM_UP_MS = 1500


def run_window(library_path: Path, folders: Sequence[Path], *, workers: int | None = None) -> int:
    """Show the window until it is closed; returns the exit code.

    The caller holds the library's lock and has built the network wall.
    """
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    keep_qt_settings_in(library_path)
    app = make_application(sys.argv[:1])
    told, where = Outcome(), None
    try:
        while True:
            with open_library(library_path) as library:
                speak(app, language_of(library))
                code, wish, where = _show_window(app, library, folders, workers, told, where)
            if wish is None:
                return code
            gc.collect()  # what the closed window held must not be frozen with the next one
            give_back_memory()
            folders, told = (), wish(library_path)
    except OrganizerError as error:
        show_sentence(str(error))
        return error.exit_code


def _show_window(
    app: QApplication,
    library: Library,
    folders: Sequence[Path],
    workers: int | None,
    told: Outcome,
    where: QPoint | None,
) -> tuple[int, Wish | None, QPoint]:
    """A window until it is closed; also what it wished for that takes a new one, and where it was.

    *where* is the place of the one before it, in whose stead it stands.
    """
    gc.disable()  # a collection over 100,000 new values would come before the first paint
    window = MainWindow(library, workers=workers)
    trace_start(window)
    if where is not None:
        window.move(where)
    window.show()
    QTimer.singleShot(AFTER_PAINT_MS, window, lambda: begin_work(window, folders))
    window.tell(told)
    code, wish, where = app.exec(), window.wish, window.pos()
    window.deleteLater()
    app.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    gc.unfreeze()
    return code, wish, where


def keep_qt_settings_in(folder: Path) -> None:
    """Have Qt's own file dialog write its history into *folder*, not into the user's settings."""
    for fmt in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(fmt, QSettings.Scope.UserScope, str(folder))


def begin_work(window: MainWindow, folders: Sequence[Path]) -> None:
    """Look for new photos, now that the window is seen, and listen for second starts."""
    gc.freeze()
    gc.enable()
    window.adding.listen()
    QTimer.singleShot(WARM_UP_MS, window, lambda: warm_up(window.session))
    if folders:
        window.add_paths(folders)
    elif window.session.library.folders.ids():
        window.organizing.start()


def make_application(arguments: list[str]) -> QApplication:
    """The application with its style, following the system's light or dark."""
    app = QApplication.instance() or QApplication(arguments)
    app.setApplicationName("Homeroll")
    app.setDesktopFileName("homeroll")
    app.setStyle("Fusion")
    app.setFont(theme.ui_font())
    accessible_grid.install()
    app.setWindowIcon(QIcon(brand_pixmap(256)))
    follower = SchemeFollower(app)
    follower.follow()
    return app


class SchemeFollower(QObject):
    """Dresses the application in the scheme of the system, now and when it changes."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        app.styleHints().colorSchemeChanged.connect(self.follow)

    def follow(self) -> None:
        """Wear what the system wears, or what HOMEROLL_SCHEME says."""
        forced = os.environ.get(SCHEME_VARIABLE, "")
        is_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        wear(self._app, forced or (theme.DARK if is_dark else theme.LIGHT))


def wear(app: QApplication, scheme: str) -> None:
    """Dress the application in *scheme*."""
    app.setPalette(theme.palette(scheme))
    app.setStyleSheet(theme.style_sheet(scheme))


def speak_somehow(app: QApplication) -> None:
    """Speak the system's language where no library could say which one was chosen."""
    if not is_speaking():
        speak(app, system_language())


def show_sentence(sentence: str) -> None:
    """Say something in a dialog, such as why the window cannot open; waits until it is read."""
    from PySide6.QtWidgets import QMessageBox  # only when something is wrong

    app = make_application(sys.argv[:1])
    speak_somehow(app)
    box = QMessageBox(QMessageBox.Icon.Warning, "Homeroll", "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(in_own_words(sentence))
    box.exec()
