"""Pages and dialogs are imported beside the window before they are asked for.

They are not imported at start, which would be slower; and importing one when it is asked for can
hold the window up for longer than one notices.
"""

from __future__ import annotations

import importlib
import pkgutil

from organizer import pipeline
from organizer.memory import give_back_memory
from organizer.progress import Progress
from ui.core_words import prepare_sentences
from ui.motion import ask_desktop
from ui.session import Session


def warm_up(session: Session) -> None:
    """Import what the window is made of, in a job."""
    session.start(session.plain_job(_import_all))


def _import_all(progress: Progress) -> None:
    for room in ("ui.views", "ui.dialogs", "ui.widgets"):
        package = importlib.import_module(room)
        for found in pkgutil.iter_modules(package.__path__, f"{room}."):
            progress.check()
            importlib.import_module(found.name)
    for module in pipeline.LATER:
        progress.check()
        importlib.import_module(module)
    prepare_sentences()
    ask_desktop()
    give_back_memory()  # laying out a large library left some behind too
