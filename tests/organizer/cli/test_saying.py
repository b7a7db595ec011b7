"""What the user says of suggestions, photos and homes at the command line, and takes back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from organizer.cli import run
from tests.builders import FAR_AWAY, a_life, organized_library


class Homeroll:
    """Runs commands in this process: real processes are tested with the rest of the line."""

    def __init__(self, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.library = library
        self.errors = ""
        self._capsys = capsys

    def __call__(self, *words: object, code: int = 0) -> str:
        self._capsys.readouterr()
        try:
            ended = run(
                ["--library", str(self.library), *(str(word) for word in words)],
                open_window=lambda *_: 0,
                tell=lambda _text: None,
                mend=lambda *_: False,
            )
        except SystemExit as wrong_usage:
            ended = wrong_usage.code
        said = self._capsys.readouterr()
        self.errors = said.err
        assert ended == code, said.err
        return said.out


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("life")
    a_life(folder)
    return folder


@pytest.fixture(scope="module")
def prepared(life: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return organized_library(tmp_path_factory.mktemp("libraries") / "prepared", life)


@pytest.fixture
def homeroll(prepared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Homeroll:
    return Homeroll(shutil.copytree(prepared, tmp_path / "library"), capsys)


def trips(homeroll: Homeroll) -> list[dict[str, object]]:
    report = json.loads(homeroll("suggest", "--json", "-"))
    return [found for found in report["suggestions"] if found["kind"] == "trip"]


def test_a_rule_made_of_a_suggestion_holds_until_it_is_removed(homeroll: Homeroll) -> None:
    (trip,) = trips(homeroll)

    made = homeroll("rule", trip["id"], "never-place")
    without = trips(homeroll)
    listed = homeroll("rules")
    homeroll("rules", "remove", listed.split()[0])

    assert made == listed
    assert "within 1 km of Da Nang" in listed
    assert without == []
    assert [found["id"] for found in trips(homeroll)] == [trip["id"]]
    assert homeroll("rules").strip() == "No rules."


def test_a_rule_that_cannot_be_made_or_found_is_a_sentence(homeroll: Homeroll) -> None:
    (trip,) = trips(homeroll)

    homeroll("rule", trip["id"], "never-remembered", code=2)
    assert "gives no such rule" in homeroll.errors
    homeroll("rule", "trip-none", "less", code=1)
    homeroll("rule", trip["id"], "sometimes", code=2)
    homeroll("rules", "remove", "7", code=1)
    assert "no rule 7" in homeroll.errors
    homeroll("rules", "remove", code=2)
    assert "Which one?" in homeroll.errors


def test_a_rule_needs_the_switch_on(homeroll: Homeroll) -> None:
    homeroll("suggestions", "off")

    homeroll("rule", "trip-any", "less", code=3)
    assert "homeroll suggestions on" in homeroll.errors


def test_a_hidden_place_leaves_albums_and_proposals_until_it_is_shown(homeroll: Homeroll) -> None:
    (trip,) = trips(homeroll)
    homeroll("albums", "save", trip["id"])
    place = f"{FAR_AWAY[0]},{FAR_AWAY[1]},5"

    said = homeroll("hide", "--place", place)
    shown = homeroll("albums", "show", "1")
    homeroll("unhide", "--place", place)

    assert "within 5 km of Da Nang" in said
    assert "IMG_" not in shown
    assert "hidden" in shown
    assert "IMG_" in homeroll("albums", "show", "1")
    homeroll("unhide", "--place", place, code=1)
    assert "is not hidden" in homeroll.errors


def test_photos_and_days_are_hidden_and_shown(homeroll: Homeroll, life: Path) -> None:
    (trip,) = trips(homeroll)
    homeroll("albums", "save", trip["id"])
    photo = next(iter(sorted(life.rglob("*.jpg"))[-20:]))
    day = "2024-05-15..2024-05-17"

    assert "1 photo hidden" in homeroll("hide", photo)
    assert "1 photo to be seen again" in homeroll("unhide", photo)
    assert "15–17 May 2024" in homeroll("hide", "--day", day)
    assert "and 27 hidden" in homeroll("albums", "show", "1")
    homeroll("unhide", "--day", day)
    assert "hidden" not in homeroll("albums", "show", "1")


def test_a_photo_of_a_hidden_day_stays_hidden_and_that_is_said(
    homeroll: Homeroll, life: Path
) -> None:
    report = json.loads(homeroll("suggest", "--json", "-"))
    photo = next(one for one in report["photos"] if one["taken_at"].startswith("2024-05-15"))
    homeroll("hide", "--day", "2024-05-15")

    said = homeroll("unhide", photo["path"])

    assert "0 photos to be seen again" in said
    assert "homeroll rules" in said


@pytest.mark.parametrize(
    "words",
    [
        ("hide",),
        ("hide", "--place", "here"),
        ("hide", "--place", "91,0,1"),
        ("hide", "--place", "1,2,0"),
        ("hide", "--day", "2024-02-30"),
        ("hide", "--day", "2024-05-02..2024-05-01"),
        ("hide", "--day", "2024-05-02", "--place", "1,2,3"),
        ("homes", "add"),
        ("homes", "add", "1"),
        ("homes", "add", "1,2", "--from", "2024-05-02", "--to", "2024-05-01"),
        ("dates", "add", "Mai", "06-14", "--kind", "bithday"),
        ("themes", "remove"),
    ],
    ids=" ".join,
)
def test_wrong_words_are_a_sentence_and_change_nothing(
    homeroll: Homeroll, words: tuple[str, ...]
) -> None:
    homeroll(*words, code=2)

    assert homeroll.errors.strip()


def test_homes_are_listed_added_and_denied(homeroll: Homeroll) -> None:
    assert "Lyon, FR" in homeroll("homes")

    homeroll("homes", "add", "-33.92,18.42", "--from", "2020-01-01")
    homeroll("homes", "remove", f"{FAR_AWAY[0]},{FAR_AWAY[1]}")

    listed = homeroll("homes").splitlines()
    assert any("2020-01-01..  (said)" in line and "Cape Town" in line for line in listed)
    assert any("Da Nang" in line and "(no home)" in line for line in listed)
    homeroll("homes", "add", f"{FAR_AWAY[0]},{FAR_AWAY[1]}")
    assert trips(homeroll) == []
    assert "(no home)" not in homeroll("homes")


def test_all_kinds_of_dates_are_remembered(homeroll: Homeroll) -> None:
    for kind in ("birthday", "anniversary", "memorial", "holiday", "other"):
        homeroll("dates", "add", kind, "06-14", "--kind", kind)

    assert homeroll("dates").count("06-14") == 5


def test_a_theme_is_taught_listed_and_forgotten(homeroll: Homeroll, life: Path) -> None:
    photos = sorted(life.rglob("*.jpg"))

    homeroll("teach", "Bonsai", *photos[:4], code=2)
    assert "5 photos or more" in homeroll.errors
    assert "5 examples" in homeroll("teach", "Bonsai", *photos[:5])
    assert "6 examples" in homeroll("teach", "bonsai", photos[5])
    assert homeroll("themes").strip() == "Bonsai  (6 examples)"
    homeroll("themes", "remove", "Bonsai")
    assert homeroll("themes") == ""
    homeroll("themes", "remove", "Bonsai", code=1)
    homeroll("teach", "Bonsai", life / "none.jpg", code=1)
    assert "not in the library" in homeroll.errors
