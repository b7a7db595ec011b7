"""Folders and files dragged onto the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.drop_overlay import DropOverlay


class DropTarget(QObject):
    """Makes a whole window take folders and files, and shows that it does.

    Signals:
        dropped: Paths to add, as a list.
        refused: Something else was dropped; says why, in one sentence.
    """

    dropped = Signal(list)
    refused = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.overlay = DropOverlay(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer to what is dragged over the window."""
        match event.type():
            case QEvent.Type.DragEnter:
                self._show_overlay(event.mimeData())
                event.acceptProposedAction()
            case QEvent.Type.DragMove:
                event.acceptProposedAction()
            case QEvent.Type.DragLeave:
                self.overlay.hide()
            case QEvent.Type.Drop:
                self.overlay.hide()
                event.acceptProposedAction()
                self._take(event.mimeData())
            case _:
                return super().eventFilter(watched, event)
        return True

    def _show_overlay(self, mime: QMimeData) -> None:
        self.overlay.show_over(
            self.tr("Drop to add. Nothing is moved or copied.")
            if paths_in(mime)
            else self.tr("Only folders and files can be added here.")
        )

    def _take(self, mime: QMimeData) -> None:
        if paths := paths_in(mime):
            self.dropped.emit(paths)
        else:
            self.refused.emit(
                self.tr("That cannot be added: Homeroll takes folders and files on this computer.")
            )


def paths_in(mime: QMimeData) -> list[Path]:
    """The local folders and files that are carried."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
