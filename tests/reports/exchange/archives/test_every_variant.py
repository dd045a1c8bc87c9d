"""A body with every variant, and the real reports, move into another service as they were."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile

from reports import models
from reports.content.models.page_document import read_body
from reports.core.document.block_ids import list_ids
from reports.exchange.archives.importing import import_archive
from reports.exchange.importing.importer import Request, run_import
from tests.reports.every_variant import build_body
from tests.reports.exchange.archives.databases import archive
from tests.reports.exchange.archives.test_round_trip import ask_all, assert_same_bytes

pytestmark = pytest.mark.django_db


def check_move(page: models.AnnualReportPage, empty: Callable[[], None], tmp_path: Path) -> None:
    """Move a report into an empty database: its ids, its answers and its archive stay the same."""
    archive(page, tmp_path / "first")
    before = ask_all()
    ids = list_document_ids(page)
    empty()
    assert not models.AnnualReportPage.objects.exists()

    assert import_archive(tmp_path / "first").status == "créé"

    assert ask_all() == before
    moved = models.AnnualReportPage.objects.get(year=page.year)
    assert moved.pk != page.pk
    assert list_document_ids(moved) == ids
    archive(moved, tmp_path / "again")
    assert_same_bytes(tmp_path / "first", tmp_path / "again")


def list_document_ids(page: models.AnnualReportPage) -> list[str]:
    """Return the ids of blocks, items, rows and columns, less those that the form alone has."""
    return list_ids([{"id": each.id, "value": each.stored} for each in read_body(page).blocks])


def test_every_variant_moves(
    publish: Any, living: Any, empty: Callable[[], None], tmp_path: Path
) -> None:
    living.document.file.save("b.pdf", ContentFile(b"%PDF-1.7\n"))
    living.document.file_size = 9
    living.document.save()
    page = publish(2024, build_body(vars(living)), introduction="<p>Un <b>mot</b>.</p>")
    check_move(page, empty, tmp_path)


def test_a_report_without_a_block_moves(
    publish: Any, empty: Callable[[], None], tmp_path: Path
) -> None:
    check_move(publish(2024, []), empty, tmp_path)


@pytest.mark.parametrize("year", [2023, 2024])
def test_a_real_report_moves(
    year: int, index: Any, real_reports: Path, empty: Callable[[], None], tmp_path: Path
) -> None:
    folder = real_reports / str(year)
    file = folder / f"{year}.md"
    run_import(Request(file, assets=folder, publish=True, acknowledge="Essai", year=year))
    check_move(models.AnnualReportPage.objects.get(year=year), empty, tmp_path)
