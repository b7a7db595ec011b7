"""The lists of Facebook and Instagram archives: which files of a scan they speak of."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter

from organizer.library import Library
from organizer.models import ImageFile, Note
from organizer.pipeline.beside import keep_unread
from organizer.pipeline.scan_work import ArchiveWork, FileKey, Neighbours, ScanWork, facts_of
from organizer.scan.dates import Beside
from organizer.scan.facts import as_plain
from organizer.scan.neighbours import HeardList, read_archive_list
from organizer.scan.sidecars import combine
from organizer.scan.workers import DecodeWorker, WorkerPool
from organizer.store.files import KnownFile


def read_archives(library: Library, pool: WorkerPool, work: ScanWork) -> None:
    """Read the lists that changed, and find the files of which they say something new."""
    for archive in work.archives:
        folder_id = archive.folder.id
        new = {file.relative_path for file in work.unseen if file.folder_id == folder_id}
        known = {
            path: file for path, file in library.files.known(folder_id).items() if path not in new
        }
        said, troubles = _hear(pool, archive, known.keys() | new)
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
            keep_unread(library, work, folder_id, troubles)


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


def _hear(
    pool: WorkerPool, archive: ArchiveWork, paths: set[bytes]
) -> tuple[dict[bytes, str], list[tuple[bytes, Note | None]]]:
    """What the lists say of each file that is there, as JSON; and how reading each list went."""
    places = _Places(paths)
    said: dict[bytes, list[tuple[bytes, Beside]]] = defaultdict(list)
    troubles = []
    for of, heard in pool.map(_read_list, archive.lists):
        troubles.append((of, heard.trouble))
        root = os.path.dirname(of)  # noqa: PTH120 - bytes
        for uri, beside in heard.lines:
            if (path := places.find(root, os.fsencode(uri.strip("/")))) is not None:
                said[path].append((of, beside))
    return {path: _together(some) for path, some in said.items()}, troubles


def _together(said: list[tuple[bytes, Beside]]) -> str:
    """What several lists say, in order of their paths: workers answer in any order."""
    ordered = [beside for _, beside in sorted(said, key=itemgetter(0))]
    return json.dumps(as_plain(combine(ordered)[0]))


def _read_list(worker: DecodeWorker, file: ImageFile) -> tuple[bytes, HeardList]:
    return file.relative_path, read_archive_list(worker, file)


class _Places:
    """Finds the file that a list means: its paths begin at the archive's own top."""

    def __init__(self, paths: set[bytes]) -> None:
        self._paths = paths
        self._by_name: dict[bytes, list[bytes]] = defaultdict(list)
        for path in paths:
            self._by_name[path.rpartition(b"/")[2]].append(path)

    def find(self, root: bytes, uri: bytes) -> bytes | None:
        """The file, above the list's own folder *root* or, if only one fits, anywhere."""
        if uri.rpartition(b"/")[2] not in self._by_name:
            return None
        above = next((path for path in _above(root, uri) if path in self._paths), None)
        return above or self._elsewhere(uri)

    def _elsewhere(self, uri: bytes) -> bytes | None:
        """In another part of an archive that was unpacked side by side, or its top left away."""
        fits = [
            path
            for path in self._by_name[uri.rpartition(b"/")[2]]
            if (b"/" in path and b"/" in uri and (b"/" + path).endswith(b"/" + uri))
            or (b"/" in path and (b"/" + uri).endswith(b"/" + path))
        ]
        return fits[0] if len(fits) == 1 else None


def _above(root: bytes, uri: bytes) -> Iterator[bytes]:
    while root:
        yield root + b"/" + uri
        root = root.rpartition(b"/")[0]
    yield uri
