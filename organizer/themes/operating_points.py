"""From which class probability a theme is believed, and how that was found out.

Figures and their making: ``docs/themes.md``, printed by ``tools/measure_themes.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class OperatingPoint:
    """Where a theme reaches a precision of 0.9 on labelled photos.

    Attributes:
        probability: Summed class probability from which a single photo is believed.
        right, wrong: Labelled photos at or above it that do and do not show the theme.
        positives: Labelled photos that show the theme, found or not.
    """

    probability: float
    right: int
    wrong: int
    positives: int

    @property
    def is_proven(self) -> bool:
        """Whether enough labelled photos stand behind the figure to offer albums."""
        return self.right >= MIN_RIGHT and self.right >= 0.9 * (self.right + self.wrong)


MIN_RIGHT = 8

# Measured on 570 labelled photos, thumbnails of other people's pictures (most themes have one
# source only). Themes that reach no such point are left out: lake, mountains, street, flowers,
# graduation, wedding, christmas; those without labelled photos too: airplane, insects, ...
OPERATING_POINTS: Mapping[str, OperatingPoint] = MappingProxyType(
    {
        "beach": OperatingPoint(0.90, right=4, wrong=0, positives=16),
        "bike_motorcycle": OperatingPoint(0.97, right=1, wrong=0, positives=14),
        "birds": OperatingPoint(0.60, right=4, wrong=0, positives=4),
        "boats": OperatingPoint(0.36, right=8, wrong=0, positives=12),
        "concert": OperatingPoint(0.93, right=5, wrong=0, positives=12),
        "dog": OperatingPoint(0.91, right=19, wrong=2, positives=41),
        "food": OperatingPoint(0.88, right=4, wrong=0, positives=13),
        "sights": OperatingPoint(0.30, right=34, wrong=0, positives=40),
        "snow_ski": OperatingPoint(0.62, right=12, wrong=1, positives=23),
        "sports": OperatingPoint(0.80, right=5, wrong=0, positives=13),
        "wildlife_zoo": OperatingPoint(0.93, right=8, wrong=0, positives=14),
    }
)


@dataclass(frozen=True, slots=True)
class EventPoint:
    """Where the photos of an event are believed because the event as a whole shows the theme.

    Attributes:
        mean: Geometric mean of the theme's probability over the event.
        times_usual: How many times the library's usual event it must be, for in some libraries
            everything looks a little like sports.
        probability: What a photo of such an event must reach itself.
        photos: The fewest photos of such an event.
    """

    mean: float
    times_usual: float
    probability: float
    photos: int


# One point for all of these, so that six themes and not one stand behind each number: photos
# believed by it are right nine times of ten when one event in twenty shows the theme (60 % of
# its photos) and half of the others are of the most various subjects. It does not hold for dogs,
# animals and food, which the network sees everywhere, nor for street, lake, flowers, mountains.
EVENT_POINT = EventPoint(mean=0.05, times_usual=3.0, probability=0.15, photos=6)
POOLED_THEMES = frozenset({"beach", "bike_motorcycle", "boats", "concert", "snow_ski", "sports"})
