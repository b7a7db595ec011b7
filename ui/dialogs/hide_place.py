"""Asks how far around a place photos are to be hidden."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.dialogs.frame import Dialog
from ui.widgets.choices import choices, in_row
from ui.widgets.texts import button, label

RADII_KM = (0.5, 1.0, 5.0)
USUAL = 1


class HidePlaceDialog(Dialog):
    """Three distances, of which one is chosen."""

    def __init__(self, place: str, parent: QWidget) -> None:
        super().__init__(self.tr("Hide what was taken near {}?").format(place), parent)
        hint = self.tr(
            "Photos taken there are shown nowhere but under Hidden photos, no album is proposed "
            "of them, and new ones are hidden as well. No file is touched."
        )
        self.body.addWidget(label(hint, "soft", wrap=True))
        texts = [self.tr("Within {} km").format(f"{radius:g}") for radius in RADII_KM]
        self._radii = choices(texts, self)
        self._radii.button(USUAL).setChecked(True)
        self.body.addLayout(in_row(self._radii))
        self.add_button(button(self.tr("Cancel"), self.reject))
        self.ok = button(self.tr("Hide"), self.accept, style="primary")
        self.ok.setDefault(True)
        self.add_button(self.ok)

    @property
    def radius_km(self) -> float:
        """How far around."""
        return RADII_KM[self._radii.checkedId()]

    def choose(self, radius_km: float) -> None:
        """Choose one of the three."""
        self._radii.button(RADII_KM.index(radius_km)).setChecked(True)


def ask_radius(place: str, parent: QWidget, take: Callable[[float], object]) -> HidePlaceDialog:
    """Ask; *take* gets the radius unless the question is withdrawn."""
    dialog = HidePlaceDialog(place, parent)
    dialog.accepted.connect(lambda: take(dialog.radius_km))
    dialog.open()
    return dialog
