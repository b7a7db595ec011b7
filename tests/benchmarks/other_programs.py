"""digiKam and Shotwell on a folder for the first time, and how far each of them is.

Photos stay where they are: digiKam gets the folder as an album root, Shotwell as the library folder
that it watches. How far they are is read from their databases, from outside.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from tests.benchmarks.desk import Desk, started

_JPEG = "lower({0}) LIKE '%.jpg' OR lower({0}) LIKE '%.jpeg'"
_DIGIKAM_SETTINGS = """\
[General Settings]
Version=7.9.0
Scan At Start=true
[Album Settings]
Show Splash=false
[Database Settings]
Database Type=QSQLITE
Internal Database Server=false
Database Name={base}
Database Name Face={base}
Database Name Similarity={base}
Database Name Thumbnails={base}
"""
_SHOTWELL_SETTINGS = """\
[org/yorba/shotwell/preferences/files]
import-dir={folder}
auto-import=true
[org/yorba/shotwell/preferences/ui]
show-welcome-dialog=false
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """How many photos a program has in its database with their metadata, and as thumbnails."""

    photos: int = 0
    thumbnails: int = 0

    def or_more(self, other: Kept) -> Kept:
        """The larger of both numbers: a database half written shows none."""
        return Kept(max(self.photos, other.photos), max(self.thumbnails, other.thumbnails))


@dataclass(frozen=True, slots=True)
class Program:
    """One of the others: its command, what goes before its start, and how far it is."""

    name: str
    command: Callable[[Path], list[str]]
    prepare: Callable[[Desk, Path], None]
    kept: Callable[[Path], Kept]


def _prepare_digikam(desk: Desk, folder: Path) -> None:
    """Settings that spare the assistant, a database made by a first start, and an album root."""
    base = desk.home / "digikam"
    base.mkdir()
    # without the file it asks where its database went; an empty one it fills
    database = base / "digikam4.db"
    database.touch()
    settings = _DIGIKAM_SETTINGS.format(base=f"{base}/")
    (desk.settings / "digikamrc").write_text(settings)
    with started(["digikam"], desk):
        if not _wait_for(lambda: _has_schema(database), at_most_s=60):
            raise SystemExit("digiKam did not make its database")
    with contextlib.closing(sqlite3.connect(database)) as connection, connection:
        # 0: there, 1: on a fixed disk; a place without a volume is named by its path
        connection.execute(
            "INSERT INTO AlbumRoots (label, status, type, identifier, specificPath)"
            " VALUES ('Photos', 0, 1, ?, '/')",
            [f"volumeid:?path={folder}"],
        )


def _has_schema(database: Path) -> bool:
    question = "SELECT count(*) FROM Settings WHERE keyword IN ('DBVersion', 'databaseUUID')"
    return _number(database, question) == 2


def _kept_by_digikam(home: Path) -> Kept:
    photos = (
        "SELECT count(*) FROM Images JOIN ImageInformation ON imageid = Images.id"
        f" WHERE status = 1 AND ({_JPEG.format('name')})"
    )
    thumbnails = f"SELECT count(*) FROM FilePaths WHERE {_JPEG.format('path')}"
    base = home / "digikam"
    return Kept(
        _number(base / "digikam4.db", photos),
        _number(base / "thumbnails-digikam.db", thumbnails),
    )


def _prepare_shotwell(desk: Desk, folder: Path) -> None:
    """Settings: the folder is its library, new files in it are imported, and no welcome."""
    settings = desk.settings / "glib-2.0" / "settings" / "keyfile"
    settings.parent.mkdir(parents=True)
    text = json.dumps(str(folder), ensure_ascii=False)  # quoted as GVariant quotes
    settings.write_text(_SHOTWELL_SETTINGS.format(folder=text))


def _kept_by_shotwell(home: Path) -> Kept:
    question = f"SELECT count(*) FROM PhotoTable WHERE {_JPEG.format('filename')}"
    folders = [home / "shotwell" / "thumbs" / name for name in ("thumbs128", "thumbs360")]
    thumbnails = [sum(1 for _ in each.iterdir()) if each.exists() else 0 for each in folders]
    return Kept(_number(home / "shotwell" / "data" / "photo.db", question), min(thumbnails))


def _wait_for(condition: Callable[[], bool], *, at_most_s: float) -> bool:
    """Whether the condition came true in time."""
    until = monotonic() + at_most_s
    while not condition():
        if monotonic() > until:
            return False
        sleep(0.25)
    return True


def _number(database: Path, question: str) -> int:
    """The answer to a question to a database that another process writes; 0 if it has none now."""
    if not database.exists():
        return 0
    # "immutable" takes no lock: Shotwell ends itself when it finds its database locked
    place = f"{database.as_uri()}?mode=ro&immutable=1"
    try:
        with contextlib.closing(sqlite3.connect(place, uri=True)) as connection:
            return int(connection.execute(question).fetchone()[0])
    except sqlite3.DatabaseError:  # half written just now, or the table is not made yet
        return 0


DIGIKAM = Program("digikam", lambda _: ["digikam"], _prepare_digikam, _kept_by_digikam)
SHOTWELL = Program(
    "shotwell",
    lambda home: ["shotwell", "--datadir", str(home / "shotwell")],
    _prepare_shotwell,
    _kept_by_shotwell,
)
