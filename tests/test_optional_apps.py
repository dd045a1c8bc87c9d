"""Without an app, its tests are left out, and no others."""

import re

import pytest

from tests.optional_apps import TESTS, find_importers
from tests.places import OPTIONAL, OPTIONAL_FIXTURES

ROOT = TESTS.parent
MARK = re.compile(r'needs_app\("([\w.]+)"\)')


@pytest.mark.parametrize("app", OPTIONAL)
def test_what_imports_an_app_is_left_out_with_it(app: str) -> None:
    assert find_importers(app) == set(OPTIONAL[app])


def test_the_fixtures_above_all_that_import_an_app_are_named() -> None:
    fixtures = (TESTS / "conftest.py").read_text().split("@pytest.fixture")[1:]
    importing = {
        re.findall(r"def (\w+)", each)[0]: app
        for each in fixtures
        for app in OPTIONAL
        if f"{app}." in each
    }
    assert importing == OPTIONAL_FIXTURES


def test_marked_tests_call_commands_of_the_app() -> None:
    marked = 0
    for path in TESTS.rglob("test_*.py"):
        for app in set(MARK.findall(path.read_text(encoding="utf-8"))):
            folder = ROOT.joinpath(*app.split("."), "management", "commands")
            commands = [each.stem for each in folder.glob("*.py") if each.stem != "__init__"]
            beside = "".join(each.read_text() for each in path.parent.glob("*.py"))
            assert any(f'"{name}"' in beside for name in commands), path
            marked += 1
    assert marked
