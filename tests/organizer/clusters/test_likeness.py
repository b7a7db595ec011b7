"""Which photos are near-identical, and which of them is the best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from organizer.clusters.likeness import find_likeness
from organizer.models import Features, Photo, Trust
from tests.organizer.clusters.builders import SATURDAY, a_photo, features_of, renumbered

HASH = 0x0F1E2D3C4B5A6978


def burst_of(count: int, *, seconds: int = 3) -> list[Photo]:
    return [a_photo(SATURDAY + timedelta(seconds=seconds * n)) for n in range(count)]


def alike(
    photos: Sequence[Photo], *, bits: int = 0, quality: Sequence[float] | None = None
) -> Features:
    """Features of photos that look the same but for a few bits of the hash."""
    look = np.arange(256, dtype=float) + 1
    features = features_of(
        photos,
        looks={photo.id: look for photo in photos},
        hashes={photo.id: HASH ^ ((1 << bits) - 1 if n else 0) for n, photo in enumerate(photos)},
    )
    if quality is None:
        return features
    return replace(features, quality=np.array(quality, dtype=np.float32))


def test_a_burst_is_one_group_with_the_best_shot_marked() -> None:
    burst = burst_of(3)

    (group,) = find_likeness(alike(burst, bits=6, quality=[0.3, 0.9, 0.5]))

    assert group.photo_ids == tuple(photo.id for photo in burst)
    assert group.best_id == burst[1].id


def test_a_burst_that_changes_little_by_little_is_one_group() -> None:
    burst = burst_of(5, seconds=20)
    hashes = {photo.id: HASH ^ ((1 << 6 * n) - 1) for n, photo in enumerate(burst)}

    (group,) = find_likeness(features_of(burst, hashes=hashes))

    assert group.photo_ids == tuple(photo.id for photo in burst)


def test_of_many_copies_each_is_in_the_one_group() -> None:
    copies = [a_photo(SATURDAY + timedelta(days=9 * n), mark=f"copy {n}") for n in range(60)]

    (group,) = find_likeness(alike(copies, bits=1))

    assert group.photo_ids == tuple(photo.id for photo in copies)


def test_a_favourite_is_always_the_best() -> None:
    burst = burst_of(3)
    burst[2] = replace(burst[2], favourite=True)

    (group,) = find_likeness(alike(burst, quality=[0.3, 0.9, 0.1]))

    assert group.best_id == burst[2].id


def test_of_two_equal_shots_the_larger_is_the_best() -> None:
    original = a_photo(SATURDAY)
    small = replace(a_photo(SATURDAY, mark="messenger"), width_px=1280, height_px=960)

    (group,) = find_likeness(alike([small, original], quality=[0.5, 0.5]))

    assert group.best_id == original.id


def test_a_messenger_copy_without_a_date_joins_its_original() -> None:
    original = a_photo(SATURDAY)
    received = a_photo(SATURDAY + timedelta(days=90), mark="received", trust=Trust.LOW)

    (group,) = find_likeness(alike([original, received], bits=2))

    assert set(group.photo_ids) == {original.id, received.id}


@pytest.mark.parametrize(("bits", "together"), [(8, True), (20, False)])
def test_a_burst_needs_close_shapes(bits: int, together: bool) -> None:
    burst = burst_of(2)

    assert bool(find_likeness(alike(burst, bits=bits))) is together


def test_similar_pictures_of_different_days_are_no_copies() -> None:
    views = [a_photo(SATURDAY), a_photo(SATURDAY + timedelta(days=1))]

    assert find_likeness(alike(views, bits=6)) == ()


@pytest.mark.parametrize(("seconds", "together"), [(120, True), (121, False)])
def test_a_burst_ends_after_two_minutes(seconds: int, together: bool) -> None:
    shots = burst_of(2, seconds=seconds)

    assert bool(find_likeness(alike(shots, bits=7))) is together


def test_plain_pictures_are_not_taken_for_copies_of_each_other() -> None:
    pages = [a_photo(SATURDAY + timedelta(days=n), mark=f"page {n}") for n in range(4)]
    features = features_of(
        pages,
        looks={page.id: np.ones(256) for page in pages},
        hashes={page.id: 0 for page in pages},
    )

    assert find_likeness(features) == ()


def test_groups_do_not_depend_on_the_order_of_reading() -> None:
    photos = [*burst_of(4), *[a_photo(SATURDAY + timedelta(days=n)) for n in range(1, 5)]]
    shuffled = renumbered(photos, [6, 2, 0, 7, 1, 3, 5, 4])

    def groups(roll: Sequence[Photo]) -> list[tuple[list[str], str]]:
        of = {photo.id: photo.content_hash for photo in roll}
        burst = {photo.content_hash for photo in photos[:4]}
        look, plain = np.ones(256), {}
        for photo in roll:
            if photo.content_hash in burst:
                plain[photo.id] = HASH
        features = features_of(roll, hashes=plain, looks=dict.fromkeys(plain, look))
        found = find_likeness(features)
        return [([of[key] for key in group.photo_ids], of[group.best_id]) for group in found]

    assert groups(photos) == groups(shuffled)
    assert len(groups(photos)) == 1


def test_an_empty_library_has_no_groups() -> None:
    assert find_likeness(features_of([])) == ()
