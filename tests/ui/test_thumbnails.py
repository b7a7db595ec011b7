"""The cache of thumbnails is bounded, fresh and honest about what is missing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from organizer.library import Library
from organizer.models import PhotoId
from ui import thumbnails as module
from ui.thumbnails import Thumbnails, Wanted


@pytest.fixture
def thumbnails(filled: Library, qapp: object) -> Iterator[Thumbnails]:
    made = Thumbnails(filled.path)
    yield made
    made.close()


def test_a_thumbnail_arrives_in_the_size_that_was_asked_for(
    thumbnails: Thumbnails, filled: Library, qtbot: QtBot
) -> None:
    wanted = Wanted(filled.photos.timeline()[0].id, 120, 80, 3)
    assert thumbnails.image(wanted) is None

    with qtbot.waitSignal(thumbnails.arrived, timeout=5000):
        thumbnails.ask_for([wanted])

    image = thumbnails.image(wanted)
    assert (image.width(), image.height()) == (120, 80)


def test_until_the_right_size_is_there_another_one_serves(
    thumbnails: Thumbnails, filled: Library, qtbot: QtBot
) -> None:
    photo_id = filled.photos.timeline()[0].id
    with qtbot.waitSignal(thumbnails.arrived, timeout=5000):
        thumbnails.ask_for([Wanted(photo_id, 60, 40)])

    assert thumbnails.image(Wanted(photo_id, 240, 160)).width() == 60


def test_the_cache_stays_within_its_bytes(
    thumbnails: Thumbnails, filled: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_CACHE_BYTES", 200_000)
    ids = [entry.id for entry in filled.photos.timeline()]

    for photo_id in ids:
        with qtbot.waitSignal(thumbnails.arrived, timeout=5000):
            thumbnails.ask_for([Wanted(photo_id, 150, 100)])

    assert thumbnails._cache_bytes <= 200_000
    assert thumbnails.image(Wanted(ids[-1], 150, 100)) is not None
    assert thumbnails.image(Wanted(ids[0], 150, 100)) is None


def test_a_photo_without_a_thumbnail_is_asked_for_only_once(
    thumbnails: Thumbnails, qtbot: QtBot
) -> None:
    nobody = Wanted(PhotoId(999_999), 10, 10)
    thumbnails.ask_for([nobody])
    qtbot.waitUntil(lambda: nobody.photo_id in thumbnails._missing, timeout=5000)

    thumbnails.ask_for([nobody])
    assert nobody not in thumbnails._waiting

    thumbnails.look_again()
    assert nobody.photo_id not in thumbnails._missing
