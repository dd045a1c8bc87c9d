"""Observations are what published bodies state: no more, no less, at every moment."""

import io
import json
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from reports.content.models import AnnualReportPage, Indicator, Observation
from reports.content.tables import Cell
from reports.core.figures import Qualifier, State
from tests.reports.publishing.answering import publish_answered

BODY = """| Indicateurs | Résultats 2023 | Objectifs PLF 2024 | Résultats 2024 |
|---|---|---|---|
| **Services** *(lancés)* | 0 | 8 | **11** |
| **Part des femmes** | N/A | 50 % | **17,4 %** |
"""

pytestmark = pytest.mark.django_db


def statements():
    return [
        (o.indicator.code, o.kind, o.period_label, o.raw)
        for o in Observation.objects.order_by("order")
    ]


@pytest.fixture
def page(import_file, report_text):
    import_file(report_text(BODY), publish=True)
    return AnnualReportPage.objects.get()


def test_results_and_targets_are_projected_on_publication(page):
    assert statements() == [
        ("services", "result", "Résultats 2023", "0"),
        ("services", "target", "Objectifs PLF 2024", "8"),
        ("services", "result", "Résultats 2024", "11"),
        ("part-des-femmes", "result", "Résultats 2023", "N/A"),
        ("part-des-femmes", "target", "Objectifs PLF 2024", "50 %"),
        ("part-des-femmes", "result", "Résultats 2024", "17,4 %"),
    ]
    zero, *_, share = Observation.objects.order_by("order")
    assert (zero.value, zero.state) == (0, State.VALUE.value)
    assert str(share.figure.value) == "17.4"
    assert share.qualifier == Qualifier.EXACT.value
    assert (share.period_start.isoformat(), share.period_end.isoformat()) == (
        "2024-01-01",
        "2024-12-31",
    )


def test_the_head_of_the_names_states_no_period(import_file, report_text):
    body = BODY.replace("| Indicateurs |", "| Objectifs pour 2024 |")
    import_file(report_text(body), publish=True)
    assert [raw for *_, raw in statements()] == ["0", "8", "11", "N/A", "50 %", "17,4 %"]


def test_a_draft_projects_nothing(import_file, report_text):
    import_file(report_text(BODY))
    assert statements() == []


def test_saving_a_draft_of_a_live_report_changes_nothing(page):
    before = statements()
    page.body[0].value["table"] = type(page.body[0].value["table"])()
    page.save_revision()
    assert statements() == before


def test_unpublishing_removes_and_publishing_brings_back(page):
    before = statements()
    page.unpublish()
    assert statements() == []
    publish_answered(page.get_latest_revision())
    assert statements() == before


def test_deleting_the_report_removes_them(page):
    page.delete()
    assert statements() == []


def test_a_failing_projection_leaves_the_page_as_it_was(page, monkeypatch):
    def fail(*rows):
        raise RuntimeError("no room")

    monkeypatch.setattr("reports.content.observations.projection.take_fields", fail)
    monkeypatch.setattr("reports.content.mentions.projection.Mention.objects.bulk_create", fail)
    with pytest.raises(RuntimeError):
        page.unpublish()
    assert AnnualReportPage.objects.get().live
    assert len(statements()) == 6


def test_rebuilding_says_and_repairs_a_difference(page):
    before = statements()
    Observation.objects.filter(raw="11").update(raw="12")
    Observation.objects.filter(raw="0").delete()

    with pytest.raises(CommandError, match="1 bilan"):
        call_command("rebuild_observations", check=True, stdout=io.StringIO())
    out = io.StringIO()
    call_command("rebuild_observations", stdout=out)

    assert statements() == before
    assert "6 observations, 1 bilan(s) refait(s)" in out.getvalue()
    call_command("rebuild_observations", check=True, stdout=io.StringIO())


def test_rebuilding_the_real_reports_finds_no_difference(real_reports, import_file):
    for year in (2023, 2024):
        folder = real_reports / str(year)
        import_file(folder / f"{year}.md", assets=folder, publish=True)
    call_command("rebuild_observations", check=True, stdout=io.StringIO())
    assert Observation.objects.count() == 15 + 21


def rename(page, before, after):
    """Gives a row another head, as code does that keeps everything else."""
    table = page.body[0].value["table"]
    rows = [
        replace(row, cells=(Cell(after), *row.cells[1:])) if row.head == before else row
        for row in table.rows
    ]
    page.body[0].value["table"] = replace(table, rows=tuple(rows))


def test_the_numbers_of_a_renamed_row_enter_no_series_until_its_record_is_confirmed(page):
    rename(page, "Services", "Nouveaux agents publics")
    publish_answered(page.save_revision())
    assert {code for code, *_ in statements()} == {"part-des-femmes"}
    call_command("rebuild_observations", check=True, stdout=io.StringIO())

    page = AnnualReportPage.objects.get()
    rename(page, "Nouveaux agents publics", "SERVICES\u00a0(1)")
    publish_answered(page.save_revision())
    assert len(statements()) == 6
    call_command("rebuild_observations", check=True, stdout=io.StringIO())


def test_renaming_a_record_changes_nothing(page):
    before = statements()
    Indicator.objects.filter(code="services").update(name="Produits")
    publish_answered(page.save_revision())
    assert statements() == before


def test_what_an_older_version_stored_counts_as_confirmed(page):
    """Rows were stored without the name that their record was chosen for."""
    body = list(page.body.raw_data)
    for row in body[0]["value"]["table"]["rows"]:
        row.pop("ref_name", None)
    page.body = json.dumps(body)
    page.save()
    assert len(statements()) == 6
