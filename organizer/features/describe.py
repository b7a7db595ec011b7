"""From stored thumbnails to features. No original is opened here."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from PIL import Image

from organizer.features.looks import colour_layout, colourfulness, likeness_hash, quality
from organizer.features.model import Backbone
from organizer.models import PhotoId
from organizer.priority import step_back_here

PHOTOS_A_BATCH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was seen in one photo; vectors as little-endian float16 bytes, hash as uint64.

    *colours* are the mean colours of 3 x 3 parts, a byte a channel.
    """

    photo_id: PhotoId
    embedding: bytes
    theme_log_probabilities: bytes
    likeness_hash: bytes
    quality: float
    colourfulness: float
    colours: bytes


@dataclass(frozen=True, slots=True)
class Small:
    """A thumbnail with the sharpness that was measured when the photo was decoded."""

    photo_id: PhotoId
    jpeg: bytes
    sharpness: float


def describe_thumbnails(
    thumbnails: Iterable[Small], *, models: Path, threads: int
) -> Iterator[list[Seen]]:
    """Look at thumbnails in batches, in order; at most two batches a thread wait.

    Args:
        models: Folder of the bundled models.
        threads: onnxruntime leaves the interpreter free, so threads scale.

    Raises:
        ModelError: If a model file cannot be used.
    """
    own = threading.local()

    def see(batch: Sequence[Small]) -> list[Seen]:
        if not hasattr(own, "backbone"):
            own.backbone = Backbone(models)
        return _see(own.backbone, batch)

    batches = _batched(thumbnails)
    pool = ThreadPoolExecutor(threads, "analyse", initializer=step_back_here)
    with pool:
        waiting: list[Future[list[Seen]]] = [
            pool.submit(see, batch) for batch in islice(batches, 2 * threads)
        ]
        try:
            while waiting:
                yield waiting.pop(0).result()
                waiting.extend(pool.submit(see, batch) for batch in islice(batches, 1))
        finally:
            for future in waiting:
                future.cancel()


def _batched(thumbnails: Iterable[Small]) -> Iterator[list[Small]]:
    waiting = iter(thumbnails)
    while batch := list(islice(waiting, PHOTOS_A_BATCH)):
        yield batch


def _see(backbone: Backbone, batch: Sequence[Small]) -> list[Seen]:
    pictures = [Image.open(io.BytesIO(small.jpeg)).convert("RGB") for small in batch]
    embeddings, themes = backbone.see(pictures)
    return [
        Seen(
            photo_id=small.photo_id,
            embedding=embedding.astype("<f2").tobytes(),
            theme_log_probabilities=theme.astype("<f2").tobytes(),
            likeness_hash=likeness_hash(picture).astype("<u8").tobytes(),
            quality=quality(np.asarray(picture), sharpness=small.sharpness),
            colourfulness=colourfulness(np.asarray(picture)),
            colours=colour_layout(picture).tobytes(),
        )
        for small, picture, embedding, theme in zip(
            batch, pictures, embeddings, themes, strict=True
        )
    ]
