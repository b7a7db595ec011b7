"""Look-alikes: like shots with the best one marked, and exact copies. Nothing is deleted here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from organizer import pipeline
from organizer.library import Library
from organizer.models import PhotoId
from organizer.pipeline import look_alikes
from organizer.pipeline.look_alikes import CopyGroups, LikeShotGroups
from organizer.progress import Progress
from ui.collecting import without_collecting
from ui.group_words import heading, in_words
from ui.models.group_list_model import Group
from ui.place_names import PlaceNames
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.views.group_delegates import CopyDelegate
from ui.views.group_header import COPIES, SHOTS, GroupHeader
from ui.views.group_list import GroupList
from ui.views.shot_list import ShotList
from ui.widgets.off_note import OffNote

if TYPE_CHECKING:
    from ui.views.compare_view import CompareView

Found = tuple[LikeShotGroups, CopyGroups]


class LookAlikesPage(QStackedWidget):
    """Two lists of groups, and over them the comparison of one.

    Signals:
        switch_asked: The switch of suggestions is to be seen.
        best_asked: This photo is the best of its group.
        keep_asked, others_asked: What is to be done with the best, or with the others, of the
            chosen groups; a menu opens at this global point.
        menu_asked: A context menu is wanted at this global point.
    """

    switch_asked = Signal()
    best_asked = Signal(object)
    keep_asked = Signal(QPoint)
    others_asked = Signal(QPoint)
    menu_asked = Signal(QPoint)

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        places: PlaceNames,
        compare: CompareView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.is_working: Callable[[], bool] = lambda: False
        self._session, self._places, self.compare_view = session, places, compare
        self._is_reading = self._is_stale = self._is_read = False
        self._is_outdated = False  # what is being read is not to be shown
        self._wished: PhotoId | None = None
        self.shots = ShotList(thumbnails, self._heading, self._say)
        self.copies = GroupList(self._say)
        copies = CopyDelegate(thumbnails, self._heading, self.copies)
        self.copies.paint_by(copies, thumbnails)
        self.shots.setAccessibleName(self.tr("Like shots"))
        self.copies.setAccessibleName(self.tr("Exact copies"))
        self.notes = [OffNote(), OffNote()]
        self.header = GroupHeader()
        self._lay_out()
        self._connect()
        self._show_tab(SHOTS)

    def _lay_out(self) -> None:
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        for made in (*self.notes, self.shots, self.copies):
            column.addWidget(made, 1)
        self.addWidget(lists)
        self.addWidget(self.compare_view)

    def _connect(self) -> None:
        self.header.turned.connect(self._show_tab)
        self.header.compare_asked.connect(self.compare)
        self.header.keep_asked.connect(self.keep_asked)
        self.header.others_asked.connect(self.others_asked)
        for made in (self.shots, self.copies):
            made.selection_changed.connect(self._show_counts)
            made.menu_asked.connect(self.menu_asked)
        self.shots.opened.connect(self.compare)
        self.shots.best_asked.connect(lambda: self.ask_best(self.shots.current_photo))
        self.shots.keep_asked.connect(lambda: self.turn_kept(self.shots.current_photo))
        for note in self.notes:
            note.switch_asked.connect(self.switch_asked)
        self.compare_view.closed.connect(self.close_comparison)
        self.compare_view.best_asked.connect(self.ask_best)
        self.compare_view.keep_asked.connect(self.turn_kept)
        self._places.named.connect(self.shots.viewport().update)
        self._places.named.connect(self.copies.viewport().update)
        self._session.photos_changed.connect(self._forget)
        self._session.albums_changed.connect(self._forget)

    # -- reading ----------------------------------------------------------------------------------

    def show_item(self, item: str) -> None:
        """Compare the group of the photo with this number."""
        self._wished = PhotoId(int(item))
        self.refresh()

    def refresh(self) -> None:
        """Read the groups as they are now, beside the window."""
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, self._is_stale = True, False
        job = self._session.job(_find)
        job.succeeded.connect(self._take)
        job.ended.connect(self._over)
        self._session.start(job)
        if not self._is_read:
            self._say_looking()

    def _say_looking(self) -> None:
        for note in self.notes:
            note.say(self.tr("Looking for groups"), "", working=True)
        self._show_tab(self.tab)

    def _forget(self) -> None:
        """Who comes back sees nothing that was hidden meanwhile, not even while it is read."""
        if self.isVisible():
            return
        self._is_read, self._is_outdated = False, self._is_reading
        self._is_stale = self._is_stale or self._is_reading
        if self.is_comparing:
            self._wished = self.compare_view.current_id
            self.setCurrentIndex(0)
        self._say_looking()

    def _over(self) -> None:
        self._is_reading = self._is_outdated = False
        if self._is_stale:
            self.refresh()

    def _take(self, found: Found) -> None:
        if self._is_outdated:
            return
        self._is_read = True
        for made, groups in zip((self.shots, self.copies), found, strict=True):
            if groups != made.groups.groups:
                _put_in(made, groups)
        self._say_where_nothing_is()
        self._show_marks()
        self._show_tab(self.tab)
        if self._wished is not None:
            photo_id, self._wished = self._wished, None
            self.compare_photo(photo_id)

    def _say_where_nothing_is(self) -> None:
        if not pipeline.suggestions_are_on(self._session.library):
            self.notes[SHOTS].say_off(
                self.tr(
                    "To find like shots, Homeroll has to look at what photos show. "
                    "Exact copies are found without that."
                )
            )
        elif self.is_working():
            text = self.tr("Like shots stand here once all photos have been looked at.")
            self.notes[SHOTS].say(self.tr("Looking at your photos"), text, working=True)
        else:
            self.notes[SHOTS].say(
                self.tr("No two shots are alike"),
                self.tr("Bursts and near-identical photos will stand here once there are any."),
            )
        self.notes[COPIES].say(
            self.tr("No file is there twice"),
            self.tr("Files with the same content will stand here once there are any."),
        )

    # -- what is shown ----------------------------------------------------------------------------

    @property
    def tab(self) -> int:
        """Which of the two lists is seen."""
        return self.header.tab

    @property
    def seen(self) -> GroupList:
        """The list that is seen."""
        return self.copies if self.tab == COPIES else self.shots

    @property
    def is_comparing(self) -> bool:
        """Whether a group is seen side by side."""
        return self.currentWidget() is self.compare_view

    def _show_tab(self, tab: int) -> None:
        self.header.tabs.button(tab).setChecked(True)
        other = (self.shots, self.copies)[1 - tab]
        before = self.focusProxy()
        stood_there = other.hasFocus() or (before is not None and before.hasFocus())
        has_groups = self._is_read and bool(self.seen.groups.groups)
        self.setFocusProxy(self.seen if has_groups else self.header.tabs.button(tab))
        shown, hidden = (self.seen, self.notes[tab])[:: 1 if has_groups else -1]
        shown.show()
        if stood_there and not self.is_comparing:
            self.setFocus()
        for gone in (other, self.notes[1 - tab], hidden):
            gone.hide()
        self._show_counts()

    def _show_counts(self) -> None:
        counts = [len(made.groups.groups) for made in (self.shots, self.copies)]
        if self._is_read:
            self.header.show_counts(counts, self.seen.selected_count)
        else:
            self.header.show_counts([0, 0], 0)

    def _heading(self, group: Group) -> tuple[str, str]:
        return heading(group, self._places)

    def _say(self, group: Group) -> str:
        is_here = group == self.shots.current
        return in_words(group, self._places, self.shots.current_photo if is_here else None)

    # -- comparing --------------------------------------------------------------------------------

    def compare(self) -> None:
        """Show the current group, else the first, side by side."""
        if self.shots.current is None and self.shots.groups.groups:
            self.shots.stand_on(0)
        if self.tab == SHOTS and self.shots.current_photo is not None:
            self.compare_photo(self.shots.current_photo)

    def compare_photo(self, photo_id: PhotoId) -> None:
        """Show the group of a photo side by side."""
        group = self.shots.group_of(photo_id)
        if group is None:
            return
        self._show_tab(SHOTS)
        self.setCurrentWidget(self.compare_view)
        self.setFocusProxy(self.compare_view)
        self.compare_view.show_group(group, self.shots.kept, self._heading(group)[0], photo_id)

    def close_comparison(self) -> None:
        """Back to the list, standing where the comparison was left."""
        if not self.is_comparing:
            return
        self.setCurrentIndex(0)
        self._show_tab(SHOTS)
        self.shots.stand_on_photo(self.compare_view.current_id)
        self.setFocus()

    # -- words ------------------------------------------------------------------------------------

    def ask_best(self, photo_id: PhotoId | None) -> None:
        """This photo is the best of its group."""
        if self.shots.mark_best(photo_id):
            self._show_marks()
            self.best_asked.emit(photo_id)

    def turn_kept(self, photo_id: PhotoId | None) -> None:
        """Keep a photo beside the best of its group, or keep it no more."""
        if self.shots.turn_kept(photo_id):
            self._show_marks()

    def _show_marks(self) -> None:
        if self.is_comparing:
            group = self.shots.group_of(self.compare_view.current_id)
            self.compare_view.take(group, self.shots.kept)


def _find(library: Library, _progress: Progress) -> Found:
    with without_collecting():
        return look_alikes.like_shots(library), look_alikes.exact_copies(library)


def _put_in(shown: GroupList, groups: LikeShotGroups | CopyGroups) -> None:
    """Show other groups; who stood on a photo stands on it again."""
    if groups.are_those_of(shown.groups.groups):
        shown.groups.change(groups)
        shown.viewport().update()
        return
    photo_id, shot = shown.current_photo, shown.current_shot
    row = None if photo_id is None else groups.row_of(photo_id)
    shown.groups.show(groups)
    if groups:
        shown.stand_on(row or 0, shot if row is not None else 0)
