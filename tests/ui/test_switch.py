"""The switch: by mouse, by keyboard, and only after it was told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.switch import Switch


@pytest.fixture
def switch(qtbot: QtBot) -> Switch:
    made = Switch("Suggestions from your photo roll")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_turn_the_switch(switch: Switch, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(switch.clicked, timeout=1000):
        qtbot.keyClick(switch, key)

    assert switch.isChecked()


def test_a_click_turns_the_switch_on_and_off(switch: Switch, qtbot: QtBot) -> None:
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert switch.isChecked()

    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert not switch.isChecked()


def test_showing_a_state_tells_nobody(switch: Switch, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(switch.toggled):
        switch.show_state(on=True)

    assert switch.isChecked()


def test_the_switch_has_a_name_for_screen_readers(switch: Switch) -> None:
    assert switch.accessibleName() == "Suggestions from your photo roll"
    assert switch.focusPolicy() & Qt.FocusPolicy.TabFocus
