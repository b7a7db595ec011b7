"""The viewer: one photo over the whole window, dark so that it shows at its best."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from organizer import pipeline
from organizer.library import Library
from organizer.models import PhotoId
from organizer.pipeline import PhotoFacts
from organizer.progress import Progress
from ui import messages, theme
from ui.pictures import Pictures
from ui.session import Session
from ui.thumbnails import Thumbnails, Wanted, wanted_whole
from ui.views.filmstrip import Filmstrip
from ui.views.info_panel import InfoPanel
from ui.views.viewer_canvas import STEP, ViewerCanvas
from ui.widgets.texts import button, label

INFO_KEY = "viewer-info"


class Viewer(QWidget):
    """Thumbnail at once, then the full picture; neighbours below, facts at the side.

    Signals:
        closed: Back to where one came from; the id of the last photo seen.
        favoured: The favourite mark of this photo is to be turned.
        date_asked: The date of this photo is to be corrected.
        alike_asked: More like this photo is to be seen.
        likes_asked: This photo is to be seen beside its near-identical shots.
        add_asked: This photo is to be put into an album; the menu opens at the global point.
    """

    closed = Signal(object)
    favoured = Signal(object)
    date_asked = Signal(object)
    alike_asked = Signal(object)
    likes_asked = Signal(object)
    add_asked = Signal(object, QPoint)

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        pictures: Pictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._thumbnails = thumbnails
        self._pictures = pictures
        self._ids: Sequence[PhotoId] = ()
        self._index = 0
        self._facts: PhotoFacts | None = None
        self._thumbnail: Wanted | None = None
        self.setPalette(theme.palette(theme.DARK))
        self.setStyleSheet(theme.style_sheet(theme.DARK))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Viewer"))
        self.canvas = ViewerCanvas()
        self.filmstrip = Filmstrip(thumbnails)
        self.filmstrip.chosen.connect(self.go_to)
        self.info = InfoPanel()
        self.info.date_asked.connect(lambda: self.date_asked.emit(self.current_id))
        self.info.likes_asked.connect(lambda: self.likes_asked.emit(self.current_id))
        self._lay_out()
        self.canvas.scaled.connect(self._scaled)
        pictures.arrived.connect(self._picture_arrived)
        pictures.failed.connect(self._picture_failed)
        thumbnails.arrived.connect(self._thumbnail_arrived)
        self.info.setVisible(session.library.settings.get(INFO_KEY, "yes") == "yes")
        self._info_button.setChecked(self.info.isVisibleTo(self))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top_bar())
        row = QHBoxLayout()
        row.setSpacing(0)
        seen = QVBoxLayout()
        seen.setSpacing(0)
        around = QHBoxLayout()
        around.setContentsMargins(16, 8, 16, 0)
        around.addWidget(self.canvas)
        seen.addLayout(around, 1)
        seen.addWidget(self.filmstrip)
        row.addLayout(seen, 1)
        row.addWidget(self.info)
        column.addLayout(row, 1)

    def _top_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 10, 16, 9)
        bar.setSpacing(10)
        self._place = label("", "soft")
        self._zoom = button("", self.canvas.turn_zoom, style="quiet")
        self._heart = button("♡", self._favour, name=self.tr("Favourite"))
        self._heart.setCheckable(True)
        self._add = button(self.tr("Add to album"), self._ask_add)
        self._info_button = button(self.tr("Info"), self.turn_info)
        self._info_button.setCheckable(True)
        bar.addWidget(button(self.tr("‹ Back"), self.close_viewer, style="quiet"))
        bar.addWidget(self._place)
        bar.addStretch(1)
        for made in (self._zoom, self._heart, self._add, self._info_button):
            bar.addWidget(made)
        return bar

    # -- walking ----------------------------------------------------------------------------------

    def show_photos(self, photo_ids: Sequence[PhotoId], index: int) -> None:
        """Show the photo at *index* of these."""
        self._ids = photo_ids
        self.go_to(index)
        self.setFocus()

    def go_to(self, index: int) -> None:
        """Show the photo at *index*."""
        self._index = index
        photo_id = self.current_id
        self._facts = None
        self.filmstrip.show_photos(self._ids, index)
        count = self.tr("{} of {}")
        self._place.setText(
            count.format(messages.number(index + 1), messages.number(len(self._ids)))
        )
        photo = self._session.library.photos.get(photo_id)
        # what is opened from among the hidden photos is to be seen as well
        entries = self._session.library.photos.timeline_of([photo_id], also_hidden=True)
        if photo is None or not entries:
            self.canvas.show_picture(None, 3, 2)
            self.canvas.say(self.tr("This photo is not in the library any more."))
            return
        entry = entries[0]
        wanted = self._thumbnail = wanted_whole(photo_id, entry.width_px, entry.height_px)
        self.canvas.show_picture(self._thumbnails.image(wanted), entry.width_px, entry.height_px)
        self._thumbnails.ask_for([wanted])
        self._pictures.wish(photo_id, photo.path)
        self._show_heart(favourite=photo.favourite)
        self.read_facts()

    @property
    def current_id(self) -> PhotoId:
        """The photo that is seen."""
        return self._ids[self._index]

    def _thumbnail_arrived(self, photo_id: PhotoId) -> None:
        if not self.isVisible() or photo_id != self.current_id or self.canvas.has_image:
            return
        if self._thumbnail is None or self._thumbnail.photo_id != photo_id:
            return
        some = self._thumbnails.image(self._thumbnail)
        if some is not None:
            self.canvas.improve(some)

    def _picture_arrived(self, photo_id: PhotoId, image: QImage, _is_whole: bool) -> None:  # noqa: FBT001 - a slot
        if self.isVisible() and self._ids and photo_id == self.current_id:
            self.canvas.improve(image)
            self._scaled(self.canvas.scale)

    def _picture_failed(self, photo_id: PhotoId, sentence: str) -> None:
        if self.isVisible() and self._ids and photo_id == self.current_id:
            self.canvas.say(sentence)

    def _scaled(self, scale: float) -> None:
        percent = round(scale * self.devicePixelRatioF() * 100)
        text = self.tr("Fit · {} %") if self.canvas.is_fitted else "{} %"
        self._zoom.setText(text.format(percent))
        self._zoom.setAccessibleName(self.tr("Zoom, {} percent").format(percent))
        if not self.canvas.is_fitted and not self.canvas.has_enough_pixels():
            photo = self._session.library.photos.get(self.current_id)
            if photo is not None:
                self._pictures.wish(photo.id, photo.path, max_px=None)

    # -- facts ------------------------------------------------------------------------------------

    def read_facts(self) -> None:
        """Show what is known by now of the photo that is seen."""
        photo_id = self.current_id

        def work(library: Library, _progress: Progress) -> PhotoFacts | None:
            return pipeline.photo_facts(library, photo_id)

        job = self._session.job(work)
        job.succeeded.connect(self._take_facts)
        self._session.start(job)

    def _take_facts(self, facts: PhotoFacts | None) -> None:
        if facts is not None and facts.photo.id == self.current_id:
            self._facts = facts
            self.info.show_facts(facts)

    def _favour(self) -> None:
        self.favoured.emit(self.current_id)
        photo = self._session.library.photos.get(self.current_id)
        self._show_heart(favourite=photo is not None and photo.favourite)

    def _show_heart(self, *, favourite: bool) -> None:
        self._heart.setText("♥" if favourite else "♡")
        self._heart.setChecked(favourite)

    def _ask_add(self) -> None:
        at = self._add.mapToGlobal(QPoint(0, self._add.height() + 4))
        self.add_asked.emit([self.current_id], at)

    def turn_info(self) -> None:
        """Show the facts, or hide them."""
        shown = not self.info.isVisibleTo(self)
        self.info.setVisible(shown)
        self._info_button.setChecked(shown)
        library = self._session.library
        with library.transaction():
            library.settings.set(INFO_KEY, "yes" if shown else "no")

    def close_viewer(self) -> None:
        """Go back."""
        self.closed.emit(self.current_id)

    # -- events -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, zoom, mark, go back."""
        last = len(self._ids) - 1
        keys = Qt.Key
        acts = {
            keys.Key_Right: lambda: self.go_to(min(self._index + 1, last)),
            keys.Key_Left: lambda: self.go_to(max(self._index - 1, 0)),
            keys.Key_Space: lambda: self.go_to(min(self._index + 1, last)),
            keys.Key_Home: lambda: self.go_to(0),
            keys.Key_End: lambda: self.go_to(last),
            keys.Key_Escape: self.close_viewer,
            keys.Key_Backspace: self.close_viewer,
            keys.Key_0: self.canvas.fit,
            keys.Key_1: lambda: self.canvas.zoom_to(1.0 / self.devicePixelRatioF()),
            keys.Key_Z: self.canvas.turn_zoom,
            keys.Key_Plus: lambda: self.canvas.zoom_by(STEP),
            keys.Key_Minus: lambda: self.canvas.zoom_by(1 / STEP),
            keys.Key_F: self._favour,
            keys.Key_D: self.info.date_asked.emit,
            keys.Key_L: lambda: self.alike_asked.emit(self.current_id),
            keys.Key_I: self.turn_info,
        }
        act = acts.get(event.key())
        if act is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            act()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dark ground."""
        QPainter(self).fillRect(self.rect(), self.palette().color(theme.BG))
