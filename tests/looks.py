"""Libraries whose photos are rows with looks of their own: no files, no model."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from organizer import pipeline
from organizer.features.model import EMBEDDING, theme_names
from organizer.library import Library
from organizer.models import PhotoId
from organizer.paths import RESOURCES
from organizer.store.derived import FeatureRow

# nothing in particular is seen: no document, no theme
_THEMES = len(theme_names(RESOURCES / "models"))
UNSURE = np.full(_THEMES, -np.log(_THEMES)).astype("<f2").tobytes()
DAY_S = 86_400


def fill_with_looks(
    library: Library,
    looks: NDArray[np.floating],
    *,
    best: Sequence[int | None] = (),
    sorts: Sequence[int | None] = (),
) -> list[PhotoId]:
    """Give a library a photo for each row of *looks*, one a day, and turn suggestions on.

    Args:
        best: For each photo the place of the best of its near-identical shots, if it is one.
        sorts: For each photo the number of its sort of picture, if it is of one.
    """
    pipeline.turn_suggestions_on(library)
    count = len(looks)
    hashes = [number.to_bytes(16, "big") for number in range(1, count + 1)]
    catalog = sqlite3.connect(library.path / "catalog.sqlite")
    with catalog:
        catalog.executemany(
            "INSERT INTO photo (id, content_hash, status, width_px, height_px, taken_at_s,"
            " taken_at_trust) VALUES (?, ?, 'ok', 4000, 3000, ?, 'high')",
            ((place + 1, hashes[place], place * DAY_S) for place in range(count)),
        )
    catalog.close()
    with library.writing_derived() as derived:
        derived.keep_features(EMBEDDING, [_row(*both) for both in enumerate(looks)])
    _group(library, count, best, sorts)
    return [PhotoId(place + 1) for place in range(count)]


def _row(place: int, look: NDArray[np.floating]) -> FeatureRow:
    return FeatureRow(
        photo_id=PhotoId(place + 1),
        content_hash=(place + 1).to_bytes(16, "big").hex(),
        embedding=(look / np.linalg.norm(look)).astype("<f2").tobytes(),
        theme_log_probabilities=UNSURE,
        likeness_hash=bytes(8),
        quality=0.5,
        colourfulness=0.5,
        colours=bytes(27),
    )


def _group(
    library: Library, count: int, best: Sequence[int | None], sorts: Sequence[int | None]
) -> None:
    nothing = [None] * count
    derived = sqlite3.connect(library.path / "derived.sqlite")
    with derived:
        derived.executemany(
            "INSERT INTO likeness_group VALUES (?, ?)",
            ((one + 1, one + 1) for one in sorted({one for one in best if one is not None})),
        )
        derived.executemany(
            "INSERT INTO membership (photo_id, likeness_group_id, look_group_id) VALUES (?, ?, ?)",
            (
                (place + 1, None if burst is None else burst + 1, sort)
                for place, (burst, sort) in enumerate(
                    zip(best or nothing, sorts or nothing, strict=True)
                )
            ),
        )
    derived.close()
