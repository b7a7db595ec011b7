"""Decode workers with real files, broken ones, and deaths."""

from __future__ import annotations

import io
import os
import signal
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image

from organizer.models import FolderId, ImageFile, Status
from organizer.scan import workers
from organizer.scan.formats import QUICK_BYTES
from organizer.scan.reading import (
    SecondLook,
    in_portions,
    look_first,
    look_twice,
    read_picture,
)
from organizer.scan.workers import DecodeWorker, WorkerPool
from tests.builders import a_jpeg, a_photo_file, a_picture, with_embedded_thumbnail

TAKEN = datetime(2024, 5, 4, 10, 11, 12)
SOMEWHERE = (16.06, 108.22)


def an_image_file(path: Path) -> ImageFile:
    facts = path.lstat()
    return ImageFile(
        folder_id=FolderId(1),
        path=path,
        relative_path=os.fsencode(path.name),
        size_bytes=facts.st_size,
        mtime_ns=facts.st_mtime_ns,
    )


def read(worker: DecodeWorker, path: Path) -> SecondLook:
    return look_twice(worker, [an_image_file(path)])[0]


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "avif", "heic"])
def test_every_format_gives_size_date_place_and_thumbnail(
    worker: DecodeWorker, tmp_path: Path, ending: str
) -> None:
    path = a_photo_file(tmp_path / f"a.{ending}", TAKEN, SOMEWHERE, offset="+07:00")

    look = read(worker, path)

    assert look.status is Status.OK, look.reason
    assert look.metadata is not None
    assert (look.metadata.width_px, look.metadata.height_px) == (320, 240)
    assert look.metadata.original_at == TAKEN
    assert look.metadata.utc_offset_min == 420
    assert look.metadata.latitude == pytest.approx(SOMEWHERE[0], abs=1e-4)
    assert look.metadata.longitude == pytest.approx(SOMEWHERE[1], abs=1e-4)
    assert look.jpeg is not None
    assert look.sharpness is not None


@pytest.mark.parametrize(
    ("ending", "mode"),
    [("gif", "P"), ("bmp", "RGB"), ("png", "I;16"), ("tif", "RGB"), ("tif", "CMYK")],
)
def test_formats_without_exif_are_read_too(
    worker: DecodeWorker, tmp_path: Path, ending: str, mode: str
) -> None:
    picture = Image.new("I;16", (64, 48), 40_000) if mode == "I;16" else a_picture().convert(mode)
    picture.save(tmp_path / f"a.{ending}")

    assert read(worker, tmp_path / f"a.{ending}").status is Status.OK


@pytest.mark.parametrize(
    "how",
    [
        {"format": "JPEG", "progressive": True},
        {"format": "MPO", "save_all": True, "append_images": [a_picture(2)]},
        {"format": "GIF", "save_all": True, "append_images": [a_picture(2)]},
        {"format": "WEBP", "save_all": True, "append_images": [a_picture(2)]},
        {"format": "PNG", "save_all": True, "append_images": [a_picture(2)]},
        {"format": "AVIF", "save_all": True, "append_images": [a_picture(2)]},
        {"format": "TIFF", "compression": "tiff_lzw"},
    ],
    ids=lambda how: f"{how['format']} {'several' if 'save_all' in how else 'one'}",
)
def test_of_several_pictures_in_a_file_the_first_is_shown(
    worker: DecodeWorker, tmp_path: Path, how: dict[str, object]
) -> None:
    a_picture(1).save(tmp_path / "a.jpg", **how)

    look = read(worker, tmp_path / "a.jpg")

    assert look.status is Status.OK, look.reason
    assert look.jpeg is not None
    seen = Image.open(io.BytesIO(look.jpeg))
    first, second = (a_picture(seed).resize((8, 6)).convert("L").tobytes() for seed in (1, 2))
    shown = seen.resize((8, 6)).convert("L").tobytes()
    far = [sum(abs(a - b) for a, b in zip(shown, one, strict=True)) for one in (first, second)]
    assert far[0] < far[1] / 4


def test_dark_and_bright_survive_sixteen_bits_and_four_inks(
    worker: DecodeWorker, tmp_path: Path
) -> None:
    wide = Image.new("I;16", (64, 48), 0)
    wide.paste(65_535, (0, 0, 32, 48))
    inks = Image.new("RGB", (64, 48), "black")
    inks.paste("white", (0, 0, 32, 48))
    wide.save(tmp_path / "16 bit.png")
    inks.convert("CMYK").save(tmp_path / "cmyk.jpg", quality=95)

    for name in ("16 bit.png", "cmyk.jpg"):
        look = read(worker, tmp_path / name)
        assert look.jpeg is not None
        grey = Image.open(io.BytesIO(look.jpeg)).convert("L")
        assert grey.getpixel((10, 20)) > 230, name  # type: ignore[operator]
        assert grey.getpixel((54, 20)) < 40, name  # type: ignore[operator]


@pytest.mark.parametrize(
    ("size", "thumbnail"),
    [((4000, 3000), (341, 256)), ((3000, 600), (512, 102)), ((90, 60), (90, 60))],
)
def test_a_thumbnail_has_a_short_side_of_256_and_a_long_one_of_at_most_512(
    worker: DecodeWorker, tmp_path: Path, size: tuple[int, int], thumbnail: tuple[int, int]
) -> None:
    path = a_photo_file(tmp_path / "a.jpg", size=size)

    look = read(worker, path)

    assert look.jpeg is not None
    assert Image.open(io.BytesIO(look.jpeg)).size == thumbnail


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_thumbnail_stands_upright_whatever_the_camera_held(
    worker: DecodeWorker, tmp_path: Path, orientation: int
) -> None:
    upright = Image.new("RGB", (300, 200), "blue")
    upright.paste("red", (0, 0, 150, 100))  # red is top left when it is looked at
    turn_back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    stored = upright
    if orientation != 1:
        stored = upright.transpose(Image.Transpose(turn_back[orientation]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored.save(tmp_path / "a.jpg", exif=exif, quality=95)

    look = read(worker, tmp_path / "a.jpg")

    assert look.metadata is not None
    assert look.metadata.orientation == orientation
    assert look.jpeg is not None
    seen = Image.open(io.BytesIO(look.jpeg)).convert("RGB")
    assert seen.size == (300, 200)
    red, _, blue = seen.getpixel((40, 40))  # type: ignore[misc]
    assert red > 200
    assert blue < 60


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "The file is empty."),
        (b"this is no picture at all", "The file is not a picture of a known format."),
        (a_jpeg()[:900], "The JPEG file is cut off: its end is missing."),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "The PNG file is damaged or of an unusual kind."),
        (b"\0\0\0\x20ftypisom" + b"\0" * 90, "The video is damaged or of an unusual kind."),
    ],
    ids=["empty", "text", "cut", "damaged", "video"],
)
def test_what_cannot_be_read_says_why_in_one_sentence(
    worker: DecodeWorker, tmp_path: Path, content: bytes, reason: str
) -> None:
    (tmp_path / "a.jpg").write_bytes(content)

    look = read(worker, tmp_path / "a.jpg")

    assert look.status is not Status.OK
    assert look.reason == reason
    assert look.content_hash is not None


def test_a_decompression_bomb_is_too_large(worker: DecodeWorker, tmp_path: Path) -> None:
    Image.new("1", (20_000, 20_000)).save(tmp_path / "bomb.png")

    look = read(worker, tmp_path / "bomb.png")

    assert look.status is Status.TOO_LARGE


def test_a_file_that_is_gone_is_vanished(worker: DecodeWorker, tmp_path: Path) -> None:
    file = an_image_file(a_photo_file(tmp_path / "a.jpg"))
    file.path.unlink()

    assert look_twice(worker, [file])[0].status is Status.VANISHED


def test_the_first_look_brings_dates_places_and_the_cameras_own_thumbnail(
    worker: DecodeWorker, tmp_path: Path
) -> None:
    small = io.BytesIO()
    a_picture(3, size=(160, 120)).save(small, "JPEG")
    whole = with_embedded_thumbnail(a_jpeg(3, taken_at=TAKEN, where=SOMEWHERE), small.getvalue())
    (tmp_path / "a.jpg").write_bytes(whole + bytes(QUICK_BYTES))  # as large as photos are

    (look,) = look_first(worker, [an_image_file(tmp_path / "a.jpg")])

    assert look.metadata.original_at == TAKEN
    assert look.embedded_jpeg is not None
    assert Image.open(io.BytesIO(look.embedded_jpeg)).size == (160, 120)


def test_a_small_file_waits_for_the_second_look_which_is_as_quick(
    worker: DecodeWorker, tmp_path: Path
) -> None:
    small = io.BytesIO()
    a_picture(3, size=(160, 120)).save(small, "JPEG")
    (tmp_path / "a.jpg").write_bytes(with_embedded_thumbnail(a_jpeg(3), small.getvalue()))

    (look,) = look_first(worker, [an_image_file(tmp_path / "a.jpg")])

    assert look.embedded_jpeg is None


def test_small_files_are_read_together_and_large_ones_alone(tmp_path: Path) -> None:
    small = [an_image_file(a_photo_file(tmp_path / f"{n}.jpg", size=(32, 24))) for n in range(20)]
    (tmp_path / "large.jpg").write_bytes(a_jpeg(1) + bytes(QUICK_BYTES))
    large = an_image_file(tmp_path / "large.jpg")
    files = [*small[:3], large, *small[3:], large, large]

    portions = list(in_portions(files))

    assert [len(portion) for portion in portions] == [3, 1, 16, 1, 1, 1]
    assert [file for portion in portions for file in portion] == files


def test_one_bad_file_read_with_others_is_the_only_one_listed(
    worker: DecodeWorker, tmp_path: Path
) -> None:
    good = [a_photo_file(tmp_path / f"{n}.jpg") for n in range(3)]
    (tmp_path / "bad.jpg").write_bytes(b"\xff\xd8\xff" + bytes(50))
    gone = an_image_file(a_photo_file(tmp_path / "gone.jpg"))
    gone.path.unlink()
    files = [an_image_file(path) for path in (*good, tmp_path / "bad.jpg")]

    together = look_twice(worker, files)
    with_one_gone = look_twice(worker, [*files, gone])

    assert [look.status for look in together] == [Status.OK] * 3 + [Status.UNREADABLE]
    assert [look.file for look in together] == files
    assert with_one_gone[:4] == together
    assert with_one_gone[4].status is Status.VANISHED


def test_a_broken_file_among_others_costs_the_others_nothing(
    worker: DecodeWorker, tmp_path: Path
) -> None:
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff" + os.urandom(500))
    paths = [a_photo_file(tmp_path / "a.jpg", TAKEN), tmp_path / "broken.jpg"]

    looks = look_first(worker, [an_image_file(path) for path in paths])

    assert looks[0].metadata.original_at == TAKEN
    assert looks[1].metadata.original_at is None


def test_a_worker_that_dies_loses_one_file_and_a_new_one_reads_the_next(tmp_path: Path) -> None:
    path = a_photo_file(tmp_path / "a.jpg")
    with WorkerPool(1) as pool:
        (worker,) = pool.workers
        assert read(worker, path).status is Status.OK
        os.kill(worker.process_id, signal.SIGKILL)

        assert read(worker, path).status is Status.OK


def test_a_file_that_kills_every_worker_is_listed_with_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the kill stands in for a decoder bug: a real death of a real process, at every attempt
    path = a_photo_file(tmp_path / "a.jpg")
    with WorkerPool(1) as pool:
        (worker,) = pool.workers
        asked = worker.ask

        def ask_then_die(*words: object, **more: object) -> object:
            worker.warm_up()
            os.kill(worker.process_id, signal.SIGKILL)
            return asked(*words, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(worker, "ask", ask_then_die)

        look = read(worker, path)

    assert look.status is Status.UNREADABLE
    assert look.reason == "Reading it crashed the decoder."


def test_a_worker_that_hangs_is_ended_and_the_file_listed(tmp_path: Path) -> None:
    path = a_photo_file(tmp_path / "a.jpg")
    with WorkerPool(1) as pool:
        (worker,) = pool.workers
        worker.warm_up()
        os.kill(worker.process_id, signal.SIGSTOP)  # hangs, as an endless loop in a decoder would

        with pytest.raises(workers.WorkerLostError, match="took longer"):
            worker.ask({"do": "read"}, [path], seconds=0.5)


def test_workers_are_gone_when_the_pool_is_left(tmp_path: Path) -> None:
    with WorkerPool(2) as pool:
        looks = list(
            pool.map(
                look_twice, [[an_image_file(a_photo_file(tmp_path / f"{n}.jpg"))] for n in range(6)]
            )
        )
        processes = [worker.process_id for worker in pool.workers]

    assert len(looks) == 6
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_a_full_picture_comes_as_upright_rgb_of_the_wanted_size(
    worker: DecodeWorker, tmp_path: Path
) -> None:
    path = a_photo_file(tmp_path / "a.jpg", size=(800, 600), orientation=6)

    picture = read_picture(worker, path, max_px=400)

    assert (picture.width_px, picture.height_px) == (300, 400)
    assert len(picture.rgb) == 300 * 400 * 3
