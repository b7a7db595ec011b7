"""Rules: everything that the user said of suggestions and events, each with its way back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from organizer.library import Library
from organizer.models import Rule
from organizer.progress import Progress
from ui import said
from ui.said import SaidEdit
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.views.words_page import WordsPage
from ui.widgets.section_card import SectionCard
from ui.widgets.texts import button
from ui.widgets.thumb_row import ThumbRow
from ui.widgets.word_line import WordLine
from ui.word_edits import WordEdits

Known = tuple[list[tuple[Rule, str]], list[SaidEdit]]


class RulesPage(WordsPage):
    """Rules as sentences, and changes of events with a few photos."""

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        words: WordEdits,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Rules"), parent)
        self._session = session
        self._thumbnails = thumbnails
        self._words = words
        self.rules_card = SectionCard(self.tr("What you said of suggestions"))
        self.edits_card = SectionCard(self.tr("Events you changed"))
        self.fill(self.rules_card, self.edits_card)
        for card in (self.rules_card, self.edits_card):
            card.hide()

    def refresh(self) -> None:
        """Show the rules as they are now; the sentences are made beside the window."""
        job = self._session.job(_look)
        job.succeeded.connect(self._show)
        self._session.start(job)

    def _show(self, known: Known) -> None:
        rules, edits = known
        self.rules_card.refill([self._rule_line(rule, sentence) for rule, sentence in rules])
        self.rules_card.setVisible(bool(rules))
        self.edits_card.refill([self._edit_line(one) for one in edits])
        self.edits_card.setVisible(bool(edits))
        if rules or edits:
            self.message.hide()
            return
        self.say_empty(
            self.tr("No rules yet"),
            self.tr(
                "Open a suggestion that is not right, or its menu “⋯”, and say so: never this "
                "place, never this date, not an event, less of this kind. What you said stands "
                "here and can be taken back."
            ),
        )

    def _rule_line(self, rule: Rule, sentence: str) -> WordLine:
        return WordLine(
            sentence, buttons=[self._back(sentence, lambda: self._words.take_rule_back(rule))]
        )

    def _edit_line(self, one: SaidEdit) -> WordLine:
        return WordLine(
            one.sentence,
            buttons=[self._back(one.sentence, lambda: self._words.take_edit_back(one.edit))],
            before=ThumbRow(self._thumbnails, one.photo_ids),
        )

    def _back(self, sentence: str, act) -> QWidget:
        text = self.tr("Take back")
        return button(text, act, style="quiet", name=f"{text}: {sentence}")


def _look(library: Library, _progress: Progress) -> Known:
    from organizer.pipeline import ruling  # brings numpy: not at start-up

    return ruling.rules_in_words(library)[::-1], said.said_edits(library)
