"""Signal receivers that require answers before a publication, and record corrections after it."""

from collections.abc import Mapping
from typing import Any

from wagtail.models import Page

from reports.checks.gate import is_at_last_step
from reports.content.models import AnnualReportPage
from reports.content.models.publication_signals import approving, becoming_public, version_recorded
from reports.publishing.corrections.answers import keep_answers
from reports.publishing.corrections.gate import demand_answers, demand_revision_answers
from reports.publishing.corrections.recording import record_corrections
from reports.publishing.models import ReportVersion


def refuse_unanswered(sender: type, page: AnnualReportPage, **kwargs: Any) -> None:
    """Refuse to publish a revision with unanswered questions, whoever publishes it."""
    if page.live_revision_id is not None:
        demand_answers(page, page.live_revision_id)


def refuse_last_approval(
    sender: type, page: Page, user: Any, answers: Mapping[str, Mapping[str, str]], **kwargs: Any
) -> None:
    """Store the answers sent with an approval; refuse the last approval if one is missing."""
    if not is_at_last_step(page):
        return
    revision = page.get_latest_revision()
    keep_answers(revision, answers, user)
    demand_revision_answers(revision)


def record(
    sender: type, page: AnnualReportPage, version: ReportVersion, before: ReportVersion, **_: Any
) -> None:
    record_corrections(page, version, before)


def connect() -> None:
    uid = "reports.corrections"
    becoming_public.connect(refuse_unanswered, sender=AnnualReportPage, dispatch_uid=uid)
    approving.connect(refuse_last_approval, sender=AnnualReportPage, dispatch_uid=uid)
    version_recorded.connect(record, sender=ReportVersion, dispatch_uid=uid)
