"""Files that could not be read, grouped by reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from organizer.models import Photo, Status
from ui import messages
from ui.widgets.texts import as_tooltip

AnyIndex = QModelIndex | QPersistentModelIndex

HEADINGS = {
    Status.UNREADABLE: "Damaged or unreadable",
    Status.UNSUPPORTED: "Formats Homeroll cannot read",
    Status.TOO_LARGE: "Too large to open safely",
    Status.VANISHED: "Gone, or not reachable",
    Status.OK: "Fine",
}


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A heading, or a file with the reason."""

    text: str
    reason: str = ""
    is_heading: bool = False


class ProblemModel(QAbstractListModel):
    """Headings and files, top to bottom."""

    LineRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ProblemLine, ...] = ()

    def show(self, photos: Sequence[Photo]) -> None:
        """Take other files."""
        self.beginResetModel()
        self._lines = tuple(lines_of(photos))
        self.endResetModel()

    @property
    def as_text(self) -> str:
        """Every line as plain text, for copying."""
        return "\n".join(
            line.text if line.is_heading else f"{line.text}\t{line.reason}" for line in self._lines
        )

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt and the delegate ask for."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{line.text} {line.reason}".strip()
            case Qt.ItemDataRole.ToolTipRole:
                return as_tooltip(f"{line.text}\n{line.reason}".strip())
            case self.LineRole:
                return line
        return None


def lines_of(photos: Sequence[Photo]) -> list[ProblemLine]:
    """A heading for each status, its files below it."""
    lines: list[ProblemLine] = []
    for status, heading in HEADINGS.items():
        group = [photo for photo in photos if photo.status is status]
        if group:
            lines.append(ProblemLine(f"{heading} · {messages.files(len(group))}", "", True))  # noqa: FBT003
            lines += [ProblemLine(str(photo.path), photo.reason or "") for photo in group]
    return lines
