"""Names that every system takes, and contact sheets in every letter of the languages."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from PIL import ImageFont

from organizer.export.pages import PagePicture, SheetPicture, make_page, make_sidecar
from organizer.export.sheets import _FONT, fitting, make_contact_sheet
from organizer.export.writing import safe_name
from tests.builders import a_jpeg

VIETNAMESE = "Đà Nẵng, Tết của bà ở Huế: ắằẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳỵỷỹ"


@pytest.mark.parametrize("name", ["con.jpg", "NUL", "Com1.jpeg", "lpt9.x"])
def test_a_name_that_is_a_device_on_windows_is_changed(name: str) -> None:
    assert safe_name(name) == f"_{name}"


def test_a_name_that_only_begins_like_a_device_stays() -> None:
    assert safe_name("console.jpg") == "console.jpg"


@pytest.mark.parametrize("letter", sorted(set(VIETNAMESE + VIETNAMESE.upper() + "ñßçЖΩ“”–…€")))
def test_the_font_of_contact_sheets_has_the_letters(letter: str) -> None:
    font = ImageFont.truetype(str(_FONT), 40)
    if letter.isspace():
        return

    def drawn(text: str) -> bytes:
        return bytes(font.getmask(text, "L"))

    assert drawn(letter) != drawn("\U0010ffff")


def test_words_without_room_end_in_dots() -> None:
    assert fitting("short", 17, 200) == "short"
    cut = fitting(VIETNAMESE, 17, 200)
    assert cut.endswith("…")
    assert VIETNAMESE.startswith(cut[:-1])


def test_a_sheet_has_twenty_pictures_a_page() -> None:
    picture = SheetPicture(VIETNAMESE, "04.05.2024 10:11", a_jpeg(1))

    assert make_contact_sheet(VIETNAMESE, [picture] * 21).count(b"/Type /Page\n") == 2


ODD = "caf\udce9 \ud83d\x00\x1b\x85\uffff!"  # a byte that is no letter, half a letter, controls


def test_odd_letters_in_words_and_titles_hinder_no_page_sidecar_or_sheet() -> None:
    page = make_page(ODD, [PagePicture("a.jpg", ODD, ODD)]).decode()
    sidecar = ET.fromstring(make_sidecar(title=ODD, taken_at=None, caption=ODD))
    sheet = make_contact_sheet(ODD, [SheetPicture(ODD, ODD, a_jpeg(1))])

    assert page.count("caf� �!") == 8
    assert [text for text in sidecar.itertext() if text.strip()] == ["caf� �!"] * 2
    assert sheet.startswith(b"%PDF")
