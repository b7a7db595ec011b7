"""Finds text that does not fit where it stands."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from ui.widgets.texts import ShortLabel

SLACK_PX = 1


def clipped(root: QWidget) -> list[str]:
    """What is seen below *root* and does not fit, with its text and by how much."""
    return [
        f"{type(one).__name__} “{one.text()[:60]}” {why}"
        for one in root.findChildren(QWidget)
        if isinstance(one, QLabel | QAbstractButton) and is_seen(one)
        if (why := lack_of(one) or overhang(one, root))
    ]


def is_seen(one: QLabel | QAbstractButton) -> bool:
    return one.isVisible() and any(map(str.isalpha, one.text()))  # symbols fit as they are


def lack_of(one: QLabel | QAbstractButton) -> str:
    """What is missing for the whole text; labels that end in “…” by themselves lack nothing."""
    if isinstance(one, ShortLabel):
        return ""
    wanted = one.sizeHint()
    if isinstance(one, QLabel) and one.wordWrap():
        room = one.contentsRect().width()
        metrics = one.fontMetrics()
        longest = max(metrics.horizontalAdvance(word) for word in one.text().split())
        high = one.heightForWidth(one.width())
        return lack(longest, room, "width") or lack(high, one.height(), "height")
    return lack(wanted.width(), one.width(), "width") or lack(
        wanted.height(), one.height(), "height"
    )


def lack(wanted: int, has: int, what: str) -> str:
    return f"needs {what} {wanted}, has {has}" if wanted > has + SLACK_PX else ""


def overhang(one: QWidget, root: QWidget) -> str:
    """Whether it stands out at the side of what it lies in."""
    around = one.parentWidget()
    while around is not None:
        rect = QRect(one.mapTo(around, QPoint()), one.size())
        if rect.right() > around.width() + SLACK_PX or rect.left() < -SLACK_PX:
            return f"from {rect.left()} to {rect.right()} in {type(around).__name__}"
        if around is root:
            break
        around = around.parentWidget()
    return ""
