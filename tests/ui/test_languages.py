"""The window speaks the system's language, or the one that was chosen in it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from organizer.library import Library
from organizer.models import Place, SuggestionKind
from organizer.pipeline.speaking import chosen_language
from tests.ui.speaking import spoken
from tests.ui.test_copies import run_program
from ui import languages, messages, sources, wishes
from ui.main_window import MainWindow
from ui.widgets.date_fields import WhenFields
from ui.widgets.language_card import LanguageCard

CHOOSING_PROGRAM = """
import sys, weakref
from pathlib import Path
from organizer.library import lock_library
from ui import app, sources

really_begin = app.begin_work
windows = []

def begin(window, _folders):
    windows.append(weakref.ref(window.navigation.widget))
    undo = window.actions_by_id["undo"].text()
    held = sum(page() is not None for page in windows[:-1])
    print(window.navigation.page, undo, window.height(), held, sep="|")
    really_begin(window, ())
    if len(windows) == 3:
        window.close()
        return
    window.resize(780, 540)
    window.go_to(sources.PRIVACY)
    window.navigation.widget.language_card.languages.button(len(windows)).click()

app.begin_work = begin
with lock_library(Path(sys.argv[1])):
    sys.exit(app.run_window(Path(sys.argv[1]), [], workers=1))
"""


def test_another_language_is_chosen_without_starting_again(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    filled.close()

    said = run_program(CHOOSING_PROGRAM, filled.path).splitlines()

    assert said[0].startswith("photos|Hoàn tác|")
    assert said[1:] == ["privacy|Undo|540|0", "privacy|Hoàn tác|540|0"]  # no closed window is held


def test_the_card_shows_what_is_chosen_and_asks_for_a_new_window(window: MainWindow) -> None:
    window.go_to(sources.PRIVACY)
    card: LanguageCard = window.navigation.widget.language_card
    assert [one.text() for one in card.languages.buttons()] == [
        "As the system",
        "English",
        "Tiếng Việt",
    ]
    assert card.languages.checkedId() == 0

    library = window.session.library
    window.close = lambda: chosen.append(chosen_language(library))  # type: ignore[method-assign]
    chosen: list[str] = []
    card.languages.button(2).click()

    assert chosen == ["vi"]
    assert window.wish is wishes.to_speak_anew


def test_numbers_dates_and_places_are_written_as_in_the_language(qapp: object) -> None:
    hanoi = Place(name="Hà Nội", region="", country="VN")
    at, day = datetime(2025, 6, 14, 17, 42), date(2025, 6, 14).toordinal()
    with spoken("vi"):
        assert messages.photos(4812) == "4.812 ảnh"
        assert messages.size(2_340_000) == "2,3 MB"
        assert messages.day(day) == "Thứ Bảy, 14 tháng 6, 2025"
        assert messages.month(day) == "Tháng 6, 2025"
        assert messages.short_moment(at) == "14 tháng 6, 2025, 17:42"
        assert messages.day_of_year(2, 29) == "29 tháng 2"
        assert messages.day_of_year(2, 29, 2019) == "29 tháng 2, 2019"
        assert messages.short_month(12) == "Th12"
        assert messages.place(hanoi) == "Hà Nội, Việt Nam"
        assert messages.kind(SuggestionKind.OCCASION, "new_year") == "Năm mới"
    assert messages.photos(4812) == "4,812 photos"
    assert messages.day(day) == "Saturday, 14 June 2025"
    assert messages.day_of_year(2, 29, 2019) == "29 February 2019"
    assert messages.short_month(12) == "Dec"
    assert messages.place(hanoi) == "Hà Nội, Vietnam"


def test_a_date_can_be_typed_in_both_languages(qapp: object) -> None:
    for language, typed in (("vi", "03/12/2025"), ("en", "3 December 2025")):
        with spoken(language):
            fields = WhenFields()
            fields.day.lineEdit().setText(typed)

            assert fields.value.date() == date(2025, 12, 3)


def test_words_of_qt_are_translated_too(qapp: object) -> None:
    with spoken("vi"):
        assert QCoreApplication.translate("QFileDialog", "Look in:") == "Tìm trong:"
        assert QLocale().language() is QLocale.Language.Vietnamese
    assert languages.language() == "en"
