"""Public holidays of the country where a photo was taken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from organizer.models import Photo
from organizer.suggestions.roll import NamePlace

ENGLISH = "en_US"
# where the package names holidays in another language of ours
NAMED_IN = {("vi", "VN"): "vi"}
# days that are free for another day's sake say nothing
NOT_THE_DAY = ("substitut", "day off", "observed", "bridge", "nghỉ")


def country_of(shots: Iterable[Photo], name_place: NamePlace) -> str | None:
    """Give the country ("FR") of the first located shot, None when it is not known."""
    for shot in shots:
        if shot.latitude is not None and shot.longitude is not None:
            place = name_place(shot.latitude, shot.longitude)
            return place.country if place else None
    return None


def public_holiday(day: date, country: str | None, language: str = "en") -> str | None:
    """Name the public holiday of *day* in a country ("FR"); None when there is none.

    In the *language* where it is named in it, else in English.
    """
    if country is None:
        return None
    named_in = NAMED_IN.get((language, country), ENGLISH)
    return _of_year(country, day.year, named_in).get(day)


@lru_cache(maxsize=256)
def _of_year(country: str, year: int, language: str) -> dict[date, str]:
    """The public holidays of a country in a year; none when the country is not known."""
    import holidays  # a tenth of a second: not before it is needed

    try:
        found = holidays.country_holidays(country, years=(year,), language=language)
    except NotImplementedError:
        return {}
    return {
        day: name.split("; ")[0]
        for day, name in sorted(found.items())
        if day.year == year and not any(word in name.lower() for word in NOT_THE_DAY)
    }
