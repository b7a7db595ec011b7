"""The viewer over the whole screen: bars that go, and the slideshow."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.session import Session
from ui.views.hiding_bars import HidingBars
from ui.views.slideshow import SECONDS, Slideshow, SlideshowBar

SECONDS_KEY = "slideshow-s"
ABOVE_EDGE_PX = 24


class ViewerStage(QObject):
    """Over the whole screen the bar floats and goes by itself; else it stands over the picture."""

    def __init__(
        self,
        session: Session,
        viewer: QWidget,
        column: QVBoxLayout,
        bar: QWidget,
        strip: QWidget,
        below: QWidget,
    ) -> None:
        super().__init__(viewer)
        self._session = session
        self._viewer = viewer
        self._column = column
        self._bar = bar
        self._strip = strip
        self._below = below
        self._was_whole_screen = False
        self._floats = False
        self.slideshow = Slideshow(self)
        self.show_bar = SlideshowBar(self.slideshow, self._choose_seconds, viewer)
        self.show_bar.hide()
        self.bars = HidingBars(viewer)
        self.bars.wanted.connect(self._show_bars)
        self.slideshow.changed.connect(self._follow_show)

    # -- the whole screen -------------------------------------------------------------------------

    @property
    def is_whole_screen(self) -> bool:
        """Whether the window takes the whole screen."""
        return bool(self._viewer.window().windowState() & Qt.WindowState.WindowFullScreen)

    def turn_whole_screen(self, *, on: bool) -> None:
        """Take the whole screen, or give it back."""
        if on != self.is_whole_screen:
            window = self._viewer.window()
            window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.follow_window()

    def follow_window(self) -> None:
        """The window has another size or state."""
        floats = self._viewer.isVisible() and (self.is_whole_screen or self.slideshow.is_on)
        if floats != self._floats:
            self._floats = floats
            self._strip.setVisible(not floats)
            self._below.layout().setContentsMargins(24, 10, 24, ABOVE_EDGE_PX if floats else 0)
            if floats:
                self._column.removeWidget(self._bar)
            else:
                self._column.insertWidget(0, self._bar)
                self._bar.show()
            self.bars.turn(on=floats)
        self.place_bars()

    def place_bars(self) -> None:
        """Lay what floats over the picture."""
        if not self._floats:
            return
        size = self._viewer.size()
        self._bar.setGeometry(0, 0, size.width(), self._bar.sizeHint().height())
        self._bar.raise_()
        wanted = self.show_bar.sizeHint()
        left = (size.width() - wanted.width()) // 2
        caption_px = self._below.height() if self._below.isVisible() else ABOVE_EDGE_PX
        top = size.height() - wanted.height() - caption_px
        self.show_bar.resize(wanted)
        self.show_bar.move(QPoint(left, top))
        self.show_bar.raise_()

    def _show_bars(self, wanted: bool) -> None:  # noqa: FBT001 - a slot
        if not wanted and (self._bar.isAncestorOf(self._focused()) or self._has_focus_below()):
            self._viewer.setFocus()
        self._bar.setVisible(wanted)
        self.show_bar.setVisible(wanted and self.slideshow.is_on)
        self.place_bars()

    def _focused(self) -> QWidget | None:
        return self._viewer.window().focusWidget()

    def _has_focus_below(self) -> bool:
        return self.show_bar.isAncestorOf(self._focused())

    # -- the slideshow ----------------------------------------------------------------------------

    def start_slideshow(self) -> None:
        """Begin; the window takes the whole screen meanwhile."""
        kept = self._session.library.settings.get(SECONDS_KEY, "")
        if kept.isdigit() and int(kept) in SECONDS:
            self.slideshow.set_seconds(int(kept))
        self._was_whole_screen = self.is_whole_screen
        self.slideshow.start()
        self.turn_whole_screen(on=True)
        self._show_bars(wanted=True)

    def leave(self) -> None:
        """The viewer is not seen any more."""
        self.slideshow.stop()
        self.follow_window()

    def _follow_show(self) -> None:
        if not self.slideshow.is_on:
            self.show_bar.hide()
            self._viewer.setFocus()
            self.turn_whole_screen(on=self._was_whole_screen)

    def _choose_seconds(self, seconds: int) -> None:
        self.slideshow.set_seconds(seconds)
        library = self._session.library
        with library.transaction():
            library.settings.set(SECONDS_KEY, str(seconds))
