"""EfficientNet-Lite0 over small pictures: a vector of the look, and class probabilities.

Source: M. Tan and Q. V. Le, "EfficientNet: Rethinking Model Scaling for Convolutional Neural
Networks", ICML 2019. Weights: see NOTICE; built by ``tools/build_models.py``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from organizer.features.networks import checked_bytes, open_session

INPUT_PX = 224
EMBEDDING_LENGTH = 256
_BACKBONE, _PROJECTION, _CLASSES = (
    "efflite0_fp16w.onnx",
    "projection_256.npy",
    "theme_classes.json",
)
# squashed, bicubic, (x - 127) / 128, fixed projection, and the numbers beside it: change one of
# them and raise the number
EMBEDDING = "efflite0-256@2"


class Backbone:
    """The network with the table of themes. One for each thread that uses it.

    Args:
        folder: Where the bundled model files lie.

    Raises:
        ModelError: If a file is missing or is not the one that was shipped.
    """

    def __init__(self, folder: Path) -> None:
        self._session = open_session(folder, _BACKBONE)
        self._projection = _load_projection(folder)
        self.theme_names, self._class_indices = _load_classes(folder)

    def see(
        self, pictures: Sequence[Image.Image]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Look at upright RGB pictures.

        Returns:
            Embeddings, shape ``(pictures, 256)``, rows of unit length; and the natural log of
            the summed class probabilities, shape ``(pictures, themes)``, columns as in
            *theme_names*.
        """
        batch = np.stack([_as_input(picture) for picture in pictures])
        embedding, logits = self._session.run(["embedding", "logits"], {"image": batch})
        return self._project(embedding), self._theme_log_probabilities(logits)

    def _project(self, embedding: NDArray[np.float32]) -> NDArray[np.float32]:
        short = embedding @ self._projection
        length = np.linalg.norm(short, axis=1, keepdims=True)
        return np.asarray(short / np.maximum(length, 1e-12), dtype=np.float32)

    def _theme_log_probabilities(self, logits: NDArray[np.float32]) -> NDArray[np.float32]:
        shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
        probabilities = shifted / shifted.sum(axis=1, keepdims=True)
        summed = np.stack([probabilities[:, rows].sum(axis=1) for rows in self._class_indices], 1)
        return np.asarray(np.log(np.clip(summed, 1e-7, 1.0)), dtype=np.float32)


def theme_names(folder: Path) -> tuple[str, ...]:
    """The themes in the order of the columns that :meth:`Backbone.see` gives."""
    return _load_classes(folder)[0]


def _load_projection(folder: Path) -> NDArray[np.float32]:
    checked_bytes(folder, _PROJECTION)
    stored = np.load(folder / _PROJECTION, allow_pickle=False)
    return np.asarray(stored, dtype=np.float32)


def _load_classes(folder: Path) -> tuple[tuple[str, ...], list[NDArray[np.intp]]]:
    table = json.loads(checked_bytes(folder, _CLASSES))
    names = tuple(sorted(table))
    return names, [np.array(sorted(table[name].values()), dtype=np.intp) for name in names]


def _as_input(picture: Image.Image) -> NDArray[np.float32]:
    squashed = picture.resize((INPUT_PX, INPUT_PX), Image.Resampling.BICUBIC)
    pixels = np.asarray(squashed, dtype=np.float32)
    return np.asarray((pixels - 127.0) / 128.0).transpose(2, 0, 1)
