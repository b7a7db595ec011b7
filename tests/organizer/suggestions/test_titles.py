"""Titles in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.models import RememberedDate
from organizer.suggestions.titles import MAX_TITLE, Titles
from organizer.suggestions.words import WORDINGS, wording

ENGLISH = Titles.of("en_GB")


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2025, 6, 14), date(2025, 6, 14), "14 June 2025"),
        (date(2025, 6, 14), date(2025, 6, 16), "14–16 June 2025"),
        (date(2025, 6, 29), date(2025, 7, 2), "29 June – 2 July 2025"),
        (date(2024, 12, 30), date(2025, 1, 2), "30 December 2024 – 2 January 2025"),
    ],
)
def test_a_range_of_days_names_month_and_year_once(first: date, last: date, text: str) -> None:
    assert ENGLISH.days(first, last) == text


@pytest.mark.parametrize(
    ("days", "names", "title"),
    [
        ((10, 13), ["Da Nang", "Hoi An"], "Four days in Da Nang and Hoi An"),
        ((10, 13), ["Da Nang", "Hoi An", "Hue"], "Four days in Da Nang, Hoi An and beyond"),
        ((14, 15), ["Annecy"], "A weekend in Annecy"),
        ((10, 11), [], "Two days away"),
        ((1, 16), ["Porto"], "16 days in Porto"),
    ],
)
def test_a_trip_is_named_after_its_length_and_stops(
    days: tuple[int, int], names: list[str], title: str
) -> None:
    first, last = (date(2025, 6, day) for day in days)

    assert ENGLISH.trip(first, last, names) == title


@pytest.mark.parametrize(
    ("start", "hours", "title"),
    [
        (9, 2, "A morning in Hoi An"),
        (14, 3, "An afternoon in Hoi An"),
        (19, 3, "An evening in Hoi An"),
        (9, 9, "A day in Hoi An"),
    ],
)
def test_an_event_is_named_after_the_time_of_day(start: int, hours: int, title: str) -> None:
    begin, end = datetime(2025, 6, 14, start), datetime(2025, 6, 14, start + hours)

    assert ENGLISH.event(begin, end, "Hoi An") == title


def test_an_unsure_title_says_less() -> None:
    title = ENGLISH.event(datetime(2025, 6, 14, 10), datetime(2025, 6, 14, 12), None)

    assert title == "Saturday, 14 June 2025"


def test_a_party_past_midnight_is_named_after_its_evening() -> None:
    title = ENGLISH.event(datetime(2025, 6, 15, 1), datetime(2025, 6, 15, 2), None)

    assert title == "Saturday, 14 June 2025"


@given(
    names=st.lists(st.text(min_size=1, max_size=90), min_size=1, max_size=4),
    length=st.integers(1, 400),
)
def test_no_title_is_longer_than_sixty_signs(names: list[str], length: int) -> None:
    first = date(2024, 1, 1)

    assert (
        len(ENGLISH.trip(first, date.fromordinal(first.toordinal() + length), names)) <= MAX_TITLE
    )
    long = ENGLISH.event(datetime(2024, 1, 1, 9), datetime(2024, 1, 1, 10), names[0])
    assert len(long) <= MAX_TITLE


@pytest.mark.parametrize("language", sorted(WORDINGS))
def test_every_language_knows_every_message(language: str) -> None:
    assert set(wording(language).messages) == set(wording("en").messages)


@pytest.mark.parametrize("count", [1, 2, 5, 21])
def test_plurals_follow_the_language(count: int) -> None:
    assert wording("en").say("photos", count=count) == f"{count} photo{'s' * (count != 1)}"


def fields_of(message: str | Mapping[str, str]) -> set[str]:
    forms = [message] if isinstance(message, str) else list(message.values())
    return {field for form in forms for _, field, _, _ in Formatter().parse(form) if field}


@pytest.mark.parametrize("language", sorted(WORDINGS))
@pytest.mark.parametrize("key", sorted(WORDINGS["en"].messages))
def test_every_template_asks_for_nothing_that_english_is_not_given(language: str, key: str) -> None:
    known = fields_of(WORDINGS["en"].messages[key])
    if known & {"count", "number", "Number"}:  # a number goes with its word
        known |= {"count", "number", "Number"}

    asked = fields_of(WORDINGS[language].messages[key])

    assert asked <= known
    assert asked - {"count", "number", "Number"} == known - {"count", "number", "Number"}


@pytest.mark.parametrize("language", sorted(WORDINGS))
def test_no_message_of_a_language_is_left_in_english(language: str) -> None:
    same = {"one_place", "remembered", "remembered?", "holiday?", "halloween", "halloween?", "tet"}
    same |= {"tet?", "sort_halloween", "sort_tet", "subtitle", "day", "weekday", "month"}
    if language == "en":
        return
    for key, message in WORDINGS[language].messages.items():
        assert key in same or message != WORDINGS["en"].messages[key], key


def test_vietnamese_titles_are_whole_sentences_of_their_own() -> None:
    titles = Titles.of("vi_VN")
    saturday = datetime(2025, 6, 14, 14)

    assert titles.trip(date(2025, 5, 3), date(2025, 5, 6), ["Đà Nẵng", "Hội An"]) == (
        "Bốn ngày ở Đà Nẵng và Hội An"
    )
    assert titles.event(saturday, saturday, "Hội An") == "Một buổi chiều ở Hội An"
    assert titles.event(saturday, saturday, None) == "Thứ Bảy, 14 tháng 6, 2025"
    assert titles.days(date(2025, 5, 3), date(2025, 5, 6)) == "3–6 tháng 5, 2025"
    mai = RememberedDate(name="Mai", month=5, day=4, year=2020)
    assert titles.remembered(mai, year=2025, is_sure=True) == "Mai tròn 5 tuổi"


@pytest.mark.parametrize("language", sorted(WORDINGS))
def test_titles_with_the_longest_names_fit(language: str) -> None:
    titles, name = Titles.of(language), "Nguyễn " * 20
    for kind in ("birthday", "anniversary", "memorial", "other"):
        for is_sure in (True, False):
            entry = RememberedDate(name=name, month=5, day=4, year=1920, kind=kind)
            assert len(titles.remembered(entry, year=2025, is_sure=is_sure)) <= MAX_TITLE
