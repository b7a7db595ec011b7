"""The viewer: one photo over the whole window, dark so that it shows at its best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from organizer import pipeline
from organizer.library import Library
from organizer.models import Kind, PartRole, Photo, PhotoId
from organizer.pipeline import PhotoFacts
from organizer.progress import Progress
from ui import theme
from ui.pictures import Pictures
from ui.pictures_ahead import Asked, PicturesAhead, side_for
from ui.session import Session
from ui.thumbnails import Thumbnails, Wanted, wanted_whole
from ui.views.below_picture import BelowPicture
from ui.views.filmstrip import Filmstrip
from ui.views.info_panel import InfoPanel
from ui.views.viewer_bar import ViewerBar
from ui.views.viewer_canvas import ViewerCanvas
from ui.views.viewer_keys import act_of
from ui.views.viewer_stage import ViewerStage

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
        turn_asked: This photo is to be seen turned by so many quarter turns clockwise.
        caption_asked: The caption of this photo is to be written.
        folder_asked: This photo is to be shown in the file manager.
        path_asked: The path of this photo is to be copied.
        play_asked: The video, or the moving picture, in this file is to be played.
    """

    closed = Signal(object)
    favoured = Signal(object)
    date_asked = Signal(object)
    alike_asked = Signal(object)
    likes_asked = Signal(object)
    add_asked = Signal(object, QPoint)
    turn_asked = Signal(object, int)
    caption_asked = Signal(object)
    folder_asked = Signal(object)
    path_asked = Signal(object)
    play_asked = Signal(object)

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
        self._ahead = PicturesAhead(pictures, self)
        self._ids: Sequence[PhotoId] = ()
        self._index = 0
        self._shows_hidden = False
        self._photo: Photo | None = None
        self._facts: PhotoFacts | None = None
        self._thumbnail: Wanted | None = None
        self._largest_px: int | None = 0  # the longest side that was asked for; None for all of it
        self.setPalette(theme.palette(theme.DARK))
        self.setStyleSheet(theme.style_sheet(theme.DARK))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Viewer"))
        self.canvas = ViewerCanvas()
        self.filmstrip = Filmstrip(thumbnails)
        self.info = InfoPanel()
        self.below = BelowPicture(self.play)
        self.bar = ViewerBar(self._acts())
        self._lay_out()
        self._connect()
        self._show_info_as_said()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(0)
        seen = QVBoxLayout()
        seen.setSpacing(0)
        around = QHBoxLayout()
        around.setContentsMargins(16, 8, 16, 0)
        around.addWidget(self.canvas)
        seen.addLayout(around, 1)
        seen.addWidget(self.below)
        seen.addWidget(self.filmstrip)
        row.addLayout(seen, 1)
        row.addWidget(self.info)
        column.addLayout(row, 1)
        self.stage = ViewerStage(self._session, self, column, self.bar, self.filmstrip, self.below)

    def _connect(self) -> None:
        self.filmstrip.chosen.connect(self.go_to)
        self.canvas.scaled.connect(self._scaled)
        self.canvas.play_asked.connect(self.play)
        self._ahead.arrived.connect(self._picture_arrived)
        self._ahead.failed.connect(self._picture_failed)
        self._thumbnails.arrived.connect(self._thumbnail_arrived)
        self.stage.slideshow.next_asked.connect(self._show_next)
        self.stage.slideshow.changed.connect(self._show_info_as_said)
        for asked, passed_on in (
            (self.info.date_asked, self.date_asked),
            (self.info.likes_asked, self.likes_asked),
            (self.info.caption_asked, self.caption_asked),
        ):
            asked.connect(lambda passed_on=passed_on: passed_on.emit(self.current_id))
        self.info.live_asked.connect(self.play_live)

    def _acts(self) -> dict[str, Callable[[], object]]:
        return {
            "back": self.close_viewer,
            "zoom": self.canvas.turn_zoom,
            "favour": self.favour,
            "live": self.play_live,
            "add": self._ask_add,
            "facts": self.turn_info,
            "slideshow": self.turn_slideshow,
            "turn-right": lambda: self.turn(1),
            "turn-left": lambda: self.turn(-1),
            "caption": lambda: self.caption_asked.emit(self.current_id),
            "date": lambda: self.date_asked.emit(self.current_id),
            "alike": lambda: self.alike_asked.emit(self.current_id),
            "folder": lambda: self.folder_asked.emit(self.current_id),
            "copy-path": lambda: self.path_asked.emit(self.current_id),
            "full-screen": lambda: self.stage.turn_whole_screen(on=not self.stage.is_whole_screen),
        }

    # -- walking ----------------------------------------------------------------------------------

    def show_photos(
        self, photo_ids: Sequence[PhotoId], index: int, *, also_hidden: bool = False
    ) -> None:
        """Show the photo at *index* of these; back at once where all of them are hidden."""
        self._ids, self._index, self._shows_hidden = photo_ids, index, also_hidden
        left = self._not_hidden()
        if not left:
            self.close_viewer()
            return
        self._walk_over(left)
        self.go_to(self._index)
        self.setFocus()

    def leave_out_hidden(self) -> None:
        """Photos may have been hidden: go on to the neighbour, or back where none is left."""
        left, seen = self._not_hidden(), self.current_id
        if not left:
            self.close_viewer()
        elif len(left) < self.count:
            self._walk_over(left)
            if self.current_id != seen:
                self.go_to(self._index)
            else:
                self._show_place()

    def _not_hidden(self) -> Sequence[PhotoId]:
        """What one may walk over."""
        withheld = set() if self._shows_hidden else self._session.library.hidden.withheld()
        if withheld.isdisjoint(self._ids):
            return self._ids
        return [one for one in self._ids if one not in withheld]

    def _walk_over(self, left: Sequence[PhotoId]) -> None:
        """Walk over these from now on, which are some of those before."""
        stays = set(left)
        before = sum(one in stays for one in self._ids[: self._index])
        self._ids, self._index = left, min(before, len(left) - 1)

    def go_to(self, index: int, *, fade: bool = False) -> None:
        """Show the photo at *index*."""
        self._index = index
        self._facts = None
        self._show_place()
        self.stage.slideshow.begin_again()
        self._show_picture(fade=fade)
        if self._photo is not None:
            self.bar.show_favourite(favourite=self._photo.favourite)
            self.read_facts()

    def _show_place(self) -> None:
        self.filmstrip.show_photos(self._ids, self._index)
        self.bar.show_place(self._index, self.count)

    def _show_picture(self, *, fade: bool) -> None:
        """Show the sharp picture if it is at hand, else the thumbnail, and have more read."""
        photo_id, library = self.current_id, self._session.library
        photo = self._photo = library.photos.get(photo_id)
        entries = library.photos.timeline_of([photo_id], also_hidden=self._shows_hidden)
        if photo is None or not entries:
            self._photo = None
            self._show_nothing()
            return
        entry = entries[0]
        wanted = self._thumbnail = wanted_whole(photo_id, entry.width_px, entry.height_px)
        self._show_words(photo)
        asked = self._asked(photo)
        self._largest_px = asked.max_px
        image = self._ahead.kept(asked) or self._thumbnails.image(wanted)
        self.canvas.show_picture(image, entry.width_px, entry.height_px, fade=fade)
        self._thumbnails.ask_for([wanted])
        self._ahead.want([asked, *self._neighbours()])

    def _show_nothing(self) -> None:
        self.canvas.show_picture(None, 3, 2)
        self.canvas.say(self.tr("This photo is not in the library any more."))
        self.canvas.show_play_sign(can_play=False)
        self.below.show_caption("")
        self.below.show_video(None, is_video=False)

    def _asked(self, photo: Photo) -> Asked:
        ratio = self.devicePixelRatioF()
        side = side_for(round(self.width() * ratio), round(self.height() * ratio))
        return Asked(photo.id, photo.path, side)

    def _neighbours(self) -> list[Asked]:
        around = (self._index + 1, self._index - 1)
        ids = [self._ids[place] for place in around if 0 <= place < len(self._ids)]
        return [self._asked(photo) for photo in self._session.library.photos.get_many(ids)]

    @property
    def current_id(self) -> PhotoId:
        """The photo that is seen."""
        return self._ids[self._index]

    @property
    def count(self) -> int:
        """How many photos one can walk over."""
        return len(self._ids)

    def walk(self, by: int) -> None:
        """Go so many photos on."""
        self.go_to(min(max(self._index + by, 0), self.count - 1))

    def press_space(self) -> None:
        """Pause the slideshow, play a video, or go on."""
        if self.stage.slideshow.is_on:
            self.stage.slideshow.turn_pause()
        elif self._is_video():
            self.play()
        else:
            self.walk(1)

    # -- pictures ---------------------------------------------------------------------------------

    def _thumbnail_arrived(self, photo_id: PhotoId) -> None:
        if not self._is_seen(photo_id) or self.canvas.has_image:
            return
        if self._thumbnail is None or self._thumbnail.photo_id != photo_id:
            return
        some = self._thumbnails.image(self._thumbnail)
        if some is not None:
            self.canvas.improve(some)

    def _picture_arrived(self, photo_id: PhotoId, image: QImage) -> None:
        if self._is_seen(photo_id):
            self.canvas.improve(image)
            self._scaled(self.canvas.scale)

    def _picture_failed(self, photo_id: PhotoId, sentence: str) -> None:
        if self._is_seen(photo_id) and not self._is_video():
            self.canvas.say(sentence)

    def _is_seen(self, photo_id: PhotoId) -> bool:
        return self.isVisible() and bool(self._ids) and photo_id == self.current_id

    def _scaled(self, scale: float) -> None:
        percent = round(scale * self.devicePixelRatioF() * 100)
        self.bar.show_zoom(percent, is_fitted=self.canvas.is_fitted)
        if self._photo is None or not self._ids or self.canvas.has_enough_pixels():
            return
        asked = self._asked(self._photo)
        if not self.canvas.is_fitted:
            asked = asked._replace(max_px=None)
        if _is_more(asked.max_px, self._largest_px):
            self._largest_px = asked.max_px
            self._ahead.want([asked])

    def turned(self, photo_id: PhotoId, by: int) -> None:
        """A photo is seen another way from now on."""
        self._ahead.forget(photo_id)
        if self._is_seen(photo_id):
            before = self.canvas
            before.turn(by)
            width, height = before.real_size
            self._thumbnail = wanted_whole(photo_id, width, height)
            self._thumbnails.ask_for([self._thumbnail])
            self.filmstrip.update()

    def turn(self, by: int) -> None:
        """Have the photo seen turned by so many quarter turns clockwise."""
        self.turn_asked.emit(self.current_id, by)

    # -- facts ------------------------------------------------------------------------------------

    def read_facts(self) -> None:
        """Show what is known by now of the photo that is seen."""
        photo_id = self.current_id
        self.below.show_caption(self._session.library.captions.of(photo_id))

        def work(library: Library, _progress: Progress) -> PhotoFacts | None:
            return pipeline.photo_facts(library, photo_id)

        job = self._session.job(work)
        job.succeeded.connect(self._take_facts)
        self._session.start(job)

    def _take_facts(self, facts: PhotoFacts | None) -> None:
        if facts is not None and facts.photo.id == self.current_id:
            self._facts = facts
            self.info.show_facts(facts)

    def _show_words(self, photo: Photo) -> None:
        """The words and signs that belong to this photo."""
        self.below.show_caption(self._session.library.captions.of(photo.id))
        self.below.show_video(photo.duration_s, is_video=self._is_video())
        self.canvas.show_play_sign(can_play=self._is_video())
        self.bar.live.setVisible(live_clip(photo) is not None)

    def favour(self) -> None:
        """Make it a favourite, or none."""
        self.favoured.emit(self.current_id)
        photo = self._session.library.photos.get(self.current_id)
        self.bar.show_favourite(favourite=photo is not None and photo.favourite)

    def _ask_add(self) -> None:
        at = self.bar.add.mapToGlobal(QPoint(0, self.bar.add.height() + 4))
        self.add_asked.emit([self.current_id], at)

    def turn_info(self) -> None:
        """Show the facts, or hide them."""
        shown = not self.info.isVisibleTo(self)
        self.info.setVisible(shown)
        self.bar.facts.setChecked(shown)
        library = self._session.library
        with library.transaction():
            library.settings.set(INFO_KEY, "yes" if shown else "no")

    # -- videos and slideshow ---------------------------------------------------------------------

    def _is_video(self) -> bool:
        return self._photo is not None and self._photo.kind is Kind.VIDEO

    def play(self) -> None:
        """Hand a video to the user's player."""
        if self._photo is not None and self._is_video():
            self.play_asked.emit(self._photo.path)

    def play_live(self) -> None:
        """Hand the clip of a Live Photo to the user's player."""
        clip = live_clip(self._photo) if self._photo is not None else None
        if clip is not None:
            self.play_asked.emit(clip)

    def turn_slideshow(self) -> None:
        """Begin the slideshow here, or end it."""
        if self.stage.slideshow.is_on:
            self.stage.slideshow.stop()
        else:
            self.stage.start_slideshow()

    def _show_next(self) -> None:
        if self._index + 1 < self.count:
            self.go_to(self._index + 1, fade=True)
        else:
            self.stage.slideshow.stop()

    def step_out(self) -> None:
        """End the slideshow, else give the screen back, else go back."""
        if self.stage.slideshow.is_on:
            self.stage.slideshow.stop()
        elif self.stage.is_whole_screen:
            self.stage.turn_whole_screen(on=False)
        else:
            self.close_viewer()

    def _show_info_as_said(self) -> None:
        """Show the facts where the user wants them; a slideshow begins without them."""
        wanted = self._session.library.settings.get(INFO_KEY, "yes") == "yes"
        self.info.setVisible(wanted and not self.stage.slideshow.is_on)
        self.bar.facts.setChecked(self.info.isVisibleTo(self))

    def close_viewer(self) -> None:
        """Go back."""
        self.stage.slideshow.stop()
        self.closed.emit(self.current_id)

    # -- events -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, zoom, mark, go back."""
        act = act_of(self, event) if self._ids else None
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window may take the whole screen now."""
        super().resizeEvent(event)
        self.stage.follow_window()

    def showEvent(self, event: QShowEvent) -> None:
        """Stand as the window does."""
        super().showEvent(event)
        self.stage.follow_window()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing goes on unseen."""
        super().hideEvent(event)
        self.stage.leave()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dark ground."""
        QPainter(self).fillRect(self.rect(), self.palette().color(theme.BG))


def live_clip(photo: Photo) -> Path | None:
    """The clip of a Live Photo, if it is a file of its own."""
    clips = [part.path for part in photo.parts if part.role is PartRole.LIVE_VIDEO]
    return clips[0] if clips else None


def _is_more(side_px: int | None, than_px: int | None) -> bool:
    """Whether a longest side asks for more than another; None is all there is."""
    return than_px is not None and (side_px is None or side_px > than_px)
