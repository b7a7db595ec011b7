"""Every writer of the derived store is found by reading the code, and passes the gate."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
STORE = ROOT / "organizer" / "store"
RUNS_SQL = {"execute", "executemany", "executescript", "backup", "blobopen"}
# who may open a database for writing, by function
OPENERS = {
    "organizer/store/database.py:open_database",
    "organizer/store/database.py:_connect",
    "organizer/store/database.py:_make",
    "organizer/store/derived.py:open",  # read-only
    "organizer/store/derived_eraser.py:__init__",  # removes only, see below
    "organizer/store/backup.py:_write_copy",  # copies of the catalog
    "organizer/store/backup.py:check_copy",  # immutable
}


def modules() -> dict[str, ast.Module]:
    return {
        str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "organizer").rglob("*.py"))
    }


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def called(node: ast.AST) -> set[str]:
    """The names of everything that is called in a piece of code."""
    calls = [one.func for one in ast.walk(node) if isinstance(one, ast.Call)]
    return {
        one.attr if isinstance(one, ast.Attribute) else one.id
        for one in calls
        if isinstance(one, ast.Attribute | ast.Name)
    }


def writer_class(source: str) -> ast.ClassDef:
    tree = ast.parse(source)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    return next(node for node in classes if node.name == "DerivedWriter")


def ungated(source: str) -> list[str]:
    """The methods of a writer that run SQL without having passed the gate."""
    found = []
    for method in functions(writer_class(source)):
        names = called(method)
        if method.name in ("__init__", "close", "_writing", "_pass"):
            continue
        # whatever gets a connection gets it from _writing
        own = "self._connection" in ast.unparse(method)
        if own or (names & RUNS_SQL and "_writing" not in names):
            found.append(method.name)
    gate = next(one for one in functions(writer_class(source)) if one.name == "_writing")
    text = ast.unparse(gate)
    if (
        not text.find("self._pass(")
        < text.find("BEGIN")
        < text.rfind("self._pass(")
        < text.find("COMMIT")
    ):
        found.append("_writing")
    asks = ast.unparse(next(m for m in functions(writer_class(source)) if m.name == "_pass"))
    if "self._gate.require_photos(" not in asks or "self._gate.require_granted(" not in asks:
        found.append("_pass")
    return found


WRITER = (STORE / "derived_writer.py").read_text(encoding="utf-8")


def test_every_method_that_writes_derived_rows_passes_the_gate() -> None:
    assert sum("_writing" in called(one) for one in functions(writer_class(WRITER))) >= 6
    assert ungated(WRITER) == []


@pytest.mark.parametrize(
    ("fault", "culprit"),
    [
        ("with self._writing({Signal.GROUPING: ()}) as connection:", "forget_features"),
        ("            self._pass(needs, of_all=of_all)  # it may", "_writing"),
        ("        self._pass(needs, of_all=of_all)\n        try:", "_writing"),
        ("            self._gate.require_photos(signal, photo_ids)", "_pass"),
        ("            self._gate.require_granted(self._granted)", "_pass"),
    ],
)
def test_a_writer_without_the_gate_is_found(fault: str, culprit: str) -> None:
    assert fault in WRITER
    gone = {
        "forget_features": "with self._bare() as connection:",
        "_writing": "        try:" if "try" in fault else "            pass  # it may",
        "_pass": "            pass",
    }[culprit]

    assert culprit in ungated(WRITER.replace(fault, gone))


def test_nothing_else_opens_a_database_for_writing() -> None:
    found = {
        f"{path}:{function.name}"
        for path, tree in modules().items()
        for function in functions(tree)
        if "connect" in called(function)
    }

    readers = {"organizer/store/database.py:_look"}  # mode=ro
    assert found - OPENERS - readers - {"organizer/privacy/network_wall.py:display_answers"} <= {
        one for one in found if one.startswith(("organizer/handing_over", "organizer/privacy"))
    }


def test_the_derived_store_is_opened_for_writing_by_its_writer_alone() -> None:
    found = {
        path
        for path, tree in modules().items()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and "open_database" in ast.unparse(call.func)
        if any(isinstance(one, ast.Constant) and one.value == "derived" for one in call.args)
    }

    assert found == {"organizer/store/derived_writer.py"}


def test_its_writer_is_made_in_one_place_with_the_gate_of_the_library() -> None:
    made = [
        (path, call)
        for path, tree in modules().items()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "DerivedWriter"
    ]

    assert {path for path, _ in made} == {"organizer/library.py"}
    for _, call in made:
        assert "gate=self.gate" in ast.unparse(call)


def test_whoever_derives_asks_the_gate_before_beginning() -> None:
    """And a read of the gate by the signal stands before the store is opened."""
    found = [
        (f"{path}:{function.name}", ast.unparse(function))
        for path, tree in modules().items()
        for function in functions(tree)
        if "writing_derived" in called(function)
    ]

    assert len(found) >= 4
    for name, text in found:
        asked = max(text.find("gate.require("), text.find("gate.is_open("))
        assert 0 <= asked < text.find("writing_derived("), name


def test_the_eraser_writes_no_value() -> None:
    """It may work while the gate is closed, so all it can do is delete and clear."""
    tree = ast.parse((STORE / "derived_eraser.py").read_text(encoding="utf-8"))
    run = [
        ast.unparse(call.args[0]).lstrip("f").strip("'\"")
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
        if call.func.attr in RUNS_SQL
    ]

    assert len(run) >= 6
    for sql in run:
        is_clearing = sql.startswith("UPDATE membership SET") and ("= NULL" in sql or "= 0" in sql)
        assert is_clearing or sql.startswith(
            ("DELETE", "SELECT", "PRAGMA user_version", "BEGIN", "COMMIT", "ROLLBACK")
        ), sql
