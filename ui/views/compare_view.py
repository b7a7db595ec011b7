"""A group of like shots side by side; the pictures move together."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from organizer.library import Library
from organizer.models import Photo, PhotoId
from organizer.pipeline.look_alikes import LikeShots
from organizer.progress import Progress
from ui import messages
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.views.compare_pane import ComparePane
from ui.views.compare_shot import shot_of
from ui.views.compare_top import MOST, CompareTop
from ui.views.pane_pictures import PanePictures
from ui.views.viewer_canvas import STEP, View


class CompareView(QWidget):
    """Two, three or four shots at a time.

    Signals:
        closed: Back to the list.
        best_asked: This photo is the best of its group.
        keep_asked: This photo is to be kept beside the best, or no more.
    """

    closed = Signal()
    best_asked = Signal(object)
    keep_asked = Signal(object)

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        pictures: PanePictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        self._pictures = pictures
        pictures.arrived.connect(self._picture_arrived)
        pictures.failed.connect(self._picture_failed)
        self.group: LikeShots | None = None
        self._kept: Collection[PhotoId] = ()
        self._photos: dict[PhotoId, Photo] = {}
        self._first = self._current = 0
        self._is_following = False
        self.panes = [self._make_pane(number, thumbnails) for number in range(MOST)]
        self._lay_out()

    def _make_pane(self, number: int, thumbnails: Thumbnails) -> ComparePane:
        pane = ComparePane(thumbnails)
        pane.pressed.connect(lambda: self.go_to(self._first + number))
        pane.best_asked.connect(lambda: self._mark(self._first + number, self.best_asked))
        pane.keep_asked.connect(lambda: self._mark(self._first + number, self.keep_asked))
        pane.canvas.moved.connect(lambda: self._follow(pane))
        pane.canvas.scaled.connect(lambda _scale: self._show_zoom())
        return pane

    def _lay_out(self) -> None:
        self.top = CompareTop()
        self.top.back_asked.connect(self.closed)
        self.top.zoom_asked.connect(lambda: self._pane.canvas.turn_zoom())
        self.top.count_changed.connect(self._show)
        side_by_side = QHBoxLayout()
        side_by_side.setContentsMargins(24, 0, 24, 20)
        side_by_side.setSpacing(8)
        for pane in self.panes:
            side_by_side.addWidget(pane, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(side_by_side, 1)

    # -- which group ------------------------------------------------------------------------------

    def show_group(
        self, group: LikeShots, kept: Collection[PhotoId], heading: str, photo_id: PhotoId | None
    ) -> None:
        """Show a group, fitted, standing on a photo of it."""
        self.group, self._kept = group, kept
        self._photos = {}
        ids = [entry.id for entry in group.entries]
        self._current = ids.index(photo_id) if photo_id in ids else 0
        self._first = 0
        self.top.begin(heading, len(ids))
        for pane in self.panes:
            pane.shot = None
        self._show()
        self._read_facts(ids)
        self.setFocus()

    def take(self, group: LikeShots | None, kept: Collection[PhotoId]) -> None:
        """The same group as it is by now; None where it is none any more."""
        if group is None:
            self.closed.emit()
            return
        here = self.current_id
        ids = [entry.id for entry in group.entries]
        self.group, self._kept = group, kept
        self._current = ids.index(here) if here in ids else min(self._current, len(ids) - 1)
        self._show()
        if any(one not in self._photos for one in ids):
            self._read_facts(ids)

    @property
    def current_id(self) -> PhotoId | None:
        """The photo one stands on."""
        return self.group.entries[self._current].id if self.group else None

    @property
    def shown(self) -> Sequence[ComparePane]:
        """The panes that are seen."""
        return self.panes[: min(self.top.count, len(self.group.entries))] if self.group else []

    def _read_facts(self, ids: Sequence[PhotoId]) -> None:
        def work(library: Library, _progress: Progress) -> dict[PhotoId, Photo]:
            return {photo.id: photo for photo in library.photos.get_many(ids)}

        job = self._session.job(work)
        job.succeeded.connect(self._take_facts)
        self._session.start(job)

    def _take_facts(self, photos: dict[PhotoId, Photo]) -> None:
        if self.group is not None and self.current_id in photos:
            self._photos = photos
            self._show()

    # -- what is shown ----------------------------------------------------------------------------

    def go_to(self, index: int) -> None:
        """Stand on the shot at *index*; the others move on where it is not seen."""
        if self.group is None:
            return
        self._current = min(max(index, 0), len(self.group.entries) - 1)
        self._show()

    def _show(self) -> None:
        if self.group is None:
            return
        count = len(self.shown)
        earliest, latest = self._current - count + 1, self._current
        self._first = min(max(self._first, earliest, 0), latest, len(self.group.entries) - count)
        view = next((pane.canvas.view for pane in self.shown if pane.shot is not None), None)
        self._is_following = True
        for number, pane in enumerate(self.panes):
            pane.setVisible(number < count)
            if number < count:
                self._fill(self.group, pane, self._first + number, view)
        self._is_following = False
        self._show_words(count, len(self.group.entries))
        self._want()

    def _fill(self, group: LikeShots, pane: ComparePane, index: int, view: View | None) -> None:
        shot = shot_of(group, index, self._photos, self._kept)
        image, is_whole = self._pictures.image(shot.entry.id) or (None, False)
        pane.show_shot(shot, image, is_whole=is_whole)
        pane.mark_current(is_current=index == self._current)
        if view is not None:
            pane.canvas.follow(view)

    def _show_words(self, count: int, of: int) -> None:
        self.top.show_where(self._first + 1, self._first + count, of)
        self._show_zoom()
        place = self.tr("{} of {}").format(*map(messages.number, (self._current + 1, of)))
        self.setAccessibleName(self.tr("Compare, {}: {}").format(place, self._pane.in_words))

    # -- pictures ---------------------------------------------------------------------------------

    def _want(self, *, whole: bool = False) -> None:
        paths = [
            (shot.entry.id, shot.photo.path)
            for pane in self.shown
            if (shot := pane.shot) is not None and shot.photo is not None
        ]
        self._pictures.want(paths, whole=whole)

    def _picture_arrived(self, photo_id: PhotoId) -> None:
        held = self._pictures.image(photo_id)
        for pane in self.shown:
            if held is not None and pane.shot is not None and pane.shot.entry.id == photo_id:
                pane.improve(held[0], is_whole=held[1])

    def _picture_failed(self, photo_id: PhotoId, sentence: str) -> None:
        for pane in self.shown:
            if pane.shot is not None and pane.shot.entry.id == photo_id:
                pane.canvas.say(sentence)

    # -- zoom -------------------------------------------------------------------------------------

    @property
    def _pane(self) -> ComparePane:
        """The pane one stands on."""
        return self.panes[self._current - self._first]

    def _follow(self, led_by: ComparePane) -> None:
        """All panes show the same part."""
        if self._is_following:
            return
        self._is_following = True
        for pane in self.shown:
            if pane is not led_by:
                pane.canvas.follow(led_by.canvas.view)
        self._is_following = False
        self._show_zoom()
        is_coarse = any(
            not pane.canvas.has_enough_pixels() and not pane.is_whole for pane in self.shown
        )
        if is_coarse and not led_by.canvas.is_fitted:
            self._want(whole=True)

    def _show_zoom(self) -> None:
        if self.group is not None and not self._is_following:
            canvas = self._pane.canvas
            scale = canvas.scale * self.devicePixelRatioF()
            self.top.show_zoom(scale, is_fitted=canvas.is_fitted)

    # -- events -----------------------------------------------------------------------------------

    def _mark(self, index: int, asked: Signal) -> None:
        self.go_to(index)
        asked.emit(self.current_id)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the pictures."""
        super().hideEvent(event)
        self._pictures.let_go()

    def showEvent(self, event: QHideEvent) -> None:
        """Read them again."""
        super().showEvent(event)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, zoom, mark, go back."""
        keys = Qt.Key
        canvas = self._pane.canvas
        acts = {
            keys.Key_Right: lambda: self.go_to(self._current + 1),
            keys.Key_Left: lambda: self.go_to(self._current - 1),
            keys.Key_Home: lambda: self.go_to(0),
            keys.Key_End: lambda: self.go_to(len(self.group.entries) if self.group else 0),
            keys.Key_B: lambda: self._mark(self._current, self.best_asked),
            keys.Key_Space: lambda: self._mark(self._current, self.keep_asked),
            keys.Key_K: lambda: self._mark(self._current, self.keep_asked),
            keys.Key_Escape: self.closed.emit,
            keys.Key_Backspace: self.closed.emit,
            keys.Key_0: canvas.fit,
            keys.Key_1: lambda: canvas.zoom_to(1.0 / self.devicePixelRatioF()),
            keys.Key_Z: canvas.turn_zoom,
            keys.Key_Plus: lambda: canvas.zoom_by(STEP),
            keys.Key_Minus: lambda: canvas.zoom_by(1 / STEP),
        }
        act = acts.get(event.key())
        if act is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            act()
