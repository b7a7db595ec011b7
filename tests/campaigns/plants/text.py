"""Words of others are plain, bounded, and read without what could act."""

# ruff: noqa: E501 - the lines stand here as they do in the program
from __future__ import annotations

from tests.campaigns.plants.model import Plant

PLAIN, TEXTS = "organizer/plain_text.py", "ui/widgets/texts.py"
XMP, UNREAD = "organizer/scan/xmp.py", "organizer/scan/unread.py"
OF_WORDS = "tests/ui/test_hostile_words.py"
MAKERS = f"{OF_WORDS}::test_the_makers_of_texts_let_nothing_through"
EVERYWHERE = (OF_WORDS, "tests/ui/test_tooltips.py")
OF_SIDECARS = "tests/organizer/scan/test_sidecars.py"
OF_LIMITS = "tests/organizer/scan/test_limits.py"
OF_PAGES = "tests/organizer/pipeline/test_exporting.py"


def _tooltip(what: str, file: str, old: str, new: str) -> Plant:
    return Plant(f"tooltips {what} show tags as letters", file, old, new, EVERYWHERE)


TEXT = (
    Plant(
        "labels show tags as letters",
        TEXTS,
        "        self.setTextFormat(Qt.TextFormat.PlainText)",
        "        self.setTextFormat(Qt.TextFormat.AutoText)",
        (MAKERS,),
    ),
    Plant(
        "labels turn, break and steer nothing",
        TEXTS,
        "super().setText(on_lines(text) if self._has_lines else on_one_line(text))",
        "super().setText(text)",
        (MAKERS,),
    ),
    Plant(
        "tooltips show tags as letters",
        TEXTS,
        "    return escape(on_lines(text))",
        "    return on_lines(text)",
        (MAKERS,),
    ),
    Plant(
        "buttons and menus are on one line",
        TEXTS,
        '    return on_one_line(text).replace("&", "&&")',
        '    return text.replace("&", "&&")',
        (MAKERS,),
    ),
    Plant(
        "an ampersand is read as one",
        TEXTS,
        '    return on_one_line(text).replace("&", "&&")',
        "    return on_one_line(text)",
        (f"{OF_WORDS}::test_an_ampersand_is_read_as_one",),
    ),
    Plant(
        "what a screen reader says of a button is plain",
        TEXTS,
        "made.setAccessibleName(on_one_line(name or text))",
        "made.setAccessibleName(name or text)",
        (MAKERS,),
    ),
    Plant(
        "paths are plain",
        TEXTS,
        "    return on_one_line(str(path), MAX_PATH)",
        "    return str(path)",
        (MAKERS,),
    ),
    Plant(
        "titles of dialogs are plain",
        "ui/dialogs/frame.py",
        "        self.setWindowTitle(on_one_line(title))",
        "        self.setWindowTitle(title)",
        (MAKERS,),
    ),
    Plant(
        "a sentence in a box shows tags as letters",
        "ui/app.py",
        "    box.setTextFormat(Qt.TextFormat.PlainText)",
        "    pass",
        ("tests/ui/test_small_things.py::test_a_sentence_is_shown_as_plain_text",),
    ),
    Plant(
        "the offer of copies shows tags as letters",
        "ui/mending.py",
        "    box.setTextFormat(Qt.TextFormat.PlainText)",
        "    pass",
        ("tests/ui/test_tooltips.py",),
    ),
    Plant(
        "marks that turn the direction are left out",
        PLAIN,
        "\\u200f\\u202a-\\u202e\\u2060-\\u206f",
        "\\u200f\\u2060-\\u206f",
        (MAKERS,),
    ),
    Plant(
        "controls and breaks become spaces",
        PLAIN,
        '_BREAK.sub(" ", _HALF.sub("\\ufffd", cut))',
        '_HALF.sub("\\ufffd", cut)',
        (MAKERS,),
    ),
    Plant(
        "half letters become a sign",
        PLAIN,
        '_HALF.sub("\\ufffd", cut)',
        "cut",
        (MAKERS,),
    ),
    Plant(
        "a megabyte of text is cut",
        PLAIN,
        '    return plain if len(plain) <= at_most and len(cut) == len(text) else plain[: at_most - 1] + "…"',
        "    return plain",
        (MAKERS,),
    ),
    _tooltip(
        "of problems",
        "ui/models/problem_model.py",
        'as_tooltip(f"{line.text}\\n{line.reason}".strip())',
        'f"{line.text}\\n{line.reason}"',
    ),
    _tooltip(
        "of the list at the edge",
        "ui/models/source_list_model.py",
        "as_tooltip(source.tooltip) or None",
        "source.tooltip or None",
    ),
    _tooltip(
        "of the map",
        "ui/views/map_view.py",
        "as_tooltip(self.tooltip_of(group)) if",
        "self.tooltip_of(group) if",
    ),
    _tooltip(
        "of consents",
        "ui/widgets/signals_card.py",
        "as_tooltip(as_text(folder.path))",
        "as_text(folder.path)",
    ),
    _tooltip("of what is exported", "ui/dialogs/export_remains.py", "as_tooltip(text)", "text"),
    _tooltip(
        "of what is kept",
        "ui/models/kept_table_model.py",
        "as_tooltip(as_text(item.path))",
        "as_text(item.path)",
    ),
    _tooltip(
        "of lines that have no room",
        TEXTS,
        "as_tooltip(self.text()) if fits",
        "self.text() if fits",
    ),
    Plant(
        "a name steers no terminal",
        "organizer/cli/screen.py",
        '"".join(c if c.isprintable() else "�" for c in text)',
        "text",
        ("tests/organizer/cli/test_hostile_names.py",),
    ),
    Plant(
        "XML with a DOCTYPE is refused",
        XMP,
        "        self.parser.StartDoctypeDeclHandler = self._refuse\n",
        "",
        (f"{OF_SIDECARS}::test_a_packet_with_a_doctype_is_refused",),
    ),
    Plant(
        "XML that nests without end is refused",
        XMP,
        "if len(self._open) >= _MAX_DEPTH:",
        "if False:",
        (f"{OF_LIMITS}::test_xml_may_nest_so_deep_and_no_deeper",),
    ),
    Plant(
        "an XMP file has a limit",
        XMP,
        "    check_size(packet, MAX_XMP_BYTES)\n",
        "",
        (f"{OF_LIMITS}::test_a_sidecar_larger_than_its_limit_is_refused",),
    ),
    Plant(
        "a value in XMP has a limit",
        XMP,
        'self.found[name] = (self.found.get(name, "") + text)[:_MAX_TEXT]',
        'self.found[name] = self.found.get(name, "") + text',
        (f"{OF_LIMITS}::test_a_value_in_xmp_is_cut",),
    ),
    Plant(
        "a worker reads no more of a sidecar than its limit",
        "organizer/scan/decode_worker.py",
        "content = file.read(MAX_XMP_BYTES + 1)",
        "content = file.read()",
        (f"{OF_LIMITS}::test_a_worker_reads_no_more_of_a_sidecar_than_its_limit",),
    ),
    Plant(
        "a JSON file has a limit",
        UNREAD,
        "    if len(content) > max_bytes:",
        "    if False:",
        (OF_SIDECARS, OF_LIMITS),
    ),
    Plant(
        "JSON that nests without end is damage",
        UNREAD,
        "except (ValueError, RecursionError) as error:",
        "except ValueError as error:",
        ("tests/organizer/scan/test_takeout.py::test_deeply_nested_json_is_refused",),
    ),
    Plant(
        "names of copies turn no direction and steer nothing",
        "organizer/export/writing.py",
        'clean = _ODD.sub("_", name',
        "clean = str(name",
        ("tests/organizer/pipeline/test_written_copies.py",),
    ),
    Plant(
        "web pages show tags as letters",
        "organizer/export/pages.py",
        "    return html.escape(plain(text))",
        "    return plain(text)",
        (f"{OF_PAGES}::test_a_web_page_opens_offline_and_shows_names_as_text",),
    ),
    Plant(
        "captions in sidecars are text",
        "organizer/export/pages.py",
        "{escape(plain(caption))}</rdf:li>'",
        "{plain(caption)}</rdf:li>'",
        (f"{OF_PAGES}::test_a_sidecar_carries_the_caption_as_text",),
    ),
    Plant(
        "titles in sidecars are text",
        "organizer/export/pages.py",
        "{escape(plain(title))}",
        "{plain(title)}",
        ("tests/organizer/pipeline/test_written_copies.py", "tests/organizer/export"),
    ),
    Plant(
        "controls leave pages, sidecars and sheets",
        "organizer/export/plain.py",
        '_CONTROL.sub("", text)',
        "text",
        ("tests/organizer/export/test_naming_and_sheets.py",),
    ),
    Plant(
        "a list of paths has a line for each",
        "organizer/export/path_lists.py",
        'if b"\\n" in name or b"\\r" in name:',
        "if False:",
        ("tests/organizer/export/test_path_lists.py",),
    ),
)
