"""Homes: where the photos or the user say that somebody lived, and where nobody did."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QPushButton, QWidget

from organizer import pipeline
from organizer.library import Library
from organizer.models import Circle, HomeWord
from organizer.models.exports import PrivateZone
from organizer.pipeline import dwelling
from organizer.pipeline.dwelling import ListedHome
from organizer.progress import Progress
from ui import messages, said, zone_words
from ui.dialogs.radius_dialogs import PrivatePlaceDialog, within
from ui.languages import language
from ui.session import Session
from ui.views.words_page import WordsPage
from ui.widgets.section_card import SectionCard
from ui.widgets.texts import button, label
from ui.widgets.word_line import WordLine
from ui.word_edits import WordEdits

Listed = tuple[bool, list[ListedHome], list[tuple[HomeWord, str]], list[tuple[PrivateZone, str]]]


class HomesPage(WordsPage):
    """A line for each home, and for each place that is none."""

    def __init__(self, session: Session, words: WordEdits, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Homes"), parent)
        self._session = session
        self._words = words
        self._off_note = label(
            self.tr(
                "Suggestions are off: homes are not looked for, and only what you said yourself "
                "is kept."
            ),
            "soft",
            wrap=True,
        )
        hint = self.tr(
            "By these places and days trips are told from home. Add one from the menu of a photo "
            "that was taken there: “I live here”."
        )
        self.homes_card = SectionCard(self.tr("Where you live and lived"), hint)
        self.homes_card.foot.addWidget(self._off_note)
        self.none_card = SectionCard(
            self.tr("Not homes"),
            self.tr("Places that are none by your word, whatever photos tell."),
        )
        hint = self.tr(
            "No exported copy tells a position in them, even when the others keep theirs. Homes "
            "are private anyway. Add one from the menu of a photo: “Keep this place private…”."
        )
        self.zones_card = SectionCard(self.tr("Private places"), hint)
        self.fill(self.homes_card, self.none_card, self.zones_card)
        self.none_card.hide()
        self._off_note.hide()

    def refresh(self) -> None:
        """Show the homes as they are now; their names are read beside the window."""
        job = self._session.job(_list)
        job.succeeded.connect(self._show)
        self._session.start(job)

    def _show(self, listed: Listed) -> None:
        is_on, homes, none, zones = listed
        self._off_note.setVisible(not is_on)
        self.homes_card.refill([self._line(home) for home in homes])
        if not homes and is_on:
            text = self.tr("None was found yet: that takes photos with a place of many weeks.")
            self.homes_card.add(label(text, "soft", wrap=True))
        self.none_card.refill([self._none_line(word, place) for word, place in none])
        self.none_card.setVisible(bool(none))
        self.zones_card.refill([self._zone_line(zone, place) for zone, place in zones])

    def _line(self, listed: ListedHome) -> WordLine:
        place = said.place_of_home(listed)
        how = self.tr("by your word") if listed.home.said else self.tr("found in your photos")
        note = f"{said.span_of_home(listed.home, date.today())} · {how}"
        buttons = [
            _named(self.tr("Correct the dates…"), place, lambda: self.correct(listed)),
            _named(self.tr("Not a home"), place, lambda: self.deny(listed)),
        ]
        if listed.word is not None:
            text = self.tr("Believe the photos again")
            buttons.insert(0, _named(text, place, lambda: self.believe(listed.word, place)))
        return WordLine(place, note[0].upper() + note[1:], buttons)

    def _none_line(self, word: HomeWord, place: str) -> WordLine:
        text = self.tr("Believe the photos again")
        return WordLine(place, "", [_named(text, place, lambda: self.believe(word, place))])

    def _zone_line(self, zone: PrivateZone, place: str) -> WordLine:
        remove = _named(self.tr("Remove"), place, lambda: self.tell_again(zone, place))
        keep = _named(self.tr("Change…"), place, lambda: self.change_zone(zone, place))
        return WordLine(place, within(zone.circle.radius_km), [keep, remove])

    def change_zone(self, zone: PrivateZone, place: str) -> None:
        """Ask for another distance."""
        PrivatePlaceDialog(place, self).ask(lambda km: self._change(zone, place, km))

    def _change(self, zone: PrivateZone, place: str, radius_km: float) -> None:
        sentence = self.tr("{} is private: no copy tells it.").format(place)
        other = replace(zone, circle=replace(zone.circle, radius_km=radius_km))
        zone_words.change(self._words, self._session.library, sentence, (zone, other))

    def tell_again(self, zone: PrivateZone, place: str) -> None:
        """Let copies tell this place."""
        sentence = self.tr("{} is private no more.").format(place)
        zone_words.take_back(self._words, self._session.library, sentence, zone)

    def correct(self, listed: ListedHome) -> None:
        """Ask from when to when this was a home."""
        from ui.dialogs.home_dates import ask_home_dates  # not at start-up

        home = listed.home
        ask_home_dates(
            listed.place.name if listed.place else said.place_of_home(listed),
            home.first_day if home.first_day != date.min else None,
            home.last_day if home.last_day != date.max else None,
            self,
            lambda first, last: self._date(listed, first, last),
        )

    def _date(self, listed: ListedHome, first: date | None, last: date | None) -> None:
        sentence = self.tr("The dates of {} are corrected.").format(said.place_of_home(listed))
        word = replace(_word(listed), is_home=True, first_day=first, last_day=last)
        self._words.say_home(sentence, word, instead_of=listed.word)

    def deny(self, listed: ListedHome) -> None:
        """Say that this is no home."""
        sentence = self.tr("{} is no home.").format(said.place_of_home(listed))
        self._words.say_home(
            sentence, replace(_word(listed), is_home=False), instead_of=listed.word
        )

    def believe(self, word: HomeWord | None, place: str) -> None:
        """Go by the photos again."""
        if word is not None:
            sentence = self.tr("For {} the photos are believed again.").format(place)
            self._words.take_home_word_back(sentence, word)


def _list(library: Library, _progress: Progress) -> Listed:
    none = [(word, _place_of(word)) for word in dwelling.not_homes(library)]
    private = [(zone, _named_zone(zone)) for zone in library.zones.all()]
    return pipeline.suggestions_are_on(library), dwelling.list_homes(library), none, private


def _named_zone(zone: PrivateZone) -> str:
    return zone.name or _place_of(zone.circle)


def _place_of(word: HomeWord | Circle) -> str:
    place = pipeline.name_place(word.latitude, word.longitude, language())
    return messages.place(place) if place else said.spot_in_words(word.latitude, word.longitude)


def _word(listed: ListedHome) -> HomeWord:
    """A word about the place of a home, without days."""
    return HomeWord(
        is_home=True,
        latitude=listed.home.latitude,
        longitude=listed.home.longitude,
        name=listed.place.name if listed.place else "",
    )


def _named(text: str, place: str, act) -> QPushButton:
    return button(text, act, style="quiet", name=f"{text}: {place}")
