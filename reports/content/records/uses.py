"""Finds where records are used: in reports, drafts included, and incubators in services."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q
from django.urls import reverse
from wagtail.models import Revision

from reports.content.models import AnnualReportPage, Incubator, Service
from reports.content.models.merged_records import group_merged
from reports.content.models.snippet import Snippet
from reports.content.records.references import RecordReference, find_references
from reports.content.records.versions import iterate_versions


@dataclass(frozen=True)
class Use:
    """A report that refers to a record: its most public state that does, with the references."""

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
    """Everything that uses one record, or a record that was merged into it. False if nothing does.

    Records that were `merged` into it count as uses, because their keys lead to it.
    """

    merged: list[Snippet] = field(default_factory=list)
    reports: list[Use] = field(default_factory=list)
    services: list[Service] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.reports or self.services or self.merged)


def find_uses(records: Iterable[Snippet]) -> list[tuple[Snippet, Uses]]:
    """Return each record with its uses. The reports are read once, however many records."""
    listed = list(records)
    merged = group_merged(listed)
    pairs = [(record, Uses(merged[record])) for record in listed]
    keys = [list_keys(record, *its.merged) for record, its in pairs]
    for version in iterate_versions():
        references = tuple(find_references(version.document))
        for (record, its), known in zip(pairs, keys, strict=True):
            mine = tuple(each for each in references if each.is_to(type(record), known))
            if mine and version.report not in (use.report for use in its.reports):
                its.reports.append(Use(version.report, version.state, mine))
    for record, its in pairs:
        if isinstance(record, Incubator):
            its.services += list_services(record, *its.merged)
    return pairs


def list_keys(*records: Snippet) -> set[int | str]:
    """Return the keys by which reports refer to some records."""
    return {key for each in records for key in (each.pk, getattr(each, each.key_field))}


def list_services(*incubators: Snippet) -> list[Service]:
    """Return the services that incubators carry, as they are or in their latest draft."""
    rows = [incubator.pk for incubator in incubators]
    drafts = Revision.objects.filter(
        pk__in=Service.objects.exclude(latest_revision=None).values("latest_revision"),
        content__incubator__in=rows,
    )
    mine = Q(incubator__in=rows) | Q(latest_revision__in=drafts.values("pk"))
    return list(Service.objects.filter(mine))
