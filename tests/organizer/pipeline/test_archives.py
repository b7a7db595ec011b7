"""Whole scans of what people really have: Takeout, sidecars, archives, phones' pairs of files."""

from __future__ import annotations

import json
import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from organizer import pipeline
from organizer.library import Library
from organizer.progress import Progress
from tests.builders import a_photo_file, fingerprints, report_of
from tests.organizer.scan.making import a_dng, a_video
from tests.organizer.scan.test_sidecars import a_packet

TAKEN = datetime(2023, 10, 6, 8, 30)
PARIS = (48.8583736, 2.291901)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    return tmp_path / "photos"


def scanned(library: Library, photos: Path) -> dict[str, dict[str, Any]]:
    """The entries of the report by the name of their main file."""
    before = fingerprints(photos)
    pipeline.add_folders(library, [photos])
    pipeline.organize(library, progress=Progress(), workers=2)
    assert fingerprints(photos) == before
    return {Path(entry["path"]).name: entry for entry in report_of(library)["photos"]}


def parts_of(entry: dict[str, Any]) -> set[tuple[str, str]]:
    return {(Path(part["path"]).name, part["role"]) for part in entry["parts"]}


def takeout(path: Path, taken: int, place: tuple[float, float] = (0, 0)) -> None:
    path.write_text(
        json.dumps(
            {
                "title": "<img src=x>",
                "photoTakenTime": {"timestamp": str(taken)},
                "creationTime": {"timestamp": "1700000000"},
                "geoData": {"latitude": place[0], "longitude": place[1]},
            }
        )
    )


def test_a_takeout_dates_pictures_by_the_clock_at_their_place(
    library: Library, photos: Path
) -> None:
    a_photo_file(photos / "holiday.jpg", make="")
    takeout(photos / "holiday.jpg.supplemental-metadata.json", 1696574136, PARIS)
    takeout(photos / "metadata.json", 1)

    entry = scanned(library, photos)["holiday.jpg"]

    assert (entry["taken_at"], entry["utc_offset"]) == ("2023-10-06T08:35:36", "+02:00")
    assert (entry["taken_at_source"], entry["taken_at_trust"]) == ("takeout", "medium")
    assert (entry["lat"], entry["lon"]) == PARIS
    assert parts_of(entry) == {("holiday.jpg.supplemental-metadata.json", "sidecar")}


def test_a_takeout_unpacked_in_parts_finds_the_json_that_lies_in_another_part(
    library: Library, photos: Path
) -> None:
    one, other = (
        photos / f"takeout-20240101T000000Z-00{n}/Takeout/Google Photos/Photos from 2023"
        for n in (1, 2)
    )
    a_photo_file(one / "a.jpg", make="")
    a_photo_file(other / "b.jpg", make="")
    sidecar = other / "a.jpg.supplemental-metadata.json"
    takeout(sidecar, 1696574136, PARIS)

    entries = scanned(library, photos)

    assert entries["a.jpg"]["taken_at"] == "2023-10-06T08:35:36"
    assert entries["a.jpg"]["parts"] == [{"path": str(sidecar), "role": "sidecar"}]
    assert entries["b.jpg"]["taken_at_source"] == "file"

    sidecar.write_text("{")  # a sync that was cut off
    scanned(library, photos)
    assert [note.path for note in library.notes.all()] == [sidecar]
    scanned(library, photos)
    assert [note.path for note in library.notes.all()] == [sidecar]

    sidecar.unlink()
    assert scanned(library, photos)["a.jpg"]["taken_at_source"] == "file"
    assert library.notes.all() == []


def test_a_photo_in_an_album_and_in_its_year_is_one_photo_with_the_date_of_either(
    library: Library, photos: Path
) -> None:
    top = photos / "Takeout/Google Fotos"
    for name in ("a.jpg", "b.jpg"):
        a_photo_file(top / "Fotos von 2023" / name, make="")
        (top / "Köln 😀").mkdir(exist_ok=True)
        shutil.copy2(top / "Fotos von 2023" / name, top / "Köln 😀" / name)
    takeout(top / "Fotos von 2023/a.jpg.json", 1696574136)
    takeout(top / "Köln 😀/b.jpg.json", 1696574136)
    for name in ("Metadaten.json", "shared_album_comments.json", "print-subscriptions.json"):
        (top / "Köln 😀" / name).write_text('{"title": "Köln"}')

    entries = scanned(library, photos)

    assert library.photos.count() == 2
    for entry in entries.values():
        assert len(entry["paths"]) == 2
        assert entry["taken_at"] == "2023-10-06T06:35:36"
    assert library.notes.all() == []


def test_a_live_photo_of_a_takeout_is_one_photo_though_its_clip_tells_no_time(
    library: Library, photos: Path
) -> None:
    a_photo_file(photos / "IMG_1.HEIC", TAKEN, offset="+02:00", make="Apple")
    a_video(photos / "IMG_1.MP4")
    takeout(photos / "IMG_1.HEIC.supplemental-metadata.json", 1696573800)

    entries = scanned(library, photos)

    assert set(entries) == {"IMG_1.HEIC"}
    assert ("IMG_1.MP4", "live_video") in parts_of(entries["IMG_1.HEIC"])
    paths = [part["path"] for part in entries["IMG_1.HEIC"]["parts"]]
    assert len(paths) == len(set(paths))


def test_an_instagram_archive_dates_its_pictures_by_the_camera_and_else_by_the_upload(
    library: Library, photos: Path
) -> None:
    for name in ("a.jpg", "b.jpg"):
        a_photo_file(photos / "media/posts/201905" / name, make="")
    exif = [{"latitude": 16.06, "longitude": 108.22}, {"date_time_original": "2019:05:01 10:11:12"}]
    posts = [
        {"media": [{"uri": "media/posts/201905/a.jpg", "creation_timestamp": 1556700000,
                    "media_metadata": {"photo_metadata": {"exif_data": exif}}}]},
        {"media": [{"uri": "media/posts/201905/b.jpg", "creation_timestamp": 1556700000}]},
    ]  # fmt: skip
    listing = photos / "your_instagram_activity/content/posts_1.json"
    listing.parent.mkdir(parents=True)
    listing.write_text(json.dumps(posts))

    entries = scanned(library, photos)

    found = {n: (e["taken_at"], e["taken_at_trust"], e["lat"]) for n, e in entries.items()}
    assert found == {
        "a.jpg": ("2019-05-01T10:11:12", "medium", 16.06),
        "b.jpg": ("2019-05-01T08:40:00", "low", None),
    }


def test_two_sidecars_that_disagree_are_told_and_not_believed(
    library: Library, photos: Path
) -> None:
    a_photo_file(photos / "a.jpg", make="")
    takeout(photos / "a.jpg.json", 1696574136)
    takeout(photos / "a.jpg.supplemental-metadata.json", 1296574136)
    pipeline.add_folders(library, [photos])

    timing = pipeline.organize(library, progress=Progress(), workers=1)

    (photo,) = library.photos.all()
    assert photo.captured.source == "file"
    assert any("a.jpg" in note for note in timing.notes)


def test_a_changed_sidecar_dates_its_photo_anew_without_reading_the_photo_again(
    library: Library, photos: Path
) -> None:
    a_photo_file(photos / "a.jpg", TAKEN)
    a_photo_file(photos / "b.jpg", TAKEN)
    sidecar = photos / "a.jpg.xmp"
    dates = []

    for year in ("2011", "2012", None):
        if year:
            sidecar.write_text(a_packet(f'exif:DateTimeOriginal="{year}-05-06T07:08:09"'))
            os.utime(sidecar, ns=(1, int(year) * 10**9))
        else:
            sidecar.unlink()
        entries = scanned(library, photos)
        dates.append(entries["a.jpg"]["taken_at"])

    assert dates == ["2011-05-06T07:08:09", "2012-05-06T07:08:09", "2023-10-06T08:30:00"]
    assert entries["b.jpg"]["taken_at"] == "2023-10-06T08:30:00"
    assert parts_of(entries["a.jpg"]) == set()
    timing = pipeline.organize(library, progress=Progress(), workers=1)
    assert timing.photos_read == 0


def test_a_redated_photo_is_not_decoded(library: Library, photos: Path) -> None:
    a_photo_file(photos / "a.jpg", TAKEN)
    scanned(library, photos)
    (photos / "a.xmp").write_text(a_packet('exif:DateTimeOriginal="2011-05-06T07:08:09"'))

    timing = pipeline.organize(library, progress=Progress(), workers=1)

    (photo,) = library.photos.all()
    assert photo.taken_at == datetime(2011, 5, 6, 7, 8, 9)
    assert timing.photos_read == 0  # photos that were decoded


def test_a_facebook_archive_dates_its_pictures(library: Library, photos: Path) -> None:
    for name in ("a.jpg", "b.jpg", "Café.jpg"):
        a_photo_file(photos / "facebook/posts/media/album" / name, make="")
    exif = {"photo_metadata": {"exif_data": [{"taken_timestamp": 1296574136}]}}
    album = {
        "photos": [
            {"uri": "posts/media/album/a.jpg", "creation_timestamp": 1500000000,
             "media_metadata": exif},
            {"uri": "posts/media/album/b.jpg", "creation_timestamp": 1500000000},
            {"uri": "posts/media/album/CafÃ©.jpg", "media_metadata": exif},
            {"uri": "../../../etc/passwd", "media_metadata": exif},
        ]
    }  # fmt: skip
    listing = photos / "facebook/posts/album/0.json"
    listing.parent.mkdir(parents=True)
    listing.write_text(json.dumps(album))

    entries = scanned(library, photos)

    found = {name: (e["taken_at"][:10], e["taken_at_source"]) for name, e in entries.items()}
    assert found == {
        "a.jpg": ("2011-02-01", "takeout"),
        "b.jpg": ("2017-07-14", "takeout"),
        "Café.jpg": ("2011-02-01", "takeout"),
    }
    assert {e["taken_at_trust"] for e in entries.values()} == {"low"}  # no clock is known

    album["photos"][0]["media_metadata"] = {"photo_metadata": {"taken_timestamp": 1396574136}}
    listing.write_text(json.dumps(album))
    entries = scanned(library, photos)
    assert entries["a.jpg"]["taken_at"].startswith("2014-04-04")

    listing.unlink()
    entries = scanned(library, photos)
    assert {e["taken_at_source"] for e in entries.values()} == {"file"}


@pytest.mark.parametrize("added", ["", "part-2/your_facebook_activity"])
def test_a_list_finds_its_pictures_in_another_part_of_the_archive_or_below_its_top(
    library: Library, photos: Path, added: str
) -> None:
    top = "your_facebook_activity"
    a_photo_file(photos / "part-2" / top / "posts/media/Al_1/9.jpg", make="")
    for folder in ("Al_2", "other/posts/media/Al_2"):  # which of them is meant?
        a_photo_file(photos / "part-2" / top / "posts" / folder / "8.jpg", make="")
    lines = [
        {"uri": f"{top}/posts/media/Al_1/9.jpg", "creation_timestamp": 1500000000},
        {"uri": "Al_2/8.jpg", "creation_timestamp": 1500000000},
    ]
    part = photos / ("part-2" if added else "part-1") / top / "posts/album/deep"
    part.mkdir(parents=True)
    (part / "your_photos.json").write_text(json.dumps({"photos": lines[: 1 if added else 2]}))

    entries = scanned(library, photos / added)

    assert entries["9.jpg"]["taken_at"] == "2017-07-14T02:40:00"
    assert entries["8.jpg"]["taken_at_source"] == "file"


def test_what_several_lists_say_does_not_depend_on_which_is_read_first(
    library: Library, photos: Path
) -> None:
    a_photo_file(photos / "media/1.jpg", make="")
    for number in range(1, 9):
        lines = [{"uri": "media/1.jpg", "creation_timestamp": 1500000000 + number}]
        padding = [{"text": "x" * (200_000 if number == 1 else 1)}]
        (photos / f"posts_{number}.json").write_text(json.dumps(padding + lines))

    entries = scanned(library, photos)

    assert entries["1.jpg"]["taken_at"] == "2017-07-14T02:40:01"


def test_the_files_of_one_shot_are_one_entry_with_parts(library: Library, photos: Path) -> None:
    jpeg = a_photo_file(photos / "IMG_1.jpg", TAKEN)
    a_dng(photos / "IMG_1.dng", taken_at=f"{TAKEN:%Y:%m:%d %H:%M:%S}")
    a_photo_file(photos / "IMG_1-edited.jpg", TAKEN, seed=9)
    utc = (TAKEN - timedelta(hours=2)).isoformat() + ".000000Z"
    a_video(photos / "IMG_1.mov", creation_time=utc)
    a_video(photos / "party.mp4", seconds=12, creation_time=utc, colours=("green",))
    (photos / "IMG_1.xmp").write_text(a_packet())
    shutil.copytree(photos, photos.with_name("copy"))
    photos.with_name("copy").rename(photos / "copy")

    entries = scanned(library, photos)

    assert set(entries) == {"IMG_1.jpg", "party.mp4"}
    assert parts_of(entries["IMG_1.jpg"]) == {
        ("IMG_1.dng", "raw"),
        ("IMG_1.mov", "live_video"),
        ("IMG_1-edited.jpg", "edited"),
        ("IMG_1.xmp", "sidecar"),
    }
    listed = [
        path
        for entry in entries.values()
        for path in entry["paths"]
        + [part["path"] for part in entry["parts"] if part["role"] != "sidecar"]
    ]
    media = [str(p) for p in photos.rglob("*.*") if p.suffix != ".xmp"]
    assert sorted(listed) == sorted(media)
    assert library.photos.count() == len(library.photos.timeline()) == 2
    assert entries["party.mp4"]["duration_s"] == pytest.approx(12, abs=0.2)

    jpeg.unlink()
    (photos / "copy/IMG_1.jpg").unlink()
    assert "IMG_1.dng" in scanned(library, photos)


def test_a_clip_inside_a_picture_is_a_part_of_it(library: Library, photos: Path) -> None:
    photos.mkdir()
    a_photo_file(photos / "a.jpg", TAKEN, xmp=a_packet('Camera:MotionPhoto="1"').encode())

    entry = scanned(library, photos)["a.jpg"]

    assert entry["parts"] == [{"path": entry["path"], "role": "motion_video"}]


def test_a_video_takes_the_offset_of_the_phones_photo(library: Library, photos: Path) -> None:
    a_photo_file(photos / "a.jpg", TAKEN, offset="+07:00", make="Apple")
    a_video(
        photos / "b.mov",
        seconds=11,
        creation_time="2023-10-06T05:00:00.000000Z",
        com_apple_quicktime_make="Apple",
        com_apple_quicktime_model="Phone One",
    )

    entry = scanned(library, photos)["b.mov"]

    assert (entry["taken_at"], entry["utc_offset"]) == ("2023-10-06T12:00:00", "+07:00")
    assert entry["taken_at_trust"] == "medium"


def test_a_reset_clock_is_seen_by_the_whole_library(library: Library, photos: Path) -> None:
    for number in range(4):
        a_photo_file(photos / f"r{number}.jpg", datetime(2008, 1, 1, 0, number))
        a_photo_file(photos / f"l{number}.jpg", datetime(2012, 3, 1 + number))

    entries = scanned(library, photos)

    trusts = {name[0]: entry["taken_at_trust"] for name, entry in entries.items()}
    assert trusts == {"r": "none", "l": "high"}


FORMATS = (Path(__file__).resolve().parents[4] / "shared/data/formats").resolve()


@pytest.mark.skipif(
    not FORMATS.is_dir(), reason="the samples of formats are not beside the project"
)
def test_every_real_sample_is_listed_with_a_status_and_a_reason(library: Library) -> None:
    pipeline.add_folders(library, [FORMATS])
    pipeline.organize(library, progress=Progress(), workers=2)
    entries = report_of(library)["photos"]

    listed = [path for e in entries for path in (*e["paths"], *(p["path"] for p in e["parts"]))]
    images = {str(p) for p in FORMATS.rglob("*") if p.is_file() and p.suffix in (".jpg", ".mp4")}
    assert images <= set(listed)
    assert all(entry["reason"] for entry in entries if entry["status"] != "ok")
    assert sum(entry["status"] == "ok" for entry in entries) > 100
