"""Tests that need an app which is not installed are left out: by module, fixture or mark."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tests.places import OPTIONAL, OPTIONAL_FIXTURES

TESTS = Path(__file__).resolve().parent


def list_missing() -> list[str]:
    """Return the apps that can be left out and are."""
    return [app for app in OPTIONAL if app not in settings.INSTALLED_APPS]


def is_left_out(path: Path) -> bool:
    """Return whether all tests of a folder or module need an app that is missing."""
    name = path.relative_to(TESTS).as_posix()
    return any(
        name == place or name.startswith(f"{place}/")
        for app in list_missing()
        for place in (app.replace(".", "/"), *OPTIONAL[app])
    )


def needs_missing(item: pytest.Item) -> bool:
    """Return whether a test needs an app that is missing by a fixture or a mark."""
    needed = {OPTIONAL_FIXTURES.get(name) for name in getattr(item, "fixturenames", ())}
    needed |= {mark.args[0] for mark in item.iter_markers("needs_app")}
    return not needed.isdisjoint(list_missing())


def find_importers(app: str) -> set[str]:
    """Return the modules of tests that import an app, themselves or by another module.

    A conftest is named by its folder. What is below the folder of the app needs no name, and the
    fixtures of the conftest above all are in `OPTIONAL_FIXTURES`.
    """
    imports = {path: set(list_imports(path)) for path in TESTS.rglob("*.py")}
    del imports[TESTS / "conftest.py"]
    found = {path for path, names in imports.items() if any(is_needed(each, app) for each in names)}
    while more := {
        path
        for path, names in imports.items()
        if path not in found and any(name_module(each) in names for each in found)
    }:
        found |= more
    own = TESTS.joinpath(*app.split("."))
    named = {path.parent if path.stem == "conftest" else path for path in found}
    return {
        path.relative_to(TESTS).as_posix()
        for path in named
        if not path.is_relative_to(own) and (path.is_dir() or path.stem.startswith("test_"))
    }


def is_needed(module: str, app: str) -> bool:
    """Return whether a module is one of an app, or of its tests."""
    return f"{module}.".startswith((f"{app}.", f"tests.{app}."))


def name_module(path: Path) -> str:
    parts = path.relative_to(TESTS.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def list_imports(path: Path) -> Iterator[str]:
    """Yield the modules that a module imports, in its functions too."""
    package = name_module(path).split(".")
    if path.stem != "__init__":
        package.pop()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{each.name}" for each in node.names)
