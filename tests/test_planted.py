"""The list of planted faults does not rot; ``tests/campaigns/planted.py`` plants them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.campaigns.planted import is_stale
from tests.campaigns.plants import AREAS
from tests.campaigns.plants.model import Plant

ROOT = Path(__file__).resolve().parent.parent
PLANTS = [plant for plants in AREAS.values() for plant in plants]


def test_each_rule_stands_where_the_list_says_and_without_it_the_program_can_be_read() -> None:
    assert [plant.guard for plant in PLANTS if is_stale(plant)] == []
    for plant in PLANTS:
        if plant.file.endswith(".py"):
            whole = (ROOT / plant.file).read_text(encoding="utf-8")
            ast.parse(whole.replace(plant.old, plant.new))
            assert plant.old != plant.new


def test_each_is_looked_for_by_tests_that_are_there_and_named_once() -> None:
    for plant in PLANTS:
        for test in plant.tests:
            path, _, name = test.partition("::")
            assert (ROOT / path).exists(), test
            if name:
                text = (ROOT / path).read_text(encoding="utf-8")
                assert f"def {name.partition('[')[0]}(" in text, test
    names = [plant.guard for plant in PLANTS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("text", ["", "the rule the rule"])
def test_a_rule_that_went_or_stands_there_twice_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.py").write_text(text, encoding="utf-8")

    assert is_stale(Plant("a guard", "a.py", "the rule", "", ()), tmp_path)
