"""Every example of the guide for frontends works, in the order in which it is read.

What needs Node.js is run by `make clients`.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from ..clients.server import Demonstration
from .blocks import SHOWN, Block, blocks, matches
from .test_queries import ask_variables

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "frontend.md"
TIMEOUT_SECONDS = 30  # seconds
BLOCKS = blocks(GUIDE)
QUESTIONS = blocks(ROOT / "docs" / "queries.md")


@pytest.fixture
def demo() -> Iterator[str]:
    """The address of a demonstration, in a process and a database of its own.

    pytest's live server would empty the database of the tests that come after.
    """
    with Demonstration.loaded() as demonstration, demonstration.served() as base:
        yield base


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new folder, with the documents in it that the guide asks its reader to copy."""
    shutil.copytree(ROOT / "graphql" / "queries", tmp_path / "queries")
    return tmp_path


def find_nothing(data: dict[str, Any]) -> list[str]:
    """Return the fields of the root that give nothing, null or an empty list, but `missing`."""
    found = (name for name, value in data.items() if value is None or is_empty_list(value))
    return [name for name in found if name != "missing"]


def is_empty_list(value: Any) -> bool:
    return isinstance(value, dict) and (value.get("nodes") == [] or value.get("totalCount") == 0)


def came(block: Block, base: str, folder: Path) -> str:
    """What running a block prints."""
    if block.language == "graphql":
        answer = httpx.post(f"{base}/graphql/", json={"query": block.text}).json()
        assert "errors" not in answer, f"line {block.line}: {answer}"
        assert find_nothing(answer["data"]) == [], f"line {block.line} finds nothing"
        return json.dumps(answer, ensure_ascii=False)
    program = [sys.executable, "-"] if block.language == "python" else ["bash", "-euo", "pipefail"]
    done = subprocess.run(
        program,
        input=block.at(base),
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
    )
    assert done.returncode == 0, f"line {block.line}: {done.stderr}"
    return done.stdout


def test_somebody_runs_every_block() -> None:
    assert [f"line {block.line}: {block.language}" for block in BLOCKS if not block.runner] == []


def test_every_example_prints_what_the_guide_shows(demo: str, folder: Path) -> None:
    """One test for all of them: a guide is read from the top, and loading the demo takes long."""
    printed = ""
    for block in (block for block in BLOCKS if block.runner == "python"):
        if block.language in SHOWN:
            assert matches(block, printed), f"line {block.line} shows other than came:\n{printed}"
        else:
            printed = came(block, demo, folder)
            assert printed.strip(), f"line {block.line} prints nothing"
    for block in QUESTIONS:
        body = {"query": block.text, "variables": ask_variables(block.text)}
        answer = httpx.post(f"{demo}/graphql/", json=body).json()
        assert "errors" not in answer, f"question of line {block.line}: {answer}"
        assert find_nothing(answer["data"]) == [], f"question of line {block.line} finds nothing"


@pytest.mark.parametrize(
    ("language", "shown", "same", "other"),
    [
        ("json", '{"a": [1, …], "b": "x y"}', '{"a":[1,2,3],"b":"x y"}', '{"a":[1,2],"b":"xy"}'),
        ("json", '{"a": "…"}', '{"a": "any"}', '{"a": null}'),
        ("text", "7 of …", "7 of 7\n", "6 of 7\n"),
        ("http", "ETag: …\nVary: …", "vary: a\netag: b", "etag: b"),
    ],
)
def test_what_is_shown_is_compared(language: str, shown: str, same: str, other: str) -> None:
    block = Block(language, shown, 1, "python")
    assert matches(block, same)
    assert not matches(block, other)
