"""Remembers that proposals no longer fit what is known, and makes them anew. Loads nothing slow."""

from __future__ import annotations

import os
from uuid import uuid4

from organizer.library import Library
from organizer.models import Signal
from organizer.progress import Progress

_DUE = "proposing due"
_IN_PART = "grouped in part"


def mark_due(library: Library) -> None:
    """Groups and proposals are to be made anew; the caller owns the transaction."""
    library.settings.set(_DUE, uuid4().hex)


def is_due(library: Library) -> bool:
    """Whether something was corrected since albums were last proposed."""
    return bool(library.settings.get(_DUE, ""))


def propose_anew(library: Library, *, progress: Progress, threads: int | None = None) -> None:
    """Group and propose; what is corrected meanwhile, or after a kill, stays due."""
    from organizer.pipeline.proposing import propose  # numpy and scikit-learn take a second

    mark = library.settings.get(_DUE, "")
    propose(library, progress=progress, threads=threads)
    with library.transaction():
        library.settings.set(_IN_PART, "")
        if library.settings.get(_DUE, "") == mark:
            library.settings.set(_DUE, "")


def is_in_part(library: Library) -> bool:
    """Whether new photos were grouped beside the others since everything was grouped."""
    return bool(library.settings.get(_IN_PART, ""))


def propose_news_or_all(library: Library, *, progress: Progress, threads: int) -> None:
    """Group and propose what is new where that is enough, else everything."""
    from organizer.pipeline.news import propose_news  # numpy takes a while

    if propose_news(library, progress=progress, threads=threads):
        mark_in_part(library)
    else:
        propose_anew(library, progress=progress, threads=threads)


def propose_if_due(library: Library, *, progress: Progress) -> None:
    """Propose anew what was corrected, if suggestions are on; opens no photo.

    Photos that were hidden until now are looked at first, by their thumbnails.
    """
    if is_due(library) and library.gate.is_open(Signal.GROUPING):
        from organizer.pipeline.analysing import analyse  # numpy takes a while

        if library.gate.is_open(Signal.CONTENT):
            threads = os.cpu_count() or 1
            analyse(library, progress=progress, threads=threads, on_batch=lambda: None)
        propose_anew(library, progress=progress)


def mark_in_part(library: Library) -> None:
    """From now on not everything is grouped: whatever ends the run, the next look goes on."""
    with library.transaction():
        library.settings.set(_IN_PART, "yes")
