"""What is said of compared shots."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from organizer.models import Photo, PhotoId
from ui.views.compare_shot import _sharpness

SHARP = {PhotoId(1): 0.2, PhotoId(2): 0.9, PhotoId(3): 0.5}
SHOTS = {
    photo_id: replace(Photo(id=photo_id, path=Path("a.jpg")), sharpness=sharpness)
    for photo_id, sharpness in SHARP.items()
}


def test_sharpness_is_ranked_where_the_best_is_the_sharpest() -> None:
    said = [_sharpness(shot, SHOTS, PhotoId(2)) for shot in SHOTS.values()]

    assert said == ["Least sharp", "Sharpest", "Sharpness 2 of 3"]


@pytest.mark.parametrize("best", [1, 3])
def test_nothing_is_said_of_sharpness_where_it_would_contradict_the_best(best: int) -> None:
    assert {_sharpness(shot, SHOTS, PhotoId(best)) for shot in SHOTS.values()} == {""}
