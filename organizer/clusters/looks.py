"""Sorts of pictures in the library, by their look alone: a way to browse "more like this"."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from organizer.models import Features, LookGroup

MIN_PHOTOS = 8
MAX_CELLS, PHOTOS_A_CELL = 150, 12
# k-means needs no more to place its cells, and stays under a second in a library of any size
MAX_SAMPLE = 5_000
# cells whose centres lie nearer than this (cosine distance) show the same sort of picture
SAME_SORT = 0.18
# a photo further than this (cosine similarity) from its cell's centre is of no sort
LEAST_TYPICAL = 0.55


def find_look_groups(features: Features) -> tuple[LookGroup, ...]:
    """Group photos that show the same sort of thing.

    Cells are found by k-means on a sample (chosen by content, so that the order of the photos
    changes nothing), near cells are joined, and every photo goes to the nearest centre.

    Returns:
        Groups numbered from 1, the largest first; photos in one from typical to less so.

    Source:
        S. Lloyd, "Least squares quantization in PCM", 1982 (k-means).
    """
    if len(features.photos) < 2 * MIN_PHOTOS:
        return ()
    order = sorted(
        range(len(features.photos)),
        key=lambda row: (features.photos[row].content_hash, features.photos[row].id),
    )
    vectors = features.embeddings[order]
    centres, sort_of_cell = _find_cells(vectors)
    nearness = vectors @ centres.T
    cell = nearness.argmax(axis=1)
    typical = nearness[np.arange(len(cell)), cell]
    sort = np.where(typical >= LEAST_TYPICAL, sort_of_cell[cell], -1)
    groups = []
    for number in np.unique(sort[sort >= 0]):
        rows = np.flatnonzero(sort == number)
        if len(rows) >= MIN_PHOTOS:
            groups.append(rows[np.argsort(-typical[rows], kind="stable")])
    groups.sort(key=lambda rows: (-len(rows), int(rows[0])))
    return tuple(
        LookGroup(id=number, photo_ids=tuple(features.photos[order[row]].id for row in rows))
        for number, rows in enumerate(groups, start=1)
    )


def _find_cells(
    vectors: NDArray[np.float32],
) -> tuple[NDArray[np.float32], NDArray[np.intp]]:
    """Centres of cells, shape ``(cells, features)``, and the sort of each, shape ``(cells,)``."""
    from sklearn.cluster import AgglomerativeClustering, KMeans  # takes seconds: not before now

    step = -(-len(vectors) // MAX_SAMPLE)
    sample = vectors[::step]
    cells = int(np.clip(len(sample) // PHOTOS_A_CELL, 2, MAX_CELLS))
    found = KMeans(cells, n_init=1, random_state=0).fit(sample)
    centres = np.asarray(found.cluster_centers_, dtype=np.float32)
    centres /= np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-12)
    joined = AgglomerativeClustering(
        n_clusters=None, distance_threshold=SAME_SORT, metric="cosine", linkage="average"
    ).fit(centres)
    return centres, np.asarray(joined.labels_, dtype=np.intp)
