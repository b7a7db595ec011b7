"""Which files are one photo, and which only look like it."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

import pytest

from organizer.models import CaptureTime, DateSource, Kind, PartRole, PhotoId
from organizer.scan.parts import Piece, find_parts

NOON = datetime(2023, 10, 6, 12)
KINDS = {"dng": Kind.RAW, "cr2": Kind.RAW, "mov": Kind.VIDEO, "mp4": Kind.VIDEO, "mp": Kind.VIDEO}


def a_piece(
    name: str,
    *,
    at: datetime | None = NOON,
    folder: bytes = b"",
    content_id: str = "",
    seconds: float | None = 2.5,
    is_utc: bool = False,
    is_ok: bool = True,
    photo_id: int | None = None,
) -> Piece:
    kind = KINDS.get(name.rpartition(".")[2].lower(), Kind.PHOTO)
    source = DateSource.UNKNOWN if at is None else DateSource.EXIF_ORIGINAL
    return Piece(
        photo_id=PhotoId(photo_id or abs(hash((name, folder))) % 10**9),
        folder=(1, folder),
        name=name,
        kind=kind,
        is_ok=is_ok,
        captured=CaptureTime(taken_at=at, source=source, is_utc=is_utc),
        content_id=content_id,
        duration_s=seconds if kind is Kind.VIDEO else None,
    )


def joined(*pieces: Piece) -> dict[str, tuple[str, PartRole]]:
    names = {piece.photo_id: piece.name for piece in pieces}
    found = find_parts(pieces)
    assert found == find_parts(random.Random(3).sample(pieces, len(pieces)))
    return {names[part]: (names[whole], role) for part, (whole, role) in found.items()}


def test_a_raw_file_and_its_jpeg_are_one_photo() -> None:
    assert joined(a_piece("DSC_1.JPG"), a_piece("DSC_1.dng", at=NOON + timedelta(seconds=1))) == {
        "DSC_1.dng": ("DSC_1.JPG", PartRole.RAW)
    }
    assert joined(
        a_piece("PXL_1.RAW-01.COVER.jpg"), a_piece("PXL_1.RAW-02.ORIGINAL.dng", at=None)
    ) == {"PXL_1.RAW-02.ORIGINAL.dng": ("PXL_1.RAW-01.COVER.jpg", PartRole.RAW)}


@pytest.mark.parametrize(
    "other",
    [
        a_piece("DSC_2.dng"),
        a_piece("DSC_1.dng", folder=b"raw"),
        a_piece("DSC_1.dng", at=NOON + timedelta(days=400)),  # the counter came round again
        a_piece("DSC_1.png"),
    ],
    ids=["other name", "other folder", "other time", "no raw file"],
)
def test_files_that_only_look_alike_stay_apart(other: Piece) -> None:
    assert joined(a_piece("DSC_1.JPG"), other) == {}


@pytest.mark.parametrize(
    ("picture", "clip", "is_live"),
    [
        ({"content_id": "A"}, {"content_id": "A", "at": None}, True),
        ({"content_id": "A"}, {"content_id": "B"}, False),
        ({}, {"at": NOON + timedelta(seconds=2)}, True),
        ({}, {"at": NOON + timedelta(minutes=2)}, False),
        ({}, {"at": NOON - timedelta(hours=5, minutes=30), "is_utc": True}, True),
        ({}, {"at": NOON - timedelta(hours=5, minutes=37), "is_utc": True}, False),
        ({}, {"at": NOON - timedelta(days=3), "is_utc": True}, False),
        ({}, {"seconds": 45.0}, False),
        ({}, {"at": None}, False),
    ],
)
def test_a_clip_is_live_by_identifier_or_by_time_and_length(
    picture: dict[str, object], clip: dict[str, object], is_live: bool
) -> None:
    found = joined(a_piece("IMG_1.HEIC", **picture), a_piece("IMG_1.MOV", **clip))  # type: ignore[arg-type]

    assert found == ({"IMG_1.MOV": ("IMG_1.HEIC", PartRole.LIVE_VIDEO)} if is_live else {})


def test_a_pixels_clip_beside_its_picture_is_live() -> None:
    found = joined(a_piece("PXL_1.MP.jpg"), a_piece("PXL_1.MP"))

    assert found == {"PXL_1.MP": ("PXL_1.MP.jpg", PartRole.LIVE_VIDEO)}


@pytest.mark.parametrize(
    ("edited", "original"),
    [
        ("IMG_1-edited.jpg", "IMG_1.jpg"),
        ("IMG_1-bearbeitet(1).jpg", "IMG_1(1).jpg"),
        ("IMG_E1234.HEIC", "IMG_1234.HEIC"),
    ],
)
def test_an_edited_copy_belongs_to_its_original(edited: str, original: str) -> None:
    assert joined(a_piece(edited), a_piece(original)) == {edited: (original, PartRole.EDITED)}
    assert joined(a_piece(edited)) == {}
    assert joined(a_piece(edited), a_piece(original, at=NOON - timedelta(days=9))) == {}


def test_all_parts_of_one_shot_meet_in_the_picture() -> None:
    found = joined(
        *(a_piece(f"IMG_1.{ending}") for ending in ("JPG", "dng", "MOV")),
        a_piece("IMG_1-edited.JPG"),
    )

    assert {role for _, role in found.values()} == {
        PartRole.RAW,
        PartRole.LIVE_VIDEO,
        PartRole.EDITED,
    }
    assert {whole for whole, _ in found.values()} == {"IMG_1.JPG"}


def test_a_readable_part_is_not_hidden_behind_a_broken_picture() -> None:
    assert joined(a_piece("DSC_1.JPG", is_ok=False), a_piece("DSC_1.dng")) == {}


def test_a_part_in_one_folder_and_a_whole_in_another_never_go_round_in_a_circle() -> None:
    first, second = a_piece("a.jpg", photo_id=1), a_piece("a-edited.jpg", photo_id=2)
    again, swapped = (
        a_piece("b.jpg", photo_id=2, folder=b"x"),
        a_piece("b-edited.jpg", photo_id=1, folder=b"x"),
    )

    found = find_parts([first, second, again, swapped])

    assert found in ({}, {PhotoId(2): (PhotoId(1), PartRole.EDITED)})
