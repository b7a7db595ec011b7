"""Which of several like shots is the best: the user's word goes before what was measured."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from organizer.errors import NotFoundError
from organizer.library import Library
from organizer.models import LikenessGroup, PhotoId
from organizer.pipeline.regrouping import mark_due


def say_best(library: Library, photo_id: PhotoId) -> str | None:
    """Keep that this photo is the best of its like shots; gives what was said of it before.

    Raises:
        NotFoundError: If its file was not read whole yet, so that nothing could hold the word.
    """
    # to the microsecond: of several in one group the one said last counts
    now = datetime.now().isoformat(timespec="microseconds")
    with library.transaction():
        before = library.best_shots.said_of(photo_id)
        if not library.best_shots.say(photo_id, now):
            raise NotFoundError("This photo is not read yet: please try again in a while.")
        mark_due(library)
    return before


def take_best_back(library: Library, photo_id: PhotoId, before: str | None) -> None:
    """Let things be as before the word; *before* is what :func:`say_best` gave."""
    with library.transaction():
        if before is None:
            library.best_shots.take_back(photo_id)
        else:
            library.best_shots.say(photo_id, before)
        mark_due(library)


def as_said(library: Library, groups: Iterable[LikenessGroup]) -> tuple[LikenessGroup, ...]:
    """The groups with the user's best where there is one."""
    said = library.best_shots.all()
    return tuple(with_best(group, said) for group in groups)


def with_best(group: LikenessGroup, said: Mapping[PhotoId, str]) -> LikenessGroup:
    """One group; of several photos that were said to be the best the one said last."""
    named = [photo_id for photo_id in group.photo_ids if photo_id in said]
    if not named:
        return group
    return replace(group, best_id=max(named, key=lambda one: (said[one], one)))
