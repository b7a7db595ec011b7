"""Copies tell no more than the picture: each part that is left out."""

# ruff: noqa: E501 - the lines stand here as they do in the program
from __future__ import annotations

from tests.campaigns.plants.model import Plant

JPEG = "organizer/export/jpeg.py"
CHUNKS = "organizer/export/chunks.py"
TIFF = "organizer/export/tiff.py"
HEIF = "organizer/export/heif.py"
MP4 = "organizer/export/mp4.py"
JXL = "organizer/export/jxl.py"
TESTS = ("tests/organizer/export",)


def _left_out(what: str, file: str, old: str, new: str) -> Plant:
    return Plant(f"copies are without {what}", file, old, new, TESTS)


STRIPPED = (
    _left_out(
        "EXIF and XMP of a JPEG (APP1)",
        JPEG,
        '    return b""\n\n\ndef _segment',
        '    return segment if marker == _APP1 else b""\n\n\ndef _segment',
    ),
    _left_out(
        "the small picture in the first segment of a JPEG",
        JPEG,
        'return _segment(_APP0, segment[4:16] + b"\\0\\0")',
        "return segment",
    ),
    _left_out(
        "what is appended to a JPEG",
        JPEG,
        '    return b"".join([*kept, _EOI])',
        '    return b"".join([*kept, content[position:]])',
    ),
    _left_out("texts of a PNG", CHUNKS, 'b"IHDR PLTE IDAT', 'b"tEXt zTXt iTXt IHDR PLTE IDAT'),
    _left_out("EXIF of a PNG", CHUNKS, 'b"IHDR PLTE IDAT', 'b"eXIf IHDR PLTE IDAT'),
    _left_out("the time of a PNG", CHUNKS, 'b"IHDR PLTE IDAT', 'b"tIME IHDR PLTE IDAT'),
    _left_out(
        "the name of a PNG's colour profile",
        CHUNKS,
        "chunk = _unnamed_profile(chunk[8:-4])",
        "pass",
    ),
    _left_out(
        "what is appended to a PNG",
        CHUNKS,
        '            return b"".join(kept)\n    raise',
        '            return b"".join([*kept, content[position:]])\n    raise',
    ),
    _left_out(
        "what is appended to a BMP",
        CHUNKS,
        'b"\\0" * (start - told) + pixels)',
        'b"\\0" * (start - told) + content[start:])',
    ),
    _left_out(
        "maker, artist and the like of a TIFF",
        TIFF,
        "        *(256, 257, 258, _COMPRESSION",
        "        *(270, 271, 272, 305, 315, 256, 257, 258, _COMPRESSION",
    ),
    _left_out(
        "IPTC, Photoshop and XMP of a TIFF",
        TIFF,
        "        *(256, 257, 258, _COMPRESSION",
        "        *(700, 33723, 34377, 256, 257, 258, _COMPRESSION",
    ),
    _left_out(
        "EXIF and XMP items of a HEIC",
        HEIF,
        "    kept = _with_parts(items, [*kept, *alphas])\n"
        '    require(all(items.kinds.get(item, (b"",))[0] in _PICTURES for item in kept))',
        "    kept = sorted(items.kinds)",
    ),
    _left_out(
        "thumbnails and depth maps of a HEIC",
        HEIF,
        'if kind == b"auxl" and set(to) & set(kept) and is_alpha(content, items, from_)',
        'if kind in (b"auxl", b"thmb") and set(to) & set(kept)',
    ),
    _left_out(
        "user data, metadata and private boxes of a film",
        MP4,
        '            require(one.kind not in (b"mvex", b"cmov"))\n            _free(made, one)',
        '            require(one.kind not in (b"mvex", b"cmov"))',
    ),
    _left_out(
        "user data of a film's tracks",
        MP4,
        "        if one.kind not in _INSIDE[outer.kind]:\n            _free(made, one)",
        "        if one.kind not in _INSIDE[outer.kind]:\n            pass",
    ),
    _left_out(
        "tracks of positions and movements",
        MP4,
        'if one.kind == b"trak" and _handler(made, one) in _SEEN_OR_HEARD:',
        'if one.kind == b"trak":',
    ),
    _left_out(
        "telemetry between the samples of a film",
        MP4,
        "            _blank_between(made, one, ranges)",
        "            pass",
    ),
    _left_out(
        "private boxes beside a film",
        MP4,
        '        elif one.kind not in (b"ftyp", b"moov"):\n            _free(made, one)',
        '        elif one.kind not in (b"ftyp", b"moov"):\n            pass',
    ),
    _left_out(
        "names of encoders in a film",
        MP4,
        "        _zero(made, entry.start + _COMPRESSOR.start, entry.start + _COMPRESSOR.stop, entry.end)",
        "        pass",
    ),
    _left_out(
        "names of handlers in a film",
        MP4,
        "        _zero(made, one.body + 12, one.end, one.end)",
        "        pass",
    ),
    _left_out(
        "the time of a film where dates are left out",
        MP4,
        "if one.kind in _DATED and not keeps_date:",
        "if False:",
    ),
    _left_out(
        "comments of a JPEG",
        JPEG,
        '    return b""\n\n\ndef _segment',
        '    return segment if marker == 0xFE else b""\n\n\ndef _segment',
    ),
    _left_out(
        "Photoshop notes and IPTC of a JPEG (APP13)",
        JPEG,
        '    return b""\n\n\ndef _segment',
        '    return segment if marker == 0xED else b""\n\n\ndef _segment',
    ),
    _left_out(
        "the list of further pictures of a JPEG (MPF)",
        JPEG,
        "    if marker == _APP2 and segment[4:16] == _PROFILE:",
        "    if marker == _APP2:",
    ),
    _left_out(
        "what follows the known part of a JPEG's Adobe segment",
        JPEG,
        "return _segment(_APP14, segment[4:16])",
        "return segment",
    ),
    _left_out(
        "EXIF and XMP of a WebP",
        "organizer/export/webp.py",
        '(require_whole_exif if name == b"EXIF" else require_whole_xmp)(body)',
        "kept.append(_chunk(name, body))",
    ),
    _left_out(
        "comments of a GIF",
        "organizer/export/gif.py",
        "    if label != _APPLICATION or not blocks:\n        return False",
        "    if label != _APPLICATION or not blocks:\n        return True",
    ),
    _left_out(
        "smaller copies of a TIFF's picture",
        TIFF,
        "whole = [page for page in found.pages if not number(page, order, _SUBFILE) & _REDUCED]",
        "whole = list(found.pages)",
    ),
    _left_out(
        "unknown boxes of a JPEG XL",
        JXL,
        "    require(one.kind in _LEFT_OUT)",
        "    pass",
    ),
)
