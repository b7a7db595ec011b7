"""What lies beside the files of a scan, asked of the decode workers: sidecars and archives."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from organizer.library import Library
from organizer.models import FolderId, ImageFile, Metadata, Note, NoteKind
from organizer.pipeline.scan_work import (
    Neighbours,
    ScanWork,
    key_of,
)
from organizer.scan.dates import NOTHING_BESIDE, Beside
from organizer.scan.facts import as_plain, beside_from
from organizer.scan.neighbours import Heard, look_beside
from organizer.scan.reading import FirstLook, look_first
from organizer.scan.sidecars import combine, names_in
from organizer.scan.workers import DecodeWorker
from organizer.store.files import KeptBeside

_NOTHING_KEPT = KeptBeside()


@dataclass(frozen=True, slots=True)
class Found:
    """A first look at a file together with what lies beside it.

    Attributes:
        note: That its sidecars disagree.
        troubles: Each sidecar that was asked, with what was in the way of reading it.
    """

    look: FirstLook
    beside: Beside = NOTHING_BESIDE
    kept: KeptBeside = _NOTHING_KEPT
    note: Note | None = None
    troubles: tuple[tuple[bytes, Note | None], ...] = ()


def look_around(work: ScanWork, worker: DecodeWorker, files: Sequence[ImageFile]) -> list[Found]:
    """A first look at some files and at everything that speaks of them."""
    looks = look_first(worker, files)
    if not work.beside:
        return [Found(look) for look in looks]
    neighbours = [work.beside.get(key_of(file), Neighbours()) for file in files]
    names = [names_in(beside.sidecars) for beside in neighbours]
    paths = [
        Path(os.path.normpath(file.path.parent / name))
        for file, some in zip(files, names, strict=True)
        for name in some
    ]
    said = iter(look_beside(worker, paths))
    return [
        _found(look, beside, {name: next(said) for name in some})
        for look, beside, some in zip(looks, neighbours, names, strict=True)
    ]


def _found(look: FirstLook, neighbours: Neighbours, heard: Mapping[str, Heard]) -> Found:
    said = [one.beside for one in heard.values()]
    if neighbours.archived:
        said.append(beside_from(json.loads(neighbours.archived)))
    beside, agree = combine(said)
    plain = as_plain(beside)
    kept = KeptBeside(
        sidecars=neighbours.sidecars,
        archived=neighbours.archived,
        says=json.dumps(plain) if plain else "",
    )
    note = None if agree else Note(kind=NoteKind.SIDECARS_DISAGREE, path=look.file.path)
    troubles = ((_relative_path(look.file, name), one.trouble) for name, one in heard.items())
    return Found(look, beside, kept, note, tuple(troubles))


def _relative_path(file: ImageFile, name: str) -> bytes:
    below = os.path.dirname(file.relative_path)  # noqa: PTH120 - bytes
    return os.path.normpath(os.path.join(below, os.fsencode(name)))  # noqa: PTH118 - bytes


def keep_troubles(library: Library, work: ScanWork, batch: Sequence[Found]) -> None:
    """Record which sidecars of these files disagree or cannot be read, and which no longer."""
    work.notes += [found.note for found in batch if found.note]
    for found in batch:
        if found.note:
            library.notes.contradict(found.look.file)
        elif key_of(found.look.file) in work.contradicted:
            library.notes.agree(found.look.file)
        keep_unread(library, work, found.look.file.folder_id, found.troubles)


def keep_unread(
    library: Library,
    work: ScanWork,
    folder_id: FolderId,
    troubles: Iterable[tuple[bytes, Note | None]],
) -> None:
    """Record which of these sidecars or lists could not be read, within a transaction."""
    for path, trouble in troubles:
        if trouble is not None or (folder_id, path) in work.unheard:
            library.notes.hear(folder_id, path, trouble)
        if trouble is not None and trouble not in work.notes[-10:]:  # a clip shares its picture's
            work.notes.append(trouble)


def with_place(metadata: Metadata, beside: Beside) -> Metadata:
    """The place of a file: the user's word in XMP, then the camera's, then the archive's."""
    if beside.latitude is not None:
        return replace(metadata, latitude=beside.latitude, longitude=beside.longitude)
    if metadata.latitude is None and beside.archive_latitude is not None:
        place = (beside.archive_latitude, beside.archive_longitude)
        return replace(metadata, latitude=place[0], longitude=place[1])
    return metadata
