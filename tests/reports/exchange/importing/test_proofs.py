"""Each recogniser has its line in the documentation: what it needs, what it leaves otherwise."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from reports.exchange.importing import recognise
from reports.exchange.importing.recognise import draft_passes

FOLDER = Path(next(iter(recognise.__path__)))
DOCUMENTATION = Path(__file__).parents[4] / "docs" / "importing.md"
LINE = re.compile(r"^\| `(?P<name>\w+\.\w+)` \| (?P<needs>[^|]+) \| (?P<otherwise>[^|]+) \|$")


def list_recognisers() -> Iterator[str]:
    """Yield the functions that give a block its type, or change the one that it has."""
    for path in sorted(FOLDER.glob("*.py")):
        for function in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(function, ast.FunctionDef) and function.name.startswith("recognise_"):
                yield f"{path.stem}.{function.name}"


def list_passes() -> Iterator[str]:
    """Yield the functions that go over all blocks once they are found."""
    tree = ast.parse(Path(draft_passes.__file__).read_text(encoding="utf-8"))
    imported = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    for node in imported:
        module = node.module or ""
        if module.startswith(recognise.__name__):
            yield from (f"{module.rpartition('.')[2]}.{name.name}" for name in node.names)


def test_each_recogniser_has_its_line() -> None:
    text = DOCUMENTATION.read_text(encoding="utf-8")
    part = text.partition("## What proves a type\n")[2].partition("\n## ")[0]
    lines = [found for line in part.splitlines() if (found := LINE.match(line))]
    documented = [line["name"] for line in lines]
    assert sorted(documented) == sorted([*list_recognisers(), *list_passes()])
    assert all(line["needs"].strip() and line["otherwise"].strip() for line in lines)
