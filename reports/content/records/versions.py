"""Loads the states of reports that can use a record: live, scheduled, under review, latest draft.

Wagtail's reference index knows only what is saved in the row of a page, and no drafts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.db.models.fields.json import KT
from wagtail.models import Revision, TaskState

from reports.content.models import AnnualReportPage
from reports.content.models.page_document import locale_of
from reports.core.document import Document, read

PUBLISHED, SCHEDULED, REVIEWED, DRAFT = "publié", "programmé", "en relecture", "brouillon"


@dataclass(frozen=True)
class Version:
    """The document of a report in one state."""

    report: AnnualReportPage
    state: str
    document: Document


def iterate_versions() -> Iterator[Version]:
    """Yield the versions of all reports: the latest year first, the most public first."""
    reports = AnnualReportPage.objects.filter(alias_of=None).order_by("-year", "pk")
    found = {str(report.pk): report for report in reports}
    drafts = load_waiting_revisions(found)
    for key, report in found.items():
        if report.live or key not in drafts:
            state = PUBLISHED if report.live else DRAFT
            yield Version(report, state, read(list(report.body.raw_data), locale_of(report)))
        for state, body in drafts.get(key, ()):
            yield Version(report, state, read(body or [], locale_of(report)))


def load_waiting_revisions(
    reports: dict[str, AnnualReportPage],
) -> dict[str, list[tuple[str, str]]]:
    """Return the state and the body of the revisions that wait for something, by report."""
    latest = [report.latest_revision_id for report in reports.values()]
    waiting = TaskState.objects.filter(revision=OuterRef("pk"), status=TaskState.STATUS_IN_PROGRESS)
    rows = (
        Revision.page_revisions.filter(object_id__in=reports)
        .annotate(stored=KT("content__body"), reviewed=Exists(waiting))
        .filter(Q(pk__in=latest) | Q(reviewed=True) | Q(approved_go_live_at__isnull=False))
        .values_list("object_id", "stored", "approved_go_live_at", "reviewed")
    )
    order = (SCHEDULED, REVIEWED, DRAFT)
    versions: dict[str, list[tuple[str, str]]] = {}
    for key, body, goes_live, reviewed in rows:
        state = SCHEDULED if goes_live else REVIEWED if reviewed else DRAFT
        versions.setdefault(key, []).append((state, body))
    return {
        key: sorted(each, key=lambda one: order.index(one[0])) for key, each in versions.items()
    }
