"""Places: the map, and the list of places beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from organizer.library import Library
from organizer.pipeline import mapping
from organizer.pipeline.speaking import language_of
from organizer.progress import Progress
from ui import messages
from ui.place_names import PlaceNames
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.views.map_buttons import MapButtons
from ui.views.map_groups import Group, Stretch
from ui.views.map_land import LandPainter
from ui.views.map_view import MapView
from ui.views.place_list import WIDTH_PX, PlaceList
from ui.widgets.message_panel import MessagePanel
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from organizer.pipeline.mapping import MappedPlace, PhotoMap


MIN_LIST_PX = 220


class PlacesPage(QWidget):
    """Header, map, list; everything is read beside the window.

    Signals:
        photos_asked: These photos are to be seen, under this title ("" for none).
        filled: Photos and places are as the library has them.
    """

    photos_asked = Signal(object, str)
    filled = Signal()

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        places: PlaceNames,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._names = places
        self._mapped: Sequence[MappedPlace] = ()
        self._place: MappedPlace | None = None
        self._loading = self._stale = self._was_fitted = self._has_land = False
        self._is_outdated = False  # what is being read is not to be shown
        self.header = PageHeader(self.tr("Places"))
        self.hide_homes = QCheckBox(self.tr("Hide homes"))
        self.hide_homes.setChecked(mapping.homes_are_hidden(session.library))
        self.hide_homes.toggled.connect(self._turn_homes)
        self.header.add(self.hide_homes)
        self.map = MapView(thumbnails)
        self.buttons = MapButtons(self.map)
        self.list = PlaceList()
        self.note = MessagePanel()
        self.setFocusProxy(self.map)
        self._lay_out()
        self._connect()
        self._say_looking()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.map, 1)
        row.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.note, 1)
        column.addLayout(row, 1)
        QWidget.setTabOrder(self.hide_homes, self.map)
        QWidget.setTabOrder(self.map, self.list.filter)
        QWidget.setTabOrder(self.list.filter, self.list.list)
        QWidget.setTabOrder(self.list.list, self.list.show_button)

    def _connect(self) -> None:
        self.map.tooltip_of = self._tooltip
        self.map.opened.connect(self._open_stretch)
        self.map.chosen.connect(self._choose_stretch)
        self.map.settled.connect(self._describe)
        self._names.named.connect(self._describe)
        self.list.chosen.connect(self._choose_place)
        self.list.opened.connect(self._open_place)
        self.list.show_asked.connect(self._open_chosen)
        self._session.photos_changed.connect(self._forget)
        self._session.albums_changed.connect(self._forget)

    def _say_looking(self) -> None:
        self.note.say(self.tr("Looking where photos were taken"), "", working=True)
        self._show_map(shown=False)

    def _show_map(self, *, shown: bool) -> None:
        self.note.setVisible(not shown)
        self.map.setVisible(shown)
        self.setFocusProxy(self.map if shown else None)  # Tab would be caught by a hidden one
        self.list.setVisible(shown)

    # -- filling ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read again where photos were taken; the view stays."""
        if not self._has_land:
            self._has_land = True
            job = self._session.job(_read_land)
            job.succeeded.connect(self.map.show_land)
            self._session.start(job)
        if self._loading:
            self._stale = True
            return
        self._loading, self._stale = True, False
        job = self._session.job(_read)
        job.succeeded.connect(self._take)
        job.ended.connect(self._loaded)
        self._session.start(job)

    def _forget(self) -> None:
        """Who comes back sees nothing that was hidden meanwhile, not even while it is read."""
        if self.isVisible():
            return
        self._is_outdated = self._loading
        self._stale = self._stale or self._loading
        self._mapped = ()
        self.map.forget()
        self._choose(None)
        self.header.set_title(self.tr("Places"), "")
        self._say_looking()

    def _loaded(self) -> None:
        self._loading = self._is_outdated = False
        if self._stale:
            self.refresh()

    def _take(self, read: tuple[PhotoMap, Sequence[MappedPlace], str]) -> None:
        if self._is_outdated:
            return
        photo_map, self._mapped, language = read
        has_photos = bool(photo_map.ids)
        is_all_hidden = photo_map.at_home > 0
        self._show_map(shown=has_photos or is_all_hidden)
        if not has_photos and not is_all_hidden:
            self._say_nothing(photo_map)
        self.map.show_photos(photo_map)
        self.list.show_places(self._mapped, language)
        self._choose(None)
        self._show_counts(photo_map)
        if has_photos and not self._was_fitted:
            self._was_fitted = True
            self.layout().activate()
            self.map.fit()
        self.filled.emit()

    def _say_nothing(self, photo_map: PhotoMap) -> None:
        if photo_map.without_place:
            self.note.say(
                self.tr("None of your photos say where they were taken"),
                self.tr(
                    "Phones write the place into photos when the camera may use the location."
                    " Photos sent by messengers have mostly lost it: add the folder with the"
                    " originals, or a whole Takeout, whose lists know the places."
                ),
            )
        else:
            self.note.say(
                self.tr("No photos yet"),
                self.tr("Drop a folder of photos on the window, and see here where they are from."),
            )

    def _show_counts(self, photo_map: PhotoMap) -> None:
        parts = [messages.photos(len(photo_map.ids)) if photo_map.ids else ""]
        parts.append(messages.named_places(len(self._mapped)) if self._mapped else "")
        parts.append(messages.at_homes(photo_map.at_home))
        parts.append(messages.without_place(photo_map.without_place))
        self.header.set_title(self.tr("Places"), " · ".join(filter(None, parts)))
        self.hide_homes.setEnabled(photo_map.homes > 0 or self.hide_homes.isChecked())
        known = self.tr("Leave out photos taken within 2 km of a home")
        unknown = self.tr("No home is known. “I live here” in the menu of a photo names one.")
        self.hide_homes.setToolTip(known if photo_map.homes else unknown)

    def _turn_homes(self, hidden: bool) -> None:  # noqa: FBT001 - a slot
        mapping.hide_homes(self._session.library, hidden=hidden)
        self.refresh()

    # -- what is chosen ---------------------------------------------------------------------------

    def _choose_place(self, number: int) -> None:
        place = self._mapped[number]
        self.map.choose(None)
        self._choose(place)
        self.map.fly_to((place.west, place.north, place.east, place.south))

    def _choose(self, place: MappedPlace | None) -> None:
        self._place = place
        if place is None:
            self.list.stand_on(None)
            self.list.show_chosen("", 0)
        else:
            self.list.show_chosen(
                place.place.name if place.place else self._title(place), place.count
            )

    def _choose_stretch(self, stretch: Stretch | None) -> None:
        self._choose(None)
        group = self.map.chosen_group()
        if stretch is not None and group is not None:
            self.list.show_chosen(self._name(group), stretch.count)

    def _open_chosen(self) -> None:
        if self._place is not None:
            self._open(self._place)
        elif (group := self.map.chosen_group()) is not None:
            self._open_stretch(group.stretch)

    def _open_place(self, number: int) -> None:
        self._open(self._mapped[number])

    def _open(self, place: MappedPlace) -> None:
        ids = self.map.photo_map.ids
        self.photos_asked.emit([ids[row] for row in place.rows.tolist()], self._title(place))

    def _open_stretch(self, stretch: Stretch) -> None:
        self.photos_asked.emit(self.map.photo_map.photos_in(*stretch), "")

    def _title(self, place: MappedPlace) -> str:
        return messages.place(place.place) if place.place else self.tr("Far from any town")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of a narrow window to the map."""
        super().resizeEvent(event)
        self.list.setFixedWidth(max(MIN_LIST_PX, min(WIDTH_PX, self.width() * 3 // 10)))

    # -- words ------------------------------------------------------------------------------------

    def _name(self, group: Group) -> str:
        photo_map = self.map.photo_map
        row = group.cover_row
        spot = round(float(photo_map.latitudes[row]), 2), round(float(photo_map.longitudes[row]), 2)
        return self._names.name_of(spot)

    def _tooltip(self, group: Group) -> str:
        return ", ".join(filter(None, [self._name(group), messages.photos(group.stretch.count)]))

    def _describe(self) -> None:
        """Tell a screen reader what the map shows, and name what is chosen."""
        groups = self.map.groups()
        chosen = self.map.chosen_group()
        if chosen is None and self.map.current is not None:
            self.map.choose(None)  # it is out of sight
        if chosen is not None:
            self.list.show_chosen(self._name(chosen), chosen.stretch.count)
            said = self.tr("chosen: {}").format(self._tooltip(chosen))
        elif groups:
            said = self.tr("largest: {}").format(self._tooltip(groups[-1]))
        else:
            said = ""
        parts = [self.tr("Map, {}").format(messages.map_groups(len(groups))), said]
        self.map.setAccessibleDescription("; ".join(filter(None, parts)))


def _read_land(library: Library, _progress: Progress) -> object:
    language = language_of(library)
    land = LandPainter(mapping.open_land(), lambda row: mapping.town_name(row, language))
    return land.prepare()


def _read(library: Library, progress: Progress) -> object:
    photo_map = mapping.map_photos(library)
    places = mapping.name_mapped(library, photo_map, progress)
    return photo_map, places, language_of(library)
