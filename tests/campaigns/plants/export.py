"""Copies tell no more than the picture: each part that is left out, and the look at each copy."""

# ruff: noqa: E501 - the lines stand here as they do in the program
from __future__ import annotations

from tests.campaigns.plants.model import Plant

JPEG, CHUNKS, TIFF = (f"organizer/export/{name}.py" for name in ("jpeg", "chunks", "tiff"))
HEIF, MP4, JXL = (f"organizer/export/{name}.py" for name in ("heif", "mp4", "jxl"))
READING, WRITING = "organizer/export/reading_back.py", "organizer/export/writing.py"
STEP, COPIES = "organizer/pipeline/exporting.py", "organizer/pipeline/copies.py"
TESTS = ("tests/organizer/export",)
OF_EXPORT = "tests/organizer/pipeline/test_exporting.py"
OF_ZONES = "tests/organizer/pipeline/test_zones.py"


def _left_out(what: str, file: str, old: str, new: str) -> Plant:
    return Plant(f"copies are without {what}", file, old, new, TESTS)


_STRIPPED = (
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
        'if kind == b"dimg" and from_ in found',
        'if (kind == b"dimg" and from_ in found) or kind in (b"thmb", b"auxl")',
    ),
    _left_out("user data of a video", MP4, '(b"mvhd", b"trak")', '(b"mvhd", b"trak", b"udta")'),
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
)
_LOOKED_AT = (
    Plant(
        "orientation is kept",
        "organizer/export/parts.py",
        "        exif[0x0112] = orientation",
        "        pass",
        TESTS,
    ),
    Plant(
        "each stripped copy is looked at before it is written",
        STEP,
        "        left = what_is_left(content)\n",
        '        left = ""\n',
        (f"{OF_EXPORT}::test_a_copy_that_would_still_tell_its_camera_is_not_written",),
    ),
    *(
        Plant(f"the look at a copy finds {what}", READING, old, new, TESTS)
        for what, old, new in (
            ("a place", "    if PLACES.search(content):", "    if False:"),
            (
                "a place in EXIF",
                'found = {Tells.PLACE for name in told if name.startswith("GPS")}',
                "found: set[Tells] = set()",
            ),
            (
                "a camera",
                "found |= {Tells.CAMERA for name in told if _CAMERA.search(name)}",
                "pass",
            ),
            ("notes of others", "if _NOTES.search(content) or", "if"),
            ("a second block of EXIF", " or len(_EXIF_BLOCKS.findall(content)) > 1", ""),
            (
                "segments of a JPEG",
                "            return True\n        if content[at + 1] == 0xE0",
                "            pass\n        if content[at + 1] == 0xE0",
            ),
            (
                "what is appended to a JPEG",
                'return content.find(b"\\xff\\xd9", at) != len(content) - 2',
                "return False",
            ),
            ("texts of a PNG", "bool(_TEXTS & set(kinds)) or", ""),
            ("what is appended to a PNG", ' or kinds[-1:] != [b"IEND"]', ""),
            (
                "boxes of a film",
                'if kind in (b"uuid", b"udta", b"mpvd", b"sefd") or (marks and marks.search(inside)):',
                "if False:",
            ),
        )
    ),
    Plant(
        "a copy is read again after it was written",
        WRITING,
        "            if path.read_bytes() != content:",
        "            if False:",
        ("tests/organizer/pipeline/test_written_copies.py",),
    ),
    Plant(
        "a ZIP file is read again after it was written",
        WRITING,
        "        if not is_same:",
        "        if False:",
        (f"{OF_EXPORT}::test_a_zip_file_is_read_again_after_it_is_closed",),
    ),
    Plant(
        "nothing is written over",
        WRITING,
        'with path.open("xb") as file:',
        'with path.open("wb") as file:',
        (f"{OF_EXPORT}::test_nothing_that_is_there_is_overwritten",),
    ),
    Plant(
        "copies from a private place lose it, even where places are kept",
        COPIES,
        "    is_private = options.keep_location and places.hold_photo(photo)",
        "    is_private = False",
        (OF_ZONES,),
    ),
    Plant(
        "a file that tells another place than the catalog is looked at",
        COPIES,
        "        if not tells_private_place(content, copying.places):",
        "        if True:",
        (OF_ZONES,),
    ),
    Plant(
        "positions that cannot be read count as private",
        COPIES,
        "return told is None or places.hold_any(told)",
        "return told is not None and places.hold_any(told)",
        (OF_ZONES,),
    ),
    Plant(
        "homes are private without a word",
        "organizer/pipeline/zones.py",
        "            *(Circle(home.home.latitude, home.home.longitude, HOME_KM) for home in homes),\n",
        "",
        (f"{OF_ZONES}::test_homes_are_private_without_a_word",),
    ),
    Plant(
        "without dates names of copies tell none",
        COPIES,
        'stem=photo.path.stem if keep_date else f"photo {number:04}",',
        "stem=photo.path.stem,",
        (
            f"{OF_EXPORT}::test_without_the_date_nothing_beside_the_copies_tells_it_either",
            OF_EXPORT,
        ),
    ),
    Plant(
        "without dates copies tell none",
        COPIES,
        "return photo.taken_at if photo.has_trusted_date and options.keep_date else None",
        "return photo.taken_at if photo.has_trusted_date else None",
        (f"{OF_EXPORT}::test_the_date_goes_with_the_rest_when_it_is_not_to_be_kept",),
    ),
    Plant(
        "a sidecar tells no place in words",
        STEP,
        "        if tells_place_in_words(sidecar) or tells_place_in_words(sidecar, places=copying.places):",
        "        if False:",
        (f"{OF_EXPORT}::test_a_sidecar_that_would_tell_a_place_is_not_written",),
    ),
    Plant(
        "a web page tells no place in words",
        STEP,
        "    if tells_place_in_words(words, places=places):",
        "    if False:",
        ("tests/organizer/pipeline/test_written_copies.py",),
    ),
    Plant(
        "a list of paths is never written over",
        "organizer/export/path_lists.py",
        'with file.open("xb") as out:',
        'with file.open("wb") as out:',
        ("tests/organizer/pipeline/test_written_copies.py",),
    ),
)
EXPORT = (*_STRIPPED, *_LOOKED_AT)
