"""Every threat in docs/threat-model.md names tests that exist."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE = "## Threats"
NODE = re.compile(r"`(tests/[\w/]+\.py)((?:::\w+)+)`")


def list_threats(text: str) -> list[list[str]]:
    """Return the cells of each row in the table of threats."""
    lines = text.partition(TABLE)[2].splitlines()
    rows = [line for line in lines if line.startswith("|")][2:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]


@cache
def list_tests(path: str) -> frozenset[str]:
    """Return the names of the tests in a file, those of classes as `Class::test`."""
    if not (ROOT / path).is_file():
        return frozenset()
    names: set[str] = set()
    for node in ast.parse((ROOT / path).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.ClassDef):
            methods = (each.name for each in node.body if isinstance(each, ast.FunctionDef))
            names.update(f"{node.name}::{method}" for method in methods)
    return frozenset(name for name in names if name.split("::")[-1].startswith("test"))


def find_problems(text: str) -> list[str]:
    """Return a sentence for each row that is malformed, lacks a test or names one that is gone."""
    problems = []
    for cells in list_threats(text):
        if len(cells) != 3 or not all(cells):
            problems.append(f"A row has three cells, all filled: {cells[0]}")
            continue
        nodes = NODE.findall(cells[2])
        if not nodes or NODE.sub("", cells[2]).strip():
            problems.append(f"A threat names its tests by node id and nothing else: {cells[0]}")
        for path, name in nodes:
            if name.removeprefix("::") not in list_tests(path):
                problems.append(f"There is no test {path}{name}.")
    return problems


def test_every_threat_names_tests_that_exist() -> None:
    text = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    assert len(list_threats(text)) >= 15
    assert find_problems(text) == []


def test_a_row_without_a_test_is_found() -> None:
    here = "tests/docs/test_threat_model.py"
    good = f"| a | b | `{here}::test_a_row_without_a_test_is_found` |"
    bad = ["| a | b | |", "| a | b | none yet |", f"| a | b | `{here}::test_gone` |", "| a | b |"]
    table = f"{TABLE}\n\n| threat | what holds it | test |\n|---|---|---|\n"
    assert find_problems(table + good) == []
    for row in bad:
        assert len(find_problems(f"{table}{good}\n{row}\n")) == 1, row
