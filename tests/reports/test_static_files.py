"""Static files lie in the app that loads them: an app that is left out takes its scripts along."""

from pathlib import Path

import pytest

import reports

ROOT = Path(reports.__file__).parent
APPS = sorted(folder.parent.name for folder in ROOT.glob("*/static"))


def read_loaders(app: str) -> str:
    """Return the code and the templates of an app, which name its static files."""
    files = (path for end in ("*.py", "*.html") for path in (ROOT / app).rglob(end))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("app", APPS)
def test_an_app_loads_each_of_its_static_files(app: str) -> None:
    folder = ROOT / app / "static" / "reports"
    names = [
        path.relative_to(folder) for path in folder.rglob("*") if path.suffix in (".js", ".css")
    ]
    text = read_loaders(app)
    assert names
    unnamed = [
        name
        for name in map(Path.as_posix, names)
        if f"reports/{name}" not in text and f'"{name.rpartition(".")[0]}"' not in text
    ]
    assert unnamed == []
