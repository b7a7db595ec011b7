"""The terms of an occasion, each with its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from organizer.models import Reason
from organizer.suggestions.evidence import LOOK_POINTS
from organizer.suggestions.gatherings import ONE_SPOT_KM, Faces
from organizer.suggestions.odds import (
    A_YEAR_AGAIN,
    FESTIVAL_DAY,
    FEW_FACES,
    FORMAL,
    HARDLY_A_FACE,
    HOUR,
    MANY,
    MANY_FACES,
    MIDNIGHT,
    MOST_YEARS,
    PUBLIC_HOLIDAY,
    SEASON,
    SPOT,
    Sum,
    faces_odds,
    look_odds,
)
from organizer.suggestions.proposals import reason
from organizer.suggestions.roll import Occurrence, day_of
from organizer.suggestions.titles import Titles

FORMAL_LOOKS = ("graduation", "wedding")
# Half of what would be asked about is formal enough for a ceremony.
FORMAL_SHARE = 0.5


def add_look(total: Sum, spread: float, titles: Titles) -> None:
    """How far the pictures stand out."""
    say, point = titles.words.say, LOOK_POINTS[total.kind].spreads
    text = say(
        "why_look", what=say(f"look_{total.kind}"), times=f"{spread:.1f}", least=f"{point:.1f}"
    )
    total.add(look_odds(total.kind, spread), text, value=round(spread, 2), threshold=point)


def add_calendar(total: Sum, day: date, titles: Titles, *, at_midnight: bool) -> None:
    """The day of a festival."""
    say = titles.words.say
    total.add(FESTIVAL_DAY, say("why_calendar", date=titles.day(day)))
    if at_midnight:
        total.add(MIDNIGHT, say("why_midnight"))


def add_public_holiday(total: Sum, name: str, titles: Titles) -> None:
    """A day off where the photos were taken."""
    total.add(PUBLIC_HOLIDAY, titles.words.say("why_public_holiday", name=name))


def add_season(total: Sum, day: date, titles: Titles) -> None:
    """A month of graduations: weak evidence."""
    month = titles.words.months[day.month - 1]
    total.add(SEASON, titles.words.say("why_season", month=month))


def add_faces(total: Sum, faces: Faces | None, titles: Titles) -> None:
    """Whether people came together, for occasions of people."""
    if faces is None:
        return
    odds = faces_odds(total.kind, faces)
    if odds > 0:
        total.add_reason(odds, faces_reason(faces, FEW_FACES, titles))
    elif odds < 0:
        text = titles.words.say("why_few_faces", count=faces.counted)
        total.add(odds, text, value=faces.a_photo, threshold=HARDLY_A_FACE)


def add_many_faces(total: Sum, faces: Faces | None, titles: Titles) -> None:
    """A crowd; fewer faces say nothing."""
    if faces is not None and faces.a_photo >= MANY_FACES:
        total.add_reason(MANY, faces_reason(faces, MANY_FACES, titles))


def faces_reason(faces: Faces, least: float, titles: Titles) -> Reason:
    """Say how many faces there are, carried by the photos that show some."""
    text = titles.words.say(
        "why_faces", count=faces.counted, faces=f"{faces.a_photo:.1f}", least=f"{least:.1f}"
    )
    return reason(text, faces.shots, value=faces.a_photo, threshold=least)


def add_other_years(total: Sum, again: Sequence[Occurrence], titles: Titles) -> None:
    """Something at about the same days of other years."""
    if again:
        years = [day_of(occurrence.shots[0]).year for occurrence in again]
        text = titles.words.say("why_other_years", years=titles.years(years))
        odds = A_YEAR_AGAIN * min(MOST_YEARS, len(years))
        total.add(odds, text, value=len(years), threshold=1)


def add_time_of_day(total: Sum, key: str, titles: Titles) -> None:
    """Evening or daytime."""
    total.add(HOUR, titles.words.say(key))


def add_one_spot(total: Sum, spread_km: float | None, titles: Titles) -> None:
    """Everybody at one spot."""
    if spread_km is not None and spread_km <= ONE_SPOT_KM:
        located = [shot for shot in total.shots if shot.latitude is not None]
        text = titles.words.say("why_one_spot")
        total.add(SPOT, text, shots=located, value=round(spread_km, 2), threshold=ONE_SPOT_KM)


def add_formal_look(total: Sum, looks: Mapping[str, float], titles: Titles) -> None:
    """Gowns and robes, though too few to tell which."""
    theme = max(FORMAL_LOOKS, key=lambda one: looks[one] / LOOK_POINTS[one].spreads)
    least = FORMAL_SHARE * LOOK_POINTS[theme].spreads
    if looks[theme] >= least:
        text = titles.words.say("why_formal", times=f"{looks[theme]:.1f}", least=f"{least:.1f}")
        total.add(FORMAL, text, value=round(looks[theme], 2), threshold=least)
