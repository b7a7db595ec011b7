"""The core speaks English; the window says its sentences in the user's language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.library import Library
from tests.ui.speaking import spoken
from ui.core_words import in_own_words

CORE = Path(__file__).parents[2] / "organizer"
# what is never seen in the window: the command line, words in several languages, web pages
NOT_SEEN = (
    "cli",
    "pipeline/__init__.py",
    "suggestions/words",
    "search/tag_words.py",
    "export/pages.py",
    "scan/names.py",
)
# told to programmers, or never to be shown
NOT_TOLD = set("AssertionError ValueError TypeError RuntimeError KeyError OSError".split())
LABELLED = {"track": 1, "step": 0}  # of Progress: which argument is the label
TOLD = {"KeptItem", "NetworkState", "NetworkCheck", "ErasurePreview", "write"}


@pytest.fixture
def vietnamese(qapp: object) -> Iterator[None]:
    with spoken("vi"):
        yield


def test_no_sentence_of_the_core_is_missing(vietnamese: None) -> None:
    told = {
        sentence: f"{file.relative_to(CORE)}:{line}"
        for file in sorted(CORE.rglob("*.py"))
        if not file.relative_to(CORE).as_posix().startswith(NOT_SEEN)
        for line, sentence in sentences(ast.parse(file.read_text()))
    }

    assert len(told) > 100
    assert not {
        where: sentence for sentence, where in told.items() if in_own_words(sentence) == sentence
    }


def test_a_sentence_that_is_missing_is_found() -> None:
    tree = ast.parse('raise UsageError(f"{n} cats sat on “{mat}”")\nprogress.track(x, "Purring")')

    assert [text for _, text in sentences(tree)] == ["7 cats sat on “7”", "Purring"]


def test_what_is_kept_and_erased_is_told_in_vietnamese(filled: Library, vietnamese: None) -> None:
    pipeline.turn_suggestions_on(filled)
    preview = pipeline.erasure_preview(filled)
    items = pipeline.kept_items(filled)
    said = [text for item in items for text in (item.what, item.why)]
    said += [item.how_much for item in items if " " in item.how_much]
    said += [text for entry in filled.ledger.all() for text in (entry.action, entry.detail)]

    assert not [one for one in (*preview.goes, *preview.stays, *said) if in_own_words(one) == one]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Reading photos", "Đang đọc ảnh"),
        ("4,812 photos", "4.812 ảnh"),
        ("28,114", "28.114"),
        ("The JPEG file is damaged.", "Tệp JPEG bị hỏng."),
        (
            "“a.jpg” could not be read: the jpeg file is damaged.",
            "Không đọc được “a.jpg”: tệp jpeg bị hỏng.",
        ),
        (
            "The folder “/home/ana/Suggestions” could not be listed: Permission denied.",
            "Không liệt kê được thư mục “/home/ana/Suggestions”: không được phép.",
        ),
        (
            "Erased 12 events, 1,204 theme scores; 8,192 bytes overwritten, nothing is left.",
            "Đã xóa 12 dịp, 1.204 điểm chủ đề; đã ghi đè 8.192 byte, không còn gì.",
        ),
        ("My birthday event", "My birthday event"),
        ("{braces} stay", "{braces} stay"),
        ("“{x}” is not a folder.", "“{x}” không phải là thư mục."),
    ],
)
def test_fields_stay_in_place(sentence: str, said: str, vietnamese: None) -> None:
    assert in_own_words(sentence) == said


def test_english_stays_english(qapp: object) -> None:
    for sentence in ("4,812 photos", "The JPEG file is damaged.", "it is gone", "Off"):
        assert in_own_words(sentence) == sentence


def sentences(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every sentence a module may tell, each field being 7, with its line."""
    ignored = {id(one) for node in ast.walk(tree) for one in not_told(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            for one in told_by(node):
                ignored.add(id(one))
                if worth_saying(text := rendered(one)):
                    yield one.lineno, text
    for node in ast.walk(tree):
        if id(node) not in ignored and is_sentence(text := rendered(node)):
            yield node.lineno, text


def told_by(call: ast.Call) -> Iterator[ast.AST]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name in LABELLED and len(call.args) > LABELLED[name]:
        yield from texts(call.args[LABELLED[name]])
    elif (name.endswith("Error") and name not in NOT_TOLD) or name in TOLD:
        for argument in (*call.args, *(word.value for word in call.keywords if word.arg != "hint")):
            yield from texts(argument)


def texts(node: ast.AST) -> Iterator[ast.AST]:
    if rendered(node):
        yield node
    elif not isinstance(node, ast.Call | ast.Subscript):
        for child in ast.iter_child_nodes(node):
            yield from texts(child)


def not_told(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings and parts of f-strings; what programmers are told; hints of the command line."""
    if isinstance(node, ast.Expr):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from node.values
    elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in NOT_TOLD:
        yield from ast.walk(node)
    elif isinstance(node, ast.keyword | ast.Assign) and is_hint(node):
        yield from ast.walk(node.value)


def is_hint(node: ast.keyword | ast.Assign) -> bool:
    named = node.arg if isinstance(node, ast.keyword) else getattr(node.targets[0], "id", "")
    return named == "hint"


def rendered(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(rendered(part) or "7" for part in node.values)
    return ""


def worth_saying(text: str) -> bool:
    return bool(re.search(r"[a-z]{2} |[A-Z][a-z]+", text))


def is_sentence(text: str) -> bool:
    return bool(re.match(r"[A-Z“7].*[a-z] .*\.\Z", text))
