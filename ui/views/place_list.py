"""The places beside the map: by country, most photos first, filtered by typing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from organizer import pipeline
from organizer.search.folding import folded
from ui import messages
from ui.models.source_list_model import Source, SourceListModel
from ui.widgets.source_list import SourceList
from ui.widgets.texts import ShortLabel, button, label, text_field

if TYPE_CHECKING:
    from organizer.pipeline.mapping import MappedPlace

WIDTH_PX = 300


class PlaceList(QWidget):
    """A filter, the list, and what is chosen with a button that shows its photos.

    Signals:
        chosen: The place with this number in the given ones.
        opened: The photos of that place are to be seen.
        show_asked: The photos of what is chosen are to be seen.
    """

    chosen = Signal(int)
    opened = Signal(int)
    show_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setFixedWidth(WIDTH_PX)
        self._places: Sequence[MappedPlace] = ()
        self._language = "en"
        self.filter = text_field()
        self.filter.setPlaceholderText(self.tr("Filter places"))
        self.filter.setAccessibleName(self.tr("Filter places"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._fill)
        self._model = SourceListModel(self)
        self.list = _Places(self._model)
        self.list.setAccessibleName(self.tr("Places by number of photos"))
        self.list.chosen.connect(lambda page: self.chosen.emit(int(page)))
        self.list.activated.connect(self._activate)
        self._nothing = label("", "soft", wrap=True)
        self._nothing.setContentsMargins(10, 10, 10, 0)
        self._what = ShortLabel("", "strong")
        self._count = label("", "smallSoft")
        self.show_button = button(self.tr("Show photos"), self.show_asked.emit, style="primary")
        self._lay_out()
        self.show_chosen("", 0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._what)
        words.addWidget(self._count)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(self.show_button)
        column.addLayout(row)

    def show_places(self, places: Sequence[MappedPlace], language: str) -> None:
        """List these; countries by their number of photos."""
        self._places, self._language = places, language
        self._fill()

    def show_chosen(self, name: str, count: int) -> None:
        """Say what the button would show."""
        self._what.setText(name or (self.tr("Photos here") if count else ""))
        self._count.setText(messages.photos(count) if count else "")
        self.show_button.setVisible(count > 0)
        spoken = f"{self.show_button.text()}: {self._what.text()}"
        self.show_button.setAccessibleName(spoken if name else self.show_button.text())

    def stand_on(self, number: int | None) -> None:
        """Mark a place without going there."""
        self.list.stand_on("" if number is None else str(number))

    def _activate(self, index: object) -> None:
        source = index.data(SourceListModel.SourceRole)
        if isinstance(source, Source) and source.page:
            self.opened.emit(int(source.page))

    def _fill(self) -> None:
        wanted = folded(self.filter.text())
        by_country: dict[str, list[int]] = defaultdict(list)
        for number, mapped in enumerate(self._places):
            country = self._country(mapped)
            where = [mapped.place.name, mapped.place.region] if mapped.place else []
            if wanted in folded(" ".join([*where, country])):
                by_country[country].append(number)
        totals = {
            country: sum(self._places[number].count for number in numbers)
            for country, numbers in by_country.items()
        }
        lines: list[Source] = []
        for country in sorted(by_country, key=lambda one: (-totals[one], one)):
            heading = f"{country} · {messages.number(totals[country])}"
            lines.append(Source(page="", title=heading))
            lines += [self._line(number) for number in by_country[country]]
        self._model.show(lines)
        self._nothing.setVisible(not lines and bool(self._places))
        self._nothing.setText(self.tr("No place is called that."))

    def _country(self, mapped: MappedPlace) -> str:
        if mapped.place is None:
            return self.tr("Elsewhere")
        return pipeline.country_name(mapped.place.country, self._language)

    def _line(self, number: int) -> Source:
        mapped = self._places[number]
        name = mapped.place.name if mapped.place else self.tr("Far from any town")
        region = mapped.place.region if mapped.place else ""
        return Source(
            page=str(number),
            title=name,
            count=messages.number(mapped.count),
            tooltip=region if region != name else "",
            spoken=f"{name}, {messages.photos(mapped.count)}",
        )


class _Places(SourceList):
    """A source list that goes nowhere only because it gets the focus."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first line without going there."""
        self._following = True
        super().focusInEvent(event)
        self._following = False
