"""Counts the faces in small pictures. Nobody is recognised: only the number is kept.

Source: Y. Xu et al., "CenterFace: Joint Face Detection and Alignment Using Face as Point",
Scientific Programming, 2020. Weights: see NOTICE; built by ``tools/build_faces.py``.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from organizer.features.networks import open_session
from organizer.models import PhotoId
from organizer.priority import step_back_here

# change what is fed in or what is believed, and raise the number
FACES = "centerface@1"
_NETWORK = "centerface_fp16w.onnx"
_STRIDE_PX, _MULTIPLE_PX, _MAX_SIDE_PX = 4, 32, 512
# At 0.7 one picture of animals in sixteen shows a "face", at 0.8 far fewer; turned and very
# small faces are missed then, which a gathering can spare.
MIN_SCORE = 0.8
MIN_FACE_PX = 10.0
MAX_OVERLAP = 0.3


class FaceCounter:
    """The network. One for each thread that uses it.

    Args:
        folder: Where the bundled model files lie.

    Raises:
        ModelError: If the file is missing or is not the one that was shipped.
    """

    def __init__(self, folder: Path) -> None:
        self._session = open_session(folder, _NETWORK)
        self._input = self._session.get_inputs()[0].name

    def count(self, picture: Image.Image) -> int:
        """Count the faces in an upright RGB picture."""
        sized = picture.resize(_network_size(picture), Image.Resampling.BILINEAR)
        pixels = np.asarray(sized, dtype=np.float32).transpose(2, 0, 1)[None]
        heat, scale, offset, _landmarks = self._session.run(None, {self._input: pixels})
        boxes, scores = _boxes(heat[0, 0], scale[0], offset[0])
        return _count_apart(boxes, scores)


def count_faces(
    thumbnails: Iterable[tuple[PhotoId, bytes]], *, models: Path, threads: int
) -> Iterator[tuple[PhotoId, int]]:
    """Count the faces in each thumbnail, in order; at most four a thread wait.

    Raises:
        ModelError: If the model file cannot be used.
    """
    own = threading.local()

    def see(photo_id: PhotoId, jpeg: bytes) -> tuple[PhotoId, int]:
        if not hasattr(own, "counter"):
            own.counter = FaceCounter(models)
        return photo_id, own.counter.count(Image.open(io.BytesIO(jpeg)).convert("RGB"))

    waiting = iter(thumbnails)
    pool = ThreadPoolExecutor(threads, "faces", initializer=step_back_here)
    with pool:
        asked: list[Future[tuple[PhotoId, int]]] = [
            pool.submit(see, *one) for one in islice(waiting, 4 * threads)
        ]
        try:
            while asked:
                yield asked.pop(0).result()
                asked.extend(pool.submit(see, *one) for one in islice(waiting, 1))
        finally:
            for future in asked:
                future.cancel()


def _network_size(picture: Image.Image) -> tuple[int, int]:
    """Width and height near the picture's own, multiples of 32, at most 512."""
    factor = min(1.0, _MAX_SIDE_PX / max(picture.size))
    width, height = (
        max(_MULTIPLE_PX, round(side * factor / _MULTIPLE_PX) * _MULTIPLE_PX)
        for side in picture.size
    )
    return width, height


def _boxes(
    heat: NDArray[np.float32], scale: NDArray[np.float32], offset: NDArray[np.float32]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Decode the maps: boxes as left, top, right, bottom in px, and scores, the surest first."""
    rows, columns = np.nonzero(heat >= MIN_SCORE)
    scores = heat[rows, columns].astype(np.float64)
    order = np.lexsort((columns, rows, -scores))
    rows, columns = rows[order], columns[order]
    tall, wide = np.exp(scale[:, rows, columns].astype(np.float64)) * _STRIDE_PX
    middle_y = (rows + offset[0, rows, columns] + 0.5) * _STRIDE_PX
    middle_x = (columns + offset[1, rows, columns] + 0.5) * _STRIDE_PX
    edges = (middle_x - wide / 2, middle_y - tall / 2, middle_x + wide / 2, middle_y + tall / 2)
    large = np.minimum(tall, wide) >= MIN_FACE_PX
    return np.stack(edges, axis=1)[large], scores[order][large]


def _count_apart(boxes: NDArray[np.float64], scores: NDArray[np.float64]) -> int:
    """Count the boxes that do not overlap a surer one (greedy non-maximum suppression)."""
    kept: list[NDArray[np.float64]] = []
    for box in boxes[: len(scores)]:
        if all(_overlap(box, other) < MAX_OVERLAP for other in kept):
            kept.append(box)
    return len(kept)


def _overlap(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Intersection over union."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    common = max(0.0, width) * max(0.0, height)
    areas = (one[2] - one[0]) * (one[3] - one[1]) + (other[2] - other[0]) * (other[3] - other[1])
    return float(common / max(1e-9, areas - common))
