"""The monkey in the event loop of the program."""

from __future__ import annotations

import faulthandler
import os
import random
import statistics
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import (
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QWidget,
)

from organizer.library import lock_library
from tests.benchmarks.running import memory_mb
from tools.driving.loop_watch import LoopWatch
from ui import theme
from ui.app import make_application, run_window, wear
from ui.main_window import MainWindow

ACT_MS, START_MS, WEIGH_S, HANG_S = 25, 1500, 5.0, 20.0
COUNT_EVERY = 50
# growth that is told: of the last third's middle over that of the second, in MB
GROWTH_MB = 40.0
KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home),
    *(Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return),
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_F),
    *(Qt.Key.Key_D, Qt.Key.Key_L, Qt.Key.Key_B, Qt.Key.Key_R, Qt.Key.Key_I, Qt.Key.Key_S),
    *(Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Y, Qt.Key.Key_N),
    *(Qt.Key.Key_C, Qt.Key.Key_F5, Qt.Key.Key_F11, Qt.Key.Key_Question),
)
NONE = Qt.KeyboardModifier.NoModifier
MODIFIERS = (
    NONE,
    NONE,
    NONE,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
WORDS = ("hoi", "2024", "june", "<b>x</b>", "🏖 biển", "a" * 300, "  ", "%1 {} &", "../x")


class Ape:
    """Does something every few milliseconds, whatever loop runs."""

    def __init__(self, folders: Sequence[Path], *, seed: int, seconds: float) -> None:
        self.random = random.Random(seed)
        self.folders = folders
        self.seconds = seconds
        self.faults: list[str] = []
        self.done: Counter[str] = Counter()
        self.memory: list[float] = []
        self.recent: list[str] = []
        self._acts: list[tuple[Callable[[], None], int]] = [
            (self._key, 30),
            (self._click, 25),
            (self._press, 15),
            (self._go, 8),
            (self._wheel, 8),
            (self._drag, 6),
            (self._menu, 5),
            (self._write, 4),
            (self._undo, 4),
            (self._resize, 1),
            (self._drop, 1),
            (self._turn, 1),
            (self._dress, 1),
        ]

    @property
    def window(self) -> MainWindow:
        """The window; another language makes another one."""
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        return next((w for w in windows if w.isVisible()), windows[0])

    def begin(self) -> None:
        """Take hold of the window."""
        application = QApplication.instance()
        self.watch = LoopWatch(application)
        self._until = monotonic() + self.seconds
        self._widgets = 0
        self._beaten = monotonic()
        threading.Thread(target=self._guard, daemon=True).start()
        self.window.add_paths(self.folders)
        self._acting = QTimer(application, interval=ACT_MS)
        self._acting.timeout.connect(self._act)
        self._acting.start()

    def _act(self) -> None:
        self._beaten = monotonic()
        if sum(self.done.values()) % COUNT_EVERY == 0:
            self._widgets = len(QApplication.allWidgets())  # no other thread may ask Qt
        if monotonic() > self._until:
            self._end()
            return
        if not any(isinstance(one, MainWindow) for one in QApplication.topLevelWidgets()):
            return  # it is being built again
        self.window.actions_by_id["quit"].setEnabled(False)
        if self._answer_what_stands_over():
            return
        acts, weights = zip(*self._acts, strict=True)
        (act,) = self.random.choices(acts, weights)
        self._note(act.__name__.strip("_"))
        # a menu or dialog keeps its own event loop, in which this timer has to go on
        QTimer.singleShot(0, lambda: self._do(act))

    def _do(self, act: Callable[[], None]) -> None:
        """Act; a widget may be gone between being pressed and being let go, as for a user."""
        try:
            act()
        except RuntimeError as error:
            if "already deleted" not in str(error) or _goes_through_program(error):
                raise

    def _note(self, what: str) -> None:
        self.done[what] += 1
        self.recent = [*self.recent[-30:], what]
        self.watch.doing = what

    def _end(self) -> None:
        self._acting.stop()
        while top := QApplication.activePopupWidget() or QApplication.activeModalWidget():
            top.close()
            QApplication.processEvents()
        self.watch.close()
        self.window.close()

    # -- what stands over the window ------------------------------------------------------------

    def _answer_what_stands_over(self) -> bool:
        """Menus and dialogs: something is chosen, or they are left."""
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            self._note("menu")
            actions = [a for a in popup.actions() if a.isEnabled() and not a.isSeparator()]
            if actions and self.random.random() < 0.7:
                chosen = self.random.choice(actions)
                if chosen.menu() is None:
                    popup.setActiveAction(chosen)
                    QTimer.singleShot(0, popup, lambda: QTest.keyClick(popup, Qt.Key.Key_Return))
                    return True
            QTimer.singleShot(0, popup, lambda: QTest.keyClick(popup, Qt.Key.Key_Escape))
            return True
        modal = QApplication.activeModalWidget()
        if isinstance(modal, QFileDialog) or (modal is not None and self.random.random() < 0.15):
            self._note("leave dialog")
            QTimer.singleShot(0, modal, lambda: QTest.keyClick(modal, Qt.Key.Key_Escape))
            return True
        return False

    @property
    def _top(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window

    # -- acts -----------------------------------------------------------------------------------

    def _key(self) -> None:
        target = QApplication.focusWidget() or self._top
        key, modifier = self.random.choice(KEYS), self.random.choice(MODIFIERS)
        QTest.keyClick(target, key, modifier)

    def _click(self) -> None:
        target, point = self._somewhere()
        how = self.random.random()
        modifier = self.random.choice(MODIFIERS)
        if how < 0.2:
            QTest.mouseDClick(target, Qt.MouseButton.LeftButton, modifier, point)
        else:
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, modifier, point)

    def _somewhere(self) -> tuple[QWidget, QPoint]:
        top = self._top
        at = QPoint(
            self.random.randrange(max(1, top.width())), self.random.randrange(max(1, top.height()))
        )
        target = top.childAt(at) or top
        return target, target.mapFrom(top, at)

    def _press(self) -> None:
        buttons = [
            one
            for one in self._top.findChildren(QAbstractButton)
            if one.isVisible() and one.isEnabled()
        ]
        if buttons:
            self.random.choice(buttons).click()

    def _go(self) -> None:
        model = self.window.side.model
        index = model.index(self.random.randrange(model.rowCount()))
        source = index.data(model.SourceRole)
        if source.page:
            self.window.side.list.setCurrentIndex(index)

    def _wheel(self) -> None:
        target, point = self._somewhere()
        at = QPointF(point)
        turn = QPoint(0, self.random.choice((-120, -120, -480, 120, 480)))
        turned = QWheelEvent(
            at,
            QPointF(target.mapToGlobal(point)),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            self.random.choice(MODIFIERS),
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt
        )
        QApplication.sendEvent(target, turned)

    def _drag(self) -> None:
        """Press, move within the widget, let go; what is dropped elsewhere has its own tests."""
        target, start = self._somewhere()
        if target.window() is not self.window:
            return
        left = Qt.MouseButton.LeftButton
        end = start + QPoint(self.random.randint(-9, 9), self.random.randint(-9, 9))
        QTest.mousePress(target, left, NONE, start)
        QTest.mouseMove(target, end)
        QTest.mouseRelease(target, left, NONE, end)

    def _menu(self) -> None:
        target, point = self._somewhere()
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, target.mapToGlobal(point))
        QApplication.sendEvent(target, asked)

    def _write(self) -> None:
        lines = [one for one in self._top.findChildren(QLineEdit) if one.isVisible()]
        if lines:
            line = self.random.choice(lines)
            line.setFocus()
            line.insert(self.random.choice(WORDS))
            line.textEdited.emit(line.text())

    def _undo(self) -> None:
        self.window.actions_by_id[self.random.choice(("undo", "undo", "redo"))].trigger()

    def _resize(self) -> None:
        self.window.resize(self.random.randint(760, 1480), self.random.randint(520, 940))

    def _drop(self) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(self.random.choice(self.folders)))])
        left, at = Qt.MouseButton.LeftButton, QPoint(400, 300)
        copy = Qt.DropAction.CopyAction
        QApplication.sendEvent(self.window, QDragEnterEvent(at, copy, mime, left, NONE))
        QApplication.sendEvent(self.window, QDropEvent(QPointF(at), copy, mime, left, NONE))

    def _turn(self) -> None:
        if self.random.random() < 0.3:
            self.window.consent.turn(on=not self.window.consent.is_on)

    def _dress(self) -> None:
        with self.watch.paused():
            wear(QApplication.instance(), self.random.choice((theme.LIGHT, theme.DARK)))

    # -- watching -------------------------------------------------------------------------------

    def _guard(self) -> None:
        """Weigh, and end everything if the loop does not come back."""
        while monotonic() < self._until:
            sleep(WEIGH_S)
            self.memory.append(memory_mb(os.getpid()))
            now = f"{self.memory[-1]:.0f} MB, {self._widgets} widgets"
            sys.stderr.write(f"{sum(self.done.values())} acts, {now}, {self.recent[-3:]}\n")
            if monotonic() - self._beaten > HANG_S:
                sys.stderr.write(f"no sign of life for {HANG_S:.0f} s; before: {self.recent}\n")
                faulthandler.dump_traceback(all_threads=True)
                os._exit(70)

    def report(self) -> dict[str, object]:
        """What came of it."""
        third = max(1, len(self.memory) // 3)
        middle = [statistics.median(self.memory[n : n + third] or [0]) for n in (third, 2 * third)]
        growth_mb = middle[1] - middle[0]
        if growth_mb > GROWTH_MB:
            self.faults.append(f"memory grew by {growth_mb:.0f} MB")
        return {
            "acts": sum(self.done.values()),
            "done": dict(self.done.most_common()),
            "memory_mb": {
                "first": round(self.memory[0]) if self.memory else None,
                "thirds": [round(one) for one in middle],
                "most": round(max(self.memory, default=0)),
            },
            "event_loop": self.watch.report(),
            "faults": self.faults,
        }


def _goes_through_program(error: BaseException) -> bool:
    """Whether the error came out of the program and not of this file or Qt's testing."""
    frames = traceback.extract_tb(error.__traceback__)
    return any(Path(frame.filename).name != Path(__file__).name for frame in frames)


def let_loose(
    library: Path, folders: Sequence[Path], *, seed: int, seconds: float
) -> dict[str, object]:
    """Start the program on a new library, and the monkey in it; returns the report."""
    faulthandler.enable()
    ape = Ape(folders, seed=seed, seconds=seconds)
    _collect_faults(ape)
    make_application(["homeroll"])
    QTimer.singleShot(START_MS, ape.begin)
    with lock_library(library):
        run_window(library, [])
    return ape.report()


def _collect_faults(ape: Ape) -> None:
    def of_qt(kind: QtMsgType, _context: object, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and kind is not QtMsgType.QtInfoMsg:
            ape.faults.append(f"Qt: {text} (after {ape.recent[-3:]})")

    def of_python(kind: type[BaseException], error: BaseException, trace: object) -> None:
        lines = traceback.format_exception(kind, error, trace)  # type: ignore[arg-type]
        ape.faults.append(f"{''.join(lines[-4:])} (after {ape.recent[-3:]})")
        sys.stderr.write("".join(lines))

    qInstallMessageHandler(of_qt)
    sys.excepthook = of_python
    threading.excepthook = lambda args: of_python(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
