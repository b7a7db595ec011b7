"""A small program of its own from which things are dragged.

python tools/driving/dragger.py --at X Y [--move-only] (--text WORDS | --paths PATH ...)
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

SIDE_PX, SERVED_MS = 90, 1500


class Source(QLabel):
    """Drags what it was given, and says what became of it."""

    def __init__(self, mime: QMimeData, actions: Qt.DropAction) -> None:
        super().__init__("drag me")
        self._mime, self._actions = mime, actions

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at once."""
        drag = QDrag(self)
        drag.setMimeData(self._mime)
        done = drag.exec(self._actions)
        print(done.name, flush=True)
        QTimer.singleShot(SERVED_MS, QApplication.quit)  # the other side reads after the drop


def main() -> None:
    """Show the source where it is wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--at", type=int, nargs=2, required=True)
    parser.add_argument("--move-only", action="store_true")
    parser.add_argument("--text")
    parser.add_argument("--paths", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    application = QApplication(sys.argv[:1])
    mime = QMimeData()
    if options.text:
        mime.setText(options.text)
    else:
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in options.paths])
    actions = Qt.DropAction.MoveAction
    if not options.move_only:
        actions |= Qt.DropAction.CopyAction | Qt.DropAction.LinkAction
    source = Source(mime, actions)
    source.setWindowFlags(
        Qt.WindowType.FramelessWindowHint
        | Qt.WindowType.WindowStaysOnTopHint
        | Qt.WindowType.X11BypassWindowManagerHint
    )
    source.setGeometry(*options.at, SIDE_PX, SIDE_PX)
    source.show()
    print("shown", flush=True)
    application.exec()


if __name__ == "__main__":
    main()
