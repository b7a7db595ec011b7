"""Numbers that need no network: a likeness hash, colourfulness, and how well a shot came out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_SHARP = 600.0  # variance of the Laplacian of a crisp 256-px phone picture (made and real lives)
_HASH_BITS = 64
COLOUR_PARTS = 3
COLOURS_LENGTH = 3 * COLOUR_PARTS**2


def likeness_hash(picture: Image.Image) -> np.uint64:
    """64-bit difference hash: is each of 8 x 8 spots darker than its right neighbour?

    Near-identical pictures differ in few bits.

    Source:
        N. Krawetz, "Kind of like that" (dHash), 2013.
    """
    grey = picture.convert("L").resize((9, 8), Image.Resampling.BICUBIC)
    pixels = np.asarray(grey, dtype=np.int16)
    bits = (pixels[:, 1:] > pixels[:, :-1]).ravel()
    weights = np.uint64(1) << np.arange(_HASH_BITS, dtype=np.uint64)
    return np.uint64(weights[bits].sum(dtype=np.uint64))


def colour_layout(picture: Image.Image) -> NDArray[np.uint8]:
    """The mean colour of 3 x 3 parts of the picture, row by row, RGB, shape ``(27,)``.

    Source:
        E. Kasutani and A. Yamada, "The MPEG-7 color layout descriptor", ICIP 2001 (the idea).
    """
    small = picture.resize((COLOUR_PARTS, COLOUR_PARTS), Image.Resampling.BOX)
    return np.asarray(small, dtype=np.uint8).reshape(-1)


def colourfulness(pixels: NDArray[np.uint8]) -> float:
    """0 for grey, about 15 for slight, 45 for lively, 100 for garish colour.

    Args:
        pixels: Shape ``(height, width, 3)``, RGB.

    Source:
        D. Hasler and S. Suesstrunk, "Measuring colourfulness in natural images", SPIE 2003.
    """
    red, green, blue = (pixels[..., channel].astype(np.float32) for channel in range(3))
    red_green, yellow_blue = red - green, (red + green) / 2 - blue
    spread = np.hypot(red_green.std(), yellow_blue.std())
    shift = np.hypot(red_green.mean(), yellow_blue.mean())
    return float(spread + 0.3 * shift)


def quality(pixels: NDArray[np.uint8], *, sharpness: float) -> float:
    """How well the shot came out, from 0 (black, burnt out or a blur) to 1.

    Args:
        pixels: Shape ``(height, width, 3)``, RGB.
        sharpness: Variance of the Laplacian, measured at decode time.
    """
    grey = pixels.mean(axis=2)
    clipped = float(((grey < 6) | (grey > 249)).mean())
    contrast = min(1.0, float(grey.std()) / 50.0)
    crisp = float(np.log1p(sharpness) / np.log1p(_SHARP))
    return float(np.clip(0.6 * min(1.0, crisp) + 0.25 * contrast + 0.15 * (1 - clipped), 0, 1))
