"""Leaving nothing of deleted rows in a database file or in its journal."""

from __future__ import annotations

import sqlite3

# deleted content is overwritten with zeros; 2 would do so only where it costs nothing
_SECURE = 1


def delete_securely(connection: sqlite3.Connection) -> None:
    """Have SQLite overwrite whatever is deleted from now on, and see that it will.

    Raises:
        sqlite3.DatabaseError: If it will not.
    """
    connection.execute("PRAGMA secure_delete = ON")
    (answer,) = connection.execute("PRAGMA secure_delete").fetchone()
    if answer != _SECURE:
        raise sqlite3.DatabaseError("deleted rows would not be overwritten")


def scrub(connection: sqlite3.Connection) -> None:
    """Write the whole file anew and empty its journal.

    Overwriting deleted rows is not enough: pages that were split before may hold older copies of
    rows in their gaps. Only a file that is written anew has no such gaps.

    Raises:
        sqlite3.OperationalError: If somebody reads it, or there is no room; it is as it was.
    """
    connection.execute("PRAGMA temp_store = MEMORY")  # no copy of it in a folder for scratch
    empty_journal(connection)
    connection.execute("VACUUM")
    empty_journal(connection)


def empty_journal(connection: sqlite3.Connection) -> None:
    """Write everything into the file itself, and cut the journal to nothing.

    Raises:
        sqlite3.OperationalError: If somebody still reads from it.
    """
    busy, _pages, _written = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise sqlite3.OperationalError("the file is being read")
