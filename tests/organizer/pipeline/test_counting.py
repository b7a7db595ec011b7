"""Faces are counted on a few photos of each event, behind a yes of their own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.errors import SwitchOffError
from organizer.library import Library
from organizer.models import Clusters, Event, LikenessGroup, Photo, PhotoId, Signal
from organizer.pipeline.counting import MIN_EVENT_PHOTOS, SAMPLE, sample_of_events
from organizer.privacy.gate import CONSENT_TEXT_VERSION
from organizer.progress import Cancelled, Progress, Step
from tests.organizer.clusters.builders import SATURDAY, renumbered, some_photos


@pytest.fixture
def life(known_life: Path) -> Path:
    return known_life / "photos"


def say(library: Library, signal: Signal, *, granted: bool) -> None:
    with library.transaction():
        library.consents.say(signal, None, granted=granted, text_version=1)


def yes_as_of_version_1(library: Library) -> None:
    """What the consents were before faces were counted."""
    for signal in (Signal.GROUPING, Signal.PLACES, Signal.CONTENT):
        say(library, signal, granted=True)


def counted(library: Library) -> dict[int, int]:
    with closing(sqlite3.connect(library.path / "derived.sqlite")) as derived:
        return dict(derived.execute("SELECT photo_id, faces FROM face_count"))


def labels_of(library: Library) -> list[Step]:
    steps: list[Step] = []
    pipeline.organize(library, progress=Progress(steps.append), workers=1)
    return [step for step in steps if step.label == "Counting faces"]


def one_event(photos: list[Photo], *, spare: int = 0) -> Clusters:
    ids = tuple(photo.id for photo in photos)
    alike = LikenessGroup(id=1, photo_ids=ids[: spare + 1], best_id=ids[0])
    event = Event(id=1, start=SATURDAY, end=SATURDAY + timedelta(hours=2), photo_ids=ids)
    return Clusters(events=(event,), likeness_groups=(alike,) if spare else ())


def sample(photos: list[Photo], *, spare: int = 0) -> list[str]:
    by_id = {photo.id: photo for photo in photos}
    chosen = sample_of_events(by_id, one_event(photos, spare=spare), frozenset())
    return [photo.content_hash for photo in chosen]


def test_faces_are_counted_on_a_sample_of_each_event(organized: Library) -> None:
    faces = counted(organized)

    assert faces
    assert len(faces) < organized.photos.count()
    assert set(faces.values()) == {0}


def test_what_was_counted_is_not_counted_again(organized: Library) -> None:
    assert labels_of(organized) == []


def test_a_yes_to_suggestions_of_before_does_not_cover_faces(library: Library, life: Path) -> None:
    pipeline.add_folders(library, [life])
    yes_as_of_version_1(library)

    steps = labels_of(library)

    assert CONSENT_TEXT_VERSION == 2
    assert pipeline.suggestions_are_on(library)
    assert pipeline.open_suggestions(library)
    assert steps == []
    assert counted(library) == {}


def test_suggestions_need_grouping_and_faces_need_the_content(library: Library) -> None:
    pipeline.turn_suggestions_on(library)

    say(library, Signal.CONTENT, granted=False)
    assert pipeline.suggestions_are_on(library)
    assert not library.gate.is_open(Signal.FACE_COUNT)

    say(library, Signal.GROUPING, granted=False)
    assert not pipeline.suggestions_are_on(library)
    assert not library.gate.is_open(Signal.PLACES)


def test_turning_on_covers_faces_and_turning_off_erases_their_numbers(organized: Library) -> None:
    assert organized.gate.is_open(Signal.FACE_COUNT)
    many = len(counted(organized))

    receipt = pipeline.turn_suggestions_off(organized)

    assert receipt.counts["face_count"] == many
    assert f"{many:,} numbers of faces" in pipeline.describe_receipt(receipt)
    assert not organized.gate.is_open(Signal.FACE_COUNT)


def test_no_number_of_faces_is_written_without_the_yes(organized: Library) -> None:
    say(organized, Signal.FACE_COUNT, granted=False)

    with organized.writing_derived() as derived, pytest.raises(SwitchOffError):
        derived.keep_face_counts("centerface@1", [(PhotoId(1), "00" * 16, 3)])


def test_counting_can_be_stopped_and_goes_on_later(library: Library, life: Path) -> None:
    pipeline.add_folders(library, [life])
    pipeline.turn_suggestions_on(library)

    def stop(step: Step) -> None:
        if step.label == "Counting faces":
            progress.cancel()

    progress = Progress(stop)
    with pytest.raises(Cancelled):
        pipeline.organize(library, progress=progress, workers=1)

    pipeline.organize(library, progress=Progress(), workers=1)
    assert counted(library)


def test_numbers_of_photos_that_went_go(organized: Library) -> None:
    with closing(sqlite3.connect(organized.path / "derived.sqlite")) as derived, derived:
        derived.execute("INSERT INTO face_count VALUES (999999, x'00', 'centerface@1', 7)")

    pipeline.organize(organized, progress=Progress(), workers=1)

    assert 999999 not in counted(organized)


@pytest.mark.parametrize(("photos", "chosen"), [(5, 0), (6, 6), (12, 12), (13, 12), (40, 12)])
def test_so_many_of_an_event_are_looked_at(photos: int, chosen: int) -> None:
    assert (MIN_EVENT_PHOTOS, SAMPLE) == (6, 12)
    assert len(sample(some_photos(SATURDAY, photos))) == chosen


def test_look_alikes_are_counted_once() -> None:
    assert len(sample(some_photos(SATURDAY, 10), spare=3)) == 7


def test_the_sample_is_the_same_in_any_order_and_later_photos_displace_few() -> None:
    photos = some_photos(SATURDAY, 40)
    again = renumbered(photos, list(reversed(range(40))))
    more = [*photos, *some_photos(SATURDAY + timedelta(hours=5), 4)]

    assert sample(photos) == sample(again)
    assert len(set(sample(photos)) - set(sample(more))) <= 4
