"""Coordinates to names, looked up when they are shown and stored nowhere."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from organizer.models import Place
from organizer.paths import RESOURCES

if TYPE_CHECKING:
    from organizer.places.gazetteer import Gazetteer


def name_place(latitude: float, longitude: float, language: str = "en") -> Place | None:
    """The name of the place, from the bundled gazetteer; nothing is stored."""
    return _name_near(round(latitude, 3), round(longitude, 3), language)


def country_name(code: str, language: str = "en") -> str:
    """The name of the country with this ISO 3166 code; the code itself where none is known."""
    names = _countries().get(code, {})
    return names.get(language) or names.get("en") or code


@lru_cache(maxsize=1)
def _countries() -> dict[str, dict[str, str]]:
    table = (RESOURCES / "gazetteer" / "countries.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = json.loads(table)
    return found


@lru_cache(maxsize=50_000)
def _name_near(latitude: float, longitude: float, language: str) -> Place | None:
    return open_gazetteer().nearest(latitude, longitude, language)


@lru_cache(maxsize=1)
def open_gazetteer() -> Gazetteer:
    """The bundled table of places, opened once."""
    from organizer.places.gazetteer import Gazetteer  # brings numpy: not at start-up

    return Gazetteer.open(RESOURCES / "gazetteer")
