"""Titles, subtitles and dates in plain words; an unsure title says less, or asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from organizer.models import RememberedDate
from organizer.suggestions.words import Wording, wording

MAX_TITLE = 60
MAX_NAME = 24
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Titles:
    """Speaks one language."""

    words: Wording

    @classmethod
    def of(cls, language: str) -> Titles:
        """Speak *language*, or English when it is not known."""
        return cls(wording(language))

    def day(self, day: date) -> str:
        """Write a date: "14 June 2025"."""
        month = self.words.months[day.month - 1]
        return self.words.say("day", day=day.day, month=month, year=day.year)

    def weekday(self, day: date) -> str:
        """Write a date with its day of the week: "Saturday, 14 June 2025"."""
        return self.words.say(
            "weekday",
            weekday=self.words.weekdays[day.weekday()],
            day=day.day,
            month=self.words.months[day.month - 1],
            year=day.year,
        )

    def days(self, first: date, last: date) -> str:
        """Write a range of dates, naming month and year once where they agree."""
        if first == last:
            return self.day(first)
        key = "days"
        if first.year == last.year:
            key = "days_same_month" if first.month == last.month else "days_same_year"
        return self.words.say(
            key,
            day=first.day,
            month=self.words.months[first.month - 1],
            year=first.year,
            last_day=last.day,
            last_month=self.words.months[last.month - 1],
            last_year=last.year,
        )

    def subtitle(self, first: date, last: date, *, photos: int) -> str:
        """Write dates and number of photos."""
        count = self.words.say("photos", count=photos)
        return self.words.say("subtitle", dates=self.days(first, last), photos=count)

    def places(self, names: Sequence[str], *, is_all: bool = True) -> str:
        """Name one place, or two, or two *and beyond* when those are not all."""
        if len(names) == 1:
            return self.words.say("one_place", first=names[0])
        key = "two_places" if is_all and len(names) == 2 else "more_places"
        return self.words.say(key, first=names[0], second=names[1])

    def trip(self, first: date, last: date, names: Sequence[str]) -> str:
        """Name a trip by its length and its stops, most important first."""
        count = (last - first).days + 1
        is_weekend = count in (2, 3) and last.weekday() == 6
        if not names:
            key = "trip_weekend_away" if is_weekend else "trip_days_away"
            return self.words.say(key, count=count)
        key = "trip_weekend" if is_weekend else "trip_days"
        for shown in (names, names[:2], names[:1]):
            places = self.places(shown, is_all=len(shown) == len(names) or len(shown) == 1)
            title = self.words.say(key, count=count, places=places)
            if len(title) <= MAX_TITLE:
                return title
        return self.words.say("trip_days_away", count=count)

    def event(self, start: datetime, end: datetime, place: str | None) -> str:
        """Name an event by time of day and place, or by its date when the place says nothing."""
        if place is None:
            return self.weekday((start - timedelta(hours=4)).date())
        title = self.words.say(_time_of_day(start, end), place=place)
        return title if len(title) <= MAX_TITLE else self.weekday(start.date())

    def stretch(self, first: datetime, last: datetime) -> str:
        """Say from when to when something was taken, with dates where they differ."""
        start, end = f"{first:%H:%M}", f"{last:%H:%M}"
        if first.date() == last.date():
            return self.words.say("why_stretch", start=start, end=end)
        return self.words.say(
            "why_stretch_days",
            first=self.day(first.date()),
            start=start,
            last=self.day(last.date()),
            end=end,
        )

    def remembered(self, remembered: RememberedDate, *, year: int, is_sure: bool) -> str:
        """Name the return of a date the user entered."""
        name = shortened(remembered.name)
        past = year - remembered.year if is_sure and remembered.year is not None else 0
        counting = {"birthday": "birthday_age", "anniversary": "anniversary_years"}
        if past > 0 and remembered.kind in counting:
            return self.words.say(counting[remembered.kind], name=name, count=past)
        plain = {"birthday": "birthday_of", "memorial": "memorial_of"}
        key = plain.get(remembered.kind, "remembered")
        return self.words.say(key if is_sure else f"{key}?", name=name, year=year)

    def years(self, years: Sequence[int]) -> str:
        """List years: "2019, 2021 and 2023"."""
        *before, last = sorted(years)
        if not before:
            return f"{last}"
        first = ", ".join(f"{year}" for year in before)
        return self.words.say("years_list", first=first, last=last)


def roughly(km: float) -> int:
    """Round a distance as one says it: 36, 260, 3,300."""
    step = 1 if km < 100 else 10 if km < 1000 else 100
    return round(km / step) * step


def shortened(name: str, at_most: int = MAX_NAME) -> str:
    """Make a name fit into a title, or be one, on one line."""
    plain = " ".join(name.split())
    return plain if len(plain) <= at_most else plain[: at_most - 1].rstrip() + ELLIPSIS


def _time_of_day(start: datetime, end: datetime) -> str:
    """Choose the template for the part of the day that holds the event."""
    if end - start > timedelta(hours=6):
        return "day_in"
    middle = start + (end - start) / 2
    if 4 <= middle.hour < 12:
        return "morning_in"
    return "afternoon_in" if 12 <= middle.hour < 18 else "evening_in"
