"""Finding photos by words, dates and tags."""

from __future__ import annotations

import pytest

from organizer.models import Facet, PhotoId, Tag, Wish
from organizer.search.date_words import DateWish, month_names, read_date
from organizer.search.folding import folded, words_of
from organizer.search.index import SearchIndex, find, make_index, offers, tags_of

ENGLISH = tuple("January February March April May June July August".split()) + tuple(
    "September October November December".split()
)
MONTHS = month_names(ENGLISH) | month_names([f"tháng {number}" for number in range(1, 13)])
HOI_AN = Tag(Facet.PLACE, "VN/Vietnam/Hội An", "Hội An", "Vietnam")
HANOI = Tag(Facet.PLACE, "VN/Vietnam/Hà Nội", "Hà Nội", "Vietnam")
JUNE = Tag(Facet.DATE, "2024-06", "June 2024")
DOGS = Tag(Facet.THEME, "dog", "Dogs")


@pytest.fixture
def index() -> SearchIndex:
    """Four photos: 11 and 12 in Hội An, 13 in Hà Nội with a dog, 14 without place and date."""
    return make_index(
        [PhotoId(number) for number in (11, 12, 13, 14)],
        [(2024, 6, 14), (2024, 6, 15), (2023, 6, 14), (0, 0, 0)],
        {HOI_AN: [0, 1], HANOI: [2], JUNE: [0, 1], DOGS: [2]},
        [(0, "IMG_0001.JPG"), (1, "IMG_0014.JPG"), (2, "beach.jpg"), (3, "Scan 2024.tif")],
        MONTHS,
    )


def found(index: SearchIndex, text: str = "", *tags: Tag) -> list[int]:
    return sorted(find(index, Wish(text, tags)))


def test_words_are_compared_without_accents_and_capitals() -> None:
    assert folded("Đà Nẵng, ÉTÉ Straße") == "da nang, ete strasse"
    assert words_of("IMG_20240614-1.JPG") == ["img", "20240614", "1", "jpg"]


@pytest.mark.parametrize(
    ("text", "wish", "rest"),
    [
        ("2024", DateWish(2024), ""),
        ("june 2024", DateWish(2024, 6), ""),
        ("jun", DateWish(None, 6), ""),
        ("14 June 2024", DateWish(2024, 6, 14), ""),
        ("June 14th, 2024", DateWish(2024, 6, 14), ""),
        ("2024-06-14", DateWish(2024, 6, 14), ""),
        ("14.6.2024", DateWish(2024, 6, 14), ""),
        ("14/6", DateWish(None, 6, 14), ""),
        ("tháng 6 2024", DateWish(2024, 6), ""),
        ("ngày 14 tháng 6", DateWish(None, 6, 14), "ngay"),
        ("hoi an 2024", DateWish(2024), "hoi an"),
        ("ma", DateWish(), "ma"),
        ("9999", DateWish(), "9999"),
        ("32.13.2024", DateWish(), "32.13.2024"),
        ("14 dogs", DateWish(), "14 dogs"),
    ],
)
def test_dates_are_read_as_they_are_typed(text: str, wish: DateWish, rest: str) -> None:
    assert read_date(text, MONTHS) == (wish, rest)


def test_every_word_has_to_fit(index: SearchIndex) -> None:
    assert found(index, "hoi") == [11, 12]
    assert found(index, "hoi 0014") == [12]
    assert found(index, "hoi beach") == []


def test_a_date_can_be_typed_beside_a_place(index: SearchIndex) -> None:
    assert found(index, "14 june") == [11, 13]
    assert found(index, "hội an 15.6.2024") == [12]


def test_a_year_is_a_date_or_part_of_a_name(index: SearchIndex) -> None:
    assert found(index, "2024") == [11, 12, 14]


def test_tags_of_one_facet_add_up_and_those_of_others_narrow(index: SearchIndex) -> None:
    assert found(index, "", HOI_AN, HANOI) == [11, 12, 13]
    assert found(index, "", HOI_AN, HANOI, DOGS) == [13]
    assert found(index, "0001", HOI_AN) == [11]


def test_nothing_wished_for_is_everything_and_what_is_gone_is_nothing(index: SearchIndex) -> None:
    assert found(index, "   ") == [11, 12, 13, 14]
    assert found(index, "", Tag(Facet.PLACE, "gone", "Gone")) == []


def test_offers_begin_with_what_was_typed_places_first(index: SearchIndex) -> None:
    assert [one.tag for one in offers(index, "h")] == [HOI_AN, HANOI]
    assert [(one.tag, one.count) for one in offers(index, "june")] == [(JUNE, 2)]
    assert offers(index, "") == offers(index, "!") == []


def test_the_tags_of_a_facet_come_with_their_counts(index: SearchIndex) -> None:
    assert [(one.tag.name, one.count) for one in tags_of(index, Facet.PLACE)] == [
        ("Hội An", 2),
        ("Hà Nội", 1),
    ]


def test_an_empty_library_finds_nothing() -> None:
    nothing = make_index([], [], {}, [], MONTHS)

    assert found(nothing, "2024") == []
    assert offers(nothing, "a") == []
