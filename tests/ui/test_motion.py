"""Nothing moves by itself where the system asks for stillness."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui import motion
from ui.views.viewer_canvas import ViewerCanvas
from ui.widgets.switch import Switch


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A desktop that was not asked yet, and has no settings of the user's."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    yield tmp_path
    motion._Desktop.wants_stillness = True


def gsettings_says(folder: Path, answer: str) -> None:
    (folder / "gsettings").write_text(f"#!/bin/sh\n[ $3 = enable-animations ] && echo {answer}\n")
    (folder / "gsettings").chmod(0o755)


@pytest.mark.parametrize(("answer", "still"), [("false", True), ("true", False), ("odd", False)])
def test_gnome_is_asked(qapp: object, desktop: Path, answer: str, still: bool) -> None:
    gsettings_says(desktop, answer)
    motion.ask_desktop()
    assert motion.wants_no_motion() is still


@pytest.mark.parametrize(
    ("settings", "still"),
    [
        ("[KDE]\nAnimationDurationFactor=0\n", True),
        ("[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("[KDE]\nAnimationDurationFactor=slow\n", False),
        ("no section\n", False),
        ("[General]\n", False),
    ],
)
def test_kde_is_asked(qapp: object, desktop: Path, settings: str, still: bool) -> None:
    gsettings_says(desktop, "true")
    (desktop / "kdeglobals").write_text(settings)
    motion.ask_desktop()
    assert motion.wants_no_motion() is still


def test_with_stillness_switches_jump_and_pictures_do_not_fade(desktop: Path, qtbot: QtBot) -> None:
    switch, canvas = Switch("Suggestions"), ViewerCanvas()
    one = QImage(8, 8, QImage.Format.Format_RGB32)
    for made in (switch, canvas):
        qtbot.addWidget(made)
        made.show()
    gsettings_says(desktop, "true")
    motion.ask_desktop()
    assert moves(switch, canvas, one) == (True, True)

    gsettings_says(desktop, "false")
    motion.ask_desktop()

    assert moves(switch, canvas, one) == (False, False)


def moves(switch: Switch, canvas: ViewerCanvas, image: QImage) -> tuple[bool, bool]:
    """Whether the knob slides, and a picture fades into the next one."""
    switch.setChecked(not switch.isChecked())
    target = 1.0 if switch.isChecked() else 0.0
    canvas.show_picture(image, 8, 8)
    canvas.show_picture(image, 8, 8, fade=True)
    return switch.knob != target, canvas._before is not None
