"""What lies beside the files of a scan, asked of the decode workers: sidecars and archives."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from organizer.library import Library
from organizer.models import ImageFile, Metadata, Note, NoteKind
from organizer.pipeline.listing import ArchiveWork, FileKey, Neighbours, ScanWork, facts_of, key_of
from organizer.scan.dates import NOTHING_BESIDE, Beside
from organizer.scan.facts import as_plain, beside_from
from organizer.scan.reading import FirstLook, look_beside, look_first, read_archive_list
from organizer.scan.sidecars import combine, names_in
from organizer.scan.workers import DecodeWorker, WorkerPool
from organizer.store.files import KeptBeside, KnownFile

_NOTHING_KEPT = KeptBeside()


@dataclass(frozen=True, slots=True)
class Found:
    """A first look at a file together with what lies beside it."""

    look: FirstLook
    beside: Beside = NOTHING_BESIDE
    kept: KeptBeside = _NOTHING_KEPT
    note: Note | None = None


def look_around(work: ScanWork, worker: DecodeWorker, files: Sequence[ImageFile]) -> list[Found]:
    """A first look at some files and at everything that speaks of them."""
    looks = look_first(worker, files)
    if not work.beside:
        return [Found(look) for look in looks]
    neighbours = [work.beside.get(key_of(file), Neighbours()) for file in files]
    paths = [
        [file.path.with_name(name) for name in names_in(beside.sidecars)]
        for file, beside in zip(files, neighbours, strict=True)
    ]
    said = iter(look_beside(worker, [path for some in paths for path in some]))
    return [
        _found(look, beside, [next(said) for _ in some])
        for look, beside, some in zip(looks, neighbours, paths, strict=True)
    ]


def _found(look: FirstLook, neighbours: Neighbours, said: list[Beside]) -> Found:
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
    return Found(look, beside, kept, note)


def keep_contradictions(library: Library, work: ScanWork, batch: Sequence[Found]) -> None:
    """Record of which of these files the sidecars disagree, and of which they no longer do."""
    work.notes += [found.note for found in batch if found.note]
    for found in batch:
        if found.note:
            library.notes.contradict(found.look.file)
        elif key_of(found.look.file) in work.contradicted:
            library.notes.agree(found.look.file)


def with_place(metadata: Metadata, beside: Beside) -> Metadata:
    """The place of a file: the user's word in XMP, then the camera's, then the archive's."""
    if beside.latitude is not None:
        return replace(metadata, latitude=beside.latitude, longitude=beside.longitude)
    if metadata.latitude is None and beside.archive_latitude is not None:
        place = (beside.archive_latitude, beside.archive_longitude)
        return replace(metadata, latitude=place[0], longitude=place[1])
    return metadata


# -- lists of archives -----------------------------------------------------------------------------


def read_archives(library: Library, pool: WorkerPool, work: ScanWork) -> None:
    """Read the lists that changed, and find the files of which they say something new."""
    for archive in work.archives:
        folder_id = archive.folder.id
        new = {file.relative_path for file in work.unseen if file.folder_id == folder_id}
        known = {
            path: file for path, file in library.files.known(folder_id).items() if path not in new
        }
        said = _read_lists(pool, archive, known.keys() | new)
        for path in new & said.keys():
            _hand_over(work, (folder_id, path), "", said[path])
        for path, file in known.items():
            if file.archived != said.get(path, ""):
                if (folder_id, path) not in work.beside:
                    work.undated.append(_as_found(archive, path, file))
                _hand_over(work, (folder_id, path), file.sidecars, said.get(path, ""))
        with library.transaction():
            if folder_id in library.folders.ids():  # it may have been removed meanwhile
                library.files.keep_archive_lists(folder_id, facts_of(archive.lists))


def _hand_over(work: ScanWork, key: FileKey, sidecars: str, archived: str) -> None:
    found = work.beside.get(key)
    work.beside[key] = Neighbours(found.sidecars if found else sidecars, archived)


def _as_found(archive: ArchiveWork, path: bytes, known: KnownFile) -> ImageFile:
    return ImageFile(
        folder_id=archive.folder.id,
        path=archive.folder.path / os.fsdecode(path),
        relative_path=path,
        size_bytes=known.size_bytes,
        mtime_ns=known.mtime_ns,
    )


def _read_lists(pool: WorkerPool, archive: ArchiveWork, paths: set[bytes]) -> dict[bytes, str]:
    """What the lists say of each file that is there, as JSON."""
    said: dict[bytes, Beside] = {}
    for root, lines in pool.map(_read_list, archive.lists):
        for uri, beside in lines:
            path = next((one for one in _places(root, uri) if one in paths), None)
            if path is not None:
                said[path] = combine([said[path], beside])[0] if path in said else beside
    return {path: json.dumps(as_plain(beside)) for path, beside in said.items()}


def _read_list(worker: DecodeWorker, file: ImageFile) -> tuple[bytes, list[tuple[str, Beside]]]:
    return os.path.dirname(file.relative_path), read_archive_list(worker, file)  # noqa: PTH120


def _places(root: bytes, uri: str) -> Iterator[bytes]:
    """Where the file may lie: paths in lists begin at the archive's own top, some folders up."""
    below = os.fsencode(uri.strip("/"))
    while True:
        yield root + b"/" + below if root else below
        if not root:
            return
        root = root.rpartition(b"/")[0]
