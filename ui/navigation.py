"""The pages beside the source list: made when they are first needed, fresh when they are seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

# kinds of pages that are looked at from another page, to which one goes back
BESIDE = ("alike", "sorts")


class Navigation(QObject):
    """Knows which page is seen. Pages are named as in :mod:`ui.sources`.

    Attributes:
        came_from: The page seen before one of those that are looked at from another.

    Signals:
        went: Another page is seen now.
    """

    went = Signal(str)

    def __init__(self, stack: QStackedWidget, make: Callable[[str], QWidget]) -> None:
        super().__init__(stack)
        self._stack = stack
        self._make = make
        self._made: dict[str, QWidget] = {}
        self.page = ""
        self.came_from = "photos"

    @property
    def widget(self) -> QWidget:
        """The page that is seen."""
        return self._stack.currentWidget()

    def go_to(self, page: str) -> None:
        """Show *page* as it is now. "album:3" is shown by the page named "album"."""
        kind, _, item = page.partition(":")
        widget = self._made.get(kind)
        if widget is None:
            widget = self._made[kind] = self._make(kind)
            self._stack.addWidget(widget)
        if kind in BESIDE and self.page.partition(":")[0] not in ("", *BESIDE):
            self.came_from = self.page
        self.page = page
        if item:
            widget.show_item(item)
        else:
            self._refresh(widget)
        if self.page == page:  # showing what is gone leads elsewhere
            self._stack.setCurrentWidget(widget)
            self.went.emit(page)

    def refresh(self) -> None:
        """Bring the page that is seen up to date."""
        if self._stack.currentWidget() is not None:
            self._refresh(self._stack.currentWidget())

    def _refresh(self, widget: QWidget) -> None:
        refresh = getattr(widget, "refresh", None)
        if refresh is not None:
            refresh()
