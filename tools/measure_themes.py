#!/usr/bin/env python3
"""How well themes and occasions are known from what a photo shows.

    python tools/measure_themes.py --features FILE.npz [--json OUT]

FILE.npz holds labelled photos as numbers: embedding, logits, theme, source, licence. Prints for
each theme the photos and sources behind its figures, what single photos give, and what made events
of 6, 12 and 24 photos give, 30, 60 or 100 % of them on theme, at 1 % false alarms: against events
of everyday photos, and against events of whatever other subject is taken for it most. "Count"
counts photos over the threshold of single photos, "mean" takes the mean log-probability, and last
comes what the program does. Figures held back are cut by source where a theme has several of four
photos or more, otherwise by photo: then one photographer stands on both sides, and they flatter.
Made events draw from all photos. Always prints the same.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from fitted_themes import calibration, text_head
from labelled_photos import (
    BAGS,
    LEAST_PHOTOS,
    Bags,
    Labelled,
    Numbers,
    Rows,
    has_sources,
    parts,
    read_labelled,
)
from sklearn.metrics import average_precision_score

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from organizer.suggestions.evidence import LOOK_POINTS, background_of, spreads_above
from organizer.themes.operating_points import OPERATING_POINTS
from organizer.themes.scoring import above_point, usual_mean

SIZES, SHARES = (6, 12, 24), (0.3, 0.6, 1.0)
FALSE_ALARMS = 0.01
PRECISION = 0.9
FOLDS = 5
ONE_IN = 20  # events, of which one shows the theme, when photos are counted


@dataclass(frozen=True)
class Single:
    """What single photos of a theme give; *held* figures on photos the point was not chosen on."""

    theme: str
    photos: int
    sources: int
    cut_by: str
    ap: float
    point: float
    precision: float
    recall: float
    held_precision: float
    held_recall: float


@dataclass(frozen=True)
class Pooled:
    """Share of events found: against everyday events, and against the most confusing ones."""

    theme: str
    size: int
    share: float
    count: tuple[float, float]
    mean: tuple[float, float]
    confuser: str
    ships: str


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--features", type=Path, required=True, metavar="FILE")
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args()
    photos = read_labelled(options.features)
    themes = [name for name in photos.names if len(photos.of(name)) >= LEAST_PHOTOS]
    singles = [measure_single(photos, theme) for theme in themes]
    pooled = [
        measure_pooled(photos, single, size, share)
        for single in singles
        for size in SIZES
        for share in SHARES
    ]
    print_tables(singles, pooled)
    print(f"\n{calibration(photos)}\n{text_head(photos)}")
    if options.json:
        rows = {"single": [asdict(row) for row in singles], "pooled": [asdict(r) for r in pooled]}
        options.json.write_text(json.dumps(rows, indent=1) + "\n")


def measure_single(photos: Labelled, theme: str) -> Single:
    """Choose the point on some photos and look at the others, turn by turn."""
    judged = photos.judged(theme)
    logs = photos.logs[:, photos.names.index(theme)]
    right = wrong = 0
    mine, rest = photos.of(theme), np.setdiff1d(judged, photos.of(theme))
    held_parts = parts(mine, photos, count=FOLDS)
    rest_parts = [np.random.default_rng(7).permutation(rest)[n :: len(held_parts)] for n in
                  range(len(held_parts))]  # fmt: skip
    for held, other in zip(held_parts, rest_parts, strict=True):
        chosen = np.setdiff1d(judged, np.concatenate([held, other]))
        point = lowest_point(logs[chosen], photos.themes[chosen] == theme)
        right += int((logs[held] >= point).sum())
        wrong += int((logs[other] >= point).sum())
    shows = photos.themes[judged] == theme
    point = lowest_point(logs[judged], shows)
    taken = logs[judged] >= point
    return Single(
        theme=theme,
        photos=len(mine),
        sources=len(set(photos.sources[mine].tolist())),
        cut_by="source" if has_sources(mine, photos) else "photo",
        ap=float(average_precision_score(shows, logs[judged])),
        point=float(np.exp(point)),
        precision=float(shows[taken].mean()) if taken.any() else 0.0,
        recall=float(taken[shows].mean()),
        held_precision=right / max(1, right + wrong),
        held_recall=right / len(mine),
    )


def lowest_point(logs: Numbers, shows: np.ndarray) -> float:
    """The lowest value from which on nine of ten are right; infinite when there is none."""
    order = np.argsort(-logs, kind="stable")
    precision = np.cumsum(shows[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero((precision >= PRECISION) & shows[order])
    return float(logs[order[good[-1]]]) if len(good) else float("inf")


def measure_pooled(photos: Labelled, single: Single, size: int, share: float) -> Pooled:
    """Draw events and see how many are found."""
    theme, bags = single.theme, Bags(photos, size)
    logs = photos.logs[:, photos.names.index(theme)]
    everyday = bags.of(photos.everyday(theme))
    others = dict(bags.confusing(theme))
    confuser = max(others, key=lambda label: limit(logs[others[label]].mean(axis=1)))
    showing = bags.showing(theme, share)
    point = np.log(single.point) if np.isfinite(single.point) else 0.0

    def found(score: Numbers, *negatives: Numbers) -> tuple[float, ...]:
        return tuple(float((score > limit(negative)).mean()) for negative in negatives)

    def count(rows: Rows) -> Numbers:
        return np.asarray((logs[rows] >= point).sum(axis=1), dtype=np.float64)

    def mean(rows: Rows) -> Numbers:
        return np.asarray(logs[rows].mean(axis=1))

    hardest = others[confuser]
    return Pooled(
        theme=theme,
        size=size,
        share=share,
        count=found(count(showing), count(everyday), count(hardest)),  # type: ignore[arg-type]
        mean=found(mean(showing), mean(everyday), mean(hardest)),  # type: ignore[arg-type]
        confuser=confuser,
        ships=what_ships(theme, logs, showing, everyday, others, confuser, share),
    )


def limit(scores: Numbers) -> float:
    """What one event in a hundred exceeds."""
    return float(np.quantile(scores, 1 - FALSE_ALARMS, method="higher"))


def what_ships(
    theme: str,
    logs: Numbers,
    showing: Rows,
    everyday: Rows,
    others: dict[str, Rows],
    confuser: str,
    share: float,
) -> str:
    """What the program makes of these events, in words."""
    told = []
    if theme in LOOK_POINTS:
        background = background_of(logs[everyday].mean(axis=1))
        if background is not None:
            asked = [
                float((spreads_above(logs[rows].mean(axis=1), background, theme)
                       >= LOOK_POINTS[theme].spreads).mean())
                for rows in (showing, everyday, others[confuser])
            ]  # fmt: skip
            told.append("asked {:.2f}, wrongly {:.3f} / {:.2f}".format(*asked))
    if theme in OPERATING_POINTS:
        told.append(photos_believed(theme, logs, showing, everyday, others, share))
    return "; ".join(told)


def photos_believed(
    theme: str,
    logs: Numbers,
    showing: Rows,
    everyday: Rows,
    others: dict[str, Rows],
    share: float,
) -> str:
    """Precision and recall over the photos of a library where one event in twenty is on theme."""
    fewer = {label: bags[: BAGS // len(others)] for label, bags in others.items()}
    off = np.concatenate([everyday, *fewer.values()])
    on_theme = np.zeros(showing.shape, dtype=bool)
    on_theme[:, : max(1, round(share * showing.shape[1]))] = True
    usual = usual_mean(list(logs[off]))
    on, wrongly = (believed(theme, logs, bags, usual) for bags in (showing, off))
    right = float((on & on_theme).sum())
    wrong = float((on & ~on_theme).sum()) + (ONE_IN - 1) * len(showing) / len(off) * wrongly.sum()
    return f"photos {right / max(1, right + wrong):.2f} right, {right / on_theme.sum():.2f} found"


def believed(theme: str, logs: Numbers, bags: Rows, usual: float) -> np.ndarray:
    """Which photos of the events the program believes, shape as *bags*."""
    flat = bags.ravel()
    events = np.arange(len(flat)).reshape(bags.shape).tolist()
    return np.asarray(above_point(logs[flat], events, theme, usual=usual) >= 0).reshape(bags.shape)


def print_tables(singles: list[Single], pooled: list[Pooled]) -> None:
    """One block a theme."""
    for row in singles:
        print(f"\n{row.theme}: {row.photos} photos of {row.sources} source(s)")
        if row.photos < 8 or row.sources == 1:
            few = "so few photos" if row.photos < 8 else "one source"
            print(f"  ({few}: read the figures as a sketch)")
        print(
            f"  single photos: AP {row.ap:.2f}; from {row.point:.3f} on precision "
            f"{row.precision:.2f}, recall {row.recall:.2f}; held back (by {row.cut_by}): "
            f"precision {row.held_precision:.2f}, recall {row.held_recall:.2f}"
        )
        for event in (event for event in pooled if event.theme == row.theme):
            print(
                f"  {event.size:>2} photos, {event.share:>4.0%} on theme | everyday: count "
                f"{event.count[0]:.2f}, mean {event.mean[0]:.2f} | {event.confuser}: count "
                f"{event.count[1]:.2f}, mean {event.mean[1]:.2f} | {event.ships or 'not offered'}"
            )


if __name__ == "__main__":
    main()
