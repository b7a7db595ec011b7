"""Asks how far around a place something is to hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.dialogs.frame import Dialog
from ui.widgets.choices import choices, in_row
from ui.widgets.texts import button, label


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    hint: str
    ok: str


class RadiusDialog(Dialog):
    """A few distances, of which one is chosen."""

    RADII_KM: Sequence[float] = ()
    USUAL = 1

    def __init__(self, words: _Words, parent: QWidget) -> None:
        super().__init__(words.title, parent)
        self.body.addWidget(label(words.hint, "soft", wrap=True))
        self.body.addWidget(label(self.tr("How far around?")))
        self._radii = choices([_distance(radius) for radius in self.RADII_KM], self)
        for made, radius in zip(self._radii.buttons(), self.RADII_KM, strict=True):
            made.setAccessibleName(within(radius))
        self._radii.button(self.USUAL).setChecked(True)
        self.body.addLayout(in_row(self._radii))
        self.add_button(button(self.tr("Cancel"), self.reject))
        self.ok = button(words.ok, self.accept, style="primary")
        self.ok.setDefault(True)
        self.add_button(self.ok)

    @property
    def radius_km(self) -> float:
        """How far around."""
        return self.RADII_KM[self._radii.checkedId()]

    def choose(self, radius_km: float) -> None:
        """Choose one of them."""
        self._radii.button(self.RADII_KM.index(radius_km)).setChecked(True)

    def ask(self, take: Callable[[float], object]) -> None:
        """Open; *take* gets the radius unless the question is withdrawn."""
        self.accepted.connect(lambda: take(self.radius_km))
        self.open()


class HidePlaceDialog(RadiusDialog):
    """How far around a place photos are to be hidden."""

    RADII_KM = (0.5, 1.0, 5.0)

    def __init__(self, place: str, parent: QWidget) -> None:
        title = self.tr("Hide what was taken near {}?").format(place)
        hint = self.tr(
            "Photos taken there are shown nowhere but under Hidden photos, no album is proposed "
            "of them, and new ones are hidden as well. No file is touched."
        )
        super().__init__(_Words(title, hint, self.tr("Hide")), parent)


class PrivatePlaceDialog(RadiusDialog):
    """How far around a place copies are to tell nothing of it."""

    RADII_KM = (0.2, 0.5, 1.0, 5.0)

    def __init__(self, place: str, parent: QWidget) -> None:
        title = self.tr("Keep {} private?").format(place)
        hint = self.tr(
            "No copy that you export tells a position around this place, even when the others "
            "keep theirs. Photos stay as they are, and you still see this place here."
        )
        super().__init__(_Words(title, hint, self.tr("Keep private")), parent)


def within(radius_km: float) -> str:
    """Such as "Within 200 m"."""
    return Dialog.tr("Within {}").format(_distance(radius_km))


def _distance(radius_km: float) -> str:
    """Such as "200 m": the same in every language."""
    return f"{radius_km * 1000:.0f} m" if radius_km < 1 else f"{radius_km:g} km"
