"""Tests on PostgreSQL are those of code that an engine answers: the list of them fits the tree."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import engine_places, places

ROOT = places.TESTS.parent
# What engines do in different ways, or only one of them does.
STATEMENTS = re.compile(
    r"\.vendor\b|\.features\.|RunSQL|RawSQL|\.raw\(|\.cursor\(\)|\.extra\(|select_for_update"
    r"|_conflicts=|\badvisory\b|\bTRIGGER\b|\bpg_[a-z]+|(Integrity|Operational)Error"
    r"|JSONField|KeyTransform|KeyTextTransform|SearchVector|(Unique|Check)Constraint|Collate\("
    r"|\bSubquery\(|\bExists\(|\bWindow\(|\bFunc\(|\.annotate\(|\.aggregate\(|\.distinct\("
    r"|nulls_(first|last)"
)


def list_modules() -> Iterator[str]:
    """Yield the product's modules that rest on what engines do in different ways."""
    for root in ("reports", "graphql/reports_graphql", "cms"):
        for path in (ROOT / root).rglob("*.py"):
            if "migrations" not in path.parts and STATEMENTS.search(path.read_text()):
                yield path.relative_to(ROOT).as_posix()


def test_each_module_that_an_engine_answers_has_tests_that_postgresql_runs() -> None:
    """A new one gets a row, with the tests that run its statements."""
    modules = set(list_modules())
    assert len(modules) > 70
    assert modules - {*engine_places.MODULES, *engine_places.ALIKE} == set()
    assert {*engine_places.MODULES, *engine_places.ALIKE} - modules == set()
    assert not {*engine_places.MODULES} & {*engine_places.ALIKE}


@pytest.mark.parametrize("name", ["SLOWEST", "ENGINE", "UNANNOUNCED", "ANNOUNCED"])
def test_each_place_has_tests(name: str) -> None:
    listed = engine_places.ENGINE if name == "ENGINE" else getattr(places, name)
    assert len(listed) == len(set(listed))
    for place in listed:
        path = places.TESTS / place
        assert path.is_file() or (path.is_dir() and place.endswith("/")), place
        assert path.is_file() or list(path.rglob("test_*.py")), place


def test_no_place_of_the_engine_is_named_twice() -> None:
    """A file below a folder that is listed would look as if it were needed."""
    engine = engine_places.ENGINE
    assert [(a, b) for a in engine for b in engine if a != b and a.startswith(b)] == []
    assert not {*engine_places.OTHERS} & {*engine_places.MODULES.values()}


def test_the_ways_to_the_places_are_found_and_no_others() -> None:
    """`make test ONLY=engine` goes no other ways, and imports no other test."""
    engine = engine_places.ENGINE
    files = list(places.TESTS.rglob("test_*.py"))
    wanted = {path for path in files if is_listed(path)}
    ways = {parent for path in wanted for parent in path.parents}
    assert len(wanted) > 60
    assert {path for path in files if places.leads_to(path, engine)} == wanted
    assert all(places.leads_to(way, engine) for way in ways)
    assert not places.leads_to(places.TESTS / "browser", engine)
    assert not places.leads_to(places.TESTS / "reports" / "core", engine)


def is_listed(path: Path) -> bool:
    name = path.relative_to(places.TESTS).as_posix()
    return name.startswith(engine_places.ENGINE)
