"""Google Takeout: which JSON speaks of which picture, and what is believed of it."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.models import FolderId, ImageFile
from organizer.scan.dates import Beside
from organizer.scan.sidecars import combine, match_parts, match_sidecars
from organizer.scan.takeout import claims, read_takeout, scattered_folder
from organizer.scan.unread import UnreadError

LONG = "a" * 60
# picture, and the JSON that must be found among other files
NAMES = [
    ("IMG_1.jpg", "IMG_1.jpg.json"),
    ("IMG_1.jpg", "IMG_1.json"),
    ("IMG_1.jpg", "IMG_1.jpg.supplemental-metadata.json"),
    ("IMG_1.jpg", "IMG_1.supplemental-metadata.json"),
    ("IMG_1(2).jpg", "IMG_1.jpg(2).json"),
    ("IMG_1(2).jpg", "IMG_1.jpg.supplemental-metadata(2).json"),
    ("IMG_1(2).jpg", "IMG_1(2).jpg.json"),
    ("IMG_1(2).jpg", "IMG_1(2).jpg.supplemental-metadata.json"),
    ("IMG_1-edited.jpg", "IMG_1.jpg.json"),
    ("IMG_1-edited(1).jpg", "IMG_1.jpg(1).json"),
    ("IMG_1-bearbeitet.jpg", "IMG_1.jpg.supplemental-metadata.json"),
    ("IMG_1-modifié.jpg", "IMG_1.jpg.json"),
    (normalize("NFD", "IMG_1-modifié.jpg"), "IMG_1.jpg.json"),
    ("IMG_1-edited.jpg", "IMG_1-edited.jpg.json"),
    (f"{LONG[:47]}.jpg", f"{LONG[:46]}.json"),
    (f"{LONG[:44]}.jpg", f"{LONG[:44]}.j.json"),
    (f"{LONG[:41]}.jpg", f"{LONG[:41]}.jpg..json"),
    (f"{LONG[:40]}.jpg", f"{LONG[:40]}.jpg.s.json"),
    (f"{LONG[:35]}.jpg", f"{LONG[:35]}.jpg.supple.json"),
    (f"{LONG[:25]}.jpg", f"{LONG[:25]}.jpg.supplemental-met.json"),
    (f"{LONG[:25]}(3).jpg", f"{LONG[:25]}.jpg.supplemental-met(3).json"),
    ("é" * 47 + ".jpg", "é" * 46 + ".json"),  # code points count, not bytes
    ("PXL_20230526_200122948.MP.jpg", "PXL_20230526_200122948.MP.jpg.supplemental-met.json"),
    ("PXL_20230526_200122948.LS.mp4", "PXL_20230526_200122948.LS.mp4.json"),
    ("picture", "picture.json"),
]
STRANGERS = [
    ("IMG_1.jpg", "IMG_10.jpg.json"),
    ("IMG_1.jpg", "IMG_1.jpg(1).json"),
    ("IMG_1(2).jpg", "IMG_1.jpg.json"),
    ("IMG_1(2).jpg", "IMG_1.jpg(1).json"),
    ("IMG_1.jpg", "IMG_1.png.json"),
    ("IMG_1.jpg", "metadata.json"),
    ("IMG_1.jpg", "IMG_1-edited.jpg.json"),
    ("IMG_1.jpg", "img_1.jpg.jso"),
    ("edited.jpg", "IMG.jpg.json"),
    (f"{LONG[:35]}.jpg", f"{LONG[:34]}.jpg.supple.json"),
]


def a_file(name: str) -> ImageFile:
    return ImageFile(
        folder_id=FolderId(1),
        path=Path("/photos") / name,
        relative_path=name.encode(),
        size_bytes=1,
        mtime_ns=1,
    )


def matched(pictures: list[str], jsons: list[str]) -> dict[str, list[str]]:
    found = match_sidecars([a_file(n) for n in pictures], [a_file(n) for n in jsons])
    return {
        path.decode(): [one.path.name for one in beside] for path, beside in found.beside.items()
    }


@pytest.mark.parametrize(("picture", "name"), NAMES, ids=str)
def test_a_picture_finds_its_json(picture: str, name: str) -> None:
    assert name in {claim.name for claim in claims(picture)}
    assert matched([picture], [name, "metadata.json", "other.jpg.json"]) == {picture: [name]}


@pytest.mark.parametrize(("picture", "name"), STRANGERS, ids=str)
def test_a_picture_does_not_take_the_json_of_another(picture: str, name: str) -> None:
    assert matched([picture], [name]) == {}


def test_every_name_fits_into_fifty_one_characters_and_a_number() -> None:
    whole = {f"{LONG}.jpg.json", f"{LONG}.jpg.supplemental-metadata.json"}

    assert all(len(claim.name) <= 51 for claim in claims(f"{LONG}.jpg") if claim.name not in whole)


def test_pictures_whose_names_were_cut_to_the_same_get_none_of_the_two() -> None:
    pictures = [f"{LONG[:46]}1.jpg", f"{LONG[:46]}2.jpg"]
    files, jsons = [a_file(name) for name in pictures], [a_file(f"{LONG[:46]}.json")]

    found = match_sidecars(files, jsons)

    assert found.beside == {}
    assert found.contested == tuple(jsons)


def test_a_whole_name_is_a_better_claim_than_a_part_of_it() -> None:
    assert matched(["IMG_1.jpg", "IMG_1.png"], ["IMG_1.jpg.json"]) == {
        "IMG_1.jpg": ["IMG_1.jpg.json"]
    }
    assert matched(["IMG_1.jpg", "IMG_1.png"], ["IMG_1.json"]) == {}


def test_a_clip_and_an_edited_copy_share_the_json_of_their_picture() -> None:
    pictures = ["IMG_1.HEIC", "IMG_1.MP4", "IMG_2.jpg", "IMG_2-edited.jpg"]

    found = matched(pictures, ["IMG_1.json", "IMG_2.jpg.json"])

    assert found == {name: [f"{name[:5]}.json"] for name in pictures[:2]} | {
        name: ["IMG_2.jpg.json"] for name in pictures[2:]
    }


def test_a_clip_without_a_json_follows_its_picture_the_heic_before_the_jpeg() -> None:
    pictures = ["IMG_1.heic", "IMG_1.JPG", "IMG_1.MP4", "IMG_2(1).HEIC", "IMG_2(1).MP4"]
    jsons = ["IMG_1.heic.json", "IMG_1.JPG.json", "IMG_2.HEIC.supplemental-metadata(1).json"]

    found = matched(pictures, jsons)

    assert found["IMG_1.MP4"] == found["IMG_1.heic"] == ["IMG_1.heic.json"]
    assert found["IMG_1.JPG"] == ["IMG_1.JPG.json"]
    assert found["IMG_2(1).MP4"] == found["IMG_2(1).HEIC"] == [jsons[2]]


def test_a_clip_with_a_json_of_its_own_and_two_clips_of_one_name_follow_nobody() -> None:
    pictures = ["IMG_1.HEIC", "IMG_1.MP4", "IMG_2.HEIC", "IMG_2.MP4", "IMG_2.MOV"]

    found = matched(pictures, ["IMG_1.HEIC.json", "IMG_1.MP4.json", "IMG_2.HEIC.json"])

    assert found == {
        "IMG_1.HEIC": ["IMG_1.HEIC.json"],
        "IMG_1.MP4": ["IMG_1.MP4.json"],
        "IMG_2.HEIC": ["IMG_2.HEIC.json"],
    }


def test_parts_of_an_export_are_searched_after_the_own_one_and_only_for_names_found_once() -> None:
    def part(folder: str, *names: str) -> list[ImageFile]:
        path = Path("/photos") / folder
        return [
            replace(a_file(name), path=path / name, relative_path=f"{folder}/{name}".encode())
            for name in names
        ]

    one = (part("1", "a.jpg", "both.jpg", "own.jpg"), part("1", "own.jpg.json", "twice.jpg.json"))
    jsons = ("a.jpg.json", "both.jpg.json", "own.jpg.supplemental-metadata.json", "twice.jpg.json")
    other = (part("2", "both.jpg"), part("2", *jsons))
    third = (part("3", "twice.jpg"), [])

    beside = {}
    for matched_part in match_parts([one, other, third]):
        beside |= {
            path: [s.relative_path for s in some] for path, some in matched_part.beside.items()
        }

    assert beside == {
        b"1/a.jpg": [b"2/a.jpg.json"],
        b"1/own.jpg": [b"1/own.jpg.json"],
        b"2/both.jpg": [b"2/both.jpg.json"],
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("takeout-20240101T000000Z-001/Takeout/G/Y", "takeout-20240101T000000Z-002/Takeout/G/Y"),
        ("x/takeout-20240101T000000Z-1-001/G/Y", "x/takeout-20240101T000000Z-1-002/Takeout/G/Y"),
        ("x/Takeout/G/Y", "x/Takeout 2/G/Y"),
    ],
)
def test_a_folder_is_known_again_in_the_other_parts_of_its_export(one: str, other: str) -> None:
    assert scattered_folder(one) == scattered_folder(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("takeout-20240101T000000Z-001/Takeout/Y", "takeout-20250101T000000Z-001/Takeout/Y"),
        ("anna/Takeout/Y", "bert/Takeout/Y"),
        ("Takeout/2019", "Takeout 2/2020"),
    ],
)
def test_folders_of_different_exports_are_kept_apart(one: str, other: str) -> None:
    assert scattered_folder(one) != scattered_folder(other)
    assert scattered_folder("photos/2019") is None


def test_xmp_belongs_to_the_named_file_and_else_to_the_raw_file() -> None:
    found = matched(
        ["a.jpg", "b.cr2", "b.jpg", "c.jpg", "c.png"], ["a.jpg.xmp", "b.xmp", "c.XMP", "d.xmp"]
    )

    assert found == {
        "a.jpg": ["a.jpg.xmp"],
        "b.cr2": ["b.xmp"],
        "c.jpg": ["c.XMP"],
        "c.png": ["c.XMP"],
    }


def a_json(timestamp: object = "1449418710", **more: object) -> bytes:
    return json.dumps({"photoTakenTime": {"timestamp": timestamp}, **more}).encode()


@pytest.mark.parametrize(
    ("timestamp", "taken"),
    [
        ("1449418710", datetime(2015, 12, 6, 16, 18, 30)),
        ("-86400", datetime(1969, 12, 31)),
        (1449418710, datetime(2015, 12, 6, 16, 18, 30)),
        ("0", None),  # what is written where nothing is known
        ("soon", None),
        ("9" * 30, None),
        (True, None),
        (None, None),
    ],
)
def test_the_time_is_a_text_of_seconds_in_utc(timestamp: object, taken: datetime | None) -> None:
    found = read_takeout(a_json(timestamp, creationTime={"timestamp": "1700000000"}))

    assert found is not None
    assert found.taken_utc_at == taken


def test_the_place_is_the_users_then_the_cameras_and_zero_is_none() -> None:
    somewhere, zero = {"latitude": 16.06, "longitude": 108.22}, {"latitude": 0, "longitude": 0}
    places = [
        read_takeout(a_json(geoData=first, geoDataExif=second))
        for first, second in ((somewhere, zero), (zero, somewhere), (zero, zero), ("x", [1]))
    ]

    assert [place and place.archive_latitude for place in places] == [16.06, 16.06, None, None]


def test_sidecars_that_tell_different_moments_are_not_believed() -> None:
    one = Beside(taken_utc_at=datetime(2015, 1, 1), archive_latitude=1.0, archive_longitude=2.0)
    other = Beside(taken_utc_at=datetime(2016, 1, 1))

    assert combine([one, one]) == (one, True)
    assert combine([one, other]) == (
        Beside(archive_latitude=1.0, archive_longitude=2.0),
        False,
    )


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["photoTakenTime", "timestamp", "geoData", "latitude", "longitude"]),
            inner,
        )
    ),
    max_leaves=15,
)


@given(st.binary(max_size=200) | _JSON.map(lambda value: json.dumps(value).encode()))
def test_no_content_makes_the_reader_fail(content: bytes) -> None:
    with suppress(UnreadError):
        read_takeout(content)


@given(st.text(max_size=60))
def test_no_name_makes_the_claims_fail(name: str) -> None:
    claims(name)


def test_deeply_nested_json_is_refused() -> None:
    for content in (b"[" * 200_000, b'{"a":' * 100_000):
        with pytest.raises(UnreadError):
            read_takeout(content)
