"""What the page of a taught theme says: about bands, about keys, and where there is no photo."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui import messages
from ui.theme_ranking import ThemeRanking
from ui.widgets.off_note import OffNote

FOUND, EXAMPLES, NOT_THIS = range(3)


def band_heading(band: int, count: int) -> tuple[str, str]:
    """The header of a band, counted from the surest; how sure is said as it was measured."""
    counted = messages.photos(count)
    return (
        (_tr("Surely"), _tr("{} · in tests, nine of ten such photos showed it").format(counted)),
        (_tr("Perhaps"), _tr("{} · more likely than not").format(counted)),
        (_tr("Hardly"), _tr("what comes nearest of all else")),
    )[band]


def list_name(which: int, count: int) -> str:
    """What the button of a list says."""
    if which == FOUND:
        return _tr("More that may show it")
    name = _tr("Examples") if which == EXAMPLES else _tr("Not this")
    return f"{name} · {messages.number(count)}"


def what_keys_do(which: int) -> str:
    """How to answer."""
    if which == FOUND:
        return _tr("Tick or cross, or the keys Y and N")
    return _tr("The cross, or Delete, takes an answer back")


def say_why_empty(note: OffNote, which: int, ranks: ThemeRanking) -> None:
    """Say why there is no photo in this list."""
    if which == EXAMPLES:
        note.say(_tr("No photo"), _tr("Photos come here with the tick, or with the key Y."))
    elif which == NOT_THIS:
        note.say(_tr("No photo"), _tr("Photos come here with the cross, or with the key N."))
    elif not ranks.is_on:
        note.say_off(
            _tr(
                "The examples are kept and can be changed. To find what shows the same, Homeroll "
                "has to look at what photos show, and that needs suggestions to be on."
            )
        )
    elif ranks.ranking is None:
        note.say(_tr("Looking for more"), "", working=True)
    elif ranks.ranking.missing:
        text = _tr("{} more are needed before other photos can be ranked.")
        note.say(_tr("Too few examples"), text.format(messages.examples(ranks.ranking.missing)))
    else:
        note.say(_tr("Nothing is left to ask"), _tr("Every photo was answered."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("theme_words", text)
