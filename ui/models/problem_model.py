"""What needs a look, in groups: files that could not be read, folders, sidecars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from organizer.models import Note, NoteKind, PhotoId, Status, UnreadFile
from organizer.pipeline import Problems
from ui import messages
from ui.core_words import capitalized, in_own_words
from ui.widgets.texts import as_text, as_tooltip

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A heading, or a path with the reason.

    Attributes:
        path: None for a heading.
        photo_id: Of a file that can be tried again by itself.
    """

    text: str
    reason: str = ""
    path: Path | None = field(default=None, compare=False)  # the text says it
    photo_id: PhotoId | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it only names what follows."""
        return self.path is None


class ProblemModel(QAbstractListModel):
    """Headings and paths, top to bottom; a heading stands for its group."""

    LineRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ProblemLine, ...] = ()

    @property
    def lines(self) -> tuple[ProblemLine, ...]:
        """All of them."""
        return self._lines

    def show(self, lines: Sequence[ProblemLine]) -> bool:
        """Take other lines; returns whether they are others."""
        if tuple(lines) == self._lines:
            return False
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()
        return True

    def meant(self, rows: Iterable[int]) -> list[ProblemLine]:
        """The paths of these rows, from top to bottom.

        A heading by itself stands for its group; not where a range goes on into the group.
        """
        found: list[ProblemLine] = []
        chosen = set(rows)
        starts = [row for row, line in enumerate(self._lines) if line.is_heading]
        for start, end in pairwise([*starts, len(self._lines)]):
            own = [row for row in range(start + 1, end) if row in chosen]
            meant = own or (range(start + 1, end) if start in chosen else ())
            found += [self._lines[row] for row in meant]
        return found

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
                return f"{line.text}, {line.reason}" if line.reason else line.text
            case Qt.ItemDataRole.ToolTipRole:
                return as_tooltip(f"{line.text}\n{line.reason}".strip())
            case self.LineRole:
                return line
        return None


def lines_of(problems: Problems) -> list[ProblemLine]:
    """A heading for each group, its paths below it; needs no window, so a job can make it."""

    def notes(*kinds: NoteKind) -> list[ProblemLine]:
        return [_note(note) for note in problems.notes if note.kind in kinds]

    unlisted = notes(NoteKind.FOLDER_UNLISTED)
    lines = _group(_tr("Folders that could not be listed"), messages.folders, unlisted)
    unopened = notes(NoteKind.FILE_UNOPENED)
    lines += _group(_tr("May be pictures, but could not be opened"), messages.files, unopened)
    for status, heading in _headings().items():
        files = (_file(file) for file in problems.files if file.status is status)
        lines += _group(heading, messages.files, files)
    unread = notes(NoteKind.SIDECAR_UNOPENED, NoteKind.SIDECAR_UNREAD)
    lines += _group(_tr("Sidecars that could not be read"), messages.files, unread)
    doubted = notes(NoteKind.SIDECAR_CONTESTED, NoteKind.SIDECARS_DISAGREE)
    lines += _group(_tr("Sidecars that are not believed"), messages.files, doubted)
    offline = [
        ProblemLine(as_text(folder.path), _tr("Its photos stay in Homeroll."), folder.path)
        for folder in problems.offline
    ]
    return lines + _group(_tr("Offline just now"), messages.folders, offline)


def _headings() -> dict[Status, str]:
    return {
        Status.UNREADABLE: _tr("Damaged or unreadable"),
        Status.UNSUPPORTED: _tr("Formats Homeroll cannot read"),
        Status.TOO_LARGE: _tr("Too large to open safely"),
        Status.VANISHED: _tr("Gone, or not reachable"),
    }


def _group(heading: str, counted, members: Iterable[ProblemLine]) -> list[ProblemLine]:
    lines = list(members)
    return [ProblemLine(f"{heading} · {counted(len(lines))}"), *lines] if lines else []


def _file(file: UnreadFile) -> ProblemLine:
    return ProblemLine(as_text(file.path), in_own_words(file.reason), file.path, file.photo_id)


def _note(note: Note) -> ProblemLine:
    unheard = {
        NoteKind.SIDECAR_UNOPENED: _tr("It could not be opened: %1. No photo is dated by it."),
        NoteKind.SIDECAR_UNREAD: _tr("It could not be read: %1. No photo is dated by it."),
    }
    if note.kind in unheard:
        reason = unheard[note.kind].replace("%1", in_own_words(note.detail))
        return ProblemLine(as_text(note.path or Path()), reason, note.path)
    reason = {
        NoteKind.SIDECAR_CONTESTED: _tr("It may speak of several photos; none is dated by it."),
        NoteKind.SIDECARS_DISAGREE: _tr("Its sidecars tell different dates; none is believed."),
    }.get(note.kind, f"{capitalized(in_own_words(note.detail))}.")
    return ProblemLine(as_text(note.path or Path()), reason, note.path)


def _tr(text: str) -> str:
    return QCoreApplication.translate("problems", text)
