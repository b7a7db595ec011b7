"""Sorts of pictures by look alone."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np

from organizer.clusters.looks import MIN_PHOTOS, find_look_groups
from organizer.models import Features, Photo, PhotoId


def some_features(labels: list[int], *, seed: int = 1, shuffle: int | None = None) -> Features:
    """Photos whose embeddings lie about one of some far-apart directions."""
    generator = np.random.default_rng(seed)
    directions = generator.normal(size=(max(labels) + 1, 256))
    rows = directions[labels] + generator.normal(scale=0.35, size=(len(labels), 256))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    order = list(range(len(labels)))
    if shuffle is not None:
        random.Random(shuffle).shuffle(order)
    photos = tuple(
        Photo(id=PhotoId(n + 1), path=Path(f"{n}.jpg"), content_hash=f"{n:032x}") for n in order
    )
    count = len(labels)
    return Features(
        photos=photos,
        theme_names=(),
        embeddings=rows[order].astype(np.float32),
        theme_log_probabilities=np.zeros((count, 0), np.float32),
        likeness_hashes=np.zeros(count, np.uint64),
        quality=np.ones(count, np.float32),
        colourfulness=np.zeros(count, np.float32),
        colours=np.zeros((count, 27), np.float32),
    )


def test_photos_of_one_sort_are_one_group_and_the_largest_comes_first() -> None:
    labels = [0] * 60 + [1] * 30 + [2] * 20

    groups = find_look_groups(some_features(labels))

    assert [len(group.photo_ids) for group in groups] == [60, 30, 20]
    assert {labels[photo - 1] for photo in groups[1].photo_ids} == {1}


def test_a_sort_of_too_few_photos_is_none() -> None:
    groups = find_look_groups(some_features([0] * 60 + [1] * (MIN_PHOTOS - 1)))

    assert [len(group.photo_ids) for group in groups] == [60]


def test_the_order_of_the_photos_changes_nothing() -> None:
    labels = [n % 4 for n in range(120)]

    one = find_look_groups(some_features(labels))
    other = find_look_groups(some_features(labels, shuffle=3))

    assert [set(group.photo_ids) for group in one] == [set(group.photo_ids) for group in other]


def test_a_handful_of_photos_has_no_sorts() -> None:
    assert find_look_groups(some_features([0, 1, 2])) == ()
