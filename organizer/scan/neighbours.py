"""Asking a decode worker about what lies beside files: sidecars, and the lists of archives."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from organizer.models import ImageFile, Note, NoteKind
from organizer.scan.dates import NOTHING_BESIDE, Beside
from organizer.scan.facts import beside_from
from organizer.scan.reading import FILES_A_LOOK, results_of
from organizer.scan.workers import DecodeWorker, WorkerLostError

_MAX_CAUSE = 100


@dataclass(frozen=True, slots=True)
class Heard:
    """What a sidecar says of its picture, and what was in the way of reading it."""

    beside: Beside = NOTHING_BESIDE
    trouble: Note | None = None


@dataclass(frozen=True, slots=True)
class HeardList:
    """The paths that a list of an archive names with what it says of each, and any trouble."""

    lines: tuple[tuple[str, Beside], ...] = ()
    trouble: Note | None = None


def look_beside(worker: DecodeWorker, sidecars: Sequence[Path]) -> list[Heard]:
    """What each of these sidecars says; one that cannot be read is told."""
    found: list[Heard] = []
    for start in range(0, len(sidecars), FILES_A_LOOK):
        some = sidecars[start : start + FILES_A_LOOK]
        try:
            answer, _ = worker.ask({"do": "beside"}, some)
        except (OSError, WorkerLostError) as error:
            if len(some) == 1:
                found.append(Heard(trouble=_trouble(some[0], error)))
            else:  # one of them is to blame: ask for each on its own
                found += [look_beside(worker, [one])[0] for one in some]
        else:
            results = results_of(answer, len(some))
            found += [
                Heard(beside_from(facts), _unread(path, facts))
                for path, facts in zip(some, results, strict=True)
            ]
    return found


def read_archive_list(worker: DecodeWorker, file: ImageFile) -> HeardList:
    """What a list of an archive says; one that cannot be read is told."""
    try:
        answer, (packed,) = worker.ask({"do": "list"}, [file.path])
        lines = json.loads(packed)
    except (OSError, WorkerLostError) as error:
        return HeardList(trouble=_trouble(file.path, error))
    except (ValueError, RecursionError):
        lines = []
    said = (
        (line["uri"], beside_from(line))
        for line in (lines if isinstance(lines, list) else ())
        if isinstance(line, dict) and isinstance(line.get("uri"), str)
    )
    return HeardList(tuple(said), _unread(file.path, answer))


def _unread(path: Path, facts: dict[str, Any]) -> Note | None:
    cause = facts.get("unread")
    if not isinstance(cause, str):
        return None
    return Note(kind=NoteKind.SIDECAR_UNREAD, path=path, detail=cause[:_MAX_CAUSE])


def _trouble(path: Path, error: OSError | WorkerLostError) -> Note | None:
    if isinstance(error, FileNotFoundError):
        return None  # it went meanwhile: that is no trouble, and the next scan sees it
    if isinstance(error, OSError):
        cause = error.strerror or str(error)
        return Note(kind=NoteKind.SIDECAR_UNOPENED, path=path, detail=cause)
    return Note(kind=NoteKind.SIDECAR_UNREAD, path=path, detail=_as_clause(str(error)))


def _as_clause(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")
