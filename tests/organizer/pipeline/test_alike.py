"""More like this: the nearest first, near-identical shots folded, nothing that is hidden."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from organizer import pipeline
from organizer.errors import NotFoundError, SwitchOffError
from organizer.library import Library
from organizer.models import PhotoId
from organizer.pipeline import hiding
from organizer.pipeline.alike import find_alike, find_sorts
from organizer.pipeline.seeing import see_photos
from tests.looks import fill_with_looks

ASKED = PhotoId(1)


def looks_at(degrees: list[float]) -> NDArray[np.floating]:
    """Looks that stand at these angles: the greater from the first, the less like it."""
    looks = np.zeros((len(degrees), 256))
    looks[:, 0], looks[:, 1] = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return looks


def alike(library: Library, photo_id: PhotoId = ASKED) -> list[int]:
    return list(find_alike(library, see_photos(library), photo_id).photo_ids)


def test_what_is_most_like_it_comes_first_and_the_photo_itself_does_not(library: Library) -> None:
    fill_with_looks(library, looks_at([0, 50, 10, 80, 30]))

    assert alike(library) == [3, 5, 2, 4]


def test_of_near_identical_shots_only_the_best_is_shown_where_the_nearest_stood(
    library: Library,
) -> None:
    fill_with_looks(library, looks_at([0, 10, 20, 30, 40]), best=[None, 4, None, None, 4])

    assert alike(library) == [5, 3, 4]


def test_the_shots_that_are_near_identical_to_the_photo_itself_are_not_like_it_but_it(
    library: Library,
) -> None:
    fill_with_looks(library, looks_at([0, 1, 2, 30]), best=[1, 1, 1, None])

    assert alike(library) == [4]


def test_a_hidden_photo_never_appears_and_the_next_of_its_shots_stands_for_it(
    library: Library,
) -> None:
    fill_with_looks(library, looks_at([0, 10, 20, 30]), best=[None, 1, 1, None], sorts=[1] * 4)
    seen = see_photos(library)
    hiding.hide_photos(library, [PhotoId(2)])

    again = find_alike(library, see_photos(library, seen), ASKED)

    assert alike(library) == [3, 4] == list(again.photo_ids)
    assert again.sort_ids == (1, 3, 4)
    assert [sort.photo_ids for sort in find_sorts(library, see_photos(library))] == [(3, 4, 1)]


def test_a_hidden_photo_is_not_asked_about(library: Library) -> None:
    fill_with_looks(library, looks_at([0, 10]))
    hiding.hide_photos(library, [ASKED])

    with pytest.raises(NotFoundError, match="not looked at"):
        alike(library)


def test_a_photo_whose_file_was_changed_since_is_not_known(library: Library) -> None:
    fill_with_looks(library, looks_at([0, 10, 20]))
    with library.transaction():
        library._catalog.execute("UPDATE photo SET content_hash = x'ff' WHERE id = 2")

    assert alike(library) == [3]


def test_the_whole_sort_is_shown_with_the_photo_itself(library: Library) -> None:
    fill_with_looks(library, looks_at([0, 40, 20, 30]), sorts=[7, 7, 7, 8])

    found = find_alike(library, see_photos(library), ASKED)

    assert found.sort_ids == (1, 3, 2)
    assert found.photo_ids == (3, 4, 2)


def test_sorts_come_with_the_largest_and_in_them_the_most_typical_first(library: Library) -> None:
    fill_with_looks(library, looks_at([90, 0, 12, 20]), sorts=[2, 1, 1, 1])

    sorts = find_sorts(library, see_photos(library))

    assert [sort.photo_ids for sort in sorts] == [(3, 4, 2), (1,)]
    assert [(sort.first_year, sort.last_year) for sort in sorts] == [(1970, 1970)] * 2


def test_with_suggestions_off_nothing_is_said_even_of_what_was_read_before(
    library: Library,
) -> None:
    fill_with_looks(library, looks_at([0, 10]))
    seen = see_photos(library)
    pipeline.turn_suggestions_off(library)

    for ask in (
        lambda: see_photos(library),
        lambda: see_photos(library, seen),
        lambda: find_alike(library, seen, ASKED),
        lambda: find_sorts(library, seen),
    ):
        with pytest.raises(SwitchOffError):
            ask()
