"""A catalog of any older format says after the upgrade what it said before: no is no."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from organizer.library import open_library
from organizer.models import Signal
from organizer.store.database import _migration_scripts

SCRIPTS = _migration_scripts("catalog")


def older(library: Path, version: int, consents: dict[Signal, object]) -> None:
    library.mkdir()
    with closing(sqlite3.connect(library / "catalog.sqlite")) as catalog:
        for script in SCRIPTS[:version]:
            catalog.executescript(script)
        catalog.execute(f"PRAGMA user_version = {version}")
        for signal, granted in consents.items():
            catalog.execute(
                "INSERT INTO consent VALUES (?, NULL, ?, 1, '2024-05-04')", (signal, granted)
            )
        catalog.commit()


@pytest.mark.parametrize("version", range(1, len(SCRIPTS)))
def test_an_upgrade_turns_no_signal_on(library_path: Path, version: int) -> None:
    older(library_path, version, dict.fromkeys(Signal, 0))

    with open_library(library_path) as library:
        assert [one for one in Signal if library.gate.is_open(one)] == []
        assert [library.consents.last_word(one, None) for one in Signal] == [0] * len(Signal)


@pytest.mark.parametrize("version", range(1, len(SCRIPTS)))
def test_an_upgrade_asks_for_what_was_never_answered(library_path: Path, version: int) -> None:
    older(library_path, version, {Signal.GROUPING: 1})

    with open_library(library_path) as library:
        assert [one for one in Signal if library.gate.is_open(one)] == [Signal.GROUPING]
        assert not any(path.exists() for path in library.derived_files)
