"""A guard against a PySide6 that loses references to None."""

from __future__ import annotations

import sys

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.switch import Switch


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_twenty_thousand_void_calls_leave_none_as_it_was(qtbot: QtBot) -> None:
    widget = Switch("Any")
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)

    for _ in range(20_000):
        widget.update()

    assert abs(sys.getrefcount(None) - before) < 1000
