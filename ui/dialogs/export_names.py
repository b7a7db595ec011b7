"""How the copies are called: a choice of patterns, or one's own, with an example."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from organizer import pipeline
from organizer.pipeline import ExportPreview
from ui.widgets.texts import ShortLabel, text_field

PATTERNS = ("{name}", "{date} {time}", "{album} {number}")


class NamesField(QWidget):
    """A list, a line for an own pattern, and what the first copy would be called.

    Signals:
        changed: Another pattern was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: ExportPreview | None = None
        self._keep_date = True
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Names of the copies"))
        self.choice.addItems(
            [
                self.tr("Keep names"),
                self.tr("Date and time"),
                self.tr("Album and number"),
                self.tr("Own pattern"),
            ]
        )
        self.own = text_field("{date} {name}")
        self.own.setMaxLength(120)
        self.own.setAccessibleName(self.tr("Pattern for the names"))
        fields = "{date} {time} {name} {number} {album}"
        self.own.setToolTip(self.tr("It may have {}").format(fields))
        self.example = ShortLabel("", "smallSoft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for part in (self.choice, self.own, self.example):
            column.addWidget(part)
        self.choice.currentIndexChanged.connect(lambda _index: self._say())
        self.own.textChanged.connect(lambda _text: self._say())
        self._say()

    @property
    def pattern(self) -> str:
        """The pattern that was chosen."""
        index = self.choice.currentIndex()
        return PATTERNS[index] if index < len(PATTERNS) else self.own.text()

    @property
    def is_usable(self) -> bool:
        """Whether names can be made of it."""
        return bool(self.pattern.strip()) and not pipeline.unknown_name_fields(self.pattern)

    def show_preview(self, preview: ExportPreview) -> None:
        """Take the first of these photos as the example."""
        self._preview = preview
        self._say()

    def keep_date(self, keep: bool) -> None:  # noqa: FBT001 - a slot
        """Let names hold dates, or none."""
        self._keep_date = keep
        self._say()

    def _say(self) -> None:
        self.own.setVisible(self.choice.currentIndex() == len(PATTERNS))
        self.example.setText(self._sentence())
        self.changed.emit()

    def _sentence(self) -> str:
        unknown = pipeline.unknown_name_fields(self.pattern)
        if unknown:
            text = self.tr("“{}” means nothing here; known are {}.")
            fields = "{date} {time} {name} {number} {album}"
            return text.format("{" + unknown[0] + "}", fields)
        if self._preview is None:
            return ""
        name = pipeline.example_name(self._preview, self.pattern, keep_date=self._keep_date)
        return self.tr("Such as {}").format(name) if name else ""
