"""Stops of the tour with what the user says: words, settings, yeses, and what is erased."""

from __future__ import annotations

import shutil
import subprocess

from PySide6.QtWidgets import QApplication

from organizer.models import RememberedDate, Signal
from organizer.pipeline.starting_over import EVERYTHING
from tools.driving.camera import wait, wait_until
from tools.driving.touring import READ_S, Tour, close_dialogs, over
from ui import sources


def said_pages(tour: Tour) -> None:
    """What the user said, page by page."""
    window = tour.window
    library = window.session.library
    with library.transaction():
        library.dates.add(RememberedDate(name="Mai", month=6, day=14, year=2019))
    window.words.hide_photos([entry.id for entry in tour.entries[5:8]])
    window.notices.hide()
    pages = (sources.DATES, sources.HOMES, sources.RULES, sources.HIDDEN)
    for page in (*pages, sources.TAUGHT_THEMES, sources.SORTS):
        tour.go_to(page, 900)
        tour.take(page)


def privacy(tour: Tour) -> None:
    """Settings and privacy: what is allowed, by folder and signal; the network, checked."""
    tour.go_to(sources.PRIVACY)
    tour.take("privacy")
    page = tour.page
    bar = page.area.verticalScrollBar()
    tour.take(
        "privacy-signals", first=lambda: page.area.ensureWidgetVisible(page.signals_card, 0, 0)
    )
    bar.setValue(0)
    page.network_card.check()
    wait_until(lambda: bool(page.network_card.results), limit_s=60)
    tour.take(
        "privacy-checked", first=lambda: page.area.ensureWidgetVisible(page.network_card, 0, 0)
    )
    tour.take("privacy-kept", first=lambda: page.area.ensureWidgetVisible(page.copies_card, 0, 0))
    tour.take("privacy-end", first=lambda: bar.setValue(bar.maximum()))


def pages_of_words(tour: Tour) -> None:
    """About; promises, checked; keys; the menu; problems."""
    window = tour.window
    tour.go_to(sources.ABOUT)
    tour.take("about")
    tour.go_to(sources.PROMISES)
    tour.page.check()
    wait_until(lambda: bool(tour.page.results), limit_s=60)
    tour.take("promises")
    over(tour, window.actions_by_id["keys"].trigger, "keys")
    over(tour, window.side.open_menu, "main-menu")
    tour.go_to(sources.PROBLEMS)
    tour.take("problems")


def erasing(tour: Tour) -> None:
    """What would go: with a signal, with what was said, with everything. Nothing goes here."""
    consent = tour.window.consent
    tour.go_to(sources.PRIVACY)
    asks = {
        "erase-places": lambda: consent.withdraw([Signal.PLACES], None),
        "forget": consent.ask_to_forget,
        "erase-everything": lambda: consent.ask_to_erase(EVERYTHING),
    }
    for name, ask in asks.items():
        tour.watch.doing = name
        ask()
        wait(400)
        tour.take(name)
        close_dialogs()


def offline(tour: Tour) -> None:
    """A stick that was pulled out, and a folder that cannot be added."""
    window = tour.window
    stick = tour.folders[-1]
    # somebody else does it: this process could not
    subprocess.run(["mv", stick, stick.with_name("unplugged")], check=True)
    window.organizing.start()
    wait(500)
    wait_until(lambda: not window.organizing.is_running, limit_s=READ_S)
    tour.go_to(f"folder:{window.session.library.folders.all()[-1].id}")
    tour.take("folder-offline")
    window.add_paths([tour.scratch / "nowhere"])
    tour.take("refused")
    window.notices.hide()


def new_folder(tour: Tour) -> None:
    """A folder that was added while suggestions are on asks for its own yes."""
    window = tour.window
    added = tour.scratch / "Grandmother’s photos"
    added.mkdir()
    entry = tour.entries[0]
    shutil.copy(window.session.library.photos.get(entry.id).path, added)
    tour.go_to(sources.PHOTOS)
    window.add_paths([added])
    wait(500)
    wait_until(lambda: not window.organizing.is_running, limit_s=READ_S)
    window.notices.hide()
    tour.take("new-folder")
    tour.go_to(sources.PRIVACY)
    card = tour.page.signals_card
    tour.take("new-folder-asked", first=lambda: tour.page.area.ensureWidgetVisible(card, 0, 0))


def switch_off(tour: Tour) -> None:
    """What goes, and what went."""
    window = tour.window
    tour.go_to(sources.SUGGESTIONS)
    erased: list[object] = []
    window.consent.changed.connect(erased.append)
    window.consent.turn(on=False)
    wait(400)
    tour.take("turn-off")
    QApplication.activeModalWidget().accept()
    wait_until(lambda: False in erased, limit_s=60)
    wait(300)
    tour.take("receipt")
    close_dialogs()
    tour.take("suggestions-off-again")
