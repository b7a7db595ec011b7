"""Contact sheets: a PDF of small pictures with their captions."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from organizer.export.pages import SheetPicture
from organizer.export.plain import plain
from organizer.paths import RESOURCES
from organizer.plain_text import on_one_line

_A4_PX = (1240, 1754)  # at 150 dots an inch
_MARGIN_PX, _HEAD_PX, _COLUMNS, _ROWS = 70, 130, 4, 5
_WORDS_PX = 62  # two lines below each picture
_FONT = RESOURCES / "fonts" / "NotoSans-part.ttf"
_MAX_LETTERS = 500  # more have no room, and measuring them takes long
_INK, _SOFT = "#1b1b1f", "#6a6a72"


def make_contact_sheet(title: str, pictures: Sequence[SheetPicture]) -> bytes:
    """A PDF on A4, twenty pictures a page, with their captions."""
    title, per_page = plain(title), _COLUMNS * _ROWS
    starts = range(0, len(pictures), per_page)
    pages = [
        _sheet(title, f"{number} / {len(starts)}", pictures[start : start + per_page])
        for number, start in enumerate(starts, start=1)
    ]
    content = io.BytesIO()
    pages[0].save(
        content, "PDF", save_all=True, append_images=pages[1:], resolution=150.0, title=title
    )
    return content.getvalue()


def _sheet(title: str, number: str, pictures: Sequence[SheetPicture]) -> Image.Image:
    page = Image.new("RGB", _A4_PX, "white")
    draw = ImageDraw.Draw(page)
    room = _A4_PX[0] - 2 * _MARGIN_PX
    draw.text((_MARGIN_PX, 46), fitting(title, 34, room - 120), fill=_INK, font=_font(34))
    width = draw.textlength(number, font=_font(18))
    draw.text((_A4_PX[0] - _MARGIN_PX - width, 60), number, fill=_SOFT, font=_font(18))
    for position, picture in enumerate(pictures):
        _paint(page, draw, position, picture)
    return page


def _paint(
    page: Image.Image, draw: ImageDraw.ImageDraw, position: int, picture: SheetPicture
) -> None:
    cell_w = (_A4_PX[0] - 2 * _MARGIN_PX) // _COLUMNS
    cell_h = (_A4_PX[1] - _HEAD_PX - _MARGIN_PX) // _ROWS
    row, column = divmod(position, _COLUMNS)
    left, top = _MARGIN_PX + column * cell_w, _HEAD_PX + row * cell_h
    small = Image.open(io.BytesIO(picture.jpeg)).convert("RGB")
    small.thumbnail((cell_w - 16, cell_h - _WORDS_PX - 8))
    page.paste(small, (left, top))
    below = top + small.height + 5
    lines = [(picture.caption, _INK, 17), (picture.line, _SOFT, 15)]
    for text, colour, size in lines:
        if text:
            said = fitting(text, size, cell_w - 16)
            draw.text((left, below), said, fill=colour, font=_font(size))
            below += size + 8


def fitting(text: str, size: int, room_px: int) -> str:
    """*text*, with “…” at its end where there is no room for all of it."""
    font = _font(size)
    line = on_one_line(" ".join(plain(text).split()), _MAX_LETTERS)
    if font.getlength(line) <= room_px:
        return line
    while line and font.getlength(line + "…") > room_px:
        line = line[:-1]
    return line.rstrip() + "…"


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONT), size)
