"""What is said of a shot beside the others of its group."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from organizer.models import Photo, PhotoId, TimelineEntry
from organizer.pipeline.look_alikes import LikeShots
from ui import messages
from ui.widgets.texts import as_text


@dataclass(frozen=True, slots=True)
class Shot:
    """A shot of a group as it is compared.

    Attributes:
        when: Its time in words.
        photo: What is known of it; None while that is read.
        sharpness: How sharp it is beside the others, in words; "" where that is not known.
    """

    entry: TimelineEntry
    when: str
    is_best: bool
    is_kept: bool
    photo: Photo | None = None
    sharpness: str = ""

    @property
    def size(self) -> str:
        """Such as “4032 × 3024”; "" while it is not known."""
        if self.photo is None or not (self.photo.width_px and self.photo.height_px):
            return ""
        return f"{self.entry.width_px} × {self.entry.height_px}"

    @property
    def file(self) -> str:
        """Such as “3.1 MB · IMG_0001.jpg”; "" while it is not known."""
        if self.photo is None:
            return ""
        name = as_text(Path(self.photo.path.name))
        return f"{messages.size(self.photo.size_bytes)} · {name}"


def shot_of(
    group: LikeShots, index: int, photos: Mapping[PhotoId, Photo], kept: Collection[PhotoId]
) -> Shot:
    """The shot at *index* of a group; *photos* holds what is known so far."""
    entry = group.entries[index]
    days = {messages.days(one, one) for one in group.entries}
    when = messages.clock(entry) if len(days) == 1 else messages.taken(entry)
    return Shot(
        entry,
        when or messages.no_date(),
        is_best=entry.id == group.best_id,
        is_kept=entry.id in kept,
        photo=photos.get(entry.id),
        sharpness=_sharpness(photos.get(entry.id), photos, group.best_id),
    )


def _sharpness(photo: Photo | None, photos: Mapping[PhotoId, Photo], best_id: PhotoId) -> str:
    """How sharp a shot is beside the others.

    What is best goes by light and contrast too, and by the user's word: where the best is not the
    sharpest, a rank of sharpness alone would only contradict it.
    """
    known = [one.sharpness for one in photos.values() if one.sharpness is not None]
    best = photos.get(best_id)
    if photo is None or photo.sharpness is None or len(known) < 2:
        return ""
    if best is None or best.sharpness is None or best.sharpness < max(known):
        return ""
    return messages.sharpness(1 + sum(one > photo.sharpness for one in known), len(known))
