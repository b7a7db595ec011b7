"""Words and positions that leave with copies: bounded, plain, and none of a private place."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from organizer import pipeline
from organizer.errors import ExportError
from organizer.export.naming import name_of_copy
from organizer.export.pages import PagePicture, SheetPicture, make_page, make_sidecar
from organizer.export.positions import positions, positions_in_words
from organizer.export.sheets import make_contact_sheet
from organizer.library import Library
from organizer.models import Circle, ExportOptions
from organizer.models.exports import NameFacts, PrivateZone
from organizer.pipeline.zones import keep_zone
from organizer.progress import Progress
from tests.builders import a_jpeg, a_photo_file

EVIL = "A \u202egpj\u2066\u200b\u2028\x1b[31m B"
SCHOOL = (16.06, 108.22)


def test_pages_sidecars_and_sheets_show_no_marks_and_no_megabytes() -> None:
    long = EVIL + "x" * 1_000_000
    page = make_page(long, [PagePicture("a.jpg", long, long)]).decode()
    sidecar = make_sidecar(title=long, taken_at=None, caption=long).decode()
    sheet = make_contact_sheet(long, [SheetPicture(long, long, a_jpeg(1))])

    for made in (page, sidecar.replace("\ufeff", "")):
        assert not set(made) & set("\u202e\u2066\u200b\u2028\x1b")
        assert len(made) < 20_000
    ET.fromstring(sidecar)
    assert len(sheet) < 200_000
    assert "\u202e".encode("utf-16-be") not in sheet


@pytest.mark.parametrize(
    "album", ["CON", "lpt¹", "x. . ", EVIL, "\u202e" * 300, "../..", "ệ" * 999]
)
def test_names_made_of_hostile_titles_are_taken_by_every_system(album: str) -> None:
    facts = NameFacts(stem="IMG_1", taken_at=None, number=1, count=1, album=album, keeps_date=True)

    name = name_of_copy("{album}" * 3 if album != "CON" else "{album}", facts, ".jpg")

    assert name.isprintable()
    assert len(f"{name} (1000000).xmp".encode()) <= 255
    assert not name.startswith((".", " "))
    assert not name.endswith((".", " "))
    assert name.partition(".")[0].lower() not in ("con", "lpt¹")


def a_film(kind: bytes, entry: bytes) -> bytes:
    """The head of a video with one track of that kind, and nothing filmed."""

    def box(name: bytes, inside: bytes) -> bytes:
        return (8 + len(inside)).to_bytes(4) + name + inside

    handler = box(b"hdlr", bytes(4) + b"mhlr" + kind + bytes(13))
    track = box(b"trak", box(b"mdia", handler + box(b"minf", box(b"stsd", bytes(8) + entry))))
    return box(b"ftyp", b"qt  " + bytes(4)) + box(b"moov", track) + box(b"mdat", bytes(8))


def test_what_was_written_down_while_filming_counts_as_a_position_that_cannot_be_read() -> None:
    key = b"\0\0\0\x40keydmdtacom.apple.quicktime."
    place, turn = (
        b"mebx" + key + one + b"\0" for one in (b"location.ISO6709", b"video-orientation")
    )

    assert positions(a_film(b"vide", b"avc1")) == []
    assert positions(a_film(b"meta", turn)) == []
    assert positions(a_film(b"meta", place)) is None
    assert positions(a_film(b"meta", turn + place)) is None
    assert positions(a_film(b"meta", b"mebx")) is None
    assert positions(a_film(b"meta", b"rtmd")) is None
    assert positions(a_film(b"text", b"tx3g")) is None


def test_degrees_are_found_in_words() -> None:
    assert positions_in_words("at 16.0600° N, 108.2200° E!") == [(16.06, 108.22)]
    assert positions_in_words("16.0600 S 108.2200w") == [(-16.06, -108.22)]
    assert positions_in_words("\N{MINUS SIGN}16.0600;+108.2200") == [(-16.06, 108.22)]
    assert positions_in_words("4.5 of 5, 3.14 or 16.060") == []


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_no_page_tells_a_private_place_even_where_places_are_kept(
    library: Library, tmp_path: Path, form: str
) -> None:
    a_photo_file(tmp_path / "photos/a.jpg", position=(16.3, 108.22))
    pipeline.add_folders(library, [tmp_path / "photos"])
    pipeline.organize(library, progress=Progress(), workers=1)
    ids = [photo.id for photo in library.photos.all()]
    keep_zone(library, PrivateZone(circle=Circle(*SCHOOL, 0.5), name="School"))
    options = ExportOptions(form=form, keep_location=True)  # type: ignore[arg-type]

    def export(caption: str, to: str) -> pipeline.ExportReport:
        with library.transaction():
            album = library.albums.add(to, ids)
            library.captions.set(ids[0], caption)
        return pipeline.export_album(library, album.id, tmp_path / to, options, progress=Progress())

    assert export("away, 16.3000, 108.2200", "away").overview
    with pytest.raises(ExportError, match="would tell a place"):
        export("at school, 16.0600, 108.2200", "within")
