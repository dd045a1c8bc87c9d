"""Where records are used: in reports, drafts included, and an incubator by its services."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q
from django.urls import reverse
from wagtail.models import Revision

from reports.models import AnnualReportPage, Incubator, Service
from reports.models.snippets import Snippet
from reports.records.mentions import Mention, mentions
from reports.records.versions import versions


@dataclass(frozen=True)
class Use:
    """A report that mentions a record: in the most public of its states that does, and there."""

    report: AnnualReportPage
    state: str
    mentions: tuple[Mention, ...]

    def __str__(self) -> str:
        return f"Bilan {self.report.year} ({self.state})"

    @property
    def places(self) -> list[tuple[str, str]]:
        """Each place: its name, and its address in the editor."""
        url = reverse("wagtailadmin_pages:edit", args=[self.report.pk])
        found = {mention.place: mention.label for mention in self.mentions}
        return [(label, f"{url}#block-{place}-section") for place, label in found.items()]


@dataclass
class Uses:
    """Everything that uses one record. False when nothing does."""

    reports: list[Use] = field(default_factory=list)
    services: list[Service] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.reports or self.services)


def uses(records: Iterable[Snippet]) -> list[tuple[Snippet, Uses]]:
    """Each record with its uses: the reports are read once, however many records there are."""
    found = [(record, Uses()) for record in records]
    for version in versions():
        said = tuple(mentions(version.body))
        for record, its in found:
            mine = tuple(mention for mention in said if mention.is_of(record))
            if mine and version.report not in (use.report for use in its.reports):
                its.reports.append(Use(version.report, version.state, mine))
    for record, its in found:
        if isinstance(record, Incubator):
            its.services += services(record)
    return found


def services(incubator: Incubator) -> list[Service]:
    """The services that the incubator carries, as they are or in their latest draft."""
    drafts = Revision.objects.filter(
        pk__in=Service.objects.exclude(latest_revision=None).values("latest_revision"),
        content__incubator=incubator.pk,
    )
    mine = Q(incubator=incubator) | Q(latest_revision__in=drafts.values("pk"))
    return list(Service.objects.filter(mine))
