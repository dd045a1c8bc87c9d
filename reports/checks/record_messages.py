"""Writes the sentences that say which draft records of a report are, or will be, published."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from wagtail.log_actions import get_active_log_context
from wagtail.models import ModelLogEntry, Page

from reports.checks.draft_records import plan_records
from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_document

MAX_NAMES = 10  # in a sentence
BEFORE = ("paraîtra avec le bilan", "paraîtront avec le bilan")
AFTER = ("a paru avec le bilan", "ont paru avec le bilan")
BARRED = (
    "reste en brouillon, car vous n’avez pas le droit de la publier",
    "restent en brouillon, car vous n’avez pas le droit de les publier",
)
WITHHELD = (
    "reste en brouillon, car elle a été retirée ou a son heure",
    "restent en brouillon, car elles ont été retirées ou ont leur heure",
)


def describe_plan(draft: AnnualReportPage, user: Any) -> list[str]:
    """Return which records become public with a draft if a user publishes it, and which do not."""
    plan = plan_records(read_document(draft), user)
    told = ((plan.published, BEFORE), (plan.barred, BARRED), (plan.withheld, WITHHELD))
    return list(build_sentences((map(str, records), words) for records, words in told))


def describe_outcome(page: AnnualReportPage, user: Any) -> list[str]:
    """Return which records this request has published, as Wagtail's log has it, and which records
    of a report are still drafts.
    """
    uuid = get_active_log_context().uuid
    entries = ModelLogEntry.objects.filter(uuid=uuid, action="wagtail.publish") if uuid else ()
    names = [entry.label for entry in entries]
    return [*build_sentences([(names, AFTER)]), *describe_plan(page, user)]


def announce_records(request: HttpRequest, page: Page) -> None:
    """Say what became of a report's draft records, or will at its hour."""
    report = AnnualReportPage.objects.filter(pk=page.pk).first()
    if report is None:
        return
    if waiting := report.scheduled_revision:
        sentences = describe_plan(waiting.as_object(), request.user)
    else:
        sentences = describe_outcome(report, request.user)
    for sentence in sentences:
        messages.info(request, sentence)


def build_sentences(told: Iterable[tuple[Iterable[str], tuple[str, str]]]) -> Iterator[str]:
    """Yield « 2 fiches paraîtront avec le bilan : Mano, Stat. » for names and words."""
    for each, (one, many) in told:
        names = list(each)
        if not names:
            continue
        words = many if len(names) > 1 else one
        noun = "fiches" if len(names) > 1 else "fiche"
        more = len(names) - MAX_NAMES
        shown = ", ".join(names[:MAX_NAMES]) + (f" et {more} de plus" if more > 0 else "")
        yield f"{len(names)} {noun} {words}\u202f: {shown}."
