"""The library: three databases in one folder, opened together.

``catalog.sqlite`` holds what is needed to show photos and what the user said,
``thumbnails.sqlite`` our own small pictures, ``derived.sqlite`` everything that was worked out
for suggestions. The last one exists only while the switch is on.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from organizer.errors import (
    DerivedDamagedError,
    LibraryDamagedError,
    LibraryError,
    LibraryInUseError,
    LibraryWriteError,
)
from organizer.models import PhotoId, Signal
from organizer.privacy.erasure import erase_files
from organizer.privacy.gate import Gate
from organizer.privacy.originals_guard import guard_folders
from organizer.store import database
from organizer.store.albums import AlbumRepository
from organizer.store.backup import make_copy, save_copy
from organizer.store.best_shots import BestShotRepository
from organizer.store.copies import CopyReader
from organizer.store.corrections import CorrectionRepository
from organizer.store.database import connect_again, open_database, unfinished_files
from organizer.store.derived import DerivedReader
from organizer.store.derived_eraser import DerivedEraser
from organizer.store.derived_writer import DerivedWriter
from organizer.store.exclusions import ExclusionRepository
from organizer.store.files import FileRepository
from organizer.store.folders import FolderRepository
from organizer.store.forgetting import SaidRepository
from organizer.store.hidden import HiddenRepository
from organizer.store.notes import NoteRepository
from organizer.store.photo_words import CaptionRepository, TurnedRepository
from organizer.store.photos import PhotoRepository
from organizer.store.problems import ProblemRepository
from organizer.store.rules import EventEditRepository, HomeWordRepository, RuleRepository
from organizer.store.said import (
    ConsentRepository,
    DateRepository,
    DecisionRepository,
    LedgerRepository,
    SettingRepository,
)
from organizer.store.scanned import ScannedPhotoRepository
from organizer.store.searching import SearchReader
from organizer.store.taught import TaughtThemeRepository
from organizer.store.thumbnails import ThumbnailRepository
from organizer.store.zones import ZoneRepository

CATALOG, THUMBNAILS, DERIVED = "catalog.sqlite", "thumbnails.sqlite", "derived.sqlite"
_checked: set[Path] = set()


class Library(AbstractContextManager["Library"]):
    """Repositories over the databases. A library belongs to the thread that opened it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._catalog, self._thumbnails = _open_both(path)
        self.folders = FolderRepository(self._catalog)
        self.exclusions = ExclusionRepository(self._catalog)
        self.files = FileRepository(self._catalog)
        self.photos = PhotoRepository(self._catalog)
        self.searching = SearchReader(self._catalog)
        self.scanned = ScannedPhotoRepository(self._catalog)
        self.notes = NoteRepository(self._catalog)
        self.problems = ProblemRepository(self._catalog)
        self.albums = AlbumRepository(self._catalog)
        self.decisions = DecisionRepository(self._catalog)
        self.captions = CaptionRepository(self._catalog)
        self.turned = TurnedRepository(self._catalog)
        self.corrections = CorrectionRepository(self._catalog)
        self.dates = DateRepository(self._catalog)
        self.hidden = HiddenRepository(self._catalog)
        self.rules = RuleRepository(self._catalog)
        self.event_edits = EventEditRepository(self._catalog)
        self.home_words = HomeWordRepository(self._catalog)
        self.zones = ZoneRepository(self._catalog)
        self.taught = TaughtThemeRepository(self._catalog)
        self.consents = ConsentRepository(self._catalog)
        self.ledger = LedgerRepository(self._catalog)
        self.settings = SettingRepository(self._catalog)
        self.best_shots = BestShotRepository(self._catalog)
        self.copies = CopyReader(self._catalog)
        self.thumbnails = ThumbnailRepository(self._thumbnails)
        self.said = SaidRepository(self._catalog)
        self.gate = Gate(
            self.consents.last_word,
            self.erasure_flag,
            folders=self.folders.ids,
            only_in=self.folders.photos_only_in,
        )

    @property
    def erasure_flag(self) -> Path:
        """Exists from the beginning of an erasure to its end."""
        return erasure_flag(self.path)

    @property
    def derived_files(self) -> tuple[Path, ...]:
        """Every file that the derived store may consist of."""
        return derived_files(self.path)

    @property
    def kept_files(self) -> dict[str, tuple[Path, ...]]:
        """The files of the catalog and of the thumbnails."""
        return {
            name: tuple(self.path / (name + ending) for ending in ("", "-wal", "-shm"))
            for name in (CATALOG, THUMBNAILS)
        }

    def guard_originals(self) -> None:
        """Have the guard know the folders of photos as they are now."""
        guard_folders(self.path, self.folders.paths())

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes inside are kept together, or none is.

        Thumbnails are committed first: a photo may lack one after a crash in between only if
        its file is not marked as read, so the next scan makes it again.
        """
        try:
            self._catalog.execute("BEGIN IMMEDIATE")
            self._thumbnails.execute("BEGIN")
            yield
            self._thumbnails.execute("COMMIT")
            self._catalog.execute("COMMIT")
        except BaseException as error:  # whatever ends the block, nothing of it is kept
            for connection in (self._thumbnails, self._catalog):
                if connection.in_transaction:  # a full disk may have ended it already
                    connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.OperationalError):
                raise LibraryWriteError(self.path, str(error)) from error
            raise

    @contextmanager
    def derived(self) -> Iterator[DerivedReader | None]:
        """The derived store for reading; None while it is not there, of no use or not allowed.

        Raises:
            DerivedDamagedError: If damage is met while reading.
        """
        path = self.path / DERIVED
        reader = None
        if path.exists() and self.gate.is_open(Signal.GROUPING):
            reader = DerivedReader.open(path)
        try:
            yield reader
        except sqlite3.DatabaseError as error:
            raise DerivedDamagedError from error
        finally:
            if reader is not None:
                reader.close()

    def count_what_is_erased(self) -> dict[str, int]:
        """Rows of the derived store for the receipt; nothing when it cannot be read any more."""
        path = self.path / DERIVED
        reader = DerivedReader.open(path) if path.exists() else None
        if reader is None:
            return {}
        try:
            return reader.counts()
        except sqlite3.Error:  # half overwritten already
            return {}
        finally:
            reader.close()

    @contextmanager
    def writing_derived(self) -> Iterator[DerivedWriter]:
        """The derived store for writing, through the gate; a damaged one is made anew."""
        path = self.path / DERIVED
        try:
            writer = DerivedWriter(path, gate=self.gate)
        except LibraryDamagedError:
            erase_files(self.derived_files)
            writer = DerivedWriter(path, gate=self.gate)
        try:
            yield writer
        finally:
            writer.close()

    def erase_derived(
        self, photos: Mapping[Signal, Collection[PhotoId] | None]
    ) -> dict[str, int] | None:
        """Remove what signals made of these photos (None: of all); gives the rows of each table.

        None when that could not be done row by row, such as on a full disk: then the whole store
        has to go, which takes no room.
        """
        path = self.path / DERIVED
        if not path.exists():
            return {}
        try:
            with closing(DerivedEraser(path)) as eraser:
                return eraser.erase(photos)
        except sqlite3.Error:
            return None

    def scrub_catalog(self) -> None:
        """Leave no trace of what was deleted in the catalog's files.

        Raises:
            LibraryWriteError: If there is no room for that, or somebody reads.
        """
        try:
            self.said.scrub()
        except sqlite3.OperationalError as error:
            raise LibraryWriteError(self.path, str(error)) from error

    def copy_catalog(self, folder: Path, *, now: datetime, keep: int) -> Path:
        """Copy the catalog into *folder* while it is in use; keeps the newest *keep* copies."""
        return make_copy(self._catalog, folder, now=now, keep=keep)

    def save_catalog(self, file: Path) -> None:
        """Copy the catalog to a new file while it is in use."""
        save_copy(self._catalog, file)

    def close(self) -> None:
        """Close the databases."""
        self._thumbnails.close()
        self._catalog.close()

    def __exit__(
        self,
        exception_type: type[BaseException] | None,
        exception: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def erasure_flag(library_path: Path) -> Path:
    """Where an erasure leaves its mark."""
    return library_path / "erasing"


def derived_files(library_path: Path) -> tuple[Path, ...]:
    """Every file that the derived store of a library may consist of."""
    path = library_path / DERIVED
    journals = (library_path / (DERIVED + ending) for ending in ("-wal", "-shm", "-journal"))
    return (path, *journals, *unfinished_files(path))


def open_library(path: Path) -> Library:
    """Open the library in *path*, or make one there.

    The first opening in a program checks and migrates; other threads then only connect.

    Raises:
        LibraryError: If it is damaged, newer than this program, or the folder cannot be used.
    """
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise LibraryError(
            f"The library folder “{path}” cannot be made: {error.strerror}."
        ) from error
    library = Library(path)
    library.guard_originals()
    return library


def check_ahead(path: Path) -> None:
    """Begin with what takes longest of the first opening, beside what is done until then."""
    database.check_ahead(path / CATALOG)


def check_again(path: Path) -> None:
    """The catalog in *path* was exchanged: the next opening checks and migrates it."""
    _checked.discard(path / CATALOG)


def _open_both(path: Path) -> tuple[sqlite3.Connection, sqlite3.Connection]:
    return _open(path / CATALOG, "catalog"), _open(path / THUMBNAILS, "thumbnails")


def _open(file: Path, kind: str) -> sqlite3.Connection:
    if file in _checked and file.exists() and file.stat().st_size:
        return connect_again(file)
    connection = open_database(file, kind) if kind == "catalog" else _open_thumbnails(file)
    _checked.add(file)
    return connection


def _open_thumbnails(file: Path) -> sqlite3.Connection:
    """Without reading it whole, which takes seconds; a damaged one is made again by scanning."""
    try:
        return open_database(file, "thumbnails", check=False)
    except LibraryDamagedError:
        erase_files(file.with_name(file.name + ending) for ending in ("", "-wal", "-shm"))
        return open_database(file, "thumbnails", check=False)


class LibraryLock(AbstractContextManager["LibraryLock"]):
    """One program at a time writes a library. Held by ``main`` until the program ends."""

    def __init__(self, path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._file: IO[bytes] = (path / "lock").open("a+b")
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            raise LibraryInUseError(path) from error

    def release(self) -> None:
        """Let another program open the library."""
        self._file.close()

    def __exit__(
        self,
        exception_type: type[BaseException] | None,
        exception: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()


def lock_library(path: Path) -> LibraryLock:
    """Claim the library for this program.

    Raises:
        LibraryInUseError: If another program has it.
        LibraryError: If the folder cannot be used.
    """
    try:
        return LibraryLock(path)
    except OSError as error:
        raise LibraryError(
            f"The library folder “{path}” cannot be used: {error.strerror}."
        ) from error


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
