"""What can be said of the place and the day of one photo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from organizer import pipeline
from organizer.models import Circle, HomeWord, Photo, Place
from organizer.models.exports import PrivateZone
from ui import messages, said, zone_words
from ui.languages import language
from ui.session import Session
from ui.word_edits import WordEdits

Act = tuple[str, Callable[[], object]]


class PlaceWords(QObject):
    """Hides a place or a day, and says that a place is a home; asks where it must."""

    def __init__(self, session: Session, words: WordEdits, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._words = words
        self._window = window

    def hiding(self, photo: Photo) -> list[Act]:
        """What hides more than this photo."""
        acts: list[Act] = []
        if (spot := _spot(photo)) is not None:
            acts.append((self.tr("Hide this place…"), lambda: self.hide_place(*spot)))
        if (day := _day(photo)) is not None:
            acts.append((self.tr("Hide this day"), lambda: self._words.hide_days(day, day)))
        return acts

    def homes(self, photo: Photo) -> list[Act]:
        """What can be said of living where this photo was taken."""
        spot = _spot(photo)
        if spot is None:
            return []
        return [
            (self.tr("I live here"), lambda: self.live_here(*spot)),
            (self.tr("I lived here…"), lambda: self.lived_here(*spot, _day(photo))),
            (self.tr("Keep this place private…"), lambda: self.keep_private(*spot)),
        ]

    def hide_place(self, latitude: float, longitude: float) -> None:
        """Ask how far around, and hide what was taken there."""

        def ask(place: Place | None) -> None:
            from ui.dialogs.radius_dialogs import HidePlaceDialog  # not at start-up

            name = place.name if place else ""
            shown = name or said.spot_in_words(latitude, longitude)
            HidePlaceDialog(shown, self._window).ask(
                lambda km: self._words.hide_place(Circle(latitude, longitude, km), name)
            )

        self._look_up(latitude, longitude, ask)

    def keep_private(self, latitude: float, longitude: float) -> None:
        """Ask how far around, and let no copy tell this place."""

        def ask(place: Place | None) -> None:
            from ui.dialogs.radius_dialogs import PrivatePlaceDialog  # not at start-up

            name = place.name if place else ""
            shown = name or said.spot_in_words(latitude, longitude)
            sentence = self.tr("{} is private: no copy tells it.").format(shown)
            PrivatePlaceDialog(shown, self._window).ask(
                lambda km: zone_words.keep(
                    self._words,
                    self._session.library,
                    sentence,
                    PrivateZone(circle=Circle(latitude, longitude, km), name=name),
                ),
            )

        self._look_up(latitude, longitude, ask)

    def live_here(self, latitude: float, longitude: float) -> None:
        """Say that this is a home."""
        self._look_up(
            latitude,
            longitude,
            lambda place: self._say_home(latitude, longitude, place, None, None),
        )

    def lived_here(self, latitude: float, longitude: float, day: date | None) -> None:
        """Ask from when to when this was a home; *day* is one of them."""

        def ask(place: Place | None) -> None:
            from ui.dialogs.home_dates import ask_home_dates  # not at start-up

            shown = place.name if place else said.spot_in_words(latitude, longitude)
            ask_home_dates(
                shown,
                day - timedelta(days=365) if day else None,
                day,
                self._window,
                lambda first, last: self._say_home(latitude, longitude, place, first, last),
            )

        self._look_up(latitude, longitude, ask)

    def _say_home(
        self,
        latitude: float,
        longitude: float,
        place: Place | None,
        first: date | None,
        last: date | None,
    ) -> None:
        name = place.name if place else said.spot_in_words(latitude, longitude)
        shown = messages.place(place) if place else name
        text = self.tr("{} is a home.") if last is None else self.tr("{} was a home.")
        word = HomeWord(
            is_home=True,
            latitude=latitude,
            longitude=longitude,
            name=name,
            first_day=first,
            last_day=last,
        )
        self._words.say_home(text.format(shown), word)

    def _look_up(
        self, latitude: float, longitude: float, take: Callable[[Place | None], object]
    ) -> None:
        """The names of places are read beside the window."""
        spoken = language()
        job = self._session.plain_job(
            lambda _progress: pipeline.name_place(latitude, longitude, spoken)
        )
        job.succeeded.connect(take)
        self._session.start(job)


def _spot(photo: Photo) -> tuple[float, float] | None:
    if photo.latitude is None or photo.longitude is None:
        return None
    return photo.latitude, photo.longitude


def _day(photo: Photo) -> date | None:
    """The local day, where it can be believed."""
    return photo.taken_at.date() if photo.taken_at and photo.has_trusted_date else None
