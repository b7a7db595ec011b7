"""The way of the data, whole: folders to photos to features to groups to suggestions."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from time import monotonic

from organizer.library import Library
from organizer.models import Signal
from organizer.pipeline import regrouping
from organizer.pipeline.erasing import erase_refused
from organizer.pipeline.safekeeping import back_up, free_room_note
from organizer.pipeline.scanning import scan
from organizer.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """How long each step took, in seconds, over how many photos; *notes* for the user."""

    list_s: float = 0.0
    dates_s: float = 0.0
    read_s: float = 0.0
    analyse_s: float = 0.0
    group_s: float = 0.0
    photos_read: int = 0
    photos_analysed: int = 0
    notes: tuple[str, ...] = ()


def organize(
    library: Library,
    *,
    progress: Progress,
    workers: int | None = None,
    on_batch: Callable[[], None] = lambda: None,
    only_news: bool = False,
) -> Timing:
    """Read the folders; if suggestions are on, look at the photos and propose albums.

    Args:
        workers: Processes that decode, and threads that analyse; None takes one a core.
        on_batch: Called after every batch that was committed.
        only_news: Leave groups and proposals as they are when no file came, went or changed
            and no date was corrected.

    Raises:
        Cancelled: If the user stopped it; what was done so far is kept.
    """
    count = workers or os.cpu_count() or 1
    back_up(library, now=datetime.now())
    before = library.photos.count()
    result = scan(library, progress=progress, workers=count, on_batch=on_batch)
    erase_refused(library)
    analyse_s = group_s = 0.0
    analysed = 0
    is_news = result.photos_read > 0 or library.photos.count() != before
    is_news = is_news or regrouping.is_due(library) or not only_news
    is_due = is_news or regrouping.is_in_part(library) or _knows_no_looks(library)
    if library.gate.is_open(Signal.GROUPING) and is_due:
        # numpy, onnxruntime and scikit-learn take a second to import: only when they are needed
        from organizer.pipeline.analysing import analyse

        regrouping.mark_in_part(library)
        started = monotonic()
        if library.gate.is_open(Signal.CONTENT):
            analysed = analyse(library, progress=progress, threads=count, on_batch=on_batch)
        analyse_s, started = monotonic() - started, monotonic()
        if only_news:
            regrouping.propose_news_or_all(library, progress=progress, threads=count)
        else:
            regrouping.propose_anew(library, progress=progress, threads=count)
        group_s = monotonic() - started
    return Timing(
        list_s=result.list_s,
        dates_s=result.dates_s,
        read_s=result.read_s,
        analyse_s=analyse_s,
        group_s=group_s,
        photos_read=result.photos_read,
        photos_analysed=analysed,
        notes=(
            *(note.text for note in result.notes),
            *filter(None, [free_room_note(library)]),
        ),
    )


def _knows_no_looks(library: Library) -> bool:
    """Whether no photo was looked at yet, such as after an upgrade that looks in another way."""
    if not library.gate.is_open(Signal.CONTENT):
        return False
    with library.derived() as derived:
        return derived is None or not derived.has_features()
