"""Finds every string of ui/ that is to be translated, with its context, as Qt asks for it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

UI = Path(__file__).parents[1] / "ui"
COUNTED = "_counted"  # of ui/messages.py: its second and third argument are translated
# they translate what their callers give them, or what stands in a table
GIVEN = ("_tr", "_listed", "title_of", COUNTED)


@dataclass(frozen=True, slots=True, order=True)
class SourceString:
    """A literal as it stands in the source.

    Attributes:
        context: The class for ``self.tr``, else the first literal of ``translate``.
    """

    context: str
    text: str


class NotALiteralError(ValueError):
    """Something is translated that only running the program would tell."""


def strings_of_ui(folder: Path = UI) -> set[SourceString]:
    """Every string below *folder*."""
    found: set[SourceString] = set()
    for file in sorted(folder.rglob("*.py")):
        tree = ast.parse(file.read_text())
        try:
            found.update(_Finder(_own_context(tree)).strings(tree))
        except NotALiteralError as error:
            raise NotALiteralError(f"{file}: {error}") from error
    return found


class _Finder:
    """Walks one module and remembers in which class it is."""

    def __init__(self, own_context: str) -> None:
        self._own_context = own_context

    def strings(self, node: ast.AST, class_name: str = "") -> Iterator[SourceString]:
        """The strings below *node*, which stands in *class_name*."""
        if isinstance(node, ast.FunctionDef) and node.name in GIVEN:
            return
        if isinstance(node, ast.ClassDef):
            class_name = node.name
        if isinstance(node, ast.Call):
            yield from self._of_call(node, class_name)
        for child in ast.iter_child_nodes(node):
            yield from self.strings(child, class_name)

    def _of_call(self, call: ast.Call, class_name: str) -> Iterator[SourceString]:
        name, on = _called(call)
        match name:
            case "tr":
                context = class_name if on == "self" else on
                yield SourceString(context, _literal(call.args[0]))
            case "_tr" if not on:
                yield SourceString(self._own_context, _literal(call.args[0]))
            case "translate" | "QT_TRANSLATE_NOOP" if len(call.args) == 2 and _is_text(call):
                yield SourceString(_literal(call.args[0]), _literal(call.args[1]))
            case _ if name == COUNTED:
                for text in call.args[1:3]:
                    yield SourceString("messages", _literal(text))
            case "Command":
                title = next(word.value for word in call.keywords if word.arg == "title")
                yield SourceString("actions", _literal(title))


def _own_context(tree: ast.Module) -> str:
    """The literal with which the module's own ``_tr`` asks."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and _called(call)[0] == "translate":
                    return _literal(call.args[0])
    return ""


def _called(call: ast.Call) -> tuple[str, str]:
    """The name of the function, and of what stands before its dot."""
    if isinstance(call.func, ast.Name):
        return call.func.id, ""
    if isinstance(call.func, ast.Attribute):
        on = call.func.value
        return call.func.attr, on.id if isinstance(on, ast.Name) else ""
    return "", ""


def _is_text(call: ast.Call) -> bool:
    """Whether ``translate`` is Qt's of words, not a painter's."""
    return isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)


def _literal(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise NotALiteralError(f"line {node.lineno}: {ast.unparse(node)} is no literal")
