"""Every string the user can read is translated, whole, and with its fields in place."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tools.source_strings import NotALiteralError, SourceString, strings_of_ui
from tools.update_translations import QM, TS, wanted_strings

UPDATE = "run “python tools/update_translations.py” and translate what is new"
FIELD = re.compile(r"\{\w*\}|%\d|%n")
# functions and methods whose texts are seen or read aloud
SHOWING = set(
    "label button bullet QLabel QPushButton QCheckBox QRadioButton QAction QMenu addAction addMenu "
    "setText setToolTip setStatusTip setAccessibleName setAccessibleDescription setWindowTitle "
    "setPlaceholderText setTitle setSuffix setPrefix setSpecialValueText setInformativeText addTab "
    "addButton showMessage ShortLabel PushButton".split()
)
NAMES = {"Homeroll", ".zip"}
UI = Path(__file__).parents[2] / "ui"


def entries() -> dict[SourceString, str]:
    """What stands in the file; "" for what is not translated yet."""
    found = {}
    for context in ET.parse(TS).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            is_done = translation.get("type") is None
            one = SourceString(context.findtext("name"), message.findtext("source"))
            found[one] = (translation.text or "") if is_done else ""
    return found


def test_every_string_of_the_window_stands_in_the_file_and_no_other() -> None:
    known, wanted = set(entries()), wanted_strings()

    assert not wanted - known, UPDATE
    assert not known - wanted, UPDATE


def test_every_string_is_translated() -> None:
    assert not [one for one, said in entries().items() if not said.strip()], UPDATE


def test_fields_and_marks_are_the_same_in_both_languages() -> None:
    def fields(text: str) -> tuple[list[str], int, bool, bool]:
        stops = text.rstrip().endswith("…"), text.rstrip().endswith("?")
        return sorted(FIELD.findall(text)), len(re.findall(r"&\w", text)), *stops

    assert not [one for one, said in entries().items() if fields(one.text) != fields(said)]


def test_the_program_loads_what_the_file_says() -> None:
    translator = QTranslator()
    assert translator.load(str(QM))

    loaded = {one: translator.translate(one.context, one.text) for one in entries()}

    assert loaded == entries(), UPDATE


@pytest.mark.parametrize(
    "source",
    ["_tr(words[kind])", "self.tr(f'{count} photos')", "translate('a', word)"],
)
def test_what_is_no_literal_is_refused(source: str, tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(f"{source}\n")

    with pytest.raises(NotALiteralError):
        strings_of_ui(tmp_path)


def test_no_text_is_shown_that_cannot_be_translated() -> None:
    met = [
        f"{file.relative_to(UI)}:{line}: {text}"
        for file in sorted(UI.rglob("*.py"))
        for line, text in bare_texts(ast.parse(file.read_text()))
    ]

    assert not met


def test_a_text_that_cannot_be_translated_is_found() -> None:
    tree = ast.parse("label('No photos yet', 'soft')\nself.row.setToolTip(f'All {n} photos')")

    assert {line for line, _ in bare_texts(tree)} == {1, 2}


def bare_texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Literals with words in them that are handed to what shows text."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and name_of(call) in SHOWING:
            shown = call.args[:1] + [w.value for w in call.keywords if w.arg in ("text", "name")]
            for text in (text for one in shown for text in literals(one)):
                if re.search(r"[^\W\d_]{2}", text) and text.strip() not in NAMES:
                    yield call.lineno, text


def literals(node: ast.AST) -> Iterator[str]:
    """The strings of an expression, not those inside the calls in it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif not isinstance(node, ast.Call | ast.Subscript | ast.Compare):
        for child in ast.iter_child_nodes(node):
            yield from literals(child)


def name_of(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))
