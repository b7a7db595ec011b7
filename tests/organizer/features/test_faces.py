"""Faces are counted: how many, never whose."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from organizer.errors import ModelError
from organizer.features.faces import FaceCounter, count_faces
from organizer.models import PhotoId
from organizer.paths import RESOURCES
from tests.builders import a_picture

MODELS = RESOURCES / "models"
# a crop of NASA's portrait of Eileen Collins (1999), in the public domain
PORTRAIT = Path(__file__).with_name("astronaut.jpg")


@pytest.fixture(scope="module")
def counter() -> FaceCounter:
    return FaceCounter(MODELS)


def portraits(columns: int, rows: int) -> Image.Image:
    one = Image.open(PORTRAIT).convert("RGB").resize((128, 128))
    sheet = Image.new("RGB", (128 * columns, 128 * rows))
    for place in range(columns * rows):
        sheet.paste(one, (place % columns * 128, place // columns * 128))
    return sheet


def a_jpeg(picture: Image.Image) -> bytes:
    content = io.BytesIO()
    picture.save(content, "JPEG", quality=85)
    return content.getvalue()


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (2, 1), (3, 2), (4, 2)])
def test_each_face_is_counted_once(counter: FaceCounter, columns: int, rows: int) -> None:
    assert counter.count(portraits(columns, rows)) == columns * rows


def test_any_size_of_picture_will_do(counter: FaceCounter) -> None:
    portrait = Image.open(PORTRAIT).convert("RGB")

    assert [counter.count(portrait.resize(size)) for size in ((341, 256), (256, 341))] == [1, 1]
    assert counter.count(portrait.resize((1500, 1400))) == 1
    assert counter.count(Image.new("RGB", (3, 900))) == 0


def test_pictures_without_people_show_no_face(counter: FaceCounter) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (256, 384, 3), dtype=np.uint8)
    pictures = [*(a_picture(number) for number in range(12)), Image.fromarray(noise)]

    assert [counter.count(picture) for picture in pictures] == [0] * len(pictures)


def test_thumbnails_are_counted_in_order_whatever_the_number_of_threads() -> None:
    sheets = [portraits(columns, 1) for columns in (1, 3, 2, 4, 1, 2)]
    thumbnails = [(PhotoId(n), a_jpeg(sheet)) for n, sheet in enumerate(sheets)]

    one = list(count_faces(thumbnails, models=MODELS, threads=1))
    two = list(count_faces(thumbnails, models=MODELS, threads=2))

    assert one == two == [(PhotoId(n), faces) for n, faces in enumerate((1, 3, 2, 4, 1, 2))]


def test_a_changed_model_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    shutil.copytree(MODELS, tmp_path / "models")
    path = tmp_path / "models" / "centerface_fp16w.onnx"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    with pytest.raises(ModelError, match="changed or damaged"):
        FaceCounter(tmp_path / "models")
