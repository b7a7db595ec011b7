"""Themes that the user teaches by examples: the rest of the library ranked by likeness to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from organizer.models import Features, PhotoId, TaughtScore

MIN_EXAMPLES = 5
# Photos that were not judged stand for "all else"; a thousand of them say what there is.
MAX_OTHERS = 1_000
FEW = 20
# Measured on 11 themes with 16 or more labelled photos among 570, six draws each: at .8 nine of ten
# photos that were found showed the theme. Five examples find a tenth of the others, ten a quarter.
LEAST_PROBABILITY = 0.8
WEIGHT_OF_NO = 5.0
WEAKNESS = 10.0  # how far the weights may follow the examples (C); 1 finds less, 100 is less sure


def rank_taught(
    features: Features, shown: Collection[PhotoId], not_shown: Collection[PhotoId] = ()
) -> tuple[TaughtScore, ...]:
    """Rank the photos that were not judged by how surely they show what the examples show.

    Args:
        features: What was seen in the photos of the library, in any order.
        shown: Examples; ``MIN_EXAMPLES`` or more of them must have features.
        not_shown: Photos of which the user said that they do not show it.

    Returns:
        The surest first, then by content; empty with too few examples.

    Source:
        Logistic regression (scikit-learn) on the embeddings, both sides of equal weight.
    """
    rows_yes = _rows(features, shown)
    if len(rows_yes) < MIN_EXAMPLES:
        return ()
    rows_no = _rows(features, not_shown)
    rest = np.array(
        sorted(
            set(range(len(features.photos))) - set(rows_yes) - set(rows_no),
            key=lambda row: (features.photos[row].content_hash, features.photos[row].id),
        ),
        dtype=np.intp,
    )
    if not len(rest):
        return ()
    probabilities = _probabilities(features, rows_yes, rows_no, rest)
    order = np.argsort(-probabilities, kind="stable")
    return tuple(
        TaughtScore(features.photos[rest[place]].id, float(probabilities[place]))
        for place in order.tolist()
    )


def _rows(features: Features, photo_ids: Collection[PhotoId]) -> list[int]:
    """Give the rows of photos, in an order that follows from their content."""
    rows = [features.row_of[one] for one in photo_ids if one in features.row_of]
    return sorted(rows, key=lambda row: (features.photos[row].content_hash, row))


def _probabilities(
    features: Features, rows_yes: Sequence[int], rows_no: Sequence[int], rest: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Fit the examples against a sample of the rest; the probability of each of the rest.

    A photo of the sample is a negative only of the half that does not judge it: otherwise a
    photo that shows the theme would be learnt as one that does not.
    """
    from sklearn.linear_model import LogisticRegression  # takes seconds: not before it is needed

    sample = rest[:: max(1, -(-len(rest) // MAX_OTHERS))]
    probabilities = np.zeros(len(rest))
    halves = (sample[::2], sample[1::2]) if len(sample) >= FEW else (sample,)
    for others in halves:
        rows = [*rows_yes, *rows_no, *others.tolist()]
        weights = _weights(len(rows_yes), len(rows_no), len(others))
        fitted = LogisticRegression(C=WEAKNESS, max_iter=500)
        fitted.fit(features.embeddings[rows], np.arange(len(rows)) < len(rows_yes), weights)
        judged = ~np.isin(rest, others) if len(halves) > 1 else np.ones(len(rest), dtype=bool)
        found = fitted.predict_proba(features.embeddings[rest[judged]])[:, 1]
        # what no half learnt from is judged by both, and the surer word counts less
        probabilities[judged] = np.where(
            probabilities[judged] > 0, np.minimum(probabilities[judged], found), found
        )
    return np.round(probabilities, 6)


def _weights(yes: int, no: int, others: int) -> NDArray[np.float64]:
    """Weigh both sides alike, and a no of the user more than a photo that was not judged."""
    against = np.repeat([WEIGHT_OF_NO, 1.0], [no, others])
    half = (yes + no + others) / 2
    return np.concatenate([np.full(yes, half / yes), against * half / against.sum()])
