"""Every example of the guide for frontends works, in the order in which it is read.

What needs Node.js is run by `make clients`.
"""

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from reports_graphql.http import answers, persisted

from .blocks import SHOWN, Block, blocks, matches

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "frontend.md"
PATIENCE = 30  # seconds
BLOCKS = blocks(GUIDE)


@pytest.fixture(scope="module")
def as_migrated(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The database as migrations left it, before and after: tests with a live server empty it."""
    with django_db_blocker.unblock():
        migrated_again()
    yield
    with django_db_blocker.unblock():
        migrated_again()


def migrated_again() -> None:
    call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
    connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
    ContentType.objects.clear_cache()  # rows have other numbers after a flush
    cache.clear()


@pytest.fixture
def demo(
    as_migrated: None,
    django_db_serialized_rollback: None,
    live_server: LiveServer,
    settings: Any,
) -> Iterator[str]:
    """The address of a server that has the demonstration and keeps answers, as the real one."""
    settings.GRAPHQL_CACHE_BYTES = 1 << 24
    answers.shelf().clear()
    persisted.SHELF.clear()
    call_command("load_demo", stdout=io.StringIO())
    yield live_server.url
    answers.shelf().clear()
    persisted.SHELF.clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new folder, with the documents in it that the guide asks its reader to copy."""
    shutil.copytree(ROOT / "graphql" / "queries", tmp_path / "queries")
    return tmp_path


def came(block: Block, base: str, folder: Path) -> str:
    """What running a block prints."""
    if block.language == "graphql":
        answer = httpx.post(f"{base}/graphql/", json={"query": block.text}).json()
        assert "errors" not in answer, f"line {block.line}: {answer}"
        return json.dumps(answer, ensure_ascii=False)
    program = [sys.executable, "-"] if block.language == "python" else ["bash", "-euo", "pipefail"]
    done = subprocess.run(
        program,
        input=block.at(base),
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
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
