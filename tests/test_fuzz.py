"""A short campaign of damaged files; ``tests/campaigns/fuzz.py`` runs long ones."""

from __future__ import annotations

from tests.campaigns.fuzz import run


def test_five_hundred_damaged_files_are_all_listed_with_a_reason_and_crash_nothing() -> None:
    found = run(500, seed=7, folder=None, workers=2)

    assert found["files"] == 500
    assert found["unreadable"] > 50  # type: ignore[operator]
    assert found.get("decoder crashes", 0) == 0
    assert found.get("over 10 s", 0) == 0
