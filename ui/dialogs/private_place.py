"""Asks how far around a place copies are to tell nothing of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.dialogs.frame import Dialog
from ui.widgets.choices import choices, in_row
from ui.widgets.texts import button, label

RADII_KM = (0.2, 0.5, 1.0, 5.0)
USUAL = 1


class PrivatePlaceDialog(Dialog):
    """Four distances, of which one is chosen."""

    def __init__(self, place: str, parent: QWidget) -> None:
        super().__init__(self.tr("Keep {} private?").format(place), parent)
        hint = self.tr(
            "No copy that you export tells a position around this place, even when the others "
            "keep theirs. Photos stay as they are, and you still see this place here."
        )
        self.body.addWidget(label(hint, "soft", wrap=True))
        self._radii = choices([within(radius) for radius in RADII_KM], self)
        self._radii.button(USUAL).setChecked(True)
        self.body.addLayout(in_row(self._radii))
        self.add_button(button(self.tr("Cancel"), self.reject))
        self.ok = button(self.tr("Keep private"), self.accept, style="primary")
        self.ok.setDefault(True)
        self.add_button(self.ok)

    @property
    def radius_km(self) -> float:
        """How far around."""
        return RADII_KM[self._radii.checkedId()]

    def choose(self, radius_km: float) -> None:
        """Choose one of the four."""
        self._radii.button(RADII_KM.index(radius_km)).setChecked(True)


def within(radius_km: float) -> str:
    """Such as "Within 200 m"."""
    if radius_km < 1:
        return Dialog.tr("Within {} m").format(f"{radius_km * 1000:.0f}")
    return Dialog.tr("Within {} km").format(f"{radius_km:g}")


def ask_private_radius(
    place: str, parent: QWidget, take: Callable[[float], object]
) -> PrivatePlaceDialog:
    """Ask; *take* gets the radius unless the question is withdrawn."""
    dialog = PrivatePlaceDialog(place, parent)
    dialog.accepted.connect(lambda: take(dialog.radius_km))
    dialog.open()
    return dialog
