"""Static files lie in the app that loads them: an app that is left out takes its scripts along."""

import posixpath
import re
from pathlib import Path

import pytest

import reports

ROOT = Path(reports.__file__).parent
APPS = sorted(folder.parent.name for folder in ROOT.glob("*/static"))
STOREYS = ["content", "checks", "publishing", "accounts", "authoring", "exchange"]
IMPORT = re.compile(r'^(?:import|\}) .*?"(\.[^"]+)";$', re.MULTILINE)


def read_loaders(app: str) -> str:
    """Return the code and the templates of an app, which name its static files."""
    files = (path for end in ("*.py", "*.html") for path in (ROOT / app).rglob(end))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def list_files(app: str) -> dict[str, Path]:
    """Return the static files of an app by their names below `reports/`."""
    folder = ROOT / app / "static" / "reports"
    return {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.suffix in (".js", ".css")
    }


def list_imports(app: str) -> set[tuple[str, str]]:
    """Return the pairs of a module of an app and a module that it imports, by their names."""
    return {
        (name, posixpath.normpath(posixpath.join(posixpath.dirname(name), address)))
        for name, path in list_files(app).items()
        for address in IMPORT.findall(path.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("app", APPS)
def test_an_app_loads_each_of_its_static_files(app: str) -> None:
    text = read_loaders(app)
    imported = {name for other in APPS for _, name in list_imports(other)}
    names = list_files(app)
    assert names
    unnamed = [
        name
        for name in names.keys() - imported
        if f"reports/{name}" not in text and f'"{name.rpartition(".")[0]}"' not in text
    ]
    assert unnamed == []


@pytest.mark.parametrize("app", APPS)
def test_a_module_imports_from_its_own_app_and_those_below(app: str) -> None:
    below = STOREYS[: STOREYS.index(app) + 1]
    known = {name for other in below for name in list_files(other)}
    assert [pair for pair in list_imports(app) if pair[1] not in known] == []


def test_imports_are_found() -> None:
    assert ("closing.js", "list_items.js") in list_imports("authoring")
