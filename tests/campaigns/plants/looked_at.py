"""Copies tell no more than the picture: the look at each copy, dates, names, private places."""

# ruff: noqa: E501 - the lines stand here as they do in the program
from __future__ import annotations

from tests.campaigns.plants.model import Plant

JPEG = "organizer/export/jpeg.py"
READING = "organizer/export/reading_back.py"
WRITING = "organizer/export/writing.py"
STEP = "organizer/pipeline/exporting.py"
COPIES = "organizer/pipeline/copies.py"
TESTS = ("tests/organizer/export",)
OF_EXPORT = "tests/organizer/pipeline/test_exporting.py"
OF_ZONES = "tests/organizer/pipeline/test_zones.py"


LOOKED_AT = (
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
        (*TESTS, OF_ZONES),
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
