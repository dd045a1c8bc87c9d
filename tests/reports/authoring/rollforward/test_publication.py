"""A hollow report is not published, whoever tries."""

import datetime
import json
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import PageLogEntry

from reports.authoring.rollforward.new_report import roll_forward
from reports.checks.check_result import acknowledge_findings, check_latest
from reports.checks.gate import PublicationRefused
from reports.checks.models import Acknowledgement
from reports.content.models import AnnualReportPage, User
from tests.reports.authoring.rollforward.conftest import list_fields
from tests.reports.publishing.answering import publish_answered

REFUSED = "« Bilan 2025 » n’est pas publié : 9 éléments à remplir ou à relire."


@pytest.fixture
def hollow(source: AnnualReportPage) -> AnnualReportPage:
    """Next year's report, in which one figure has been filled."""
    page = AnnualReportPage.objects.get(pk=roll_forward(source, 2025).report_id)
    fill(page, "+80 %")
    return page


def fill(page: AnnualReportPage, *values: str) -> None:
    """Writes values into the cells of the table, in order, as a draft."""
    body = list(page.body.raw_data)
    table = next(block["value"]["table"] for block in body if block["type"] == "indicator_table")
    places = [(row, column) for row in table["rows"] for column in (2, 3)]
    for (row, column), value in zip(places, values, strict=False):
        row["cells"][column] = value
    page.body = json.dumps(body)
    page.save_revision()


def is_live(page: AnnualReportPage) -> bool:
    return AnnualReportPage.objects.get(pk=page.pk).live


def messages(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_code_without_a_user_is_refused(hollow: AnnualReportPage) -> None:
    with pytest.raises(PublicationRefused, match=REFUSED):
        publish_answered(hollow.save_revision())
    with pytest.raises(PublicationRefused):
        hollow.get_latest_revision().publish()
    assert not is_live(hollow)


def test_code_schedules_it_for_no_hour(hollow: AnnualReportPage) -> None:
    hollow.go_live_at = timezone.now() + datetime.timedelta(days=1)
    revision = hollow.save_revision()
    with pytest.raises(PublicationRefused):
        publish_answered(revision)
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None


def test_wagtails_action_called_directly_is_refused(hollow: AnnualReportPage) -> None:
    with pytest.raises(PublicationRefused):
        PublishPageRevisionAction(hollow.get_latest_revision()).execute()
    assert not is_live(hollow)


def test_saving_it_as_public_is_refused(hollow: AnnualReportPage) -> None:
    hollow.live = True
    with pytest.raises(PublicationRefused):
        hollow.save()
    assert not is_live(hollow)


def test_an_approver_is_refused_from_a_list_of_pages(
    hollow: AnnualReportPage, people: dict[str, User], client: Client
) -> None:
    client.force_login(people["validation"])
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = client.post(f"{url}?id={hollow.pk}&next=/admin/", follow=True)
    assert REFUSED.removeprefix("« Bilan 2025 »") in messages(response)
    assert f"/admin/pages/{hollow.pk}/edit/#block-" in messages(response)
    assert not is_live(hollow)


@pytest.mark.parametrize("steps", [1, 2])
def test_no_step_of_approval_lets_it_through(
    hollow: AnnualReportPage, people: dict[str, User], client: Client, steps: int
) -> None:
    client.force_login(people["validation"])
    hollow.get_workflow().start(hollow, people["redaction"])
    if steps == 2:
        state = hollow.current_workflow_task_state
        state.approve(user=people["redaction"])  # as Wagtail does, with no form asked
    state = AnnualReportPage.objects.get(pk=hollow.pk).current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[hollow.pk, "approve", state.pk])
    response = client.post(url, {"comment": ""}, follow=True)
    assert "9 éléments à remplir ou à relire" in messages(response)
    assert not is_live(hollow)


def test_the_schedule_holds_it_and_goes_on(hollow: AnnualReportPage) -> None:
    past = timezone.now() - datetime.timedelta(minutes=5)
    hollow.go_live_at = past
    revision = hollow.save_revision(approved_go_live_at=past)
    call_command("publish_scheduled")
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None
    assert PageLogEntry.objects.filter(action="reports.publication.publish.held").count() == 1
    assert not is_live(hollow)


def test_nobody_answers_for_a_hole(hollow: AnnualReportPage) -> None:
    checked = check_latest(hollow)
    checked = acknowledge_findings(checked, checked.open, "Publié ainsi.", None, "Import")
    assert not Acknowledgement.objects.filter(code="unfilled").exists()
    for finding in checked.errors:  # as a program might that knows the table
        Acknowledgement.objects.create(
            report=hollow, fingerprint=finding.fingerprint, code=finding.code, reason="Ainsi."
        )
    assert len(check_latest(hollow).errors) == 9
    with pytest.raises(PublicationRefused):
        hollow.get_latest_revision().publish()


def test_other_errors_stop_no_code(source: AnnualReportPage) -> None:
    body = [{"type": "paragraph", "id": "p1", "value": {"text": ""}}]
    source.body = json.dumps(body)
    publish_answered(source.save_revision())
    assert check_latest(source).errors


def test_what_is_public_stays_so(hollow: AnnualReportPage, source: AnnualReportPage) -> None:
    AnnualReportPage.objects.filter(pk=hollow.pk).update(live=True)
    page = AnnualReportPage.objects.get(pk=hollow.pk)
    page.title = "Bilan 2025, corrigé"
    page.save()  # of what was public already
    assert is_live(page)
    with pytest.raises(PublicationRefused):
        publish_answered(page.save_revision())
    page.unpublish()
    assert not is_live(page)


def test_a_copy_is_as_hollow(hollow: AnnualReportPage) -> None:
    copy = hollow.copy(update_attrs={"slug": "2026", "year": 2026, "title": "Bilan 2026"})
    with pytest.raises(PublicationRefused):
        copy.get_latest_revision().publish()
    assert not is_live(copy)


def test_what_is_filled_removed_and_read_again_is_published(hollow: AnnualReportPage) -> None:
    fill(hollow, "16", "N/A", "50 %", "ND")
    body = [
        block
        for block in hollow.body.raw_data
        if block["type"] in ("indicator_table", "heading", "paragraph")
    ]
    hollow.body = json.dumps(body)
    roll = hollow.roll_forward
    roll.reread = list(roll.prose)
    roll.save()
    publish_answered(hollow.save_revision())
    assert is_live(hollow)
    assert list(list_fields(hollow))
