"""What could be fitted on the few photos whose licence permits it, held against the others."""

from __future__ import annotations

import numpy as np
from labelled_photos import LEAST_PHOTOS, Labelled, Numbers
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from organizer.themes.operating_points import OPERATING_POINTS
from organizer.themes.scoring import CALIBRATION_SLOPE, SCORE_AT_POINT

TEXT = ("document_receipt", "screenshot")


def calibration(photos: Labelled) -> str:
    """Fit Platt's slope, shared by the themes; look at what shipped scores mean elsewhere."""
    slope = _fitted_slope(photos)
    scores, shows = _shipped_scores(photos, ~photos.may_train)
    high = scores >= SCORE_AT_POINT
    brier, constant = float(np.mean((scores - shows) ** 2)), float(shows.mean())
    return (
        f"Calibration: slope {slope:.2f} fitted on {int(photos.may_train.sum())} photos, shipped "
        f"{CALIBRATION_SLOPE}. On the photos held back: Brier score {brier:.4f} "
        f"({constant * (1 - constant):.4f} for always saying how common a theme is); of "
        f"{int(high.sum())} scores of 0.9 or more, {scores[high].mean():.2f} on average, "
        f"{shows[high].mean():.2f} are right."
    )


def _fitted_slope(photos: Labelled) -> float:
    """Each theme has its own offset; they share the slope."""
    fit = [
        name
        for name in photos.names
        if len(np.intersect1d(photos.of(name), np.flatnonzero(photos.may_train))) >= LEAST_PHOTOS
    ]
    columns, answers = [], []
    for number, theme in enumerate(fit):
        rows = np.intersect1d(photos.judged(theme), np.flatnonzero(photos.may_train))
        own = np.zeros((len(rows), 1 + len(fit)))
        own[:, 0] = photos.logs[rows, photos.names.index(theme)]
        own[:, 1 + number] = 1
        columns.append(own)
        answers.append(photos.themes[rows] == theme)
    platt = LogisticRegression(C=10.0, max_iter=5000)
    platt.fit(np.concatenate(columns), np.concatenate(answers))
    return float(platt.coef_[0, 0])


def _shipped_scores(photos: Labelled, chosen: np.ndarray) -> tuple[Numbers, np.ndarray]:
    """The scores the program gives single photos, and whether they are right."""
    scores, shows = [], []
    for theme, point in OPERATING_POINTS.items():
        rows = np.intersect1d(photos.judged(theme), np.flatnonzero(chosen))
        above = photos.logs[rows, photos.names.index(theme)] - np.log(point.probability)
        odds = SCORE_AT_POINT / (1 - SCORE_AT_POINT) * np.exp(CALIBRATION_SLOPE * above)
        scores.append(odds / (1 + odds))
        shows.append(photos.themes[rows] == theme)
    return np.concatenate(scores), np.concatenate(shows)


def text_head(photos: Labelled) -> str:
    """Whether fitted heads know pictures of text, and sights, better than the table does."""
    is_text = np.isin(photos.themes, TEXT)
    may, held = photos.may_train, ~photos.may_train
    head = LogisticRegression(C=10.0, class_weight="balanced", max_iter=5000)
    head.fit(photos.looks[may], is_text[may])
    fitted = average_precision_score(is_text[held], head.decision_function(photos.looks[held]))
    table = photos.logs[:, [photos.names.index(theme) for theme in TEXT]].max(axis=1)
    plain = average_precision_score(is_text[held], table[held])
    sights = photos.themes == "sights"
    head.fit(photos.looks[may], sights[may])
    judged = np.intersect1d(np.flatnonzero(held), photos.judged("sights"))
    wrong = int((head.predict(photos.looks[judged]) & ~sights[judged]).sum())
    point = np.log(OPERATING_POINTS["sights"].probability)
    over = photos.logs[judged, photos.names.index("sights")] >= point
    return (
        f"Heads on the stored embedding, fitted on {int(may.sum())} photos: text AP {fitted:.3f} "
        f"on {int(held.sum())} photos held back, the plain table {plain:.3f}; sights take {wrong} "
        f"of {len(judged)} photos wrongly, the plain table {int((over & ~sights[judged]).sum())}. "
        "Neither ships."
    )
