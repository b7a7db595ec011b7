"""Days, months and years as they are typed, in English, Vietnamese and digits."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from organizer.search.folding import folded

MIN_YEAR, MAX_YEAR = 1800, 2199
MIN_LETTERS = 3  # “ma” may be anything; “mar” is March

_ISO = re.compile(r"^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$")
_POINTS = re.compile(r"^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?\.?$")
_SPELT = re.compile(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class DateWish:
    """A date of which some parts may be left open."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing is said."""
        return self.year is None and self.month is None and self.day is None


def month_names(months: Sequence[str]) -> dict[str, int]:
    """Folded names to numbers from 1; *months* are the twelve names of a language."""
    return {folded(name): number for number, name in enumerate(months, start=1)}


def read_date(text: str, months: Mapping[str, int]) -> tuple[DateWish, str]:
    """Find the date in *text*.

    Args:
        text: As typed, such as “hoi an june 2024” or “14.6.2024”.
        months: Folded names, as :func:`month_names` gives them. A name of several words, as
            “thang 6”, is one too; beginnings of three letters do.

    Returns:
        What is said of a date, and the rest of the text.
    """
    words = _SPELT.findall(folded(text))
    wish, rest = DateWish(), []
    position = 0
    while position < len(words):
        found, taken = _date_at(words, position, months, wish)
        if found is None:
            rest.append(words[position])
            position += 1
        else:
            wish = found
            position += taken
    wish, rest = _with_day(wish, rest)
    return wish, " ".join(rest)


def _date_at(
    words: Sequence[str], position: int, months: Mapping[str, int], so_far: DateWish
) -> tuple[DateWish | None, int]:
    """What the words from *position* add to a date, and how many they are."""
    word = words[position]
    if match := _ISO.match(word):
        year, month, day = (int(part) if part else None for part in match.groups())
        return _plausible(DateWish(year, month, day)), 1
    if match := _POINTS.match(word):
        day, month, year = (int(part) if part else None for part in match.groups())
        return _plausible(DateWish(year, month, day)), 1
    if word.isdecimal() and len(word) == 4 and so_far.year is None:
        return _plausible(DateWish(int(word), so_far.month, so_far.day)), 1
    if so_far.month is None:
        for length in (2, 1):
            month = _month(" ".join(words[position : position + length]), months)
            if month is not None and position + length <= len(words):
                return DateWish(so_far.year, month, so_far.day), length
    return None, 0


def _month(spelt: str, months: Mapping[str, int]) -> int | None:
    if spelt in months:
        return months[spelt]
    if len(spelt) < MIN_LETTERS or any(sign.isdigit() for sign in spelt) or " " in spelt:
        return None
    begun = {number for name, number in months.items() if name.startswith(spelt)}
    return begun.pop() if len(begun) == 1 else None


def _with_day(wish: DateWish, rest: list[str]) -> tuple[DateWish, list[str]]:
    """A lone number beside a month is its day."""
    if wish.month is None or wish.day is not None:
        return wish, rest
    for word in rest:
        digits = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|\.)?", word)
        if digits and 1 <= int(digits[1]) <= 31:
            left = list(rest)
            left.remove(word)
            return DateWish(wish.year, wish.month, int(digits[1])), left
    return wish, rest


def _plausible(wish: DateWish) -> DateWish | None:
    """The same, or None where it is no date."""
    fits = (
        (wish.year is None or MIN_YEAR <= wish.year <= MAX_YEAR)
        and (wish.month is None or 1 <= wish.month <= 12)
        and (wish.day is None or 1 <= wish.day <= 31)
    )
    return wish if fits else None
