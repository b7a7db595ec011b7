"""A short campaign of marks and kills; ``tests/campaigns/canaries.py`` runs long ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from organizer.library import Library
from organizer.store import derived_eraser, forgetting, scrubbing
from tests.campaigns import canaries, canary_marks
from tests.campaigns.canaries import ERASURES, Erasure


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return canaries.prepare(tmp_path_factory.mktemp("canaries"))


@pytest.mark.parametrize("erasure", ERASURES, ids=lambda one: one.name)
def test_no_byte_is_left_of_what_was_erased(
    erasure: Erasure, prepared: Path, tmp_path: Path
) -> None:
    found = canaries.erase_and_look(erasure, prepared, tmp_path / "try")

    assert found["kinds_marked"]
    assert found["left"] == {}


def test_no_byte_is_left_of_what_the_window_showed_and_erased(
    organized: Library, library_path: Path, tmp_path: Path
) -> None:
    organized.close()
    kept = tmp_path / "kept"
    for name in ("data", "cache", "config", "temp"):
        (kept / name).mkdir(parents=True)
    shutil.copytree(library_path, kept / "data" / "library")
    canary_marks.mark_what_is_shown(kept / "data" / "library")
    before = canary_marks.hits(kept)

    told = canaries.off_in_window(kept / "data" / "library")

    assert before["suggestion", "shared"]
    assert told == "erased"
    assert canary_marks.hits(kept) == {}
    assert [path for path in (kept / "temp").rglob("*") if path.is_file()] == []


def test_what_was_not_to_go_is_still_there(prepared: Path, tmp_path: Path) -> None:
    folder = next(one for one in ERASURES if one.name == "folder")

    canaries.erase_and_look(folder, prepared, tmp_path / "try")

    left = canary_marks.hits(tmp_path / "try")
    assert left["feature", "life"]
    assert left["dates", "said"]


def test_twenty_kills_at_any_moment_are_made_up_for(prepared: Path, tmp_path: Path) -> None:
    found = canaries.kills(prepared, tmp_path, 20, seed=11)

    assert [one for one in found if one["left"] or one["flag"]] == []
    assert any(one["was"] == "in between" for one in found)


def test_nothing_old_is_back_when_suggestions_are_turned_on_again(
    prepared: Path, tmp_path: Path
) -> None:
    assert canaries.on_again(prepared, tmp_path / "try") == {}


def test_the_marks_would_be_found_if_deleting_were_not_enough(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without overwriting and writing anew, SQLite leaves what it deletes."""
    monkeypatch.setattr(derived_eraser, "delete_securely", lambda _connection: None)
    for module in (derived_eraser, forgetting):
        monkeypatch.setattr(module, "scrub", scrubbing.empty_journal)

    by_name = {one.name: one for one in ERASURES}
    found = canaries.erase_and_look(by_name["content"], prepared, tmp_path / "try")

    assert found["left"]
