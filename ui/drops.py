"""Folders and files dragged onto the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from ui.photo_mime import is_ours
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
        """Answer to what is dragged over the window; albums answer to photos themselves."""
        if isinstance(event, QDropEvent) and is_ours(event.mimeData()):
            event.ignore()
            return True
        match event.type():
            case QEvent.Type.DragEnter:
                if answer_harmlessly(event):
                    self._show_overlay(event.mimeData())
                else:
                    self.refused.emit(self._only_to_move())
            case QEvent.Type.DragMove:
                answer_harmlessly(event)
            case QEvent.Type.DragLeave:
                self.overlay.hide()
            case QEvent.Type.Drop:
                self.overlay.hide()
                if answer_harmlessly(event):
                    self._take(event.mimeData())
                else:
                    self.refused.emit(self._only_to_move())
            case _:
                return super().eventFilter(watched, event)
        return True

    def _show_overlay(self, mime: QMimeData) -> None:
        self.overlay.show_over(
            self.tr("Drop to add. Nothing is moved or copied.")
            if paths_in(mime)
            else self.tr("Only folders and files can be added here.")
        )

    def _only_to_move(self) -> str:
        return self.tr(
            "That cannot be added this way: it was offered to be moved, and Homeroll moves nothing."
        )

    def _take(self, mime: QMimeData) -> None:
        if paths := paths_in(mime):
            self.dropped.emit(paths)
        else:
            self.refused.emit(
                self.tr("That cannot be added: Homeroll takes folders and files on this computer.")
            )


def answer_harmlessly(event: QDropEvent) -> bool:
    """Accept as a copy, else as a link, never as a move: who moves may delete the original.

    Returns whether it was accepted.
    """
    for action in (Qt.DropAction.CopyAction, Qt.DropAction.LinkAction):
        if event.possibleActions() & action:
            event.setDropAction(action)
            event.accept()
            return True
    event.ignore()
    return False


def paths_in(mime: QMimeData) -> list[Path]:
    """The local folders and files that are carried."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
