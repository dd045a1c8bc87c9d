"""Holds scheduled publications of reports that have errors when their hour comes."""

import logging
from collections.abc import Callable, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision

from reports.checks.check_result import CheckResult, check_report
from reports.checks.gate import describe_refusal
from reports.checks.notifications import notify_authors
from reports.content.models import AnnualReportPage

logger = logging.getLogger(__name__)

HELD = "reports.publication.publish.held"


def hold_due(write: Callable[[str], object] = lambda line: None) -> list[CheckResult]:
    """Take reports with open errors out of the queue of publications that are due.

    Their drafts stay; `write` is told of each. Publishing goes on for all others.
    """
    kind = ContentType.objects.get_for_model(AnnualReportPage)
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now(), content_type=kind)
    return [held for revision in due if (held := hold_if_refused(revision, write))]


def hold_if_refused(revision: Revision, write: Callable[[str], object]) -> CheckResult | None:
    checked = check_report(revision.as_object())
    if not checked.errors:
        return None
    reason = describe_refusal(checked, checked.errors)
    errors = [finding.issue.message for finding in checked.errors]
    hold_revision(revision, checked.page, reason, errors)
    logger.warning("Held the scheduled publication of report %s.", checked.page.year)
    write(f"Retenu : {reason}")
    return checked


def hold_revision(
    revision: Revision, page: AnnualReportPage, reason: str, errors: Sequence[str]
) -> None:
    """Take a revision out of the queue, note the errors in its history, and tell its authors."""
    with transaction.atomic():
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        log(instance=page, action=HELD, revision=revision, data={"errors": list(errors)})
        notify_authors(revision, reason)  # written into the outbox: with the hold, or not at all
