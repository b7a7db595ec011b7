"""The keyboard map, made from the table of commands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.actions import COMMANDS, PHOTO_KEYS, Command, title_of
from ui.dialogs.frame import Dialog
from ui.widgets.texts import button, label


class KeyboardDialog(Dialog):
    """Two columns: commands everywhere, and keys on photos."""

    def __init__(self, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("keyboard_dialog", "Keyboard map"), parent, width_px=880)
        grid = QGridLayout()
        grid.setHorizontalSpacing(22)
        grid.setVerticalSpacing(7)
        with_keys = [command for command in COMMANDS if command.keys]
        for column, commands in ((0, with_keys), (2, PHOTO_KEYS)):
            for row, command in enumerate(commands):
                grid.addWidget(label(title_of(command), wrap=True), row, column)
                grid.addWidget(label(_keys_of(command), "soft"), row, column + 1)
        for column, share in ((0, 2), (2, 3)):  # what photos answer to takes more words
            grid.setColumnStretch(column, share)
        self.body.addLayout(grid)
        self.add_button(button(translate("keyboard_dialog", "Close"), self.accept))


def _keys_of(command: Command) -> str:
    if command in PHOTO_KEYS:
        # all others are names of keys
        arrows = QCoreApplication.translate("keyboard_dialog", "Arrows")
        return ", ".join(command.keys).replace("Arrows", arrows)
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(keys).toString(native) for keys in command.keys)
