"""Traps that others fell into, each walked into with real files and the whole program."""

from __future__ import annotations

import ast
import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.errors import SwitchOffError
from organizer.library import Library
from organizer.models import Signal, Suggestion, SuggestionKind
from organizer.pipeline import correcting, hiding, regrouping
from organizer.pipeline.proposing import propose
from organizer.progress import Progress
from organizer.store.derived_writer import DerivedWriter
from tests.builders import FAR_AWAY, HOME, SPRING, a_life, a_photo_file
from tests.organizer.clusters.builders import by_kind, some_photos, suggestions_of

ROOT = Path(__file__).resolve().parent.parent


def organize(library: Library) -> None:
    pipeline.organize(library, progress=Progress(), workers=2)


def the_trip(library: Library) -> Suggestion:
    known = pipeline.open_suggestions(library)
    (trip,) = [found for found in known if found.kind is SuggestionKind.TRIP]
    return trip


@pytest.mark.parametrize(
    ("then", "today", "is_shown"),
    [
        pytest.param(datetime(2024, 3, 1, 12), date(2025, 2, 27), True, id="month end"),
        pytest.param(datetime(2024, 12, 30, 12), date(2026, 1, 2), True, id="year end"),
        pytest.param(datetime(2024, 2, 29, 12), date(2025, 3, 1), True, id="leap day"),
        pytest.param(datetime(2024, 3, 5, 12), date(2025, 3, 1), False, id="four days"),
        pytest.param(datetime(2024, 5, 31, 12), date(2025, 6, 3), True, id="31 days"),
    ],
)
def test_three_days_around_today_reach_over_the_ends_of_months(
    then: datetime, today: date, is_shown: bool
) -> None:
    found = by_kind(suggestions_of(some_photos(then, 12), today=today), "on_this_day")

    assert bool(found) is is_shown


@pytest.mark.parametrize("offset", ["-11:00", "+00:00", "+07:00", "+14:00"])
def test_days_are_those_of_the_place_not_of_utc(
    library: Library, tmp_path: Path, offset: str
) -> None:
    for shot in range(12):
        at = datetime(2024, 6, 15, 23, 30) + timedelta(minutes=2 * shot)
        a_photo_file(tmp_path / f"photos/{shot}.jpg", at, HOME, offset=offset, seed=shot)
    pipeline.add_folders(library, [tmp_path / "photos"])
    pipeline.turn_suggestions_on(library)
    organize(library)

    (event,) = pipeline.open_suggestions(library)
    assert "15 June 2024" in event.subtitle
    assert event.start == datetime(2024, 6, 15, 23, 30)


def test_titles_tell_the_corrected_date_not_that_of_the_file(organized: Library) -> None:
    trip = the_trip(organized)
    correcting.shift_dates(organized, trip.photo_ids, timedelta(days=-90))
    regrouping.propose_if_due(organized, progress=Progress())

    moved = the_trip(organized)
    assert trip.start is not None
    assert moved.start == trip.start - timedelta(days=90)
    assert "February 2024" in moved.subtitle
    assert "May" not in moved.subtitle


def test_an_album_that_was_saved_and_removed_is_not_proposed_again(organized: Library) -> None:
    trip = the_trip(organized)
    album = pipeline.save_suggestion(organized, trip.id)
    with organized.transaction():
        organized.albums.remove(album.id)

    organize(organized)

    assert all(
        found.kind is not SuggestionKind.TRIP for found in pipeline.open_suggestions(organized)
    )


def test_what_was_seen_of_deleted_photos_goes_with_them(organized: Library, tmp_path: Path) -> None:
    trip = the_trip(organized)
    for photo in organized.photos.get_many(trip.photo_ids):
        photo.path.unlink()

    organize(organized)

    with organized.derived() as derived:
        assert derived is not None
        there = {photo.id for photo in organized.photos.all()}
        assert set(derived.memberships()) <= there
        assert {row.photo_id for row in derived.features("efflite0-256@2")} <= there
        assert all(set(found.photo_ids) <= there for found in derived.suggestions())
    assert not there & set(trip.photo_ids)


def test_nothing_goes_past_the_switch_however_it_is_called(organized: Library) -> None:
    pipeline.turn_suggestions_off(organized)

    with pytest.raises(SwitchOffError):
        propose(organized, progress=Progress())
    with pytest.raises(SwitchOffError):
        DerivedWriter(organized.path / "derived.sqlite", gate=organized.gate)
    assert not (organized.path / "derived.sqlite").exists()


@pytest.mark.parametrize("room", ["organizer", "ui"])
def test_no_function_can_be_told_to_go_past_the_switch(room: str) -> None:
    """No parameter is called force, and only the library makes the writer, with its own gate."""
    for path in (ROOT / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.arg):
                assert node.arg not in {"force", "forced", "override"}, path
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "DerivedWriter":
                assert path == ROOT / "organizer/library.py"


def test_a_takeout_is_not_matched_by_name_alone(library: Library, tmp_path: Path) -> None:
    """Two albums hold a picture of one name; the JSON of one says nothing of the other."""
    for number, album in enumerate(("Trip", "Party")):
        a_photo_file(tmp_path / f"photos/{album}/IMG_1.jpg", None, make="", seed=number)
    at = {"photoTakenTime": {"timestamp": "1718452800"}, "title": "IMG_1.jpg"}
    sidecar = tmp_path / "photos/Trip/IMG_1.jpg.json"
    sidecar.write_text(json.dumps(at), encoding="utf-8")
    pipeline.add_folders(library, [tmp_path / "photos"])
    organize(library)

    dated = {
        photo.path.parent.name: photo.taken_at is not None and photo.taken_at.year == 2024
        for photo in library.photos.all()
    }
    assert dated == {"Trip": True, "Party": False}


def test_hidden_photos_do_not_leak_through_covers_or_reasons(organized: Library) -> None:
    for found in pipeline.open_suggestions(organized):
        hiding.hide_photos(organized, [found.cover_id])
    hidden = organized.hidden.withheld()
    at_once = pipeline.open_suggestions(organized)
    organize(organized)

    assert hidden
    for found in (*at_once, *pipeline.open_suggestions(organized)):
        shown = {found.cover_id, *found.photo_ids}
        shown |= {photo_id for reason in found.reasons for photo_id in reason.photo_ids}
        assert not shown & hidden


def test_a_camera_with_a_reset_clock_founds_no_event(library: Library, tmp_path: Path) -> None:
    a_life(tmp_path / "photos")
    for shot in range(12):
        at = datetime(2005, 1, 1, 0, 0) + timedelta(minutes=shot)
        a_photo_file(tmp_path / f"photos/old/{shot}.jpg", at, seed=900 + shot)
    pipeline.add_folders(library, [tmp_path / "photos"])
    pipeline.turn_suggestions_on(library)
    organize(library)

    old = {photo.id for photo in library.photos.all() if photo.path.parent.name == "old"}
    with library.derived() as derived:
        assert derived is not None
        assert not any(old & set(event.photo_ids) for event in derived.events())
    assert not any(old & set(found.photo_ids) for found in pipeline.open_suggestions(library))


def test_scans_that_carry_the_day_of_scanning_found_no_event(
    library: Library, tmp_path: Path
) -> None:
    a_life(tmp_path / "photos")
    for shot in range(15):
        at = SPRING + timedelta(weeks=6, minutes=2 * shot)
        a_photo_file(
            tmp_path / f"photos/scans/scan{shot}.jpg",
            at,
            make="Flatbed Scanner",
            seed=700 + shot,
        )
    pipeline.add_folders(library, [tmp_path / "photos"])
    pipeline.turn_suggestions_on(library)
    organize(library)

    scans = {photo.id for photo in library.photos.all() if photo.path.parent.name == "scans"}
    with library.derived() as derived:
        assert derived is not None
        assert not any(scans & set(event.photo_ids) for event in derived.events())


def test_a_drive_that_is_unplugged_takes_nothing_away(organized: Library, tmp_path: Path) -> None:
    trip = the_trip(organized)
    album = pipeline.save_suggestion(organized, trip.id)
    count = organized.photos.count()
    (tmp_path / "photos").rename(tmp_path / "unplugged")

    organize(organized)
    while_away = organized.photos.count(), organized.albums.get(album.id)
    (tmp_path / "unplugged").rename(tmp_path / "photos")
    organize(organized)

    assert while_away == (count, album)
    assert organized.photos.count() == count
    assert organized.gate.is_open(Signal.GROUPING)


def test_a_mount_that_is_empty_is_not_taken_for_deleted_files(
    organized: Library, tmp_path: Path
) -> None:
    """The mount point of an unplugged drive is an empty folder."""
    count = organized.photos.count()
    (tmp_path / "photos").rename(tmp_path / "unplugged")
    (tmp_path / "photos").mkdir()

    organize(organized)

    assert organized.photos.count() == count


def test_photos_far_away_are_not_at_home_for_lack_of_a_position(organized: Library) -> None:
    """No GPS is unknown: the photo without a position amid the trip is of the trip."""
    trip = the_trip(organized)
    folder = organized.photos.get_many(trip.photo_ids)[0].path.parent
    assert trip.start is not None
    a_photo_file(folder / "no position.jpg", trip.start + timedelta(minutes=90), seed=4321)

    organize(organized)

    found = the_trip(organized)
    names = {photo.path.name for photo in organized.photos.get_many(found.photo_ids)}
    assert "no position.jpg" in names
    assert all(
        abs((photo.latitude or FAR_AWAY[0]) - FAR_AWAY[0]) < 1
        for photo in organized.photos.get_many(found.photo_ids)
    )
