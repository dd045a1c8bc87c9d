"""Where records are used: in reports, drafts included, and an incubator by its services."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q
from django.urls import reverse
from wagtail.models import Revision

from reports.content.models import AnnualReportPage, Incubator, Service
from reports.content.models.snippet import Snippet
from reports.content.records.references import RecordReference, find_references
from reports.content.records.versions import iterate_versions


@dataclass(frozen=True)
class Use:
    """A report that refers to a record: in the most public of its states that does, and there."""

    report: AnnualReportPage
    state: str
    references: tuple[RecordReference, ...]

    def __str__(self) -> str:
        return f"Bilan {self.report.year} ({self.state})"

    @property
    def places(self) -> list[tuple[str, str]]:
        """The places: the name of each, and its address in the editor."""
        url = reverse("wagtailadmin_pages:edit", args=[self.report.pk])
        labels = {reference.place: reference.label for reference in self.references}
        return [(label, f"{url}#block-{place}-section") for place, label in labels.items()]


@dataclass
class Uses:
    """Everything that uses one record. False when nothing does."""

    reports: list[Use] = field(default_factory=list)
    services: list[Service] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.reports or self.services)


def find_uses(records: Iterable[Snippet]) -> list[tuple[Snippet, Uses]]:
    """Return each record with its uses. The reports are read once, however many records."""
    pairs = [(record, Uses()) for record in records]
    for version in iterate_versions():
        references = tuple(find_references(version.document))
        for record, its in pairs:
            mine = tuple(reference for reference in references if reference.is_to(record))
            if mine and version.report not in (use.report for use in its.reports):
                its.reports.append(Use(version.report, version.state, mine))
    for record, its in pairs:
        if isinstance(record, Incubator):
            its.services += list_services(record)
    return pairs


def list_services(incubator: Incubator) -> list[Service]:
    """Return the services that the incubator carries, as they are or in their latest draft."""
    drafts = Revision.objects.filter(
        pk__in=Service.objects.exclude(latest_revision=None).values("latest_revision"),
        content__incubator=incubator.pk,
    )
    mine = Q(incubator=incubator) | Q(latest_revision__in=drafts.values("pk"))
    return list(Service.objects.filter(mine))
