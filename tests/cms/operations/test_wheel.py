"""The wheel brings all that Bilan reads, and code that reads nothing beside it."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SUFFIXES = {".html", ".js", ".css", ".svg", ".mo", ".toml", ".json", ".typ", ".xml"}
BUNDLED = {"graphql/queries": "*", "graphql/schema.graphql": "", "docs": "*.md", "demo": "**/*"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(ROOT)], check=True)
    (wheel,) = folder.glob("bilan-*.whl")
    return wheel


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """The files of the wheel."""
    return set(zipfile.ZipFile(wheel).namelist())


@pytest.mark.parametrize("package", ["cms", "reports"])
def test_every_file_of_a_package_is_in_it(names: set[str], package: str) -> None:
    files = [path for path in (ROOT / package).rglob("*") if path.suffix in {*SUFFIXES, ".py"}]
    assert len(files) > 100
    assert {str(path.relative_to(ROOT)) for path in files} <= names


@pytest.mark.parametrize("place", BUNDLED)
def test_what_packages_read_elsewhere_is_brought(names: set[str], place: str) -> None:
    path = ROOT / place
    files = [path] if path.is_file() else list(path.glob(BUNDLED[place]))
    wanted = {f"cms/bundled/{each.relative_to(ROOT)}" for each in files if each.is_file()}
    assert wanted
    assert wanted <= names


def test_no_test_and_nothing_of_a_run_is_in_it(names: set[str]) -> None:
    assert not [name for name in names if name.startswith(("tests/", "var/", "media/", "."))]


def test_it_runs_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    """What runs is what was unpacked, and it writes nothing before a command needs it."""
    site, folder = tmp_path / "site", tmp_path / "empty"
    zipfile.ZipFile(wheel).extractall(site)
    folder.mkdir()
    before = sorted(site.rglob("*"))
    program = (
        "from django.conf import settings; import django; django.setup();"
        "from django.core.management import call_command; call_command('check');"
        "from reports_graphql.http.view import graphql_endpoint;"
        "print(settings.BUNDLED, settings.VAR)"
    )
    environment = {
        "PATH": "/usr/bin",
        "PYTHONPATH": str(site),
        "PYTHONDONTWRITEBYTECODE": "1",
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "OUTBOX_IN_SERVER": "0",
    }
    command = [sys.executable, "-c", program]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == f"{site}/cms/bundled {folder}/var"
    assert sorted(site.rglob("*")) == before
    assert not list(folder.iterdir())
