"""What Qt would read as HTML: tooltips with words of others, and boxes at the start."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from ui import mending

UI = Path(__file__).resolve().parents[2] / "ui"
# made of our own words alone; whatever else a tooltip shows goes through as_tooltip
OUR_OWN = {
    ("views/compare_top.py", "meant"),
    ("views/compare_pane.py", "meant"),
    ("views/map_buttons.py", "name"),
    ("views/places_page.py", "known if photo_map.homes else unknown"),
    ("views/folder_page.py", "removal"),
    ("views/folder_page.py", "whole"),
    ("views/answer_grid.py", "self._meaning(under) if under else ''"),
    ("widgets/evidence_bar.py", "said"),
    ("dialogs/export_names.py", "self.tr('It may have {}').format(fields)"),
}


def shown_in_tooltips(tree: ast.AST) -> Iterator[ast.expr]:
    """Every expression that becomes a tooltip."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr == "setToolTip":
                yield node.args[0]
            elif node.func.attr == "showText":
                yield node.args[1]
        is_role = isinstance(node, ast.If) and "ToolTipRole" in ast.unparse(node.test)
        is_role |= isinstance(node, ast.match_case) and "ToolTipRole" in ast.unparse(node.pattern)
        if is_role:
            yield from (one.value for one in node.body if isinstance(one, ast.Return))  # type: ignore[attr-defined]


def is_literal(expression: ast.expr) -> bool:
    """Whether it is one of our sentences as it is."""
    if isinstance(expression, ast.Call):
        is_tr = ast.unparse(expression.func) in ("self.tr", "_tr")
        return is_tr and all(isinstance(one, ast.Constant) for one in expression.args)
    return isinstance(expression, ast.Constant)


def test_no_tooltip_shows_words_of_others_as_html() -> None:
    found, plain = set(), 0
    for path in UI.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {
            target.id: node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name) and "as_tooltip(" in ast.unparse(node.value)
        }
        for expression in shown_in_tooltips(tree):
            meant = named.get(getattr(expression, "id", ""), expression)
            if "as_tooltip(" in ast.unparse(meant):
                plain += 1
            elif not is_literal(expression):
                found.add((path.relative_to(UI).as_posix(), ast.unparse(expression)))

    assert found == OUR_OWN
    assert plain >= 8


def test_the_offer_of_copies_is_plain_text(qapp: QApplication) -> None:
    seen: list[tuple[Qt.TextFormat, str]] = []

    def look_and_refuse() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append((box.textFormat(), box.text()))
        box.reject()

    QTimer.singleShot(50, look_and_refuse)

    assert not mending._agrees("<b>odd</b> is damaged.", "today")
    assert seen == [(Qt.TextFormat.PlainText, "<b>odd</b> is damaged.")]
