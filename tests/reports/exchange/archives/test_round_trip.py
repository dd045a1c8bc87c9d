"""From one Bilan into another and out again: the same ids, the same answers, the same bytes."""

import filecmp
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, RequestFactory

from reports import models
from reports.content.models.record_kind import get_kinds_by_name
from reports.exchange.archives.importing import import_archive
from reports_graphql.shipped_documents import execute_shipped
from tests.reports.exchange.archives.conftest import indicators, revise
from tests.reports.exchange.archives.databases import archive

pytestmark = pytest.mark.django_db


def iterate_requests() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the shipped documents that speak of reports, with all that they may be asked."""
    yield from (("report_list", {}), ("glossary", {}), ("search", {"query": "mano"}))
    for version in models.ReportVersion.objects.order_by("year", "number"):
        yield "report", {"year": version.year}
        yield "report", {"year": version.year, "version": version.number}
        yield "versions", {"year": version.year}
    for name in settings.RECORD_PAGES:
        kind = get_kinds_by_name()[name]
        for found in kind.model.objects.exclude(**{kind.key_field: "un-autre"}):
            yield name, {kind.key_field: getattr(found, kind.key_field)}
    codes = models.Indicator.objects.order_by("code").values_list("code", flat=True)
    yield "series", {"codes": list(codes)}


def ask_all() -> dict[str, Any]:
    request = RequestFactory().get("/")
    return {
        f"{name} {json.dumps(variables, sort_keys=True)}": json.loads(
            json.dumps(execute_shipped(request, name, variables).data, default=str)
        )
        for name, variables in iterate_requests()
    }


def list_files(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def assert_same_bytes(one: Path, other: Path) -> None:
    names = list_files(one)
    assert names == list_files(other)
    assert filecmp.cmpfiles(one, other, names, shallow=False) == (names, [], [])


def test_another_service_gives_the_same_answers(
    folder: Path, elsewhere: Callable[[], None], tmp_path: Path
) -> None:
    before = ask_all()
    assert len(before) > 15
    history = before['versions {"year": 2024}']["report"]
    assert [each["withdrawn"] for each in history["versions"]] == [False, False, True, False, False]
    assert any(each["after"] == "15" for each in history["corrections"])
    indicator = json.dumps(before['indicator {"code": "lances"}'])
    assert '"14"' in indicator  # what an earlier version stated
    elsewhere()

    for year in (2023, 2024):
        import_archive(tmp_path / str(year))

    assert ask_all() == before
    page = models.AnnualReportPage.objects.get(year=2024)
    assert page.get_latest_revision_as_object().title == page.title
    assert page.live_revision == page.latest_revision
    archive(page, tmp_path / "again")
    assert_same_bytes(folder, tmp_path / "again")


def test_files_that_versions_alone_show_are_served(
    report: models.AnnualReportPage,
    living: SimpleNamespace,
    empty: Callable[[], None],
    tmp_path: Path,
    client: Client,
    django_capture_on_commit_callbacks: Any,
) -> None:
    gone = {"image": None, "source_document": None, "introduction": ""}
    revise(report, [indicators("15")], **gone)
    with django_capture_on_commit_callbacks(execute=True):
        living.picture.delete()
        living.document.delete()
    for page in models.AnnualReportPage.objects.all():
        archive(page, tmp_path / str(page.year))
    before = {name: data for name, data in ask_all().items() if '"version": 4' in name}
    addresses = set(re.findall(r'"(/(?:media|documents)/[^"]+)"', json.dumps(before)))
    assert len(addresses) >= 3
    empty()
    assert {client.get(address).status_code for address in addresses} == {404}

    for year in (2023, 2024):
        import_archive(tmp_path / str(year))

    after = ask_all()
    assert {name: after[name] for name in before} == before
    assert {client.get(address).status_code for address in addresses} == {200}
    assert not models.Picture.objects.exists()


def test_saving_an_imported_report_makes_no_version(
    folder: Path, elsewhere: Callable[[], None], tmp_path: Path
) -> None:
    elsewhere()
    for year in (2023, 2024):
        import_archive(tmp_path / str(year))
    page = models.AnnualReportPage.objects.get(year=2024)

    page.save()

    numbers = models.ReportVersion.objects.filter(report_key=page.translation_key)
    assert numbers.count() == 5


def test_the_same_archive_again_changes_nothing(folder: Path) -> None:
    rows = models.ReportVersion.objects.count(), models.AnnualReportPage.objects.count()
    assert import_archive(folder).status == "inchangé"
    assert (models.ReportVersion.objects.count(), models.AnnualReportPage.objects.count()) == rows


def test_links_to_pages_that_are_not_there_become_words(
    folder: Path, elsewhere: Callable[[], None], tmp_path: Path
) -> None:
    elsewhere()
    outcome = import_archive(folder)
    (notice,) = outcome.notices
    assert notice.startswith("pages citées qui ne sont pas ici : 1")
    import_archive(tmp_path / "2023")

    outcome = import_archive(folder, replace=True)

    assert (outcome.status, outcome.notices) == ("remplacé", [])
    archive(models.AnnualReportPage.objects.get(year=2024), tmp_path / "again")
    assert_same_bytes(folder, tmp_path / "again")
