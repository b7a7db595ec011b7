"""A self-contained page, a contact sheet, and sidecars to lie beside the copies."""

from __future__ import annotations

import html
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw, ImageFont

_A4_PX = (1240, 1754)  # at 150 dots an inch
_MARGIN_PX, _COLUMNS, _ROWS = 70, 4, 5


@dataclass(frozen=True, slots=True)
class ExportedPicture:
    """A written copy, with a small JPEG for overviews."""

    name: str
    caption: str
    jpeg: bytes


_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
 :root {{ color-scheme: light dark; }}
 body {{ font: 15px/1.5 system-ui, sans-serif; max-width: 72rem;
  margin: 2rem auto; padding: 0 1rem; }}
 main {{ display: grid; gap: .75rem;
  grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); }}
 figure {{ margin: 0; }}
 img {{ width: 100%; aspect-ratio: 4 / 3; object-fit: cover; border-radius: 6px;
  display: block; }}
 figcaption {{ font-size: .85em; opacity: .7; padding: .2rem 0; }}
 a:focus-visible {{ outline: 3px solid #8a5a00; outline-offset: 2px; }}
</style>
<h1>{title}</h1>
<p>{count}</p>
<main>
{figures}
</main>
</html>
"""


def make_page(title: str, pictures: Sequence[ExportedPicture]) -> bytes:
    """An HTML page that opens offline, needs no script and loads nothing from outside."""
    figures = "\n".join(
        f'<figure><a href="{_link(picture.name)}"><img src="{_link(picture.name)}" loading="lazy" '
        f'alt="{html.escape(picture.caption)}"></a>'
        f"<figcaption>{html.escape(picture.caption)}</figcaption></figure>"
        for picture in pictures
    )
    count = "1 photo" if len(pictures) == 1 else f"{len(pictures):,} photos"
    return _PAGE.format(title=html.escape(title), count=count, figures=figures).encode()


def _link(name: str) -> str:
    from urllib.parse import quote

    return quote(name)


def make_contact_sheet(title: str, pictures: Sequence[ExportedPicture]) -> bytes:
    """A PDF on A4, twenty pictures a page, with their captions."""
    per_page = _COLUMNS * _ROWS
    pages = [
        _sheet(title, pictures[start : start + per_page])
        for start in range(0, len(pictures), per_page)
    ]
    content = io.BytesIO()
    pages[0].save(content, "PDF", save_all=True, append_images=pages[1:], resolution=150.0)
    return content.getvalue()


def _sheet(title: str, pictures: Sequence[ExportedPicture]) -> Image.Image:
    page = Image.new("RGB", _A4_PX, "white")
    draw = ImageDraw.Draw(page)
    heading, small = ImageFont.load_default(34), ImageFont.load_default(16)
    draw.text((_MARGIN_PX, 40), title, fill="black", font=heading)
    cell_w = (_A4_PX[0] - 2 * _MARGIN_PX) // _COLUMNS
    cell_h = (_A4_PX[1] - 120 - _MARGIN_PX) // _ROWS
    for position, picture in enumerate(pictures):
        row, column = divmod(position, _COLUMNS)
        left, top = _MARGIN_PX + column * cell_w, 120 + row * cell_h
        thumbnail = Image.open(io.BytesIO(picture.jpeg)).convert("RGB")
        thumbnail.thumbnail((cell_w - 16, cell_h - 44))
        page.paste(thumbnail, (left, top))
        caption = picture.caption if len(picture.caption) <= 30 else picture.caption[:29] + "…"
        draw.text((left, top + cell_h - 36), caption, fill="#444444", font=small)
    return page


def make_sidecar(*, title: str, taken_at: datetime | None) -> bytes:
    """An XMP sidecar that digiKam and Lightroom read: album and capture time, never the place."""
    when = (
        f"\n   <exif:DateTimeOriginal>{taken_at.isoformat()}</exif:DateTimeOriginal>"
        if taken_at
        else ""
    )
    text = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:exif="http://ns.adobe.com/exif/1.0/">
   <dc:subject><rdf:Bag><rdf:li>{escape(title)}</rdf:li></rdf:Bag></dc:subject>{when}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""
    return text.encode()
