"""The common shape of dialogs: title, body, and buttons at the lower right."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.widgets.texts import label

MARGIN_PX = 26


class Dialog(QDialog):
    """A dialog with a large title; subclasses fill ``body`` and add buttons."""

    def __init__(self, title: str, parent: QWidget | None, *, width_px: int = 520) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width_px)
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX - 4, MARGIN_PX, MARGIN_PX - 4)
        column.setSpacing(14)
        column.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        self.title = label(title, "dialogTitle", wrap=True)
        column.addWidget(self.title)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        column.addLayout(self.body)
        column.addStretch(1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        column.addLayout(self.buttons)

    def add_button(self, made: QWidget) -> None:
        """Put a button at the right end."""
        self.buttons.addWidget(made)
