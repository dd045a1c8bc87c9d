"""The demonstration and the real reports go out and in again, and nothing changes."""

from pathlib import Path

import pytest

from reports.document.canonical import dump_document
from reports.document import Document
from reports.exporting.public_report import read_public_report
from reports.importing.importer import Request, run_import
from tests.reports.exporting.conftest import read_folder

DEMO = Path(__file__).resolve().parents[3] / "demo"

pytestmark = pytest.mark.django_db


def bring(file: Path, year: int) -> None:
    run_import(Request(file, assets=file.parent, publish=True, acknowledge="Essai", year=year))


def check_round_trip(year, export, import_folder):
    before = read_public_report(year)
    first = export(year, "first")
    outcome = import_folder(first, year)
    assert (outcome.fidelity.lost, outcome.fidelity.added) == ((), ())
    after = read_public_report(year)
    assert dict(after.fields) == dict(before.fields)
    second = export(year, "second")
    assert read_folder(second) == read_folder(first)
    ids = [block.id for block in before.document.blocks]
    assert [block.id for block in after.document.blocks] == ids
    print((first / f"{year}.md").read_text()[:3000])


@pytest.mark.parametrize("year", [2023, 2024])
def test_the_demonstration_comes_back(year, export, import_folder):
    bring(DEMO / str(year) / f"bilan-{year}.md", year)
    check_round_trip(year, export, import_folder)


@pytest.mark.parametrize("year", [2023, 2024])
def test_the_real_reports_come_back(year, export, import_folder, real_reports):
    bring(real_reports / str(year) / f"{year}.md", year)
    check_round_trip(year, export, import_folder)
