"""Pictures of every page and dialog of the real window, on photos given by argument.

    python tools/screenshots.py --photos DIR --out DIR [--sizes 1280x800 1920x1080] [--broken DIR]

Makes a library of its own in a temporary folder, walks the window through everything a person
can come to, and writes numbered PNGs, light and dark, in every size.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from organizer.privacy.network_wall import raise_network_wall  # noqa: E402

raise_network_wall()  # as the program does, before Qt is imported

from PySide6.QtCore import QEvent, QEventLoop, QMimeData, QPoint, Qt, QTimer, QUrl  # noqa: E402
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QPainter  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget  # noqa: E402

from organizer import pipeline  # noqa: E402
from organizer.library import open_library  # noqa: E402
from organizer.models import RememberedDate  # noqa: E402
from ui import sources, theme  # noqa: E402
from ui.app import make_application, wear  # noqa: E402
from ui.main_window import MainWindow  # noqa: E402

SETTLE_MS = 350


class Camera:
    """Takes a picture of what is seen in every scheme and size."""

    def __init__(self, window: MainWindow, out: Path, sizes: Sequence[tuple[int, int]]) -> None:
        self._window = window
        self._out = out
        self._sizes = sizes
        self._number = 0

    def take(
        self,
        name: str,
        *,
        settle_ms: int = SETTLE_MS,
        first: Callable[[], object] = lambda: None,
    ) -> None:
        """Write the pictures of what is seen now; *first* is done in every size."""
        self._number += 1
        for width, height in self._sizes:
            self._window.resize(width, height)
            for scheme in (theme.LIGHT, theme.DARK):
                wear(QApplication.instance(), scheme)
                wait(settle_ms)
                first()
                wait(settle_ms // 2)
                file = f"{self._number:02d}-{name}-{scheme}-{width}.png"
                self._picture().save(str(self._out / file))
        print(f"{self._number:02d} {name}", flush=True)

    def _picture(self) -> object:
        picture = self._window.grab()
        top = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if isinstance(top, QDialog | QMenu):
            middle = self._window.rect().center() - top.rect().center()
            is_menu = isinstance(top, QMenu)
            at = self._window.mapFromGlobal(top.pos()) if is_menu else middle
            painter = QPainter(picture)
            painter.drawPixmap(at, top.grab())
            painter.end()
        return picture


def wait(duration_ms: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(duration_ms, loop.quit)
    loop.exec()


def wait_until(is_so: Callable[[], bool], *, limit_s: int = 600) -> None:
    """Let the window live until something is so."""
    for _ in range(limit_s * 20):
        if is_so():
            return
        wait(50)
    raise SystemExit("waited too long")


def has_button(root: QWidget, text: str) -> bool:
    """Whether a visible button says *text*."""
    from PySide6.QtWidgets import QAbstractButton

    return any(b.text() == text and b.isVisible() for b in root.findChildren(QAbstractButton))


def click(root: QWidget, text: str) -> None:
    """Press the button that says *text*."""
    from PySide6.QtWidgets import QAbstractButton

    for found in root.findChildren(QAbstractButton):
        if found.text() == text and found.isVisible():
            found.click()
            return
    raise SystemExit(f"no button “{text}”")


def walk(window: MainWindow, camera: Camera, folders: Sequence[Path], out: Path) -> None:
    """Go everywhere."""
    start(window, camera, folders)
    photos(window, camera)
    suggestions(window, camera)
    album(window, camera, out)
    viewer(window, camera)
    rest(window, camera)
    switch_off(window, camera)


def start(window: MainWindow, camera: Camera, folders: Sequence[Path]) -> None:
    """The first minutes."""
    camera.take("first-start")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder)) for folder in folders])
    drag = QDragEnterEvent(
        QPoint(400, 300),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, drag)
    camera.take("drop-target")
    QApplication.sendEvent(window, QDragLeaveEvent())
    window.add_paths(folders)
    wait(1500)
    camera.take("reading", settle_ms=150)
    wait_until(lambda: not window.organizing.is_running)
    window.consent.answer(on=False)
    wait(1500)


def photos(window: MainWindow, camera: Camera) -> None:
    """The timeline and a folder."""
    grid = window.navigation.widget.grid
    camera.take("timeline", settle_ms=900)
    grid.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(grid, key)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(grid, key, Qt.KeyboardModifier.ShiftModifier)
    camera.take("selection")
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum() // 2)
    camera.take("timeline-middle", settle_ms=900)
    bar = grid.verticalScrollBar()
    camera.take("timeline-end", settle_ms=900, first=lambda: bar.setValue(bar.maximum()))
    bar.setValue(0)
    grid.set_row_height(220)
    camera.take("timeline-large", settle_ms=900)
    grid.set_row_height(122)
    window.go_to(f"folder:{window.session.library.folders.all()[0].id}")
    camera.take("folder", settle_ms=600)


def suggestions(window: MainWindow, camera: Camera) -> None:
    """From off to a saved album."""
    window.go_to(sources.SUGGESTIONS)
    camera.take("suggestions-off")
    window.consent.turn(on=True)
    wait(2500)
    camera.take("suggestions-working", settle_ms=150)
    wait_until(lambda: not window.organizing.is_running)
    wait(800)
    camera.take("suggestions", settle_ms=600)
    found = pipeline.open_suggestions(window.session.library)
    if not found:
        print("no suggestions on these photos")
        return
    window.edits.dismiss_suggestion(found[-1].id, title=found[-1].title)
    camera.take("notice")
    click(window.navigation.widget, "Show dismissed")
    camera.take("dismissed")
    click(window.navigation.widget, "Show dismissed")
    window.go_to(f"suggestion:{found[0].id}")
    page = window.navigation.widget
    for entry in (page.grid.entries[2], page.grid.entries[7]):
        page.grid.toggled.emit(entry.id)
    window.notices.hide()
    camera.take("suggestion-opened", settle_ms=600)
    if has_button(page, "Show these photos"):  # a reason may rest on all of them
        click(page, "Show these photos")
    camera.take("suggestion-reason")
    in_dialog(page.rename, lambda: camera.take("rename"))
    click(page, "Save album")


def album(window: MainWindow, camera: Camera, out: Path) -> None:
    """The album that was saved, and its export."""
    library = window.session.library
    albums = library.albums.all()
    if not albums:
        chosen = [entry.id for entry in library.photos.timeline()[:40]]
        albums = [window.edits.new_album("A few photos", chosen)]
    window.go_to(f"album:{albums[0].id}")
    wait(600)
    camera.take("album-saved")
    window.notices.hide()
    page = window.navigation.widget
    page.export()
    dialog = QApplication.activeModalWidget()
    dialog.path.setText(str(out.parent / f"{out.name}-export" / "album"))
    camera.take("export")
    dialog.start()
    wait_until(lambda: dialog.report is not None)
    camera.take("exported")
    dialog.accept()
    wait(200)


def viewer(window: MainWindow, camera: Camera) -> None:
    """One photo, large."""
    grid = window.navigation.widget.grid
    window.viewing.open(grid, 3)
    wait(1500)
    camera.take("viewer", settle_ms=700)
    view = window.viewing.viewer
    QTest.keyClick(view, Qt.Key.Key_1)
    wait(1200)
    camera.take("viewer-100", settle_ms=500)
    QTest.keyClick(view, Qt.Key.Key_I)
    QTest.keyClick(view, Qt.Key.Key_0)
    camera.take("viewer-no-info", settle_ms=500)
    QTest.keyClick(view, Qt.Key.Key_I)
    QTest.keyClick(view, Qt.Key.Key_Escape)


def rest(window: MainWindow, camera: Camera) -> None:
    """Privacy, problems, menus."""
    library = window.session.library
    with library.transaction():
        library.dates.add(RememberedDate(name="Mai", month=6, day=14))
    window.go_to(sources.PRIVACY)
    camera.take("privacy")
    page = window.navigation.widget
    click(page, "Check now")
    wait_until(lambda: bool(page.network_card.results))
    camera.take("privacy-checked")
    bar = page.area.verticalScrollBar()
    camera.take("privacy-end", first=lambda: bar.setValue(bar.maximum()))
    window.go_to(sources.PROBLEMS)
    camera.take("problems")
    window.go_to(sources.PHOTOS)
    wait(500)
    in_dialog(window.actions_by_id["keys"].trigger, lambda: camera.take("keys"))
    close_dialogs()
    menu_at = window.mapToGlobal(QPoint(500, 200))
    ids = [entry.id for entry in library.photos.timeline()[:3]]
    in_dialog(lambda: window.photo_menu.open(ids, menu_at), lambda: camera.take("menu"))
    window.notices.say("“Sunsets.txt” cannot be found.")
    camera.take("refused")


def switch_off(window: MainWindow, camera: Camera) -> None:
    """What goes, and what went."""
    window.go_to(sources.SUGGESTIONS)
    erased: list[object] = []
    window.consent.changed.connect(erased.append)

    def look_and_accept() -> None:
        camera.take("turn-off")
        QApplication.activeModalWidget().accept()

    window.consent.turn(on=False)
    wait(300)
    look_and_accept()
    wait_until(lambda: False in erased)
    wait(300)
    camera.take("receipt")
    close_dialogs()
    camera.take("suggestions-off-again")


def in_dialog(open_it: Callable[[], object], look: Callable[[], None]) -> None:
    """Open something that keeps the event loop, look at it, and close it."""

    def look_and_close() -> None:
        look()
        close_dialogs()

    QTimer.singleShot(300, look_and_close)
    open_it()
    wait(800)


def close_dialogs() -> None:
    """Close whatever stands over the window."""
    while top := QApplication.activePopupWidget() or QApplication.activeModalWidget():
        top.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main() -> None:
    """Read the arguments, make a library, walk."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--photos", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--sizes", nargs="+", default=["1280x800", "1920x1080"])
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    sizes = [tuple(int(side) for side in size.split("x")) for size in arguments.sizes]
    make_application(["screenshots"])
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder)) as library:
        window = MainWindow(library)
        window.show()
        folders = [path.resolve() for path in arguments.photos]
        walk(window, Camera(window, arguments.out, sizes), folders, arguments.out)
        window.close()


if __name__ == "__main__":
    main()
