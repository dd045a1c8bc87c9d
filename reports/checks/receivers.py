"""Signal receivers: refuse reports with errors, and publish draft records along with a report."""

from typing import Any

from wagtail.models import Page, Revision

from reports.checks import gate
from reports.checks.draft_records import plan_records
from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_document
from reports.content.models.publication_context import find_publisher, get_publication_context
from reports.content.models.publication_signals import approving, becoming_public, publishing
from reports.content.records.publishing import publish_records


def refuse_publication(
    sender: type, page: AnnualReportPage, revision: Revision, user: Any, **kwargs: Any
) -> None:
    """Refuse a report that is not filled in, and one with open errors if a user publishes it.

    Code that publishes without a user must check the other errors itself.
    """
    if user is not None:
        gate.demand_no_errors(revision)
    else:
        gate.demand_filled(revision.as_object())


def refuse_unfilled(sender: type, page: AnnualReportPage, **kwargs: Any) -> None:
    """Refuse to save as public what is not filled in: Wagtail's admin and API call the action that
    publishes directly, not `publish`.
    """
    gate.demand_filled(page)


def publish_drafts(sender: type, page: AnnualReportPage, **kwargs: Any) -> None:
    """Publish the draft records that a report needs and its publisher may publish."""
    context = get_publication_context()
    if not (context.is_restoring or context.keeps_records):
        user = find_publisher()
        publish_records(plan_records(read_document(page), user).published, user)


def refuse_approval(sender: type, page: Page, **kwargs: Any) -> None:
    """Refuse to approve a report that has open errors: no step lets it through."""
    gate.demand_no_errors(page.get_latest_revision())


def connect() -> None:
    publishing.connect(refuse_publication, sender=AnnualReportPage, dispatch_uid="reports.checks")
    becoming_public.connect(refuse_unfilled, sender=AnnualReportPage, dispatch_uid="reports.checks")
    becoming_public.connect(publish_drafts, sender=AnnualReportPage, dispatch_uid="reports.records")
    approving.connect(refuse_approval, sender=AnnualReportPage, dispatch_uid="reports.checks")
