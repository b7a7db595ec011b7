"""Themes that the user teaches by examples: the rest of the library ranked by likeness to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from organizer.models import Features, PhotoId, Seen, TaughtScore

MIN_EXAMPLES = 5
# Photos that were not judged stand for "all else"; a thousand of them say what there is.
MAX_OTHERS = 1_000
FEW = 20
# Measured on 11 themes with 16 or more labelled photos among 570, six draws each: at .8 nine of ten
# photos that were found showed the theme. Five examples find a tenth of the others, ten a quarter.
LEAST_PROBABILITY = 0.8
EVEN = 0.5  # from here on a photo shows the theme more likely than not
WEIGHT_OF_NO = 5.0
WEAKNESS = 10.0  # how far the weights may follow the examples (C); 1 finds less, 100 is less sure


def seen_of(features: Features) -> Seen:
    """What photos look like, out of everything that is known of them."""
    rows = sorted(
        range(len(features.photos)),
        key=lambda row: (features.photos[row].content_hash, features.photos[row].id),
    )
    return Seen(
        photo_ids=tuple(features.photos[row].id for row in rows),
        embeddings=features.embeddings[rows],
    )


def rank_taught(
    seen: Seen,
    shown: Collection[PhotoId],
    not_shown: Collection[PhotoId] = (),
    *,
    least: float = 0.0,
) -> tuple[TaughtScore, ...]:
    """Rank the photos that were not judged by how surely they show what the examples show.

    Args:
        seen: What the photos of the library look like.
        shown: Examples; ``MIN_EXAMPLES`` or more of them must have been looked at.
        not_shown: Photos of which the user said that they do not show it.
        least: The probability below which photos are left out.

    Returns:
        The surest first, then by content; empty with too few examples.

    Source:
        Logistic regression (scikit-learn) on the embeddings, both sides of equal weight.
    """
    yes, no = _rows(seen, shown), _rows(seen, not_shown)
    is_judged = np.zeros(len(seen.photo_ids), dtype=bool)
    is_judged[[*yes, *no]] = True
    rest = np.flatnonzero(~is_judged)
    if len(yes) < MIN_EXAMPLES or not len(rest):
        return ()
    probabilities = _probabilities(seen, yes, no, rest)
    rest = rest[probabilities[rest] >= least]
    order = rest[np.argsort(-probabilities[rest], kind="stable")]
    return tuple(
        TaughtScore(seen.photo_ids[row], probability)
        for row, probability in zip(order.tolist(), probabilities[order].tolist(), strict=True)
    )


def _rows(seen: Seen, photo_ids: Collection[PhotoId]) -> list[int]:
    """Give the rows of photos, in an order that follows from their content."""
    return sorted(seen.row_of[one] for one in photo_ids if one in seen.row_of)


def _probabilities(
    seen: Seen, yes: Sequence[int], no: Sequence[int], rest: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Fit the examples against a sample of the rest; a probability for each row of *seen*.

    A photo of the sample is a negative only of the half that does not judge it: otherwise a
    photo that shows the theme would be learnt as one that does not. What no half learnt from is
    judged by both, and the surer word counts less.
    """
    sample = rest[:: max(1, -(-len(rest) // MAX_OTHERS))]
    if len(sample) < FEW:
        return np.round(_judge(seen, yes, no, sample), 6)
    found = np.ones(len(seen.photo_ids))
    for others in (sample[::2], sample[1::2]):
        word = _judge(seen, yes, no, others)
        word[others] = 1.0
        found = np.minimum(found, word)
    return np.round(found, 6)


def _judge(
    seen: Seen, yes: Sequence[int], no: Sequence[int], others: NDArray[np.intp]
) -> NDArray[np.float64]:
    """How surely each photo shows the theme, learnt from the examples and against these others."""
    from sklearn.linear_model import LogisticRegression  # takes seconds: not before it is needed

    rows = [*yes, *no, *others.tolist()]
    fitted = LogisticRegression(C=WEAKNESS, max_iter=500)
    weights = _weights(len(yes), len(no), len(others))
    fitted.fit(seen.embeddings[rows], np.arange(len(rows)) < len(yes), weights)
    # one product over all rows: picking rows out of 100,000 first takes longer than judging all
    distances = seen.embeddings @ fitted.coef_[0].astype(np.float32) + fitted.intercept_[0]
    return np.asarray(1 / (1 + np.exp(-distances.astype(np.float64))))


def _weights(yes: int, no: int, others: int) -> NDArray[np.float64]:
    """Weigh both sides alike, and a no of the user more than a photo that was not judged."""
    against = np.repeat([WEIGHT_OF_NO, 1.0], [no, others])
    half = (yes + no + others) / 2
    return np.concatenate([np.full(yes, half / yes), against * half / against.sum()])
