"""Scores what single photos show, and recognises pictures of text."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from organizer.models import Event, Features, Kind, PhotoId, ThemeScore
from organizer.themes.operating_points import EVENT_POINT, OPERATING_POINTS, POOLED_THEMES

# At its operating point a theme is right nine times of ten; the score says so.
SCORE_AT_POINT = 0.9
# How fast the log-odds of a theme rise with its log-probability: Platt's slope, one for all themes,
# fitted by tools/measure_themes.py on the 124 photos whose licence permits that.
CALIBRATION_SLOPE = 1.6
# A photo just below is believed when most of its event shows the same.
EVENT_HELP = 0.7
MIN_EVENT_PHOTOS = 4
MIN_EVENT_SHARE = 0.4
# Fewer events do not tell what is usual in a library.
MIN_EVENTS = 8

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
        events: A photo gains from others of its event that show the theme.

    Returns:
        For photos that show a theme: its themes, the surest first. Scores run from 0.9, the
        precision at the operating point, to 1. Documents and screenshots have none.
    """
    not_pictures = find_documents(features)
    rows_of_events = [_rows(event, features) for event in events]
    found: dict[PhotoId, list[ThemeScore]] = {}
    for theme in sorted(OPERATING_POINTS):
        if theme not in features.theme_names:
            continue
        column = features.theme_names.index(theme)
        logs = features.theme_log_probabilities[:, column].astype(np.float64)
        usual = usual_mean([logs[rows] for rows in rows_of_events])
        above = above_point(logs, rows_of_events, theme, usual=usual)
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


def usual_mean(logs_of_events: Sequence[NDArray[np.float64]]) -> float:
    """The median over larger events of their mean log-probability; infinite with too few."""
    means = [logs.mean() for logs in logs_of_events if len(logs) >= EVENT_POINT.photos]
    return float(np.median(means)) if len(means) >= MIN_EVENTS else math.inf


def above_point(
    logs: NDArray[np.float64], events: Sequence[Sequence[int]], theme: str, *, usual: float
) -> NDArray[np.float64]:
    """Measure each photo's log-probability from where it is believed, helped by its event.

    Args:
        logs: Natural log of the theme's probability, shape ``(photos,)``.
        events: The rows of each event.
        theme: One of ``OPERATING_POINTS``.
        usual: Mean log-probability of the library's usual event.

    Returns:
        At least 0 where the theme is believed, shape ``(photos,)``.
    """
    above = np.asarray(logs - math.log(OPERATING_POINTS[theme].probability))
    helped = above.copy()
    for event in events:
        rows = list(event)
        if len(rows) >= MIN_EVENT_PHOTOS and (above[rows] >= 0).mean() >= MIN_EVENT_SHARE:
            helped[rows] += EVENT_HELP
        if theme in POOLED_THEMES and _shows_as_a_whole(logs[rows], usual):
            inside = logs[rows] - math.log(EVENT_POINT.probability)
            helped[rows] = np.maximum(helped[rows], inside)
    return helped


def _shows_as_a_whole(logs: NDArray[np.float64], usual: float) -> bool:
    """Tell whether an event, and not only some of its photos, shows a theme."""
    least = max(math.log(EVENT_POINT.mean), usual + math.log(EVENT_POINT.times_usual))
    return len(logs) >= EVENT_POINT.photos and float(logs.mean()) >= least


def _rows(event: Event, features: Features) -> list[int]:
    """The rows of an event's photos that were looked at."""
    row_of = features.row_of
    return [row_of[photo_id] for photo_id in event.photo_ids if photo_id in row_of]


def _score(above: float) -> float:
    """Turn the distance from the operating point into a score; at the point it is 0.9."""
    odds = SCORE_AT_POINT / (1 - SCORE_AT_POINT)
    return round(1 - 1 / (1 + odds * math.exp(CALIBRATION_SLOPE * above)), 4)
