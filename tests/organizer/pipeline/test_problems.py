"""What could not be read, listed or believed is kept until it is so no more."""

from __future__ import annotations

import errno
import json
import os
from datetime import datetime
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.library import Library, open_library
from organizer.models import Note, NoteKind
from organizer.progress import Cancelled, Progress, Step
from organizer.scan import walk, workers
from organizer.scan.walk import open_original
from organizer.scan.workers import DecodeWorker
from tests.builders import a_photo_file

TAKEN = datetime(2024, 5, 4, 10, 11, 12)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    a_photo_file(folder / "a.jpg", TAKEN)
    a_photo_file(folder / "inner" / "b.jpg", TAKEN)
    return folder


def scan(library: Library, *folders: Path, progress: Progress | None = None) -> tuple[str, ...]:
    """The notes of the report."""
    pipeline.add_folders(library, folders)
    return pipeline.organize(library, progress=progress or Progress(), workers=1).notes


def scan_while_away(library: Library, folder: Path, *added: Path) -> tuple[str, ...]:
    """Scan; *folder* goes after the folder above it was listed, and is back afterwards."""
    away = folder.with_name("away")

    def go(_step: Step) -> None:
        if folder.exists():
            folder.rename(away.parent.parent / "away")

    notes = scan(library, *added, progress=Progress(go))
    (away.parent.parent / "away").rename(folder)
    return notes


def contest(photos: Path, folder: str = "") -> Path:
    """A sidecar that may speak of two photos."""
    for ending in ("jpg", "png"):
        a_photo_file(photos / folder / f"twin.{ending}", TAKEN)
    sidecar = photos / folder / "twin.json"
    sidecar.write_text("{}")
    return sidecar


def contradict(photos: Path, folder: str = "", name: str = "c.jpg") -> tuple[Path, ...]:
    """A photo whose two sidecars tell different dates; returns them."""
    a_photo_file(photos / folder / name, make="")
    sidecars = tuple(
        photos / folder / f"{name}{ending}" for ending in (".json", ".supplemental-metadata.json")
    )
    for sidecar, taken in zip(sidecars, (1696574136, 1296574136), strict=True):
        sidecar.write_text(json.dumps({"title": name, "photoTakenTime": {"timestamp": str(taken)}}))
    return sidecars


def kept(library: Library) -> list[tuple[NoteKind, str]]:
    """Kind and name of what is kept."""
    return [(note.kind, note.path.name) for note in library.notes.all() if note.path]


UNLISTED = [(NoteKind.FOLDER_UNLISTED, "inner")]
CONTESTED = [(NoteKind.SIDECAR_CONTESTED, "twin.json")]
DISAGREE = [(NoteKind.SIDECARS_DISAGREE, "c.jpg")]


def test_a_folder_that_could_not_be_listed_is_kept_with_its_cause_until_it_can_be(
    library: Library, photos: Path
) -> None:
    notes = scan_while_away(library, photos / "inner", photos)

    path = photos / "inner"
    assert notes == (f"The folder “{path}” could not be listed: No such file or directory.",)
    assert library.notes.all() == [
        Note(kind=NoteKind.FOLDER_UNLISTED, path=path, detail="No such file or directory")
    ]
    assert pipeline.count_problems(library) == 1

    scan(library)

    assert library.notes.all() == []


def test_a_sidecar_that_may_speak_of_several_photos_is_kept_until_it_is_gone(
    library: Library, photos: Path
) -> None:
    sidecar = contest(photos)

    scan(library, photos)
    first = kept(library)
    scan(library)
    second = kept(library)
    sidecar.unlink()
    scan(library)

    assert (first, second, kept(library)) == (CONTESTED, CONTESTED, [])


def test_sidecars_that_disagree_are_kept_also_when_a_later_scan_does_not_ask_them_again(
    library: Library, photos: Path
) -> None:
    sidecars = contradict(photos)

    told = scan(library, photos)
    told_again = scan(library)

    assert told == ("The sidecars of “c.jpg” tell different dates; none is believed.",)
    assert told_again == ()
    assert kept(library) == DISAGREE

    sidecars[0].unlink()
    scan(library)

    assert library.notes.all() == []


@pytest.mark.parametrize("how", ["file gone", "sidecars gone", "folder removed"])
def test_a_contradiction_goes_with_what_it_is_about(
    library: Library, photos: Path, how: str
) -> None:
    sidecars = contradict(photos)
    (folder,) = pipeline.add_folders(library, [photos]).added
    scan(library)

    match how:
        case "file gone":
            (photos / "c.jpg").unlink()
        case "sidecars gone":
            for sidecar in sidecars:
                sidecar.unlink()
        case _:
            pipeline.remove_folder(library, folder.id)
    scan(library)

    assert library.notes.all() == []
    assert library.notes.contradicted() == set()


def test_a_cancelled_listing_clears_nothing(library: Library, photos: Path, tmp_path: Path) -> None:
    contest(photos, "inner")
    scan(library, photos)
    (photos / "inner" / "twin.json").unlink()

    progress = Progress(lambda _step: progress.cancel())
    with pytest.raises(Cancelled):
        scan(library, progress=progress)

    assert kept(library) == CONTESTED


def test_what_lies_below_a_folder_that_could_not_be_listed_keeps_its_notes(
    library: Library, photos: Path
) -> None:
    contest(photos, "inner")
    contradict(photos, "inner")
    scan(library, photos)

    scan_while_away(library, photos / "inner", photos)

    assert sorted(kept(library)) == sorted(UNLISTED + CONTESTED + DISAGREE)
    scan(library)
    assert sorted(kept(library)) == sorted(CONTESTED + DISAGREE)


def test_what_is_left_out_has_no_notes_even_if_it_could_not_be_reached(
    library: Library, photos: Path
) -> None:
    contest(photos, "inner/deep")
    contradict(photos, "inner/deep")
    scan(library, photos)
    pipeline.leave_out(library, photos / "inner" / "deep")

    scan_while_away(library, photos / "inner", photos)

    assert kept(library) == UNLISTED


def test_notes_of_a_folder_that_is_offline_wait_until_it_is_back(
    library: Library, photos: Path, tmp_path: Path
) -> None:
    contest(photos)
    contradict(photos)
    scan(library, photos)

    photos.rename(tmp_path / "unplugged")
    scan(library)
    problems = pipeline.find_problems(library)
    assert (problems.notes, problems.count) == ((), 0)
    assert [folder.path for folder in problems.offline] == [photos]
    assert pipeline.count_problems(library) == 0

    (tmp_path / "unplugged").rename(photos)
    scan(library)
    assert sorted(kept(library)) == sorted(CONTESTED + DISAGREE)


def test_a_folder_that_takes_in_an_added_one_takes_in_its_notes(
    library: Library, photos: Path
) -> None:
    contradict(photos, "inner")
    scan(library, photos / "inner")

    pipeline.add_folders(library, [photos])

    (note,) = library.notes.all()
    assert note.path == photos / "inner" / "c.jpg"
    scan(library)
    assert kept(library) == DISAGREE


def test_a_folder_that_was_removed_during_its_listing_leaves_no_notes(
    library: Library, library_path: Path, photos: Path
) -> None:
    contest(photos)
    (folder,) = pipeline.add_folders(library, [photos]).added

    def remove(_step: Step) -> None:
        with open_library(library_path) as other:
            pipeline.remove_folder(other, folder.id)

    scan(library, progress=Progress(remove))

    assert library.notes.all() == []


# -- sidecars and lists that could not be read -----------------------------------------------------


UNREAD = [(NoteKind.SIDECAR_UNREAD, "a.jpg.json")]
SHUT = [(NoteKind.SIDECAR_UNOPENED, "a.jpg.json")]
LIST_UNREAD = [(NoteKind.SIDECAR_UNREAD, "posts_1.json")]


def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what decode workers are asked about from now on."""
    names: list[str] = []
    ask = DecodeWorker.ask

    def listen(self: DecodeWorker, header: dict, paths: list[Path], **more: float) -> object:
        names.extend(path.name for path in paths)
        return ask(self, header, paths, **more)

    monkeypatch.setattr(DecodeWorker, "ask", listen)
    return names


def shut(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Files of these names cannot be opened from now on."""

    def open_others(path: bytes | str | os.PathLike[str]) -> int:
        if Path(os.fsdecode(path)).name in names:
            raise PermissionError(errno.EACCES, "Permission denied")
        return open_original(path)

    for module in (walk, workers):
        monkeypatch.setattr(module, "open_original", open_others)


def test_a_sidecar_that_cannot_be_read_is_kept_and_not_asked_again_until_it_changes(
    library: Library, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sidecar = photos / "a.jpg.json"
    sidecar.write_text('{"photoTakenTime": {"tim')

    told = scan(library, photos)
    first = kept(library)
    names = asked(monkeypatch)
    told_again = scan(library)

    assert told == ("“a.jpg.json” could not be read: it is damaged; no photo is dated by it.",)
    assert (first, kept(library), told_again, names) == (UNREAD, UNREAD, (), [])
    assert pipeline.count_problems(library) == 1

    sidecar.write_text('{"photoTakenTime": {"timestamp": "1"}}')
    scan(library)

    assert kept(library) == []
    assert sidecar.name in names


@pytest.mark.parametrize("how", ["sidecar gone", "photo gone", "left out", "folder removed"])
def test_a_note_of_an_unread_sidecar_goes_with_what_it_is_about(
    library: Library, photos: Path, how: str
) -> None:
    (photos / "inner/b.jpg.json").write_text("{")
    (folder,) = pipeline.add_folders(library, [photos]).added
    scan(library)
    assert kept(library) == [(NoteKind.SIDECAR_UNREAD, "b.jpg.json")]

    match how:
        case "sidecar gone":
            (photos / "inner/b.jpg.json").unlink()
        case "photo gone":
            (photos / "inner/b.jpg").unlink()
        case "left out":
            pipeline.leave_out(library, photos / "inner")
        case _:
            pipeline.remove_folder(library, folder.id)
    scan(library)

    assert kept(library) == []


def test_a_sidecar_that_may_be_opened_again_is_believed_though_it_did_not_change(
    library: Library, photos: Path
) -> None:
    contents = '{"photoTakenTime": {"timestamp": "1296574136"}}'
    for name in ("a", "n"):
        a_photo_file(photos / f"{name}.jpg", make="", seed=ord(name))
        (photos / f"{name}.jpg.json").write_text(contents)

    with pytest.MonkeyPatch.context() as monkeypatch:
        shut(monkeypatch, "a.jpg.json")
        told = scan(library, photos)
        names = asked(monkeypatch)
        scan(library)
        assert (kept(library), names) == (SHUT, [])
    scan(library)

    assert "“a.jpg.json” could not be opened: Permission denied; no photo" in told[0]
    assert kept(library) == []
    taken = {p.path.name: p.captured.source for p in library.photos.all()}
    assert taken["a.jpg"] == taken["n.jpg"] == "takeout"


def test_a_list_of_an_archive_that_cannot_be_read_is_kept_until_it_can_be(
    library: Library, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = photos / "posts_1.json"
    listing.write_text("[")

    told = scan(library, photos)
    names = asked(monkeypatch)
    scan(library)
    assert (len(told), kept(library), names) == (1, LIST_UNREAD, [])

    listing.write_text("[]")
    scan(library)
    assert kept(library) == []

    listing.write_text("[[")
    scan(library)
    assert kept(library) == LIST_UNREAD
    listing.unlink()
    scan(library)
    assert kept(library) == []


def test_a_list_that_may_be_opened_again_is_read_though_it_did_not_change(
    library: Library, photos: Path
) -> None:
    a_photo_file(photos / "p.jpg", make="")
    lines = [{"uri": "p.jpg", "creation_timestamp": 1296574136}]
    (photos / "posts_1.json").write_text(json.dumps(lines))

    with pytest.MonkeyPatch.context() as monkeypatch:
        shut(monkeypatch, "posts_1.json")
        scan(library, photos)
        names = asked(monkeypatch)
        scan(library)
        assert kept(library) == [(NoteKind.SIDECAR_UNOPENED, "posts_1.json")]
        assert names == []
    scan(library)

    assert kept(library) == []
    assert {p.captured.source for p in library.photos.all() if p.path.name == "p.jpg"} == {
        "takeout"
    }


def test_a_file_that_may_be_a_picture_but_cannot_be_opened_is_told_and_is_not_gone(
    library: Library, photos: Path
) -> None:
    (photos / "a.jpg").rename(photos / "IMG_0001")
    gone = a_photo_file(photos / "gone.jpg")
    scan(library, photos)
    before = library.photos.count()
    gone.unlink()

    with pytest.MonkeyPatch.context() as monkeypatch:
        shut(monkeypatch, "IMG_0001")
        told = scan(library)
        assert kept(library) == [(NoteKind.FILE_UNOPENED, "IMG_0001")]
        assert library.photos.count() == before - 1  # the one that is really gone
    scan(library)

    assert "IMG_0001” could not be opened: Permission denied; it may be a picture" in told[0]
    assert kept(library) == []
    assert library.photos.count() == before - 1


# -- files that could not be read ------------------------------------------------------------------


@pytest.fixture
def broken(library: Library, tmp_path: Path) -> Path:
    """A library with one file that is empty, one that is there twice and one that is no picture."""
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "empty.jpg").write_bytes(b"")
    for name in ("twice.jpg", "again.jpg"):
        (folder / name).write_bytes(b"\xff\xd8\xff\xe0 no picture")
    (folder / "text.jpg").write_bytes(b"text")
    scan(library, folder)
    return folder


def test_every_file_is_listed_also_those_with_the_same_content(
    library: Library, broken: Path
) -> None:
    found = pipeline.find_problems(library)

    assert {file.path for file in found.files} == set(broken.iterdir())
    assert all(file.reason for file in found.files)
    assert found.count == pipeline.count_problems(library) == 4


def test_only_what_is_chosen_is_read_again(library: Library, broken: Path) -> None:
    files = {file.path.name: file for file in pipeline.find_problems(library).files}
    for name in ("empty.jpg", "text.jpg"):  # mended, but with size and time as before: not seen
        a_photo_file(broken / name, TAKEN)
    scan(library)
    assert pipeline.count_problems(library) == 2

    assert pipeline.try_problems_again(library, [files["again.jpg"].photo_id]) == 2
    assert len(library.files.known(library.folders.all()[0].id)) == 4
    again = [known for known in _known(library) if known.passed == 1]
    assert {known.photo_id for known in again} == {files["again.jpg"].photo_id}


def _known(library: Library) -> list:
    return list(library.files.known(library.folders.all()[0].id).values())


def test_a_readable_photo_is_never_read_again_by_that(library: Library, photos: Path) -> None:
    scan(library, photos)

    assert pipeline.try_problems_again(library, [p.id for p in library.photos.all()]) == 0
