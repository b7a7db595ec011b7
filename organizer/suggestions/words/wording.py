"""What a language is made of: whole templates, plural rules, and how dates are written.

Nothing is glued together from parts of sentences: a language may order the fields of a template
as it likes. A message with several forms is chosen by ``count`` and the language's own rule.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Message = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """One language.

    Attributes:
        code: Such as "en".
        plural: Gives the form ("one", "other", ...) that goes with a number.
        months, weekdays: Names from January and from Monday.
        numbers: Words for 0, 1, 2, ...; larger numbers are written in digits.
        messages: Templates by key.
        thousands: What stands between groups of three digits.
    """

    code: str
    plural: Callable[[int], str]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    numbers: tuple[str, ...]
    messages: Mapping[str, Message]
    thousands: str = ","

    def say(self, key: str, *, count: int | None = None, **fields: object) -> str:
        """Fill in the template *key*; *count* chooses its form and is a field too."""
        message = self.messages[key]
        if not isinstance(message, str):
            message = message[self.plural(count or 0)]
        number = "" if count is None else self.number(count)
        digits = "" if count is None else self.digits(count)
        return message.format(count=digits, number=number, Number=_capital(number), **fields)

    def digits(self, count: int) -> str:
        """Write a number in digits, grouped by three."""
        return f"{count:,}".replace(",", self.thousands)

    def number(self, count: int) -> str:
        """Write a small number as a word."""
        return self.numbers[count] if 0 <= count < len(self.numbers) else f"{count}"


def _capital(word: str) -> str:
    """Begin a word with a capital letter."""
    return word[:1].upper() + word[1:]
