"""Titles and places in the user's language."""

from __future__ import annotations

import pytest

from organizer import pipeline
from organizer.library import Library
from organizer.pipeline import regrouping, speaking
from organizer.progress import Progress


@pytest.fixture
def library(organized: Library) -> Library:
    return organized


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LC_MESSAGES": "vi"}, "vi"),
        ({"LANG": "fr_FR"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_of_the_system_is_followed_where_it_is_ours(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert speaking.system_language() == language


def test_a_chosen_language_wins_and_proposals_are_said_in_it(library: Library) -> None:
    speaking.choose_language(library, "vi")
    regrouping.propose_if_due(library, progress=Progress())
    titles = {found.title for found in pipeline.open_suggestions(library)}
    ids = {found.id for found in pipeline.open_suggestions(library)}
    speaking.choose_language(library, "")
    regrouping.propose_if_due(library, progress=Progress())

    assert "Ba ngày ở Đà Nẵng" in titles
    assert "Three days in Da Nang" in {f.title for f in pipeline.open_suggestions(library)}
    assert {found.id for found in pipeline.open_suggestions(library)} == ids


def test_a_language_that_is_not_ours_is_not_chosen(library: Library) -> None:
    with library.transaction():
        library.settings.set("language", "xx")

    assert speaking.chosen_language(library) == ""
