"""A report is begun whole or not at all, and nobody outside sees anything of it."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import PageLogEntry, PageViewRestriction

from reports.authoring.models import RollForward
from reports.authoring.rollforward import new_report
from reports.authoring.rollforward.new_report import can_read, find_free_year, roll_forward
from reports.checks.check_result import acknowledge_findings, check_latest
from reports.checks.models import Acknowledgement
from reports.content.models import AnnualReportPage, Observation, User
from reports.content.tables import Table
from reports.core.document.block_ids import list_ids

from .conftest import REREAD

ASK = "{ reports(first: 9) { edges { node { year } } } report(year: 2025) { title } }"


@pytest.fixture
def made(source: AnnualReportPage, people: dict[str, User]) -> AnnualReportPage:
    report = roll_forward(source, 2025, people["redaction"]).report
    return AnnualReportPage.objects.get(pk=report.pk)


def test_its_language_stays_and_its_date_goes(
    source: AnnualReportPage, people: dict[str, User]
) -> None:
    source.language, source.report_date = "en", datetime.date(2025, 3, 31)
    source.save()

    made = roll_forward(source, 2025, people["redaction"]).report
    assert (made.language, made.report_date, made.image) == ("en", None, None)


def test_it_is_a_draft_of_its_year(made: AnnualReportPage, people: dict[str, User]) -> None:
    assert (made.title, made.slug, made.year) == ("Bilan 2025", "2025", 2025)
    assert not made.live
    assert made.first_published_at is None
    assert made.owner == people["redaction"]
    assert made.introduction == "<p>Une année 2024.</p>"
    latest = made.get_latest_revision_as_object()
    assert list(latest.body.raw_data) == list(made.body.raw_data)
    entry = PageLogEntry.objects.get(page=made.pk, action=new_report.BEGUN)
    assert entry.message == "Bilan commencé à partir de celui de 2024 (version publiée)"


def test_its_results_are_last_year_s_and_its_ids_its_own(
    source: AnnualReportPage, made: AnnualReportPage
) -> None:
    block = next(b for b in made.body.raw_data if b["type"] == "indicator_table")
    table = Table.from_stored(block["value"]["table"])
    assert [row.cells[1].stored for row in table.rows] == [REREAD, "45 %"]
    assert {cell.raw for row in table.rows for cell in row.cells[2:]} == {""}
    assert [row.ref for row in table.rows] == ["produits", ""]
    assert block["value"]["caption"] == "Indicateurs 2025"
    own, others = list_ids(list(made.body.raw_data)), list_ids(list(source.body.raw_data))
    assert len(own) == len(set(own))
    assert not set(own) & set(others)


def test_the_public_sees_nothing_of_it(
    source: AnnualReportPage, people: dict[str, User], client: Client
) -> None:
    before = list(Observation.objects.order_by("pk").values())
    body = list(source.body.raw_data)
    made = roll_forward(source, 2025, people["redaction"]).report
    assert before
    assert list(Observation.objects.order_by("pk").values()) == before
    assert list(AnnualReportPage.objects.get(pk=source.pk).body.raw_data) == body
    answer = client.post("/graphql/", {"query": ASK}, content_type="application/json").json()
    assert "errors" not in answer, answer
    assert answer["data"]["report"] is None
    assert [edge["node"]["year"] for edge in answer["data"]["reports"]["edges"]] == [2024]
    assert client.get(f"/bilan/{made.year}/").status_code == 404


def test_what_is_public_is_taken_over_not_what_is_being_written(
    source: AnnualReportPage, people: dict[str, User]
) -> None:
    draft = source.get_latest_revision_as_object()
    draft.title, draft.body = "Un secret 2024", json.dumps([])
    draft.save_revision()
    source = AnnualReportPage.objects.get(pk=source.pk)
    assert roll_forward(source, 2025).report.title == "Bilan 2025"
    source.unpublish()
    source = AnnualReportPage.objects.get(pk=source.pk)
    again = roll_forward(source, 2026).report
    assert again.title == "Un secret 2026"
    assert not again.body


@pytest.mark.parametrize("year", [2024, 2025])
def test_a_year_that_is_taken_is_refused(made: AnnualReportPage, year: int) -> None:
    source = AnnualReportPage.objects.get(year=2024)
    assert find_free_year(source) == 2026
    with pytest.raises(ValidationError, match=f"Le bilan {year} existe déjà"):
        roll_forward(source, year)
    assert AnnualReportPage.objects.count() == 2
    assert RollForward.objects.count() == 1


def test_half_a_report_is_none(source: AnnualReportPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(new_report, "digest_passages", fail)
    with pytest.raises(RuntimeError):
        roll_forward(source, 2025)
    assert list(AnnualReportPage.objects.values_list("year", flat=True)) == [2024]
    source.refresh_from_db()
    assert source.get_parent().numchild == 1


def test_reasons_are_for_one_report(source: AnnualReportPage, people: dict[str, User]) -> None:
    checked = check_latest(source)
    acknowledge_findings(checked, checked.warnings, "Voulu.", people["redaction"], "redaction")
    made = roll_forward(source, 2025).report
    assert source.acknowledgements.exists()
    assert not Acknowledgement.objects.filter(report=made).exists()


def test_who_may_take_over_what(source: AnnualReportPage, people: dict[str, User]) -> None:
    stranger = User.objects.create_user("passant")
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    assert can_read(source, stranger)
    PageViewRestriction.objects.create(page=source, restriction_type="login")
    assert not can_read(source, stranger)
    assert can_read(source, people["redaction"])
    PageViewRestriction.objects.all().delete()
    source.unpublish()
    assert not can_read(AnnualReportPage.objects.get(pk=source.pk), stranger)


def test_a_copy_is_no_report_that_was_begun(
    made: AnnualReportPage, people: dict[str, User]
) -> None:
    copy = CopyPageAction(
        page=made,
        user=people["administration"],
        copy_revisions=True,
        update_attrs={"slug": "2026", "year": 2026},
    ).execute()
    assert not RollForward.objects.filter(report=copy.pk).exists()
    assert not set(list_ids(list(copy.body.raw_data))) & set(list_ids(list(made.body.raw_data)))


@pytest.mark.parametrize("year", [2023, 2024])
def test_the_real_reports(import_file: Any, real_reports: Path, year: int) -> None:
    """Nothing but what was printed for that year stands in a column of the year before."""
    import_file(real_reports / str(year) / f"{year}.md", publish=True)
    source = AnnualReportPage.objects.get(year=year)
    made = roll_forward(source, year + 1).report
    before, after = (indicators(page) for page in (source, made))
    assert after[1:] == [[row[0], row[-1], "", ""] for row in before[1:]]
    assert after[0] == [
        "Indicateurs",
        f"Résultats {year}",
        f"Objectifs PLF {year + 1}",
        f"Résultats {year + 1}",
    ]
    found = {finding.code for finding in check_latest(made).findings}
    assert not found & {"left-over-row", "last-year-column", "last-year-period"}


def indicators(page: AnnualReportPage) -> list[list[str]]:
    block = next(b for b in page.body.raw_data if b["type"] == "indicator_table")
    table = Table.from_stored(block["value"]["table"])
    heads = [column.heading for column in table.columns]
    return [heads, *([cell.raw for cell in row.cells] for row in table.rows)]
