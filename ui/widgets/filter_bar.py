"""Which photos are seen: a button for each sort of thing they can be chosen by."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from organizer.models import Facet, Offer, Tag
from ui import messages
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.tag_picker import TagPicker
from ui.widgets.texts import button

PICKED = (
    *(Facet.DATE, Facet.PLACE, Facet.THEME, Facet.ALBUM, Facet.TITLE),
    *(Facet.KIND, Facet.CAMERA, Facet.FOLDER),
)
TURNED = (Facet.FAVOURITE, Facet.DATE_PROBLEM)
NAME_LETTERS = 22


class FilterBar(QWidget):
    """Shows what is chosen on the buttons themselves.

    Signals:
        changed: Other tags are wished for.
    """

    changed = Signal()

    def __init__(
        self, tags_of: Callable[[Facet], list[Offer]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tags_of = tags_of
        self._chosen: list[Tag] = []
        self.picker: TagPicker | None = None
        row = FlowLayout(self)
        row.setContentsMargins(0, 0, 0, 10)
        self.buttons: dict[Facet, QPushButton] = {}
        for facet in (*PICKED, *TURNED):
            made = button(messages.facet(facet), lambda facet=facet: self._pressed(facet))
            made.setCheckable(True)
            self.buttons[facet] = made
            row.addWidget(made)
        self.buttons[Facet.FAVOURITE].setText(self.tr("♥ Favourites"))
        self.buttons[Facet.DATE_PROBLEM].setText(self.tr("Problems with the date"))
        self._names = {facet: made.text() for facet, made in self.buttons.items()}
        for facet in TURNED:
            self.buttons[facet].setAccessibleName(self._names[facet])
        self.clear_button = button(self.tr("Clear"), self.clear, style="quiet")
        row.addWidget(self.clear_button)
        self._show()

    @property
    def tags(self) -> tuple[Tag, ...]:
        """What is wished for."""
        return tuple(self._chosen)

    def set_tags(self, tags: tuple[Tag, ...]) -> None:
        """Wish for these and no others."""
        if tags != self.tags:
            self._chosen = list(tags)
            self._show()
            self.changed.emit()

    def turn(self, tag: Tag, on: bool) -> None:  # noqa: FBT001 - a slot
        """Wish for a tag, or no more."""
        others = tuple(one for one in self._chosen if one != tag)
        self.set_tags((*others, tag) if on else others)

    def clear(self) -> None:
        """Wish for all photos."""
        self.set_tags(())

    def refresh(self) -> None:
        """Offer what there is now: a facet without anything is not seen."""
        self._show()

    def _pressed(self, facet: Facet) -> None:
        offers = self._tags_of(facet)
        if facet in TURNED:
            for offer in offers:
                self.turn(offer.tag, offer.tag not in self._chosen)
        else:
            self._pick(facet, offers)
        self._show()

    def _pick(self, facet: Facet, offers: list[Offer]) -> None:
        chosen = [tag for tag in self._chosen if tag.facet is facet]
        known = {offer.tag for offer in offers}
        gone = [Offer(tag, 0) for tag in chosen if tag not in known]
        self.picker = TagPicker(self._names[facet], [*offers, *gone], chosen, self)
        self.picker.turned.connect(self.turn)
        below = self.buttons[facet]
        self.picker.open_at(below.mapToGlobal(QPoint(0, below.height() + 4)))

    def _show(self) -> None:
        for facet, made in self.buttons.items():
            chosen = [tag for tag in self._chosen if tag.facet is facet]
            made.setChecked(bool(chosen))
            made.setVisible(bool(chosen or self._tags_of(facet)))
            if facet in PICKED:
                made.setText(self._text(facet, chosen))
                made.setAccessibleName(self._spoken(facet, chosen))
        self.clear_button.setVisible(bool(self._chosen))
        self.updateGeometry()

    def _text(self, facet: Facet, chosen: list[Tag]) -> str:
        if not chosen:
            return f"{self._names[facet]} ▾"
        if len(chosen) > 1:
            count = messages.number(len(chosen))
            return self.tr("{}: {} chosen").format(self._names[facet], count)
        name = chosen[0].name
        return name if len(name) <= NAME_LETTERS else name[: NAME_LETTERS - 1].rstrip() + "…"

    def _spoken(self, facet: Facet, chosen: list[Tag]) -> str:
        if not chosen:
            return self._names[facet]
        return f"{self._names[facet]}: {', '.join(tag.name for tag in chosen)}"
