"""Scores what single photos show, and recognises pictures of text."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from organizer.models import Event, Features, Kind, PhotoId, ThemeScore
from organizer.themes.operating_points import OPERATING_POINTS

# At its operating point a theme is right nine times of ten; the score says so.
SCORE_AT_POINT = 0.9
# A photo just below is believed when most of its event shows the same.
EVENT_HELP = 0.7
MIN_EVENT_PHOTOS = 4
MIN_EVENT_SHARE = 0.4

TEXT_THEMES = ("document_receipt", "screenshot")
# Paper and screens are pale; drawn and painted pictures look like documents to the network too.
TEXT_PROBABILITY = 0.10
TEXT_COLOURFULNESS = 15.0
SURE_TEXT_PROBABILITY = 0.50
SURE_TEXT_COLOURFULNESS = 30.0


def score_themes(
    features: Features, events: Sequence[Event]
) -> dict[PhotoId, tuple[ThemeScore, ...]]:
    """Find the themes of each photo that are surer than their operating point.

    Args:
        features: What was seen in the photos.
        events: A photo gains from others of its event that surely show the theme.

    Returns:
        For photos that show a theme: its themes, the surest first. Scores run from 0.9, the
        precision at the operating point, to 1. Documents and screenshots have none.
    """
    not_pictures = find_documents(features)
    found: dict[PhotoId, list[ThemeScore]] = {}
    for theme in sorted(OPERATING_POINTS):
        if theme not in features.theme_names:
            continue
        above = _above_point(features, theme, events)
        for row in np.flatnonzero(above >= 0).tolist():
            photo = features.photos[row]
            if photo.id not in not_pictures and photo.kind is not Kind.SCREENSHOT:
                found.setdefault(photo.id, []).append(ThemeScore(theme, _score(above[row])))
    return {
        photo_id: tuple(sorted(scores, key=lambda score: (-score.score, score.name)))
        for photo_id, scores in found.items()
    }


def find_documents(features: Features) -> frozenset[PhotoId]:
    """Find the photos that are documents or screenshots by their content."""
    columns = [
        features.theme_names.index(theme) for theme in TEXT_THEMES if theme in features.theme_names
    ]
    if not columns or not len(features.photos):
        return frozenset()
    best = np.exp(features.theme_log_probabilities[:, columns].max(axis=1))
    pale = features.colourfulness <= TEXT_COLOURFULNESS
    rather_pale = features.colourfulness <= SURE_TEXT_COLOURFULNESS
    is_text = (best >= TEXT_PROBABILITY) & pale | (best >= SURE_TEXT_PROBABILITY) & rather_pale
    return frozenset(features.photos[row].id for row in np.flatnonzero(is_text).tolist())


def _above_point(features: Features, theme: str, events: Sequence[Event]) -> NDArray[np.float64]:
    """Measure each photo's log-probability from the operating point, helped by its event."""
    column = features.theme_names.index(theme)
    point = math.log(OPERATING_POINTS[theme].probability)
    above = features.theme_log_probabilities[:, column].astype(np.float64) - point
    helped = above.copy()
    for event in events:
        rows = [row for photo in event.photo_ids if (row := features.row_of.get(photo)) is not None]
        if len(rows) >= MIN_EVENT_PHOTOS and (above[rows] >= 0).mean() >= MIN_EVENT_SHARE:
            helped[rows] += EVENT_HELP
    return helped


def _score(above: float) -> float:
    """Turn the distance from the operating point into a score; at the point it is 0.9."""
    odds = SCORE_AT_POINT / (1 - SCORE_AT_POINT)
    return round(1 - 1 / (1 + odds * math.exp(above)), 4)
