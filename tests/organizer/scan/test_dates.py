"""The chain of dates, and the names that carry them."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.models import DateSource, Metadata, Precision, Trust
from organizer.scan.dates import choose_capture_time
from organizer.scan.names import is_screenshot_name, read_folder, read_name

NOW = datetime(2026, 11, 23, 12)
FILE_TIME = datetime(2020, 2, 2, 2, 2, 2)

NAMES = {
    "IMG-20171218-WA0028.jpg": "2017-12-18T00:00:00",
    "VID-20171218-WA0001.mp4": "2017-12-18T00:00:00",
    "WhatsApp Image 2026-08-31 at 15.41.14.jpeg": "2026-08-31T15:41:14",
    "WhatsApp Image 2026-08-31 at 4.38.44 PM (1).jpeg": "2026-08-31T16:38:44",
    "WhatsApp Image 2026-08-31 at 12.05.00 AM.jpeg": "2026-08-31T00:05:00",
    "PXL_20230526_200122948.jpg": "2023-05-26T20:01:22",
    "PXL_20230526_200122948.MP.jpg": "2023-05-26T20:01:22",
    "PXL_20230526_200122948.PORTRAIT.jpg": "2023-05-26T20:01:22",
    "PXL_20230526_200122948.LONG_EXPOSURE-01.COVER.jpg": "2023-05-26T20:01:22",
    "20170923_220934000_iOS.jpg": "2017-09-23T22:09:34",
    "IMG_20210921_144423.jpg": "2021-09-21T14:44:23",
    "IMG_20210921_144423_783.jpg": "2021-09-21T14:44:23",
    "20221107_231730.jpg": "2022-11-07T23:17:30",
    "00015IMG_00015_BURST20171111030039_COVER.jpg": "2017-11-11T03:00:39",
    "Screenshot_20220807-195908_Firefox.jpg": "2022-08-07T19:59:08",
    "Screenshot_2022-06-21-16-51-29-164_x.jpg": "2022-06-21T16:51:29",
    "Screenshot 20221106 211633.png": "2022-11-06T21:16:33",
    "Screenshot from 2022-12-17 19-45-43.png": "2022-12-17T19:45:43",
    "Screenshot 2019-05-21 at 10.45.52.png": "2019-05-21T10:45:52",
    "signal-2022-12-17-15-16-04-718.jpg": "2022-12-17T15:16:04",
    "signal-2018-08-21-100217.jpg": "2018-08-21T10:02:17",
    "2019-08-07_0A1B2C3D-1234-4bcd-8ef0-0123456789ab-main.jpg": "2019-08-07T00:00:00",
    "photo_2016-02-09_12-16-46.jpg": "2016-02-09T12:16:46",
    "FB_IMG_1713377637724.jpg": "2024-04-17T18:13:57",
}
NAMELESS = (
    "IMG_1234.HEIC",
    "DSC_0001.JPG",
    "Snapchat-431959199.jpg",
    "2024.png",
    "2024-05.png",
    "20223112-125200.jpg",
    "991231-125200.jpg",
    "received_123456789012345.jpeg",
    "IMG_123456789012345678.jpg",
)


@pytest.mark.parametrize(("name", "wanted"), NAMES.items(), ids=NAMES)
def test_a_name_that_carries_a_date_gives_it(name: str, wanted: str) -> None:
    found = read_name(name)

    assert found is not None
    assert found.at.isoformat() == wanted


@pytest.mark.parametrize("name", NAMELESS)
def test_a_name_without_a_date_gives_none(name: str) -> None:
    assert read_name(name) is None


@pytest.mark.parametrize(
    "name", ["IMG-20171218-WA0028.jpg", "photo_2016-02-09_12-16-46.jpg", "FB_IMG_1713377637724.jpg"]
)
def test_what_was_received_or_saved_is_not_trusted(name: str) -> None:
    found = choose_capture_time(Metadata(), PurePath(name), modified_at=FILE_TIME, now=NOW)

    assert found.source is DateSource.NAME
    assert found.trust is Trust.LOW


@pytest.mark.parametrize("name", ["PXL_20230526_200122948.jpg", "20170923_220934000_iOS.jpg"])
def test_a_name_in_utc_is_shifted_by_the_offset_of_the_file_and_untrusted_without(
    name: str,
) -> None:
    known = choose_capture_time(
        Metadata(utc_offset_min=120), PurePath(name), modified_at=FILE_TIME, now=NOW
    )
    unknown = choose_capture_time(Metadata(), PurePath(name), modified_at=FILE_TIME, now=NOW)

    assert known.taken_at is not None
    assert unknown.taken_at is not None
    assert (known.taken_at - unknown.taken_at).total_seconds() == 2 * 3600
    assert (known.trust, unknown.trust) == (Trust.MEDIUM, Trust.LOW)
    assert unknown.utc_offset_min == 0


@given(st.text(max_size=80))
def test_no_name_makes_the_reader_fail(name: str) -> None:
    read_name(name)
    is_screenshot_name(name)


@given(st.from_regex(r"\A(?:IMG_|DSC|)[0-9]{18,30}\.jpg\Z"), st.sampled_from(["", "2021/", "a/b/"]))
def test_no_date_is_invented_out_of_a_longer_run_of_digits(name: str, folder: str) -> None:
    assert read_name(name) is None
    assert read_folder(PurePath(folder + name)) is None


@pytest.mark.parametrize(
    ("folder", "day"),
    [
        ("2022/11/09", "2022-11-09"),
        ("2022.11.09", "2022-11-09"),
        ("something_2011-05-11 x", "2011-05-11"),
        ("2011-05-11/2012-06-12", "2012-06-12"),
    ],
)
def test_a_folder_with_a_full_date_gives_the_day(folder: str, day: str) -> None:
    found = read_folder(PurePath(folder) / "x.jpg")

    assert found is not None
    assert found.date().isoformat() == day


@pytest.mark.parametrize("folder", ["2022", "2022/11", "12-11-2022", "2022-13-01", "holiday"])
def test_a_folder_without_a_full_date_gives_none(folder: str) -> None:
    assert read_folder(PurePath(folder) / "x.jpg") is None


def test_the_camera_is_believed_before_the_name() -> None:
    metadata = Metadata(original_at=datetime(2024, 5, 4, 10, 11, 12), utc_offset_min=420)

    found = choose_capture_time(
        metadata, PurePath("IMG_20210921_144423.jpg"), modified_at=FILE_TIME, now=NOW
    )

    assert found.taken_at == datetime(2024, 5, 4, 10, 11, 12)
    assert (found.source, found.trust) == (DateSource.EXIF_ORIGINAL, Trust.HIGH)
    assert found.utc_offset_min == 420


@pytest.mark.parametrize(
    "reset", [datetime(1970, 1, 1), datetime(1980, 1, 1, 0, 0, 5), datetime(2000, 1, 1, 0, 3)]
)
def test_a_clock_that_was_never_set_is_not_trusted(reset: datetime) -> None:
    found = choose_capture_time(
        Metadata(original_at=reset), PurePath("a.jpg"), modified_at=FILE_TIME, now=NOW
    )

    assert found.trust is Trust.NONE


@pytest.mark.parametrize("year", [1700, 2027])
def test_an_impossible_year_is_passed_over(year: int) -> None:
    metadata = Metadata(original_at=datetime(year, 12, 1), created_at=datetime(2019, 3, 4, 5, 6, 7))

    found = choose_capture_time(metadata, PurePath("a.jpg"), modified_at=FILE_TIME, now=NOW)

    assert found.taken_at == datetime(2019, 3, 4, 5, 6, 7)


def test_the_day_of_scanning_is_not_the_day_of_the_photo() -> None:
    metadata = Metadata(original_at=datetime(2023, 5, 3, 10), camera_make="Flatbed Scanner")

    found = choose_capture_time(metadata, PurePath("a.jpg"), modified_at=FILE_TIME, now=NOW)

    assert found.trust is Trust.LOW


def test_the_time_of_the_file_is_the_last_resort_and_untrusted() -> None:
    found = choose_capture_time(Metadata(), PurePath("a.jpg"), modified_at=FILE_TIME, now=NOW)

    assert (found.source, found.trust) == (DateSource.FILE, Trust.LOW)


def test_a_day_in_a_folder_name_is_a_day_only() -> None:
    path = PurePath("2022-11-09 party/a.jpg")

    found = choose_capture_time(Metadata(), path, modified_at=FILE_TIME, now=NOW)

    assert (found.source, found.precision) == (DateSource.FOLDER, Precision.DAY)
    assert found.trust is Trust.LOW
