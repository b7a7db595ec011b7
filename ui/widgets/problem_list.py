"""The list of problems: a path and, below it, why."""

from __future__ import annotations

from itertools import groupby
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.models.problem_model import AnyIndex, ProblemLine, ProblemModel

LINE_PX, INSET_PX = 46, 24


class ProblemList(QListView):
    """Shows a :class:`ProblemModel`.

    Signals:
        copy_asked: What is selected is to be copied; with reasons, or paths only.
        again_asked: What is selected is to be tried again.
        chosen_changed: Other lines are selected.
    """

    copy_asked = Signal(bool)
    again_asked = Signal()
    chosen_changed = Signal()

    def __init__(self, model: ProblemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._problems = model
        self.setModel(model)
        self.setItemDelegate(ProblemDelegate(self))
        self.setAccessibleName(self.tr("What needs a look"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)  # else each of thousands of lines is measured

    @property
    def chosen(self) -> list[ProblemLine]:
        """The selected paths; those of a group whose heading is selected."""
        return self._problems.meant(self._chosen_rows())

    def _chosen_rows(self) -> list[int]:
        # by spans: an index for each of thousands of lines takes long
        spans = self.selectionModel().selection()
        return [row for span in spans for row in range(span.top(), span.bottom() + 1)]

    def take(self, lines: list[ProblemLine]) -> None:
        """Show other lines; what was selected stays so, and the list stays where it was."""
        scrolled = self.verticalScrollBar().value()
        chosen = {self._problems.lines[row] for row in self._chosen_rows()}
        current = self.currentIndex().data(ProblemModel.LineRole)
        if not self._problems.show(lines):
            return
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled)
        if current in lines:
            index = self._problems.index(lines.index(current))
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, flag)
        self._choose([row for row, line in enumerate(lines) if line in chosen] if chosen else [])

    def _choose(self, rows: list[int]) -> None:
        """Select these rows, at once: one by one takes seconds for thousands."""
        wanted = QItemSelection()
        for _, span in groupby(enumerate(rows), lambda numbered: numbered[1] - numbered[0]):
            run = [row for _, row in span]
            first, last = self._problems.index(run[0]), self._problems.index(run[-1])
            wanted.append(QItemSelectionRange(first, last))
        self.selectionModel().select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def selectionChanged(self, selected, deselected) -> None:
        """Tell it."""
        super().selectionChanged(selected, deselected)
        self.chosen_changed.emit()

    def event(self, event: QEvent) -> bool:
        """Select all of this list, not what the window's own shortcut means."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and cast(QKeyEvent, event).matches(QKeySequence.StandardKey.SelectAll):
            event.accept()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy all that is selected; Qt would copy one line."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit(False)  # noqa: FBT003 - Qt
        elif event.key() == Qt.Key.Key_Escape and self.selectedIndexes():
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with what is selected."""
        menu = self.menu()
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        menu.exec(at)
        menu.deleteLater()

    def menu(self) -> QMenu:
        """The context menu."""
        menu = QMenu(self)
        menu.addAction(self.tr("Copy paths"), lambda: self.copy_asked.emit(False))  # noqa: FBT003 - Qt
        menu.addAction(self.tr("Copy with reasons"), lambda: self.copy_asked.emit(True))  # noqa: FBT003 - Qt
        menu.addAction(self.tr("Try again"), self.again_asked.emit)
        return menu


class ProblemDelegate(QStyledItemDelegate):
    """Paints one line."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """All lines are as high as two lines of text need."""
        return QSize(200, max(LINE_PX, 2 * option.fontMetrics.height() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint background, text and focus ring."""
        line: ProblemLine = index.data(ProblemModel.LineRole)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.color(theme.ACCENT_SOFT))
        if line.is_heading:
            self._paint_heading(painter, option, line)
        else:
            self._paint_path(painter, option, line)
        if option.state & QStyle.StateFlag.State_HasFocus and _shows_focus(option):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(option.palette.color(theme.INK), 2))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(9, 2, -9, -2), 7, 7)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, line: ProblemLine
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(option.palette.color(theme.INK))
        area = option.rect.adjusted(INSET_PX, 0, -INSET_PX, -6)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignBottom), line.text)

    def _paint_path(
        self, painter: QPainter, option: QStyleOptionViewItem, line: ProblemLine
    ) -> None:
        """The path, shortened in its middle, and the reason, shortened at its end."""
        area = option.rect.adjusted(INSET_PX, 5, -INSET_PX, -5)
        soft = option.palette.color(theme.SOFT)
        if option.state & QStyle.StateFlag.State_Selected:
            soft = option.palette.color(theme.INK)  # soft ink on amber would be too faint
        metrics = QFontMetrics(option.font)
        middle, end = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        painter.setPen(option.palette.color(theme.INK))
        path = metrics.elidedText(line.text, middle, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignTop), path)
        painter.setPen(soft)
        reason = metrics.elidedText(line.reason, end, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignBottom), reason)


def _shows_focus(option: QStyleOptionViewItem) -> bool:
    """A clicked line is seen by its ground; one that was walked to needs the ring."""
    by_keyboard = bool(option.state & QStyle.StateFlag.State_KeyboardFocusChange)
    return by_keyboard or not option.state & QStyle.StateFlag.State_Selected
