#!/usr/bin/env python3
"""Paint a small photo life for screenshots: ``python tools/painted_life.py OUT``.

Landscapes are drawn from numbers (hills, seas, towns, evenings), so no picture is anybody's.
The files carry dates and places as a phone writes them: two years at home, three trips, some
days out and parties.
"""

from __future__ import annotations

import math
import sys
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

HOME = (45.758, 4.835)  # Lyon
SIZES = ((1200, 800), (1200, 900), (800, 1200), (1200, 675))
# top of the sky, horizon, far hills, near hills, water
MOODS = {
    "morning": ((120, 170, 215), (250, 225, 195), (150, 165, 185), (72, 98, 84), (140, 175, 195)),
    "noon": ((58, 125, 200), (190, 220, 240), (120, 150, 170), (60, 110, 70), (60, 130, 170)),
    "evening": ((60, 60, 120), (250, 150, 90), (110, 75, 105), (45, 38, 60), (150, 95, 110)),
    "night": ((12, 16, 40), (45, 55, 95), (28, 32, 58), (14, 16, 30), (22, 28, 55)),
    "snow": ((150, 185, 215), (235, 240, 246), (205, 216, 228), (238, 242, 247), (170, 195, 210)),
    "autumn": ((135, 165, 195), (245, 215, 170), (165, 125, 90), (150, 85, 40), (120, 130, 130)),
}

# first day, days, places, what there is to see
TRIPS: tuple[tuple[datetime, int, tuple[tuple[float, float], ...], tuple[str, ...]], ...] = (
    (datetime(2024, 5, 3), 4, ((16.061, 108.227), (15.880, 108.338)), ("sea", "town", "hills")),
    (datetime(2024, 9, 12), 5, ((41.150, -8.610),), ("town", "sea")),
    (datetime(2025, 2, 14), 3, ((45.923, 6.869),), ("mountains",)),
    (datetime(2025, 6, 20), 7, ((64.146, -21.942),), ("mountains", "sea", "hills")),
)


def main() -> None:
    """Write the life below the folder named on the command line."""
    out = Path(sys.argv[1])
    random = np.random.default_rng(7)
    for number, (at, where, scene, mood) in enumerate(shots(random)):
        picture = paint(scene, mood, SIZES[int(random.choice(4, p=(0.5, 0.2, 0.2, 0.1)))], random)
        path = out / f"{at:%Y}" / f"IMG_{number:04}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        picture.save(path, quality=88, exif=exif(at, where))


def shots(random: np.random.Generator) -> list[tuple[datetime, tuple[float, float], str, str]]:
    """When, where and what, in order of time."""
    found = []
    day = datetime(2024, 1, 6)
    away = {start + timedelta(days=n) for start, days, *_ in TRIPS for n in range(days)}
    while day < datetime(2025, 10, 1):
        season = "snow" if day.month in (1, 2) else "autumn" if day.month in (10, 11) else "noon"
        if day not in away:
            found += stay(random, day, HOME, int(random.integers(1, 4)), ("town", "hills"), season)
        day += timedelta(days=int(random.integers(4, 9)))
    for start, days, stops, scenes in TRIPS:
        for offset in range(days):
            place = stops[min(len(stops) - 1, offset * len(stops) // days)]
            snowy = "snow" if start.month == 2 else None
            for hour, mood in ((9, "morning"), (13, "noon"), (19, "evening")):
                at = start + timedelta(days=offset, hours=hour)
                found += stay(random, at, place, int(random.integers(4, 8)), scenes, snowy or mood)
    for party in (datetime(2024, 6, 14, 19), datetime(2025, 6, 14, 19), datetime(2024, 12, 24, 19)):
        found += stay(random, party, HOME, 18, ("lights",), "night")
    return sorted(found, key=lambda shot: shot[0])


def stay(
    random: np.random.Generator,
    start: datetime,
    where: tuple[float, float],
    count: int,
    scenes: tuple[str, ...],
    mood: str,
) -> list[tuple[datetime, tuple[float, float], str, str]]:
    """Some shots at one place within two hours."""
    if start.hour == 0:
        start += timedelta(hours=11)
    times = sorted(int(second) for second in random.integers(0, 7200, count))
    return [
        (
            start + timedelta(seconds=second),
            (where[0] + random.normal(0, 0.004), where[1] + random.normal(0, 0.004)),
            str(random.choice(scenes)),
            mood,
        )
        for second in times
    ]


def paint(scene: str, mood: str, size: tuple[int, int], random: np.random.Generator) -> Image.Image:
    """One picture."""
    top, horizon, far, near, water = (np.array(c) + random.normal(0, 8, 3) for c in MOODS[mood])
    width, height = size
    picture = gradient(size, top, horizon)
    draw = ImageDraw.Draw(picture)
    sun(draw, size, mood, random)
    skyline = height * random.uniform(0.5, 0.62)
    steep = {"mountains": 0.34, "hills": 0.12, "sea": 0.05, "town": 0.08, "lights": 0.06}[scene]
    for layer in range(4):
        share = layer / 3
        colour = far * (1 - share) + near * share
        base = skyline + height * 0.11 * layer
        ridge(draw, size, base, height * steep * (1.2 - 0.5 * share), colour, random)
        if layer == 1 and scene in ("town", "lights"):
            town(draw, size, base, colour, mood, random)
        if layer == 1 and scene == "sea":
            picture.paste(gradient((width, height), water, water * 0.6), (0, int(skyline)))
            glitter(draw, size, skyline, horizon, random)
            break
    if scene == "lights":
        picture = lanterns(picture, random)
    noise = random.normal(0, 3.5, (height, width, 1))
    return Image.fromarray((np.asarray(picture, float) + noise).clip(0, 255).astype(np.uint8))


def gradient(size: tuple[int, int], top: np.ndarray, bottom: np.ndarray) -> Image.Image:
    """From top to bottom."""
    share = np.linspace(0, 1, size[1])[:, None, None] ** 1.3
    rows = top * (1 - share) + bottom * share
    return Image.fromarray(np.broadcast_to(rows, (size[1], size[0], 3)).clip(0, 255).astype("u1"))


def sun(
    draw: ImageDraw.ImageDraw, size: tuple[int, int], mood: str, random: np.random.Generator
) -> None:
    """Sun or moon."""
    x, y = size[0] * random.uniform(0.15, 0.85), size[1] * random.uniform(0.15, 0.45)
    radius = min(size) * (0.05 if mood == "night" else 0.07)
    colour = {"night": (230, 232, 240), "evening": (255, 214, 140)}.get(mood, (255, 246, 220))
    draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=colour)


def ridge(
    draw: ImageDraw.ImageDraw,
    size: tuple[int, int],
    base: float,
    rise: float,
    colour: np.ndarray,
    random: np.random.Generator,
) -> None:
    """A range of hills: a few waves of falling size."""
    x = np.linspace(0, 1, 160) * size[0] / size[1] / 1.5
    y = sum(
        math.pow(0.55, octave)
        * np.sin(2 * math.pi * (x * (1.3 * 2**octave) + random.uniform(0, 1)))
        for octave in range(5)
    )
    line = [
        (float(a) * size[0], float(base - rise * b))
        for a, b in zip(np.linspace(0, 1, 160), y, strict=True)
    ]
    draw.polygon([(0, size[1]), *line, (size[0], size[1])], fill=shade(colour))


def town(
    draw: ImageDraw.ImageDraw,
    size: tuple[int, int],
    base: float,
    colour: np.ndarray,
    mood: str,
    random: np.random.Generator,
) -> None:
    """Houses with roofs and windows."""
    x = 0.0
    while x < size[0]:
        wide, tall = size[0] * random.uniform(0.05, 0.12), size[1] * random.uniform(0.12, 0.34)
        wall = colour * 0.6 + np.array(
            random.choice([(214, 178, 120), (196, 120, 92), (226, 214, 190)])
        ) * (0.2 if mood == "night" else 0.45)
        draw.rectangle([x, base - tall, x + wide, size[1]], fill=shade(wall))
        draw.polygon(
            [(x - 6, base - tall), (x + wide / 2, base - tall * 1.25), (x + wide + 6, base - tall)],
            fill=shade(wall * 0.62),
        )
        lit = (255, 214, 130) if mood in ("night", "evening") else shade(wall * 0.75)
        for row in range(3):
            for column in range(2):
                left = x + wide * (0.2 + 0.4 * column)
                above = base - tall * (0.8 - 0.28 * row)
                draw.rectangle([left, above, left + wide * 0.18, above + tall * 0.12], fill=lit)
        x += wide * random.uniform(0.95, 1.3)


def glitter(
    draw: ImageDraw.ImageDraw,
    size: tuple[int, int],
    skyline: float,
    colour: np.ndarray,
    random: np.random.Generator,
) -> None:
    """Light on the water."""
    for _ in range(220):
        depth = random.uniform(0, 1) ** 1.4
        x, y = random.uniform(0, size[0]), skyline + depth * (size[1] - skyline)
        length = 8 + 60 * depth
        draw.line([x, y, x + length, y], fill=shade(colour * 0.92), width=1 + int(3 * depth))


def lanterns(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    """Warm lights, some out of focus."""
    glow = Image.new("RGB", picture.size)
    draw = ImageDraw.Draw(glow)
    for _ in range(40):
        x, y = random.uniform(0, picture.width), random.uniform(0, picture.height * 0.8)
        radius = random.uniform(6, 34)
        colour = [(255, 190, 90), (255, 140, 80), (250, 220, 150), (200, 90, 110)][
            int(random.integers(0, 4))
        ]
        draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=colour)
    soft = glow.filter(ImageFilter.GaussianBlur(5))
    light = np.asarray(picture, float) + np.asarray(soft, float) * 0.8
    return Image.fromarray(light.clip(0, 255).astype(np.uint8))


def shade(colour: np.ndarray) -> tuple[int, int, int]:
    """As Pillow wants it."""
    red, green, blue = (int(value) for value in np.clip(colour, 0, 255))
    return red, green, blue


def exif(at: datetime, where: tuple[float, float]) -> Image.Exif:
    """As a phone writes it."""
    block = Image.Exif()
    text = f"{at:%Y:%m:%d %H:%M:%S}"
    block[0x010F], block[0x0110], block[0x0132] = "Phone", "Phone One", text
    sub = block.get_ifd(0x8769)
    sub[0x9003], sub[0x9004] = text, text
    gps = block.get_ifd(0x8825)
    for tag, value, letters in ((1, where[0], "NS"), (3, where[1], "EW")):
        gps[tag] = letters[value < 0]
        size = abs(value)
        gps[tag + 1] = (float(int(size)), float(int(size * 60 % 60)), round(size * 3600 % 60, 2))
    return block


if __name__ == "__main__":
    main()
