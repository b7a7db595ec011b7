"""Labelled photos as numbers, and made events drawn from them. Nothing here is shipped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MODELS = Path(__file__).resolve().parent.parent / "resources" / "models"
# what permits training; "none stated", research-only, non-commercial and unclear do not
PERMITTING = ("AGPL", "BSD", "CC-BY", "GFDL", "GPL", "MIT", "public-domain")
# label: the theme it belongs to, where the names differ
THEME_OF_LABEL = {
    "city_sights": "sights",
    "temple_church": "sights",
    "food_fruit": "food",
    "food_meal": "food",
}
EVERYDAY = ("other", "children_portrait", "people_group", "travel_mixed", "city_street")
# labels whose photos may well show the theme too: neither right nor wrong
EITHER = {
    "beach": ("sunset", "lake_river"),
    "bike_motorcycle": ("city_street",),
    "birds": ("wildlife_zoo", "farm_animals"),
    "birthday": ("birthday_weak",),
    "boats": ("lake_river", "beach"),
    "city_street": ("sights", "travel_mixed", "bike_motorcycle"),
    "farm_animals": ("birds", "wildlife_zoo"),
    "lake_river": ("boats", "mountains_hiking", "beach", "sunset"),
    "mountains_hiking": ("forest_trail", "lake_river", "snow_ski"),
    "sights": ("travel_mixed", "city_street"),
    "snow_ski": ("mountains_hiking",),
    "wildlife_zoo": ("farm_animals", "birds"),
}
LEAST_PHOTOS = 4  # fewer of a label make no event
BAGS = 2000

Rows = NDArray[np.intp]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Labelled:
    """Photos by row.

    Attributes:
        themes: What each was labelled as, in the names of the table where it has one.
        sources: Where each comes from.
        may_train: Whether its licence permits more than measuring.
        logs: Log of the summed class probabilities, shape ``(photos, names)``.
        looks: The short embedding the program stores, shape ``(photos, 256)``.
        names: The themes of the table.
    """

    themes: NDArray[np.str_]
    sources: NDArray[np.str_]
    may_train: NDArray[np.bool_]
    logs: Numbers
    looks: Numbers
    names: tuple[str, ...]

    def of(self, theme: str) -> Rows:
        """The rows of a theme."""
        return np.flatnonzero(self.themes == theme)

    def everyday(self, theme: str) -> Rows:
        """The rows of everyday photos that do not show *theme*."""
        labels = [label for label in EVERYDAY if label not in (theme, *EITHER.get(theme, ()))]
        return np.flatnonzero(np.isin(self.themes, labels))

    def others(self, theme: str) -> dict[str, Rows]:
        """The rows of every other label that could be taken for *theme*."""
        apart = {theme, *EITHER.get(theme, ()), *EVERYDAY}
        found = {label: self.of(label) for label in sorted(set(self.themes.tolist()) - apart)}
        return {label: rows for label, rows in found.items() if len(rows) >= LEAST_PHOTOS}

    def judged(self, theme: str) -> Rows:
        """The rows that are surely right or surely wrong."""
        return np.flatnonzero(~np.isin(self.themes, EITHER.get(theme, ())))


def read_labelled(file: Path) -> Labelled:
    """Read the numbers, and turn them into what the program would have seen."""
    stored = np.load(file, allow_pickle=False)
    logits = stored["logits"].astype(np.float64)
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    probabilities = odds / odds.sum(axis=1, keepdims=True)
    table = json.loads((MODELS / "theme_classes.json").read_text("utf-8"))
    names = tuple(sorted(table))
    summed = [probabilities[:, sorted(table[name].values())].sum(axis=1) for name in names]
    projection = np.load(MODELS / "projection_256.npy", allow_pickle=False).astype(np.float64)
    looks = stored["embedding"].astype(np.float64) @ projection
    return Labelled(
        themes=np.array([THEME_OF_LABEL.get(label, label) for label in stored["theme"].tolist()]),
        sources=stored["source"],
        may_train=np.array([text.startswith(PERMITTING) for text in stored["licence"].tolist()]),
        logs=np.log(np.clip(np.stack(summed, axis=1), 1e-7, 1)),
        looks=looks / np.linalg.norm(looks, axis=1, keepdims=True),
        names=names,
    )


def parts(rows: Rows, photos: Labelled, *, count: int) -> list[Rows]:
    """Split rows by source where there are several, otherwise photo by photo."""
    if has_sources(rows, photos):
        return [rows[photos.sources[rows] == source] for source in _large_sources(rows, photos)]
    mixed = np.random.default_rng(7).permutation(rows)
    return [mixed[start::count] for start in range(count)]


def has_sources(rows: Rows, photos: Labelled) -> bool:
    """Whether several sources give enough of these photos each."""
    return len(_large_sources(rows, photos)) > 1


def _large_sources(rows: Rows, photos: Labelled) -> list[str]:
    return [
        source
        for source in sorted(set(photos.sources[rows].tolist()))
        if (photos.sources[rows] == source).sum() >= LEAST_PHOTOS
    ]


class Bags:
    """Draws made events of *size* photos, always the same ones."""

    def __init__(self, photos: Labelled, size: int) -> None:
        self._photos, self._size = photos, size
        self._random = np.random.default_rng(size)

    def of(self, rows: Rows, *, bags: int = BAGS) -> Rows:
        """Events of these photos alone, shape ``(bags, size)``."""
        return self._random.choice(rows, (bags, self._size))

    def showing(self, theme: str, share: float) -> Rows:
        """Events of which a share shows *theme*, first columns first; the rest is everyday."""
        count = max(1, round(share * self._size))
        shown = self._random.choice(self._photos.of(theme), (BAGS, count))
        rest = self._random.choice(self._photos.everyday(theme), (BAGS, self._size - count))
        return np.concatenate([shown, rest], axis=1)

    def confusing(self, theme: str) -> Iterator[tuple[str, Rows]]:
        """Events of one other label each."""
        for label, rows in self._photos.others(theme).items():
            yield label, self.of(rows)
