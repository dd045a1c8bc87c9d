"""Holds scheduled publications whose corrections are unanswered when they are due."""

import logging
from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Revision

from reports.checks.schedule import hold_revision
from reports.content.models import AnnualReportPage
from reports.publishing.corrections.gate import CorrectionsUnanswered, demand_revision_answers

logger = logging.getLogger(__name__)


def hold_unanswered(write: Callable[[str], object]) -> None:
    """Cancel the scheduled publication of each report whose corrections lack an answer.

    An answer is also missing if another version was published after it was given. The draft stays,
    and its author gets a mail.
    """
    kind = ContentType.objects.get_for_model(AnnualReportPage)
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now(), content_type=kind)
    for revision in due:
        try:
            demand_revision_answers(revision)
        except CorrectionsUnanswered as unanswered:
            hold_revision(revision, unanswered.page, str(unanswered), [str(unanswered)])
            logger.warning("Held the scheduled correction of report %s.", unanswered.page.year)
            write(f"Retenu : {unanswered}")
