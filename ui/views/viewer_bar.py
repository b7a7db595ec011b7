"""The bar over the viewer: where one is, and what can be done; what is rare stands in a menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from ui import messages
from ui.widgets.texts import as_tooltip, button, label

WIDE_PX = 1060  # from here on there is room for what is else in the menu only

Act = Callable[[], object]


class ViewerBar(QFrame):
    """Buttons; *acts* names what each of them does."""

    def __init__(self, acts: Mapping[str, Act], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewerBar")
        self._acts = acts
        self._has_clip = False
        self._place = label("", "soft")
        self.zoom = button("", acts["zoom"], style="quiet")
        self.heart = button("♡", acts["favour"], name=self.tr("Favourite"))
        self.heart.setCheckable(True)
        self.heart.setToolTip(self.tr("Favourite (F)"))
        self.live = button(self.tr("Live"), acts["live"])
        self.live.setToolTip(
            as_tooltip(self.tr("Plays the moving picture of this photo in your video player"))
        )
        self.add = button(self.tr("Add to album"), acts["add"])
        self.turn = button(self.tr("Rotate view"), acts["turn-right"])
        self.turn.setToolTip(
            self.tr("Quarter turn clockwise, Shift+R the other way; the file stays as it is")
        )
        self.folder = button(self.tr("Show in folder"), acts["folder"])
        self.slideshow = button("▶", acts["slideshow"], name=self.tr("Slideshow"))
        self.slideshow.setToolTip(self.tr("Slideshow (S)"))
        self.more = button("⋯", self._open_menu, name=self.tr("More for this photo"))
        self.more.setToolTip(self.tr("Caption, rotate, show in folder, full screen"))
        self.facts = button(self.tr("Info"), acts["facts"])
        self.facts.setCheckable(True)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 9)
        row.setSpacing(10)
        row.addWidget(button(self.tr("‹ Back"), self._acts["back"], style="quiet"))
        row.addWidget(self._place)
        row.addStretch(1)
        for made in (
            *(self.zoom, self.heart, self.live, self.add, self.turn, self.folder),
            *(self.slideshow, self.more, self.facts),
        ):
            row.addWidget(made)

    def show_place(self, index: int, count: int) -> None:
        """Say which of how many is seen."""
        text = self.tr("{} of {}")
        self._place.setText(text.format(messages.number(index + 1), messages.number(count)))

    def show_favourite(self, *, favourite: bool) -> None:
        """Fill the heart, or empty it."""
        self.heart.setText("♥" if favourite else "♡")
        self.heart.setChecked(favourite)

    def show_zoom(self, percent: int, *, is_fitted: bool) -> None:
        """Say how large the picture is seen."""
        text = self.tr("Fit · {} %") if is_fitted else self.tr("{} %")
        self.zoom.setText(text.format(percent))
        self.zoom.setAccessibleName(self.tr("Zoom, {} percent").format(percent))

    def make_menu(self) -> QMenu:
        """Everything that can be done, not yet seen."""
        menu = QMenu(self)
        acts = self._acts
        menu.addAction(_with_key(self.tr("Caption…"), "C"), acts["caption"])
        menu.addAction(_with_key(self.tr("Correct the date…"), "D"), acts["date"])
        menu.addAction(_with_key(self.tr("More like this"), "L"), acts["alike"])
        menu.addSeparator()
        menu.addAction(_with_key(self.tr("Rotate view to the right"), "R"), acts["turn-right"])
        menu.addAction(_with_key(self.tr("Rotate view to the left"), "Shift+R"), acts["turn-left"])
        menu.addSeparator()
        menu.addAction(_with_key(self.tr("Show in folder"), "O"), acts["folder"])
        menu.addAction(self.tr("Copy path"), acts["copy-path"])
        menu.addSeparator()
        menu.addAction(_with_key(self.tr("Slideshow"), "S"), acts["slideshow"])
        menu.addAction(_with_key(self.tr("Full screen"), "F11"), acts["full-screen"])
        return menu

    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.exec(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))
        menu.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave to the menu what has no room."""
        super().resizeEvent(event)
        for made in (self.turn, self.folder):
            made.setVisible(self.width() >= WIDE_PX)


def _with_key(text: str, key: str) -> str:
    """A line of a menu that names the key of the viewer beside it."""
    return f"{text}\t{key}"
