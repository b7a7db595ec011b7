"""The real program in a process of its own: looks at what is proposed, and turns it off.

``python -m tests.campaigns.window_off LIBRARY`` prints "erased" when its receipt was seen.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from homeroll import stand_guard

STEP_MS, LIMIT = 100, 600


def main() -> int:
    """Run the window until its last step; 1 if it never came there."""
    stand_guard()  # as the program does, before Qt is imported
    from PySide6.QtCore import QTimer

    from ui.app import make_application, run_window

    app = make_application(["homeroll"])
    acts, left = steps(), [LIMIT]

    def turn() -> None:
        left[0] -= 1
        if left[0] == 0:
            app.exit(1)
        next(acts, None)

    timer = QTimer(interval=STEP_MS)
    timer.timeout.connect(turn)
    timer.start()
    return run_window(Path(sys.argv[1]), [])


def steps() -> Iterator[None]:
    """What a user does, one step a turn; each waits until what it needs is there."""
    from PySide6.QtWidgets import QApplication

    from ui import sources
    from ui.dialogs.erasure_dialogs import EraseDialog, ReceiptDialog
    from ui.main_window import MainWindow

    def windows() -> list[MainWindow]:
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        return [one for one in shown if one.isVisible()]

    while not windows() or windows()[0].organizing.is_running:
        yield
    window = windows()[0]
    for page in (sources.PLACES, sources.LOOK_ALIKES, sources.HOMES, sources.SUGGESTIONS):
        window.go_to(page)
        yield
    while not window.navigation.widget.flow.cards:
        yield
    title = window.navigation.widget.flow.cards[0].suggestion.title
    window.go_to(f"suggestion:{window.navigation.widget.flow.cards[0].suggestion.id}")
    yield
    window.go_to(sources.PHOTOS)
    window.navigation.widget.search.setText(title)
    window.navigation.widget.search.textEdited.emit(title)
    yield
    window.consent.turn(on=False)
    while not isinstance(QApplication.activeModalWidget(), EraseDialog):
        yield
    QApplication.activeModalWidget().erase.click()
    while not isinstance(QApplication.activeModalWidget(), ReceiptDialog):
        yield
    print("erased" if title not in QApplication.activeModalWidget().text else "told", flush=True)
    QApplication.activeModalWidget().accept()
    yield
    window.close()


if __name__ == "__main__":
    raise SystemExit(main())
