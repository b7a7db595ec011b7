"""The table of commands: menus, shortcuts and the keyboard map are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something the user can have done.

    Attributes:
        in_menu: Which part of the window's menu it stands in, counted from 1; 0 for none.
    """

    id: str
    title: str
    keys: tuple[str, ...] = ()
    in_menu: int = 0


COMMANDS = (
    Command(id="add-folder", title="Add folder…", keys=("Ctrl+O",), in_menu=1),
    Command(id="new-album", title="New album…", keys=("Ctrl+N",), in_menu=1),
    Command(id="look-again", title="Look for new photos", keys=("F5",), in_menu=1),
    Command(id="undo", title="Undo", keys=("Ctrl+Z",), in_menu=2),
    Command(id="redo", title="Redo", keys=("Ctrl+Shift+Z", "Ctrl+Y"), in_menu=2),
    Command(id="go-photos", title="Photos", keys=("Ctrl+1",)),
    Command(id="go-suggestions", title="Suggestions", keys=("Ctrl+2",)),
    Command(id="go-places", title="Places", keys=("Ctrl+3",)),
    Command(id="go-look-alikes", title="Look-alikes", keys=("Ctrl+4",)),
    Command(id="go-privacy", title="Settings and privacy", keys=("Ctrl+,",), in_menu=4),
    Command(id="go-dates", title="Dates to remember", in_menu=3),
    Command(id="go-homes", title="Homes", in_menu=3),
    Command(id="go-rules", title="Rules", in_menu=3),
    Command(id="go-hidden", title="Hidden photos", in_menu=3),
    Command(id="find", title="Search photos", keys=("Ctrl+F",), in_menu=2),
    Command(id="select-all", title="Select all", keys=("Ctrl+A",)),
    Command(id="select-day", title="Select the whole day", keys=("Ctrl+D",)),
    Command(id="larger", title="Larger thumbnails", keys=("Ctrl++", "Ctrl+=")),
    Command(id="smaller", title="Smaller thumbnails", keys=("Ctrl+-",)),
    Command(id="rename", title="Rename", keys=("F2",)),
    Command(id="export", title="Export album…", keys=("Ctrl+E",)),
    Command(id="slideshow", title="Slideshow", keys=("Shift+F5",)),
    Command(id="full-screen", title="Full screen", keys=("F11",)),
    Command(id="keys", title="Keyboard map", keys=("?", "F1"), in_menu=4),
    Command(id="go-promises", title="How Homeroll keeps its promises", in_menu=4),
    Command(id="go-about", title="About Homeroll", in_menu=4),
    Command(id="quit", title="Quit", keys=("Ctrl+Q",), in_menu=5),
)

# what photos themselves answer to; listed in the keyboard map only
PHOTO_KEYS = (
    Command(
        id="walk", title="Walk over the photos", keys=("Arrows", "Home", "End", "Page Up/Down")
    ),
    Command(id="open", title="See the photo large", keys=("Enter",)),
    Command(id="select", title="Select, or tick and untick", keys=("Space",)),
    Command(id="reach", title="Select a range", keys=("Shift+Arrows",)),
    Command(id="favourite", title="Favourite", keys=("F",)),
    Command(id="date", title="Correct the date…", keys=("D",)),
    Command(id="alike", title="More like this", keys=("L",)),
    Command(id="best", title="Best of like shots; keep it too", keys=("B", "K")),
    Command(id="answer", title="Yes or no, on the page of a theme", keys=("Y", "N")),
    Command(id="remove", title="Remove from the album", keys=("Delete",)),
    Command(id="zoom", title="Zoom in the viewer: fit, 100 %", keys=("0", "1", "+", "-")),
    Command(id="info", title="Information in the viewer", keys=("I",)),
    Command(id="turn", title="Rotate the view, right or left", keys=("R", "Shift+R")),
    Command(id="show", title="Slideshow in the viewer; pause", keys=("S", "Space")),
    Command(id="play", title="Play a video in your player", keys=("Enter", "Space")),
    Command(id="caption", title="Caption in the viewer", keys=("C",)),
    Command(id="folder", title="Show in folder, in the viewer", keys=("O",)),
    Command(id="map", title="Move and zoom the map", keys=("Arrows", "+", "-", "Home")),
    Command(id="map-groups", title="Walk over the groups of the map", keys=("Space", "Enter")),
    Command(id="back", title="Back from the viewer", keys=("Escape",)),
)


def title_of(command: Command) -> str:
    """The title in the user's language."""
    return QCoreApplication.translate("actions", command.title)


def make_actions(
    window: QWidget, handlers: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """An action with its shortcuts for every command, added to *window*."""
    actions = {}
    for command in COMMANDS:
        action = QAction(title_of(command), window)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        handler = handlers[command.id]
        action.triggered.connect(lambda _checked=False, handler=handler: handler())
        window.addAction(action)
        actions[command.id] = action
    return actions


def menu_parts(actions: Mapping[str, QAction]) -> list[list[QAction]]:
    """The actions of the window's menu, part by part."""
    parts = sorted({command.in_menu for command in COMMANDS if command.in_menu})
    return [
        [actions[command.id] for command in COMMANDS if command.in_menu == part] for part in parts
    ]
