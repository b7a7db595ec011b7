"""Hidden photos: what is shown nowhere else, and the places and days that hide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from organizer.library import Library
from organizer.models import PhotoId, Rule, TimelineEntry
from organizer.pipeline import hiding
from organizer.progress import Progress
from ui import messages
from ui.place_names import PlaceNames
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.views.photo_grid import PhotoGrid
from ui.views.sections import Section, by_day, main_spot
from ui.widgets.message_panel import MessagePanel
from ui.widgets.page_header import PageHeader
from ui.widgets.section_card import SectionCard
from ui.widgets.texts import button
from ui.widgets.word_line import WordLine
from ui.word_edits import WordEdits

RULES_SHOWN = 3

Hidden = tuple[list[TimelineEntry], list[tuple[Rule, str]]]


class HiddenPage(QWidget):
    """Rules that hide above a grid of what is hidden.

    Signals:
        back_asked: Back to suggestions.
        rules_asked: All rules are to be seen.
        told: Something to tell the user.
    """

    back_asked = Signal()
    rules_asked = Signal()
    told = Signal(str)
    opened = Signal(int)
    menu_asked = Signal(QPoint)

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        places: PlaceNames,
        words: WordEdits,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._places = places
        self._words = words
        self.header = PageHeader(self.tr("Hidden photos"))
        self._make_header()
        self.card = SectionCard(self.tr("Hidden places and days"))
        self.card.hide()
        self.message = MessagePanel()
        self.message.hide()
        self._make_grid(thumbnails)
        self._lay_out()

    def _make_header(self) -> None:
        back = button(self.tr("‹ Suggestions"), self.back_asked.emit, style="quiet")
        back.setAccessibleName(self.tr("Back to suggestions"))
        self.header.add_left(back)
        self.show_button = button(self.tr("Show all again"), self.show_again)
        self.header.add(self.show_button)

    def _make_grid(self, thumbnails: Thumbnails) -> None:
        self.grid = PhotoGrid(thumbnails)
        self.setFocusProxy(self.grid)
        self.grid.setAccessibleName(self.tr("Hidden photos"))
        self.grid.set_headings(self._heading)
        self.grid.set_right_margin(16)
        self.grid.opened.connect(self.opened)
        self.grid.menu_asked.connect(self.menu_asked)
        self.grid.selection_changed.connect(self._show_counts)
        self._places.named.connect(self.grid.viewport().update)

    def _lay_out(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(24, 0, 24, 4)
        above.addWidget(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(above)
        column.addWidget(self.message, 1)
        column.addWidget(self.grid, 1)

    def refresh(self) -> None:
        """Show what is hidden now; read beside the window."""
        job = self._session.job(_look)
        job.succeeded.connect(self._show)
        self._session.start(job)

    def _show(self, hidden: Hidden) -> None:
        entries, rules = hidden
        self.grid.set_photos(entries, by_day)
        self.card.refill([self._line(*rule) for rule in rules[:RULES_SHOWN]])
        if len(rules) > RULES_SHOWN:  # the photos need their room
            text = self.tr("All {} under Rules").format(messages.number(len(rules)))
            self.card.add(button(text, self.rules_asked.emit, style="link"))
        self.card.setVisible(bool(rules))
        self.grid.setVisible(bool(entries))
        self.message.setVisible(not entries)
        if not entries:
            self.message.say(
                self.tr("Nothing is hidden"),
                self.tr(
                    "“Hide” in the menu of a photo takes it out of the timeline, albums, exports "
                    "and suggestions. It stands here then, and its file stays as it is."
                ),
            )
        self._show_counts()

    def _line(self, rule: Rule, sentence: str) -> WordLine:
        text = self.tr("Take back")
        act = button(
            text,
            lambda: self._words.take_rule_back(rule),
            style="quiet",
            name=f"{text}: {sentence}",
        )
        return WordLine(sentence, buttons=[act])

    def _show_counts(self) -> None:
        chosen = len(self.grid.selection.chosen)
        parts = [messages.photos(len(self.grid.entries)) if self.grid.entries else ""]
        parts.append(messages.selected(chosen) if chosen else "")
        self.header.set_title(self.tr("Hidden photos"), " · ".join(filter(None, parts)))
        text = self.tr("Show again") if chosen else self.tr("Show all again")
        self.show_button.setText(text)
        self.show_button.setAccessibleName(text)
        self.show_button.setVisible(bool(self.grid.entries))

    def _heading(self, section: Section) -> tuple[str, str]:
        if section.day is None:
            return self.tr("Without a date"), ""
        spot = main_spot(self.grid.entries[section.span.start : section.span.end])
        return messages.day(section.day), self._places.name_of(spot) if spot else ""

    # -- showing again ----------------------------------------------------------------------------

    def show_again(self) -> None:
        """Show the selected photos again, or all of them."""
        chosen = self.grid.selection.in_order()
        self.show_photos(chosen or [entry.id for entry in self.grid.entries])

    def show_photos(self, photo_ids: Sequence[PhotoId]) -> None:
        """Take the marks of these photos back; hidden places and days go on hiding."""
        marked = self._session.library.hidden.marked()
        wanted = [photo_id for photo_id in photo_ids if photo_id in marked]
        if wanted:
            self._words.show_photos(wanted, stay=len(photo_ids) - len(wanted))
        else:
            self.told.emit(
                self.tr("These photos are hidden by their place or day: take that back above.")
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)


def _look(library: Library, _progress: Progress) -> Hidden:
    from organizer.pipeline import ruling  # brings numpy: not at start-up

    rules = [(rule, words) for rule, words in ruling.rules_in_words(library) if _hides(rule)][::-1]
    return library.photos.hidden_timeline(), rules


def _hides(rule: Rule) -> bool:
    return rule.kind in hiding.HIDING
