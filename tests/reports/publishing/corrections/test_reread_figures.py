"""What the rules of today read otherwise stays as it was read until somebody agrees."""

import io
import json
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from reports.content.models import AnnualReportPage, Observation
from reports.content.models.page_document import read_document
from reports.content.models.publication_context import publication_context
from reports.core.figures.locale import EDITION
from reports.publishing.corrections.gate import CorrectionsUnanswered
from reports.publishing.models import Correction, EarlierStatement, ReportVersion
from reports.publishing.versions.content import build_content
from reports.publishing.versions.recording import find_perspective
from tests.reports.publishing.corrections.bodies import AGENTS, USERS, indicator_table
from tests.reports.publishing.corrections.conftest import draft

pytestmark = pytest.mark.django_db
RANGE = (*USERS[:3], "15–20", "80 %")
LINE = "« 15–20 », lu texte, se lit de\u00a015 à\u00a020."


@pytest.fixture
def old_page(page: AnnualReportPage) -> AnnualReportPage:
    """A report that was published by the rules of before."""
    with publication_context(reason="Nouveau tableau."):
        draft(page, indicator_table(RANGE, AGENTS), reading_edition=1).publish()
    Correction.objects.all().delete()
    EarlierStatement.objects.all().delete()
    page.refresh_from_db()
    return page


def run(*args: str) -> str:
    out = io.StringIO()
    call_command("list_reread_figures", *args, stdout=out)
    return out.getvalue()


def read_value() -> Decimal | None:
    """Return the value of the range in the public report."""
    [table] = read_document(AnnualReportPage.objects.get()).blocks
    value: Decimal | None = table.table.rows[0].cells[1].figure.value
    return value


def test_a_public_report_is_read_as_it_was_until_somebody_agrees(old_page: Any) -> None:
    assert read_value() is None
    assert not Observation.objects.filter(raw="15–20", value__isnull=False).exists()
    assert LINE in run()
    assert run().endswith("1 chiffre(s) lu(s) autrement aujourd’hui.\n")
    assert read_value() is None
    assert not Correction.objects.exists()


def test_who_agrees_publishes_a_dated_correction(old_page: Any) -> None:
    versions = ReportVersion.objects.count()

    assert LINE in run("--agree", "Lu comme un intervalle désormais.")

    correction = Correction.objects.get()
    version = ReportVersion.objects.order_by("number").last()
    assert read_value() == 15
    assert ReportVersion.objects.count() == versions + 1
    assert correction.version == version
    assert correction.sentence == "Lu comme un intervalle désormais."
    assert correction.before == "15–20 (lu : texte)"
    assert correction.after == "15–20 (lu : de\u00a015 à\u00a020)"
    assert Observation.objects.get(raw="15–20").figure.value_to == 20
    assert EarlierStatement.objects.get().figure.value is None
    assert run() == "0 chiffre(s) lu(s) autrement aujourd’hui.\n"


def test_the_draft_stays_where_somebody_agrees(old_page: Any) -> None:
    revision = draft(old_page, indicator_table(USERS, AGENTS))

    run("--agree", "Lu désormais.")

    page = AnnualReportPage.objects.get()
    assert page.get_latest_revision() == revision
    assert page.has_unpublished_changes


def test_earlier_versions_are_read_as_they_were(old_page: Any) -> None:
    content = json.loads(build_content(old_page, find_perspective(old_page)).content)  # type: ignore[arg-type]

    assert "reading_edition" not in content["report"]
    run("--agree", "Lu désormais.")
    page = AnnualReportPage.objects.get()
    content = json.loads(build_content(page, find_perspective(page)).content)  # type: ignore[arg-type]
    assert content["report"]["reading_edition"] == EDITION


def test_publishing_a_draft_of_today_asks_about_them(old_page: Any) -> None:
    revision = draft(old_page, indicator_table(RANGE, AGENTS), reading_edition=EDITION)

    with pytest.raises(CorrectionsUnanswered) as refused:
        revision.publish()

    [change] = refused.value.changes
    assert change.sentence == (
        "Utilisateurs, Résultats 2024\u00a0: 15–20 (lu : de\u00a015 à\u00a020)"
        " au lieu de 15–20 (lu : texte)"
    )


def test_a_draft_from_before_is_read_by_the_rules_of_today(old_page: Any) -> None:
    """Revisions of nodes before do not name an edition."""
    revision = draft(old_page, indicator_table(RANGE, AGENTS))
    del revision.content["reading_edition"]

    assert revision.as_object().reading_edition == EDITION


def test_a_year_alone_is_listed_and_agreed_to(old_page: Any) -> None:
    assert run("--year", "2023") == "0 chiffre(s) lu(s) autrement aujourd’hui.\n"
    run("--year", "2023", "--agree", "Lu désormais.")
    assert read_value() is None


def test_a_reason_is_public_and_must_be_said(old_page: Any) -> None:
    with pytest.raises(CommandError, match="Le motif est public"):
        run("--agree", " ")


def test_migrate_names_the_command(old_page: Any) -> None:
    out = io.StringIO()
    call_command("migrate", stdout=out)

    assert "1 chiffre(s) publié(s)" in out.getvalue()
    assert "manage.py list_reread_figures" in out.getvalue()
    run("--agree", "Lu désormais.")
    out = io.StringIO()
    call_command("migrate", stdout=out)
    assert "list_reread_figures" not in out.getvalue()
