"""Five examples find the rest; each yes and no refines."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from organizer.models import Features, Photo, PhotoId
from organizer.themes.taught import LEAST_PROBABILITY, rank_taught, seen_of
from tests.organizer.clusters.builders import SATURDAY, a_photo, features_of


def a_library(*, bonsais: int = 20, ferns: int = 0, others: int = 200) -> list[Photo]:
    """Photos named after what they show."""
    names = ["bonsai"] * bonsais + ["fern"] * ferns + ["other"] * others
    return [
        a_photo(SATURDAY + timedelta(hours=place), mark=f"{name}{place}")
        for place, name in enumerate(names)
    ]


def looks_of(photos: list[Photo], *, bonsais: int, ferns: int = 0) -> Features:
    """Bonsais look alike, ferns somewhat like them, and all else like nothing."""
    random = np.random.default_rng(4)
    bonsai, other = random.normal(size=(2, 256))
    fern = 0.7 * bonsai + 0.7 * other
    looks = {}
    for place, photo in enumerate(photos):
        middle = bonsai if place < bonsais else fern if place < bonsais + ferns else 0.0
        looks[photo.id] = middle + 0.8 * random.normal(size=256)
    return features_of(photos, looks=looks)


def ids(photos: list[Photo]) -> list[PhotoId]:
    return [photo.id for photo in photos]


def test_five_examples_put_the_rest_of_the_same_first() -> None:
    photos = a_library()
    features = looks_of(photos, bonsais=20)

    ranked = rank_taught(seen_of(features), ids(photos[:5]))

    assert {score.photo_id for score in ranked[:15]} == set(ids(photos[5:20]))
    assert len(ranked) == len(photos) - 5
    assert ranked[0].probability >= LEAST_PROBABILITY > ranked[20].probability


def test_fewer_than_five_examples_teach_nothing() -> None:
    photos = a_library()

    assert rank_taught(seen_of(looks_of(photos, bonsais=20)), ids(photos[:4])) == ()


def test_an_example_without_features_does_not_count() -> None:
    photos = a_library()
    features = looks_of(photos, bonsais=20)

    assert rank_taught(seen_of(features), [*ids(photos[:4]), PhotoId(10**9)]) == ()


def test_a_no_pushes_down_what_is_like_it() -> None:
    photos = a_library(ferns=20)
    features = looks_of(photos, bonsais=20, ferns=20)
    examples, ferns = ids(photos[:5]), set(ids(photos[24:40]))

    before = rank_taught(seen_of(features), examples)
    after = rank_taught(seen_of(features), examples, ids(photos[20:24]))

    assert worst(after, ferns) < worst(before, ferns)
    assert not {score.photo_id for score in after} & set(ids(photos[20:24]))


def worst(ranked: tuple, photo_ids: set[PhotoId]) -> float:
    return max(score.probability for score in ranked if score.photo_id in photo_ids)


def test_the_order_of_photos_changes_nothing() -> None:
    photos = a_library()
    features = looks_of(photos, bonsais=20)
    order = np.random.default_rng(1).permutation(len(photos))
    mixed = Features(
        photos=tuple(photos[place] for place in order),
        theme_names=features.theme_names,
        **{
            name: getattr(features, name)[order]
            for name in (
                "embeddings",
                "theme_log_probabilities",
                "likeness_hashes",
                "quality",
                "colourfulness",
                "colours",
            )
        },
    )

    assert rank_taught(seen_of(mixed), ids(photos[:5])[::-1]) == rank_taught(
        seen_of(features), ids(photos[:5])
    )


@pytest.mark.parametrize("others", [0, 1, 3])
def test_a_library_of_little_else_is_ranked_too(others: int) -> None:
    photos = a_library(bonsais=6, others=others)

    ranked = rank_taught(seen_of(looks_of(photos, bonsais=6)), ids(photos[:5]))

    assert len(ranked) == 1 + others
