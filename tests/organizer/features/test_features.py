"""What is seen in thumbnails, and that only the shipped model looks."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageEnhance

from organizer.errors import ModelError
from organizer.features.describe import Small, describe_thumbnails
from organizer.features.looks import colourfulness, likeness_hash, quality
from organizer.features.model import EMBEDDING_LENGTH, Backbone
from organizer.models import PhotoId
from organizer.paths import RESOURCES
from tests.builders import a_picture

MODELS = RESOURCES / "models"


def a_small(number: int, picture: Image.Image | None = None) -> Small:
    content = io.BytesIO()
    (picture or a_picture(number)).save(content, "JPEG", quality=85)
    return Small(PhotoId(number), content.getvalue(), 300.0)


def test_every_thumbnail_is_described_once_in_order_whatever_the_number_of_threads() -> None:
    smalls = [a_small(number) for number in range(40)]

    one = [s for batch in describe_thumbnails(smalls, models=MODELS, threads=1) for s in batch]
    two = [s for batch in describe_thumbnails(smalls, models=MODELS, threads=2) for s in batch]

    assert [seen.photo_id for seen in one] == list(range(40))
    assert one == two


def test_an_embedding_has_unit_length_and_lies_nearer_to_its_own_variation() -> None:
    picture = a_picture(1)
    brighter = ImageEnhance.Brightness(picture).enhance(1.06)
    smalls = [a_small(1, picture), a_small(2, brighter), a_small(3, a_picture(2))]

    (seen,) = describe_thumbnails(smalls, models=MODELS, threads=1)
    rows = np.stack([np.frombuffer(s.embedding, "<f2").astype(np.float32) for s in seen])

    assert rows.shape == (3, EMBEDDING_LENGTH)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=0.01)
    assert rows[0] @ rows[1] > rows[0] @ rows[2]


@pytest.mark.parametrize(
    "name", ["efflite0_fp16w.onnx", "projection_256.npy", "theme_classes.json"]
)
def test_a_changed_model_file_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    shutil.copytree(MODELS, tmp_path / "models")
    path = tmp_path / "models" / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    with pytest.raises(ModelError, match="changed or damaged"):
        Backbone(tmp_path / "models")


def test_a_missing_model_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="is missing"):
        Backbone(tmp_path)


def test_near_identical_pictures_have_near_identical_hashes() -> None:
    picture = a_picture(1, size=(341, 256))
    resaved = io.BytesIO()
    picture.resize((170, 128)).save(resaved, "JPEG", quality=40)

    same = int(likeness_hash(picture)) ^ int(likeness_hash(Image.open(resaved)))
    other = int(likeness_hash(picture)) ^ int(likeness_hash(a_picture(2)))

    assert same.bit_count() <= 6
    assert other.bit_count() > 16


def test_grey_has_no_colour_and_red_has() -> None:
    grey = np.full((20, 20, 3), 128, np.uint8)
    red = np.zeros((20, 20, 3), np.uint8)
    red[:10, :, 0] = 255

    assert colourfulness(grey) == 0
    assert colourfulness(red) > 45


def test_a_blur_and_a_black_frame_are_worse_than_a_crisp_shot() -> None:
    picture = np.asarray(a_picture(1))
    black = np.zeros_like(picture)

    crisp = quality(picture, sharpness=500)

    assert 0 <= quality(black, sharpness=0) < quality(picture, sharpness=5) < crisp <= 1
