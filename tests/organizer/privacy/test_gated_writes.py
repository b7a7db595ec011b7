"""What the writer of the derived store keeps, and what not, by the consents of the moment."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.errors import SwitchOffError
from organizer.library import Library, open_library
from organizer.models import (
    Clusters,
    FolderId,
    Home,
    LikenessGroup,
    PhotoId,
    PlaceGroup,
    Signal,
    Suggestion,
    SuggestionKind,
    ThemeScore,
)
from organizer.privacy.gate import CONSENT_TEXT_VERSION
from organizer.progress import Progress
from organizer.store.derived_rows import FeatureRow
from organizer.store.derived_writer import DerivedWriter
from tests.builders import HOME, SPRING, a_photo_file

Write = Callable[[DerivedWriter, PhotoId], None]
HASH = "00" * 16
DAY = date(2024, 5, 4)
NOTHING = Clusters()
A_HOME = Home(latitude=1.0, longitude=2.0, first_day=DAY, last_day=DAY, active_days=1)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("gated")
    for number in range(2):
        a_photo_file(base / f"folder {number}/a.jpg", SPRING + timedelta(days=number), HOME)
    with open_library(base / "library") as library:
        pipeline.add_folders(library, [base / "folder 0", base / "folder 1"])
        pipeline.turn_suggestions_on(library)
        pipeline.organize(library, progress=Progress(), workers=1)
    return base / "library"


@pytest.fixture
def allowed(prepared: Path, library_path: Path) -> Iterator[Library]:
    shutil.copytree(prepared, library_path)
    with open_library(library_path) as library:
        yield library


def no_to(library: Library, *signals: Signal, folder_id: FolderId | None = None) -> None:
    with library.transaction():
        for signal in signals:
            library.consents.say(
                signal, folder_id, granted=False, text_version=CONSENT_TEXT_VERSION
            )


def a_suggestion(photo_id: PhotoId) -> Suggestion:
    return Suggestion(
        id="event-x",
        kind=SuggestionKind.EVENT,
        title="x",
        subtitle="",
        photo_ids=(photo_id,),
        cover_id=photo_id,
        score=1.0,
        reasons=(),
    )


def keep_features(derived: DerivedWriter, photo_id: PhotoId) -> None:
    row = FeatureRow(
        photo_id=photo_id,
        content_hash=HASH,
        embedding=b"",
        theme_log_probabilities=b"",
        likeness_hash=b"",
        quality=0.0,
        colourfulness=0.0,
        colours=b"",
    )
    derived.keep_features("maker", [row])


def keep_faces(derived: DerivedWriter, photo_id: PhotoId) -> None:
    derived.keep_face_counts("maker", [(photo_id, HASH, 3)])


def keep_groups(derived: DerivedWriter, photo_id: PhotoId) -> None:
    derived.replace_groups([photo_id], NOTHING, {}, frozenset())


def keep_homes(derived: DerivedWriter, _photo_id: PhotoId) -> None:
    derived.replace_groups([], replace(NOTHING, homes=(A_HOME,)), {}, frozenset())


def keep_places(derived: DerivedWriter, photo_id: PhotoId) -> None:
    place = PlaceGroup(id=1, latitude=1.0, longitude=2.0, photo_ids=(photo_id,))
    derived.replace_groups([], replace(NOTHING, place_groups=(place,)), {}, frozenset())


def keep_likes(derived: DerivedWriter, photo_id: PhotoId) -> None:
    like = LikenessGroup(id=1, best_id=photo_id, photo_ids=(photo_id,))
    derived.replace_groups([], replace(NOTHING, likeness_groups=(like,)), {}, frozenset())


def keep_themes(derived: DerivedWriter, photo_id: PhotoId) -> None:
    derived.replace_groups([], NOTHING, {photo_id: (ThemeScore("food", 0.9),)}, frozenset())


def keep_documents(derived: DerivedWriter, photo_id: PhotoId) -> None:
    derived.replace_groups([photo_id], NOTHING, {}, frozenset({photo_id}))


def keep_suggestions(derived: DerivedWriter, photo_id: PhotoId) -> None:
    derived.replace_suggestions([a_suggestion(photo_id)])


OF_SIGNALS = (
    (Signal.CONTENT, keep_features),
    (Signal.CONTENT, keep_likes),
    (Signal.CONTENT, keep_themes),
    (Signal.CONTENT, keep_documents),
    (Signal.FACE_COUNT, keep_faces),
    (Signal.PLACES, keep_homes),
    (Signal.PLACES, keep_places),
    (Signal.GROUPING, keep_groups),
    (Signal.GROUPING, keep_suggestions),
)
BY_NAME = [write.__name__ for _, write in OF_SIGNALS]


def the_photo(library: Library, number: int) -> PhotoId:
    return next(one.id for one in library.photos.all() if one.path.parent.name[-1] == str(number))


@pytest.mark.parametrize(("signal", "write"), OF_SIGNALS, ids=BY_NAME)
def test_no_row_of_a_signal_is_written_without_a_yes_to_it(
    allowed: Library, signal: Signal, write: Write
) -> None:
    photo_id = the_photo(allowed, 0)
    with allowed.writing_derived() as derived:
        write(derived, photo_id)
    no_to(allowed, signal)

    with pytest.raises(SwitchOffError), allowed.writing_derived() as derived:
        write(derived, photo_id)


@pytest.mark.parametrize(("signal", "write"), OF_SIGNALS, ids=BY_NAME)
def test_no_row_of_a_photo_whose_folder_said_no_is_written(
    allowed: Library, signal: Signal, write: Write
) -> None:
    if write is keep_homes:
        pytest.skip("a home names no photo; its folders are left out where homes are found")
    no_to(allowed, signal, folder_id=allowed.folders.all()[1].id)

    with allowed.writing_derived() as derived:
        write(derived, the_photo(allowed, 0))
        with pytest.raises(SwitchOffError):
            write(derived, the_photo(allowed, 1))


@pytest.mark.parametrize(("signal", "write"), OF_SIGNALS, ids=BY_NAME)
def test_a_no_in_the_middle_of_a_batch_keeps_nothing_of_it(
    allowed: Library, signal: Signal, write: Write
) -> None:
    """The no comes while the first row is being written, from another connection."""
    photo_id = the_photo(allowed, 0)
    with allowed.writing_derived() as derived:
        before = list(derived._connection.iterdump())
        told = 0

        def say_no(_statement: str) -> None:
            nonlocal told
            told += 1
            if told == 2:  # after BEGIN
                with open_library(allowed.path) as other:
                    no_to(other, signal)

        derived._connection.set_trace_callback(say_no)
        with pytest.raises(SwitchOffError):
            write(derived, photo_id)
        derived._connection.set_trace_callback(None)
        assert told > 2
        assert list(derived._connection.iterdump()) == before


def test_what_comes_of_all_photos_is_not_kept_when_one_yes_went(allowed: Library) -> None:
    """Groups of one folder were found beside those of the other, whose yes went meanwhile."""
    photo_id, other = the_photo(allowed, 0), allowed.folders.all()[1].id
    with allowed.writing_derived() as derived:
        no_to(allowed, Signal.PLACES, folder_id=other)
        for write in (keep_groups, keep_suggestions):
            with pytest.raises(SwitchOffError):
                write(derived, photo_id)


def test_a_damaged_consent_of_a_folder_is_no(allowed: Library) -> None:
    folder_id = allowed.folders.all()[0].id
    with allowed.transaction():
        allowed.consents.say(
            Signal.CONTENT, folder_id, granted=True, text_version=CONSENT_TEXT_VERSION
        )
        allowed._catalog.execute("UPDATE consent SET granted = 'yes' WHERE folder_id IS NOT NULL")

    assert not allowed.gate.is_open(Signal.CONTENT, folder_id)
    assert allowed.gate.is_open(Signal.CONTENT)


@pytest.mark.parametrize("damaged", [2, -1, 0, "yes", b"\x01", 1.5, "'1'"])
def test_a_damaged_consent_is_no_though_what_it_needs_is_a_yes(
    allowed: Library, damaged: object
) -> None:
    assert allowed.gate.is_open(Signal.CONTENT)
    with allowed.transaction():
        allowed._catalog.execute(
            "UPDATE consent SET granted = ? WHERE signal = 'content'", (damaged,)
        )

    assert not allowed.gate.is_open(Signal.CONTENT)
    assert allowed.gate.is_open(Signal.PLACES)
