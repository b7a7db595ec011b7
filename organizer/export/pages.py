"""Pages and sidecars to lie beside the copies."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote
from xml.sax.saxutils import escape

from organizer.export.plain import plain


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A written copy: its name, the user's words, and a line about it."""

    name: str
    caption: str
    line: str
    is_video: bool = False


@dataclass(frozen=True, slots=True)
class SheetPicture:
    """A photo on a contact sheet: the user's words, a line about it, and a small JPEG."""

    caption: str
    line: str
    jpeg: bytes


_STYLE = """
 :root { color-scheme: light dark; --soft: #6a6a72; --ground: #fbfbfc; --ink: #1b1b1f; }
 @media (prefers-color-scheme: dark) {
  :root { --soft: #9c9ca6; --ground: #17181b; --ink: #f1f1f3; } }
 body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto;
  padding: 0 1rem; background: var(--ground); color: var(--ink); }
 h1 { margin: 0; } header p { margin: 0 0 1.2rem; color: var(--soft); }
 main { display: grid; gap: .9rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); }
 figure { margin: 0; }
 figure img, figure video { width: 100%; aspect-ratio: 4 / 3; object-fit: cover;
  border-radius: 6px; display: block; background: #8883; }
 figcaption { padding: .25rem 0; overflow-wrap: anywhere; }
 figcaption span, .large span { color: var(--soft); font-size: .85em; display: block; }
 .large { display: none; position: fixed; inset: 0; background: #101113; color: #f1f1f3;
  flex-direction: column; align-items: center; }
 .large:target { display: flex; }
 .large img, .large video { flex: 1; min-height: 0; max-width: 100%; object-fit: contain; }
 .large p { margin: .5rem 1rem; text-align: center; max-width: 60rem; overflow-wrap: anywhere; }
 .large span { color: #9c9ca6; }
 .large nav { align-self: stretch; display: flex; justify-content: space-between;
  padding: .5rem 1rem; }
 .large a { color: inherit; padding: .2rem .6rem; }
 a:focus-visible { outline: 3px solid #c88a10; outline-offset: 2px; border-radius: 4px; }
"""

# arrows walk over the large pictures, Escape closes; without it the links do the same
_SCRIPT = """
addEventListener("keydown", function (event) {
  var large = document.querySelector(".large:target");
  if (!large) return;
  var way = { ArrowRight: ".next", ArrowLeft: ".before", Escape: ".close" }[event.key];
  var link = way && large.querySelector(way);
  if (!link) return;
  event.preventDefault();
  location.replace(link.href);
  if (event.key === "Escape") document.querySelector('main a[href="#' + large.id + '"]').focus();
});
"""

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; img-src 'self' file: data:; media-src 'self' file:;
 style-src {style_hash}; script-src {script_hash}; base-uri 'none'; form-action 'none'">
<title>{title}</title>
<style>{style}</style>
<header><h1>{title}</h1>
<p>{count}</p></header>
<main>
{figures}
</main>
{larges}
<script>{script}</script>
</html>
"""


def make_page(title: str, pictures: Sequence[PagePicture]) -> bytes:
    """An HTML page that opens offline, walks with the arrow keys and loads nothing from outside."""
    figures = "\n".join(_figure(number, one) for number, one in enumerate(pictures, start=1))
    larges = "\n".join(
        _large(number, one, len(pictures)) for number, one in enumerate(pictures, start=1)
    )
    count = "1 photo" if len(pictures) == 1 else f"{len(pictures):,} photos"
    return _PAGE.format(
        title=_said(title),
        count=count,
        figures=figures,
        larges=larges,
        style=_STYLE,
        script=_SCRIPT,
        style_hash=_hash_of(_STYLE),
        script_hash=_hash_of(_SCRIPT),
    ).encode()


def _hash_of(text: str) -> str:
    """What a content security policy lets run or apply: this text and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _figure(number: int, picture: PagePicture) -> str:
    seen = _media(picture)
    if picture.is_video:
        return f"<figure>{seen}{_words(picture, 'figcaption')}</figure>"
    return f'<figure><a href="#p{number}">{seen}</a>{_words(picture, "figcaption")}</figure>'


def _large(number: int, picture: PagePicture, count: int) -> str:
    before = f'<a class="before" href="#p{number - 1}">‹ Before</a>' if number > 1 else "<i></i>"
    after = f'<a class="next" href="#p{number + 1}">Next ›</a>' if number < count else "<i></i>"
    close = '<a class="close" href="#">Close</a>'
    return (
        f'<section class="large" id="p{number}"><nav>{before}{close}{after}</nav>'
        f"{_media(picture)}{_words(picture, 'p')}</section>"
    )


def _media(picture: PagePicture) -> str:
    alt = _said(picture.caption or picture.line)
    if picture.is_video:
        return f'<video controls preload="none" src="{_link(picture.name)}" title="{alt}"></video>'
    return f'<img src="{_link(picture.name)}" loading="lazy" alt="{alt}">'


def _words(picture: PagePicture, tag: str) -> str:
    line = f"<span>{_said(picture.line)}</span>"
    return f"<{tag}>{_said(picture.caption)}{line}</{tag}>"


def _said(text: str) -> str:
    return html.escape(plain(text))


def _link(name: str) -> str:
    return quote(name)


def make_sidecar(*, title: str, taken_at: datetime | None, caption: str = "") -> bytes:
    """An XMP sidecar that digiKam and Lightroom read: album, caption, time, never the place."""
    when = (
        f"\n   <exif:DateTimeOriginal>{taken_at.isoformat()}</exif:DateTimeOriginal>"
        if taken_at
        else ""
    )
    alt = f'<rdf:li xml:lang="x-default">{escape(plain(caption))}</rdf:li>'
    words = f"\n   <dc:description><rdf:Alt>{alt}</rdf:Alt></dc:description>" if caption else ""
    text = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:exif="http://ns.adobe.com/exif/1.0/">
   <dc:subject><rdf:Bag><rdf:li>{escape(plain(title))}</rdf:li></rdf:Bag></dc:subject>{words}{when}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""
    return text.encode()
