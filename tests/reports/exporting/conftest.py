"""Reports that are exported, imported and exported again."""

from pathlib import Path

import pytest
from django.core.management import call_command

from reports.importing.importer import Outcome, Request, run_import


@pytest.fixture
def export(tmp_path):
    """Exports a year into a folder of this name; returns the folder."""

    def run(year: int, name: str, **options) -> Path:
        folder = tmp_path / name
        call_command("export_report", year, to="markdown", output=folder, verbosity=0, **options)
        return folder

    return run


@pytest.fixture
def import_folder():
    """Imports an exported folder in the place of the report, and publishes it."""

    def run(folder: Path, year: int, **options) -> Outcome:
        given = {"publish": True, "replace": True, "acknowledge": "Essai", **options}
        request = Request(folder / f"{year}.md", assets=folder, **given)
        return run_import(request)

    return run


def read_folder(folder: Path) -> dict[str, bytes]:
    """The content of every file below a folder, by its path in it."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
