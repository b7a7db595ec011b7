"""Private places: no copy tells a position within one, even where places are kept."""

from __future__ import annotations

import json
import math
import random
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import pytest
from PIL import Image

from organizer import pipeline
from organizer.earth import EARTH_RADIUS_KM, distance_km
from organizer.export.positions import positions
from organizer.library import Library, open_library
from organizer.models import Album, Circle, ExportOptions, Home, Said
from organizer.models.exports import PrivateZone
from organizer.pipeline import dwelling, forgetting
from organizer.pipeline.zones import PrivatePlaces, keep_zone, private_places, take_zone_back
from organizer.progress import Progress
from tests.builders import a_photo_file
from tests.organizer.scan.making import a_video

TAKEN = datetime(2024, 5, 4, 10, 11, 12)
SCHOOL, AWAY = (16.06, 108.22), (16.09, 108.22)  # 3.3 km
ZONE = PrivateZone(circle=Circle(*SCHOOL, 0.5), name="School")
XMP = b'<x exif:GPSLatitude="16,3.6N" exif:GPSLongitude="108,13.2E"/>'


@pytest.fixture
def album(library: Library, tmp_path: Path) -> Album:
    photos = tmp_path / "photos"
    for ending in ("jpg", "png", "webp", "heic"):
        a_photo_file(photos / f"in.{ending}", TAKEN, SCHOOL, seed=len(ending) + ord(ending[0]))
    a_photo_file(photos / "away.jpg", TAKEN, AWAY, seed=70)
    a_photo_file(photos / "xmp.jpg", TAKEN, AWAY, seed=71, xmp=XMP)
    a_video(photos / "in.mov", location="+16.0600+108.2200/")
    a_video(photos / "away.mov", location="+16.0900+108.2200/", colours=("blue",))
    pipeline.add_folders(library, [photos])
    pipeline.organize(library, progress=Progress(), workers=1)
    with library.transaction():
        return library.albums.add("At School", [photo.id for photo in library.photos.all()])


def export(library: Library, album: Album, to: Path, **options: object) -> pipeline.ExportReport:
    chosen = ExportOptions(keep_location=True, **options)  # type: ignore[arg-type]
    return pipeline.export_album(library, album.id, to, chosen, progress=Progress())


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not on this machine")
def test_copies_that_keep_their_place_lose_it_where_it_is_private(
    library: Library, album: Album, tmp_path: Path
) -> None:
    keep_zone(library, ZONE)

    report = export(library, album, tmp_path / "out", xmp=True)

    command = ["exiftool", "-j", "-n", "-a", "-G1", "-GPS*", "-Location*", tmp_path / "out"]
    told = subprocess.run(command, capture_output=True, check=True).stdout
    placed = {Path(one.pop("SourceFile")).name for one in json.loads(told) if len(one) > 1}
    assert placed == {"away.jpg", "away.mov"}
    assert (report.private, report.checked, report.skipped) == (6, 6, ())
    assert len(report.written) == 16
    assert {p.name for p in report.written if positions(p.read_bytes())} == placed


def test_a_place_that_is_taken_back_is_told_again(
    library: Library, album: Album, tmp_path: Path
) -> None:
    kept = keep_zone(library, ZONE)
    assert kept.id is not None

    take_zone_back(library, kept.id)

    assert export(library, album, tmp_path / "out").private == 0
    assert keep_zone(library, kept) == kept == library.zones.all()[0]


def test_what_becomes_of_private_places_is_told_beforehand(library: Library, album: Album) -> None:
    keep_zone(library, ZONE)
    options = ExportOptions(keep_location=True)

    preview = pipeline.export_preview(library, album.id, progress=Progress())
    remains = pipeline.export_remains(library, album.id, options, progress=Progress())

    assert (preview.private, preview.title_tells) == (5, True)
    private = [one for one in remains if "private_place" in one.tells]
    assert len(private) == 5
    assert not any({"place", "camera", "rest"} & set(one.tells) for one in private)


def test_a_video_of_a_private_place_that_cannot_be_stripped_is_left_out(
    library: Library, tmp_path: Path
) -> None:
    a_video(tmp_path / "photos/in.mov", location="+16.0600+108.2200/")
    clip = tmp_path / "photos/in.mov"
    clip.write_bytes(clip.read_bytes() + b"\0\0\0\x08moof")  # fragments cannot be stripped
    pipeline.add_folders(library, [tmp_path / "photos"])
    pipeline.organize(library, progress=Progress(), workers=1)
    with library.transaction():
        album = library.albums.add("A", [photo.id for photo in library.photos.all()])
    keep_zone(library, ZONE)

    report = export(library, album, tmp_path / "out")

    assert report.written == ()
    assert "cannot be removed" in report.skipped[0][1]


def test_homes_are_private_without_a_word(library: Library) -> None:
    dwelling.say_home(library, *SCHOOL)

    places = private_places(library)

    assert places.hold(*SCHOOL)
    assert not places.hold(*AWAY)
    assert isinstance(dwelling.list_homes(library)[0].home, Home)
    assert dwelling.list_homes(library)[0].home.first_day == date.min


def test_the_border_of_a_private_place_is_a_circle_on_the_earth() -> None:
    lot = random.Random(3)
    for middle in ((16.06, 108.22), (69.6, 18.9), (-54.8, 179.9999), (0.0, 0.0)):
        places = PrivatePlaces((Circle(*middle, 0.5),))
        for _ in range(75):
            away_km, way = lot.uniform(0.3, 0.7), lot.uniform(0, 2 * math.pi)
            spot = moved(middle, away_km, way)
            assert places.hold(*spot) == (distance_km(middle, spot) <= 0.5)
            assert places.hold(*spot) == (away_km <= 0.5) or abs(away_km - 0.5) < 1e-6


def moved(middle: tuple[float, float], away_km: float, way: float) -> tuple[float, float]:
    """A position so far from *middle*, over the date line too."""
    angle, north = away_km / EARTH_RADIUS_KM, math.radians(middle[0])
    latitude = math.asin(
        math.sin(north) * math.cos(angle) + math.cos(north) * math.sin(angle) * math.cos(way)
    )
    east = math.atan2(
        math.sin(way) * math.sin(angle) * math.cos(north),
        math.cos(angle) - math.sin(north) * math.sin(latitude),
    )
    longitude = (middle[1] + math.degrees(east) + 540) % 360 - 180
    return math.degrees(latitude), longitude


def test_private_places_are_forgotten_only_when_named(library: Library) -> None:
    keep_zone(library, ZONE)

    forgetting.forget(library)
    still = library.zones.all()
    receipt = forgetting.forget(library, {Said.ZONES})

    assert len(still) == 1
    assert receipt.counts["zones"] == 1
    assert library.zones.all() == []
    assert b"School" not in (library.path / "catalog.sqlite").read_bytes()


def test_a_restored_copy_has_the_private_places(library: Library, tmp_path: Path) -> None:
    keep_zone(library, ZONE)
    library.save_catalog(tmp_path / "copy.homeroll")
    (tmp_path / "other").mkdir()
    shutil.copy(tmp_path / "copy.homeroll", tmp_path / "other/catalog.sqlite")

    with open_library(tmp_path / "other") as restored:
        assert [zone.name for zone in restored.zones.all()] == ["School"]


def test_positions_that_cannot_be_read_are_not_taken_for_none(tmp_path: Path) -> None:
    path = tmp_path / "one.jpg"
    Image.new("RGB", (8, 8)).save(path, xmp=b'<x exif:GPSLatitude="somewhere"/>')

    assert positions(path.read_bytes()) is None
