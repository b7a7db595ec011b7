"""What an export asks: as what, where to, how large, how named, and what is removed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QWidget,
)

from organizer.models import ExportOptions
from organizer.pipeline import ExportPreview
from ui.dialogs.export_names import NamesField
from ui.widgets.choices import choices, in_row
from ui.widgets.strip_card import StripCard
from ui.widgets.texts import button, label, text_field

FORMS = ("folder", "zip", "html", "pdf")
SIZES = (None, 2560, 1600)
QUALITIES = (85, 95)
NAMES_DOWN_PX = 8  # beside the first line of its fields


class ExportQuestions(QWidget):
    """The upper part of the dialog.

    Signals:
        changed: Something else was chosen.
    """

    changed = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.forms = choices(
            (self.tr("Folder"), self.tr("ZIP"), self.tr("Web page"), self.tr("Contact sheet")), self
        )
        self.sizes = choices(
            (self.tr("Original"), self.tr("Large 2560"), self.tr("Medium 1600")), self
        )
        self.qualities = choices((self.tr("Good"), self.tr("Best")), self)
        for made in self.qualities.buttons():
            made.setToolTip(self.tr("For JPEGs that are made anew"))
        self.path = text_field(str(path))
        self.path.setAccessibleName(self.tr("Where to"))
        self.names = NamesField()
        self.xmp = QCheckBox(self.tr("XMP sidecars with album, date and caption"))
        self.date = QCheckBox(self.tr("Keep when it was taken"))
        self.date.setChecked(True)
        self.date.setToolTip(
            self.tr("Without it names become numbers, for names of files often hold dates")
        )
        self.strip = StripCard()
        self._lay_out()
        self.forms.idToggled.connect(self._form_chosen)
        for group in (self.forms, self.sizes, self.qualities):
            group.idToggled.connect(lambda _number, _on: self.changed.emit())
        self.path.textChanged.connect(self.changed)
        self.names.changed.connect(self.changed)
        self.date.toggled.connect(self.names.keep_date)
        self.date.toggled.connect(self.changed)
        self.strip.switch.toggled.connect(self._strip_chosen)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(10)
        grid.setHorizontalSpacing(8)
        grid.setColumnMinimumWidth(0, 128)
        grid.setColumnStretch(1, 1)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.path, 1)
        where.addWidget(button(self.tr("Choose…"), self._choose))
        large = in_row(self.sizes)
        for number, (text, row) in enumerate(
            (
                (self.tr("As"), in_row(self.forms)),
                (self.tr("To"), where),
                (self.tr("Size"), large),
                (self.tr("JPEG quality"), in_row(self.qualities)),
            )
        ):
            grid.addWidget(label(text, "soft"), number, 0)
            grid.addLayout(row, number, 1)
        names = label(self.tr("Names"), "soft")
        names.setContentsMargins(0, NAMES_DOWN_PX, 0, 0)
        grid.addWidget(names, 4, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.names, 4, 1)
        grid.addWidget(self.xmp, 5, 1)
        grid.addWidget(self.date, 6, 1)
        grid.addWidget(self.strip, 7, 0, 1, 2)

    @property
    def options(self) -> ExportOptions:
        """What was chosen."""
        form = FORMS[self.forms.checkedId()]
        return ExportOptions(
            keep_location=not self.strip.switch.isChecked(),
            size_px=SIZES[self.sizes.checkedId()],
            form=form,
            xmp=self.xmp.isChecked() and form in ("folder", "zip"),
            quality=QUALITIES[self.qualities.checkedId()],
            names=self.names.pattern,
            keep_date=self.date.isChecked(),
        )

    @property
    def destination(self) -> Path:
        """Where the copies go."""
        return Path(self.path.text()).expanduser()

    @property
    def are_answered(self) -> bool:
        """Whether an export can begin."""
        is_sheet = FORMS[self.forms.checkedId()] == "pdf"
        return bool(self.path.text().strip()) and (is_sheet or self.names.is_usable)

    def show_preview(self, preview: ExportPreview) -> None:
        """Show what is known of the album."""
        self.strip.show_preview(preview)
        self.names.show_preview(preview)

    def _form_chosen(self, number: int, checked: bool) -> None:  # noqa: FBT001 - a slot
        if not checked:
            return
        form = FORMS[number]
        path = self.path.text().removesuffix(".zip")
        self.path.setText(f"{path}.zip" if form == "zip" else path)
        for group in (self.sizes, self.qualities):
            _enable(group, on=form != "pdf")
        self.names.setEnabled(form != "pdf")
        self.xmp.setEnabled(form in ("folder", "zip"))

    def _strip_chosen(self, strips: bool) -> None:  # noqa: FBT001 - a slot
        """Files that are copied as they are keep their date."""
        self.date.setEnabled(strips)
        if not strips:
            self.date.setChecked(True)

    def _choose(self) -> None:
        start = self.destination.parent
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Export to"), str(start))
        if chosen:
            self.path.setText(str(Path(chosen) / self.destination.name))


def _enable(group: QButtonGroup, *, on: bool) -> None:
    for made in group.buttons():
        made.setEnabled(on)
