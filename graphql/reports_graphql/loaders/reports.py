"""Loaders of reports by year, and of the reports before and after a year."""

from dataclasses import dataclass
from functools import partial

from django.db.models import QuerySet
from django.utils.functional import cached_property

from reports.content.models import AnnualReportPage
from reports.content.visibility.perspective import Perspective
from reports_graphql.loaders.bodies import announce_body, whole_reports
from reports_graphql.loaders.loader import Loader

# What a report is read with at first: its body is all its weight.
BRIEF = (
    *("translation_key", "url_path", "first_published_at", "title"),
    *("year", "hero_title", "introduction", "source_document"),
    *("seo_title", "search_description", "last_published_at", "report_date", "image"),
    *("language", "currency", "reading_edition"),
)


def only_summaries(reports: QuerySet[AnnualReportPage]) -> QuerySet[AnnualReportPage]:
    return reports.only(*BRIEF)


class ReportsByYearLoader(Loader[int, AnnualReportPage]):
    """Loads whole reports. The records in their bodies are announced, and only read when needed."""

    kind = "reports"

    def fetch_by_keys(self, keys: set[int]) -> dict[int, AnnualReportPage]:
        rows = self.perspective.fetch_visible(whole_reports, year=keys, only=BRIEF)
        drafts = self.perspective.drafts
        reports = {report.year: report for report in rows if not drafts.draft_of(report)}
        reports.update({year: draft for year in keys if (draft := drafts.report_of(year))})
        for report in reports.values():
            self.perspective.cache_tags.add(f"report-{report.year}")
            self.loaders.read_when_needed(partial(announce_body, report, self.loaders))
        return reports


@dataclass(frozen=True)
class Neighbours:
    """The reports before and after a year."""

    previous: AnnualReportPage | None = None
    next: AnnualReportPage | None = None


class NeighboursByYearLoader(Loader[int, Neighbours]):
    kind = "reports"

    @cached_property
    def reports(self) -> list[AnnualReportPage]:
        """The public reports, the latest first, read once for any number of neighbours."""
        return self.perspective.fetch_visible(Perspective.reports, only=BRIEF)

    def fetch_by_keys(self, keys: set[int]) -> dict[int, Neighbours]:
        neighbours = {year: self.find_neighbours(year, self.reports) for year in keys}
        lone_bodies = self.loaders.bodies.lone_bodies_by_page_id
        for found in neighbours.values():
            for report in filter(None, (found.previous, found.next)):
                self.loaders.announce_report(report)
            lone_bodies.announce_key(found.previous.pk if found.previous else None)
        return neighbours

    def find_neighbours(self, year: int, reports: list[AnnualReportPage]) -> Neighbours:
        draft = self.perspective.drafts.report_of(year)
        if draft:  # its public self, of another year, is no neighbour
            reports = [report for report in reports if report.pk != draft.pk]
        return Neighbours(
            previous=next((r for r in reports if r.year < year), None),
            next=next((r for r in reversed(reports) if r.year > year), None),
        )
