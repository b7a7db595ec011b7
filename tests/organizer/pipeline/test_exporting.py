"""Albums to copies: never over anything, never among the originals."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import sys
import zipfile
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image

from organizer import pipeline
from organizer.errors import ExportError, NotFoundError
from organizer.export.pages import SheetPicture
from organizer.export.sheets import make_contact_sheet
from organizer.library import Library
from organizer.models import Album, AlbumId, ExportOptions
from organizer.pipeline import hiding
from organizer.progress import Progress
from tests.builders import a_photo_file, fingerprints
from tests.organizer.scan.making import a_video

TAKEN = datetime(2024, 5, 4, 10, 11, 12)
SOMEWHERE = (16.06, 108.22)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    a_photo_file(folder / "one/IMG_1.jpg", TAKEN, SOMEWHERE, orientation=6)
    a_photo_file(folder / "two/IMG_1.jpg", TAKEN, SOMEWHERE, seed=8)
    a_photo_file(folder / "IMG_2.heic", TAKEN, SOMEWHERE)
    a_photo_file(folder / "IMG_3.png", TAKEN, SOMEWHERE)
    return folder


@pytest.fixture
def album(library: Library, photos: Path) -> Album:
    pipeline.add_folders(library, [photos])
    pipeline.organize(library, progress=Progress(), workers=1)
    with library.transaction():
        ids = [photo.id for photo in sorted(library.photos.all(), key=lambda p: str(p.path))]
        return library.albums.add("Four of a kind <&>", ids)


def export(library: Library, album: Album, to: Path, **options: object) -> pipeline.ExportReport:
    chosen = ExportOptions(**options)  # type: ignore[arg-type]
    return pipeline.export_album(library, album.id, to, chosen, progress=Progress())


def test_copies_are_written_without_place_and_originals_stay_as_they_are(
    library: Library, album: Album, photos: Path, tmp_path: Path
) -> None:
    originals = fingerprints(photos)

    report = export(library, album, tmp_path / "out")

    assert {path.name for path in report.written} == {
        "IMG_1.jpg",
        "IMG_1 (2).jpg",
        "IMG_2.heic",
        "IMG_3.png",
    }
    for path in report.written:
        exif = Image.open(path).getexif()
        assert not exif.get_ifd(0x8825)
        assert 0x010F not in exif
        assert exif.get_ifd(0x8769)[0x9003] == "2024:05:04 10:11:12"
    assert report.converted == ()
    assert report.checked == 4
    assert fingerprints(photos) == originals


def test_with_location_kept_the_copies_equal_the_originals(
    library: Library, album: Album, photos: Path, tmp_path: Path
) -> None:
    report = export(library, album, tmp_path / "out", keep_location=True)

    originals = {path.read_bytes() for path in photos.rglob("*.*")}
    assert {path.read_bytes() for path in report.written} == originals


def test_nothing_that_is_there_is_overwritten(
    library: Library, album: Album, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/IMG_3.png").write_text("mine")

    report = export(library, album, tmp_path / "out")

    assert (tmp_path / "out/IMG_3.png").read_text() == "mine"
    assert "IMG_3 (2).png" in {path.name for path in report.written}


def test_a_folder_of_photos_is_refused_as_a_destination(
    library: Library, album: Album, photos: Path
) -> None:
    originals = fingerprints(photos)

    with pytest.raises(ExportError, match="never writes there"):
        export(library, album, photos / "export")

    assert fingerprints(photos) == originals


def test_a_size_limits_the_longest_side(library: Library, album: Album, tmp_path: Path) -> None:
    report = export(library, album, tmp_path / "out", size_px=160)

    assert {max(Image.open(path).size) for path in report.written} == {160}


def test_a_zip_file_holds_the_same_and_is_never_overwritten(
    library: Library, album: Album, tmp_path: Path
) -> None:
    report = export(library, album, tmp_path / "album.zip", form="zip")

    with zipfile.ZipFile(tmp_path / "album.zip") as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == len(report.written) == 4
    with pytest.raises(ExportError, match="exists already"):
        export(library, album, tmp_path / "album.zip", form="zip")


def test_a_web_page_opens_offline_and_shows_names_as_text(
    library: Library, album: Album, tmp_path: Path
) -> None:
    export(library, album, tmp_path / "out", form="html")

    page = (tmp_path / "out/index.html").read_text()
    assert "Four of a kind &lt;&amp;&gt;" in page
    assert page.count("<figure>") == 4
    assert not re.search(r"https?://|//[a-z]", page)
    for kind in ("script", "style"):
        (inside,) = re.findall(f"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        allowed = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{allowed}'" in page
    for name in re.findall(r'src="([^"]+)"', page):
        assert (tmp_path / "out" / unquote(name)).is_file()


def test_a_web_page_begins_with_the_cover_and_has_captions_as_text(
    library: Library, album: Album, tmp_path: Path
) -> None:
    last = album.photo_ids[-1]
    with library.transaction():
        library.albums.set_cover(album.id, last)
        library.captions.set(last, "Mai & <b>Linh</b>")

    export(library, album, tmp_path / "out", form="html")

    page = (tmp_path / "out/index.html").read_text()
    first = page[page.index("<figure>") : page.index("</figure>")]
    assert "Mai &amp; &lt;b&gt;Linh&lt;/b&gt;" in first
    assert "<b>" not in page


def test_a_web_page_has_no_picture_that_a_browser_cannot_show(
    library: Library, album: Album, tmp_path: Path
) -> None:
    report = export(library, album, tmp_path / "out", form="html", keep_location=True)

    assert {path.suffix for path in report.written} == {".jpg", ".png", ".html"}
    assert report.overview == tmp_path / "out/index.html"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{name}", {"IMG_1", "IMG_1 (2)", "IMG_2", "IMG_3"}),
        (
            "{date} {time}",
            {f"2024-05-04 10-11-12{n}" for n in ("", " (2)")},
        ),
        ("{album} {number}", {f"Four of a kind _&_ 00{n}" for n in (1, 2, 3, 4)}),
        ("../{name}", {"_IMG_1", "_IMG_1 (2)", "_IMG_2", "_IMG_3"}),
        ("{__class__} {name}", {f"{{__class__}} IMG_{n}" for n in ("1", "1 (2)", "2", "3")}),
    ],
)
def test_copies_are_named_by_a_pattern_and_none_is_written_over(
    library: Library, album: Album, tmp_path: Path, pattern: str, expected: set[str]
) -> None:
    report = export(library, album, tmp_path / "out", names=pattern)

    assert len(report.written) == 4
    assert {path.stem for path in report.written} == expected
    assert {path.parent for path in report.written} == {tmp_path / "out"}


def test_a_better_quality_gives_larger_jpegs(
    library: Library, album: Album, tmp_path: Path
) -> None:
    sizes = [
        sum(
            path.stat().st_size
            for path in export(
                library, album, tmp_path / str(quality), size_px=300, quality=quality
            ).written
        )
        for quality in (85, 95)
    ]

    assert sizes[1] > 1.3 * sizes[0]


def test_what_remains_is_told_of_each_copy_before_it_is_written(
    library: Library, album: Album, tmp_path: Path
) -> None:
    def remains(**options: object) -> list[tuple[str, set[str]]]:
        chosen = ExportOptions(**options)  # type: ignore[arg-type]
        told = pipeline.export_remains(library, album.id, chosen, progress=Progress())
        return [(one.name, set(one.tells)) for one in told]

    assert remains() == [
        (name, {"date"}) for name in ("IMG_2.heic", "IMG_3.png", "IMG_1.jpg", "IMG_1.jpg")
    ]
    assert remains(keep_location=True)[1] == ("IMG_3.png", {"date", "place", "camera", "rest"})
    assert remains(keep_location=True, size_px=200)[1] == ("IMG_3.jpg", {"date"})
    hiding.hide_photos(library, album.photo_ids[:1])
    assert ("", {"hidden_left_out"}) in remains()


def test_the_example_is_the_name_that_the_first_copy_gets(
    library: Library, album: Album, tmp_path: Path
) -> None:
    preview = pipeline.export_preview(library, album.id, progress=Progress())
    pattern = "{number} {date}"

    report = export(library, album, tmp_path / "out", names=pattern, keep_location=True)

    assert pipeline.example_name(preview, pattern) == report.written[0].name
    assert pipeline.unknown_name_fields("{number} {when}") == ["when"]


def test_a_contact_sheet_is_a_pdf(library: Library, album: Album, tmp_path: Path) -> None:
    report = export(library, album, tmp_path / "out", form="pdf")

    assert [path.name for path in report.written] == ["Contact sheet.pdf"]
    assert report.written[0].read_bytes().startswith(b"%PDF")


@pytest.fixture
def undated(library: Library, tmp_path: Path) -> Album:
    """One photo without a date; its name is not UTF-8 where the system allows that."""
    is_text = sys.platform in ("win32", "darwin")
    name = "Mai é.jpg" if is_text else os.fsdecode(b"Mai \xe9.jpg")
    a_photo_file(tmp_path / "photos" / name, seed=3)
    pipeline.add_folders(library, [tmp_path / "photos"])
    pipeline.organize(library, progress=Progress(), workers=1)
    with library.transaction():
        return library.albums.add("Undated", [photo.id for photo in library.photos.all()])


@pytest.mark.parametrize(("names", "told"), [("{name}", True), ("{number}", False)])
def test_a_page_tells_the_name_of_a_file_only_where_the_copy_does(
    library: Library, undated: Album, tmp_path: Path, names: str, told: bool
) -> None:
    report = export(library, undated, tmp_path / "out", form="html", names=names)

    page = (tmp_path / "out/index.html").read_text()
    assert ("Mai" in page) == told
    assert f"<span>{report.written[0].name}</span>" in page


@pytest.mark.parametrize(("names", "told"), [("{name}", True), ("{number}", False)])
def test_a_contact_sheet_tells_the_name_of_a_file_only_where_names_are_kept(
    library: Library,
    undated: Album,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    names: str,
    told: bool,
) -> None:
    lines: list[str] = []

    def make(_title: str, pictures: list[SheetPicture]) -> bytes:
        lines.extend(picture.line for picture in pictures)
        return make_contact_sheet(_title, pictures)

    monkeypatch.setattr("organizer.export.sheets.make_contact_sheet", make)

    export(library, undated, tmp_path / "out", form="pdf", names=names)

    assert ["Mai" in line for line in lines] == [told]


def test_a_sidecar_carries_the_caption_as_text(
    library: Library, album: Album, tmp_path: Path
) -> None:
    with library.transaction():
        library.captions.set(album.photo_ids[0], "Mẹ & <Ba>")

    report = export(library, album, tmp_path / "out", xmp=True)

    sidecar = next(path for path in report.written if path.suffix == ".xmp").read_text()
    assert "Mẹ &amp; &lt;Ba&gt;" in sidecar


def test_sidecars_carry_the_album_and_never_the_place(
    library: Library, album: Album, tmp_path: Path
) -> None:
    report = export(library, album, tmp_path / "out", xmp=True)

    sidecars = [path.read_text() for path in report.written if path.suffix == ".xmp"]
    assert len(sidecars) == 4
    assert all("2024-05-04T10:11:12" in sidecar for sidecar in sidecars)
    assert not any("GPS" in sidecar for sidecar in sidecars)


def test_a_photo_that_is_gone_is_told_and_the_others_are_copied(
    library: Library, album: Album, photos: Path, tmp_path: Path
) -> None:
    (photos / "IMG_3.png").unlink()

    report = export(library, album, tmp_path / "out")

    assert len(report.written) == 3
    ((path, reason),) = report.skipped
    assert path.name == "IMG_3.png"
    assert reason


def a_clip_album(library: Library, video: Path) -> Album:
    pipeline.add_folders(library, [video.parent])
    pipeline.organize(library, progress=Progress(), workers=1)
    with library.transaction():
        return library.albums.add("Clips", [photo.id for photo in library.photos.all()])


def test_a_video_is_copied_whole_or_without_what_it_tells_and_never_turned_into_a_picture(
    library: Library, tmp_path: Path
) -> None:
    video = a_video(tmp_path / "videos/clip.mp4")
    album = a_clip_album(library, video)

    stripped = export(library, album, tmp_path / "stripped")
    whole = export(library, album, tmp_path / "whole", keep_location=True, size_px=100)

    assert [path.name for path in stripped.written] == ["clip.mp4"]
    assert stripped.checked == 1
    assert [path.read_bytes() for path in whole.written] == [video.read_bytes()]


def test_a_copy_that_would_still_tell_its_camera_is_not_written(
    library: Library, album: Album, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("organizer.export.stripping.strip_png", lambda content, _exif: content)

    report = export(library, album, tmp_path / "out")

    assert [path.name for path, _ in report.skipped] == ["IMG_3.png"]
    assert "it was not written" in report.skipped[0][1]
    assert not list((tmp_path / "out").glob("*.png"))
    assert report.checked == 3


def test_the_date_goes_with_the_rest_when_it_is_not_to_be_kept(
    library: Library, album: Album, tmp_path: Path
) -> None:
    report = export(library, album, tmp_path / "out", keep_date=False)

    assert len(report.written) == 4
    assert not any(b"2024:05:04" in path.read_bytes() for path in report.written)


def test_an_album_that_is_gone_is_a_sentence(library: Library, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        pipeline.export_preview(library, AlbumId(99), progress=Progress())


def test_the_preview_counts_what_the_copies_would_tell(library: Library, album: Album) -> None:
    preview = pipeline.export_preview(library, album.id, progress=Progress())

    assert (preview.file_count, preview.with_location, preview.with_camera) == (4, 4, 4)
    assert preview.size_bytes > 0


def test_a_hidden_photo_is_not_exported_and_that_is_said(
    library: Library, album: Album, tmp_path: Path
) -> None:
    hiding.hide_photos(library, album.photo_ids[:1])
    hidden = library.photos.get(album.photo_ids[0])
    assert hidden is not None

    report = export(library, album, tmp_path / "out")
    preview = pipeline.export_preview(library, album.id, progress=Progress())

    assert report.skipped == ((hidden.path, "It is hidden in Homeroll."),)
    assert len(report.written) == preview.file_count == 3


def test_an_album_of_hidden_photos_only_is_not_exported(
    library: Library, album: Album, tmp_path: Path
) -> None:
    hiding.hide_photos(library, album.photo_ids)

    with pytest.raises(ExportError, match="only hidden photos"):
        export(library, album, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("form", ["folder", "html"])
def test_without_the_date_nothing_beside_the_copies_tells_it_either(
    library: Library, album: Album, tmp_path: Path, form: str
) -> None:
    pattern = "{date} {time}" if form == "folder" else "{name}"
    report = export(
        library, album, tmp_path / "out", keep_date=False, form=form, names=pattern, xmp=True
    )
    preview = pipeline.export_preview(library, album.id, progress=Progress())

    names = {path.name for path in report.written}
    assert {"photo 0001.heic" if form == "folder" else "photo 0001.jpg", "photo 0002.png"} <= names
    assert not any("IMG" in name for name in names)
    assert pipeline.example_name(preview, pattern, keep_date=False).startswith("photo 0001.")
    for path in report.written:
        assert not re.search(rb"2024.05.04|04\.05\.2024|2024-05", path.read_bytes())


def test_a_zip_file_is_read_again_after_it_is_closed(
    library: Library, album: Album, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damage(self: zipfile.ZipFile, name: str, content: bytes) -> None:
        write(self, name, content[:-1] + b"x")

    write = zipfile.ZipFile.writestr
    monkeypatch.setattr(zipfile.ZipFile, "writestr", damage)

    with pytest.raises(ExportError, match="reads back differently"):
        export(library, album, tmp_path / "album.zip", form="zip")
    assert not (tmp_path / "album.zip").exists()


def test_a_sidecar_that_would_tell_a_place_is_not_written(
    library: Library, album: Album, tmp_path: Path
) -> None:
    with library.transaction():
        library.captions.set(album.photo_ids[0], "At +16.0600+108.2200/")

    report = export(library, album, tmp_path / "out", xmp=True)

    assert sum(path.suffix == ".xmp" for path in report.written) == 3
    assert "sidecar would tell a place" in report.skipped[0][1]
