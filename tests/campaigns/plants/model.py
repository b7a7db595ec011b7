"""What a planted fault is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plant:
    """One rule taken out of the program.

    Attributes:
        guard: The rule and what it is there for, in plain words.
        file: Where it stands, from the root of the repository.
        old: Its text, which stands there exactly once.
        new: The text without it.
        tests: Files or ids of tests, one of which fails then.
    """

    guard: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]
