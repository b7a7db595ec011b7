"""Clocks seen over a whole library: offsets lent, resets and days of scanning doubted."""

from __future__ import annotations

import itertools
import random
from datetime import datetime, timedelta

import pytest

from organizer.models import CaptureTime, DateSource, PhotoId, Trust
from organizer.scan.clocks import Dated, settle_clocks
from organizer.scan.zones import offset_at

NOON = datetime(2023, 10, 6, 12)
PHONE = ("Phone", "One")
_ids = itertools.count(1)


def a_dated(
    at: datetime,
    *,
    device: tuple[str, str] = PHONE,
    offset: int | None = None,
    is_utc: bool = False,
    place: tuple[float, float] | None = None,
    tells_exposure: bool = True,
    trust: Trust = Trust.HIGH,
    source: DateSource = DateSource.EXIF_ORIGINAL,
) -> Dated:
    return Dated(
        id=PhotoId(next(_ids)),
        make=device[0],
        model=device[1],
        captured=CaptureTime(
            taken_at=at,
            utc_offset_min=0 if is_utc else offset,
            source=DateSource.QUICKTIME if is_utc else source,
            trust=Trust.LOW if is_utc else trust,
            is_utc=is_utc,
        ),
        latitude=place[0] if place else None,
        longitude=place[1] if place else None,
        tells_exposure=tells_exposure,
    )


def no_zone(*_: object) -> int | None:
    return None


def settled(photos: list[Dated], zone: object = no_zone) -> dict[PhotoId, CaptureTime]:
    shuffled = random.Random(1).sample(photos, len(photos))
    one, other = settle_clocks(photos, zone), settle_clocks(shuffled, zone)  # type: ignore[arg-type]
    assert one == other
    return one


def test_a_moment_in_utc_takes_the_offset_of_the_nearest_photo_of_the_same_device() -> None:
    video = a_dated(NOON, is_utc=True, place=(16.06, 108.22))
    photos = [
        a_dated(NOON + timedelta(hours=9), offset=420),  # two hours later, seven hours ahead
        a_dated(NOON + timedelta(hours=-20), offset=60),
        a_dated(NOON + timedelta(minutes=1), offset=540, device=("Other", "")),
        video,
    ]

    found = settled(photos, lambda *_: 0)[video.id]

    assert found.taken_at == NOON + timedelta(hours=7)
    assert (found.utc_offset_min, found.trust, found.is_utc) == (420, Trust.MEDIUM, False)


def test_a_photo_more_than_a_day_away_lends_no_offset() -> None:
    video = a_dated(NOON, is_utc=True)

    assert settled([video, a_dated(NOON + timedelta(days=2), offset=420)]) == {}


def test_unknown_devices_lend_nothing_to_each_other() -> None:
    video = a_dated(NOON, is_utc=True, device=("", ""))

    assert settled([video, a_dated(NOON, offset=420, device=("", ""))]) == {}


def test_else_the_place_tells_the_offset() -> None:
    video = a_dated(NOON, is_utc=True, place=(48.86, 2.29))

    found = settled([video], offset_at)[video.id]

    assert found.utc_offset_min == 120
    assert found.taken_at == NOON + timedelta(hours=2)


@pytest.mark.parametrize(
    ("place", "at", "offset"),
    [
        ((48.86, 2.29), datetime(2023, 1, 1), 60),
        ((16.06, 108.22), datetime(2023, 7, 1), 420),
        ((27.7, 85.3), datetime(2023, 7, 1), 345),
        ((-33.87, 151.2), datetime(2023, 1, 1), 660),
    ],
)
def test_zones_know_summer_time_and_odd_offsets(
    place: tuple[float, float], at: datetime, offset: int
) -> None:
    assert offset_at(*place, at) == offset


def test_a_clock_without_battery_is_not_believed() -> None:
    reset = [a_dated(datetime(2008, 1, 1, 0, 1) + timedelta(minutes=9 * n)) for n in range(5)]
    life = [a_dated(datetime(2012, 5, 1) + timedelta(days=9 * n)) for n in range(5)]

    found = settled([*reset, *life])

    assert {photo_id: date.trust for photo_id, date in found.items()} == {
        photo.id: Trust.NONE for photo in reset
    }


def test_a_party_at_new_year_is_believed() -> None:
    evening = [a_dated(datetime(2011, 12, 31, 21) + timedelta(hours=n)) for n in range(3)]
    night = [a_dated(datetime(2012, 1, 1, 0, 1) + timedelta(minutes=n)) for n in range(5)]
    life = [a_dated(datetime(2013, 5, 1) + timedelta(days=n)) for n in range(5)]

    assert settled([*evening, *night, *life]) == {}


def test_a_first_camera_unpacked_at_midnight_of_new_year_is_believed_when_used_on() -> None:
    photos = [a_dated(datetime(2012, 1, 1, 0, 1) + timedelta(days=20 * n)) for n in range(30)]

    assert settled(photos) == {}


def test_many_photos_at_the_same_midnight_know_only_a_day() -> None:
    photos = [a_dated(datetime(1998, 8, 1)) for _ in range(12)]
    photos += [a_dated(datetime(1998, 9, 1)) for _ in range(3)]

    assert [date.trust for date in settled(photos).values()] == [Trust.LOW] * 12


@pytest.mark.parametrize(
    ("device", "tells_exposure", "place", "doubted"),
    [
        (("EPSON", "Perfection V600"), False, None, True),
        (("Plustek", "OpticFilm 8200i"), False, None, True),
        (("HP", "Photosmart 945"), True, None, False),
        (("Phone", "One"), False, None, False),
        (("EPSON", "V600"), False, (48.0, 2.0), False),
    ],
)
def test_a_day_of_scanning_is_not_the_day_of_the_photos(
    device: tuple[str, str], tells_exposure: bool, place: tuple[float, float] | None, doubted: bool
) -> None:
    photos = [
        a_dated(
            NOON + timedelta(minutes=3 * n),
            device=device,
            tells_exposure=tells_exposure,
            place=place,
        )
        for n in range(20)
    ]

    assert len(settled(photos)) == (20 if doubted else 0)


def test_what_did_not_come_from_a_clock_is_left_as_it_is() -> None:
    photos = [a_dated(datetime(1998, 8, 1), source=DateSource.USER) for _ in range(12)]
    photos += [a_dated(datetime(1998, 8, 1), trust=Trust.LOW) for _ in range(12)]

    assert settled(photos) == {}
