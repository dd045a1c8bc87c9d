"""Reports, and what they state of indicators and services."""

from collections import defaultdict
from dataclasses import dataclass
from functools import partial

from django.db.models import QuerySet
from wagtail.blocks import StructValue

from reports.models import AnnualReportPage
from reports.series import Entry, series
from reports.visibility import Perspective
from reports_graphql.loaders.loader import Loader
from reports_graphql.loaders.references import announce

# What a list gives of a report: its body is all its weight.
BRIEF = (
    *("translation_key", "url_path", "first_published_at", "title"),
    *("year", "hero_title", "introduction", "source_document"),
)
WHOLE = (*BRIEF, "seo_title", "search_description", "last_published_at", "body")


def in_brief(reports: QuerySet[AnnualReportPage]) -> QuerySet[AnnualReportPage]:
    return reports.only(*BRIEF)


class ReportsByYearLoader(Loader[int, AnnualReportPage]):
    """Whole reports. What a body refers to is announced, but only read if somebody asks."""

    kind = "reports"

    def fetch(self, keys: set[int]) -> dict[int, AnnualReportPage]:
        rows = self.perspective.among(Perspective.reports, year=keys, only=WHOLE)
        reports = {report.year: report for report in rows if not self.perspective.is_draft(report)}
        drafts = {year: self.perspective.report_of(year) for year in keys}
        reports.update({year: draft for year, draft in drafts.items() if draft})
        for report in reports.values():
            self.perspective.asked.add(f"report-{report.year}")
            self.loaders.read_when_needed(partial(announce, report, self.loaders))
        return reports


@dataclass(frozen=True)
class Neighbours:
    """The reports before and after a year."""

    previous: AnnualReportPage | None = None
    next: AnnualReportPage | None = None


class NeighboursByYearLoader(Loader[int, Neighbours]):
    kind = "reports"

    def fetch(self, keys: set[int]) -> dict[int, Neighbours]:
        public = self.perspective.among(Perspective.reports, only=BRIEF)
        found = {year: self.around(year, public) for year in keys}
        for around in found.values():
            for report in filter(None, (around.previous, around.next)):
                self.loaders.announce_report(report)
        return found

    def around(self, year: int, reports: list[AnnualReportPage]) -> Neighbours:
        if self.perspective.report_of(year):  # its public self, of another year, is no neighbour
            reports = [report for report in reports if not self.perspective.is_draft(report)]
        return Neighbours(
            previous=next((r for r in reports if r.year < year), None),
            next=next((r for r in reversed(reports) if r.year > year), None),
        )


class SeriesByIndicatorIdLoader(Loader[int, list[Entry]]):
    kind = "reports"

    def fetch(self, keys: set[int]) -> dict[int, list[Entry]]:
        stated = defaultdict(list)
        rows = self.perspective.observations().filter(indicator__in=keys)
        for row in rows.select_related("indicator", "report").defer("report__body"):
            stated[row.indicator_id].append(row)
            self.loaders.announce_report(row.report)
        return {key: series(stated[key]) for key in keys}


@dataclass(frozen=True)
class Card:
    """What one report printed of one service: a card's value and where it stands."""

    report: AnnualReportPage
    block: str
    anchor: str  # of the section that it is in; empty outside of any
    id: str
    value: StructValue


class CardsByServiceIdLoader(Loader[int, list[Card]]):
    """Reads the bodies of all public reports once, for any number of services."""

    kind = "reports"

    CARDS = ("impact_cards", "comparison_cards")

    def fetch(self, keys: set[int]) -> dict[int, list[Card]]:
        cards: dict[int, list[Card]] = {key: [] for key in keys}
        for report in self.perspective.reports():
            anchor = ""
            for block in report.body:
                if block.block_type == "heading":
                    anchor = block.value["anchor"] or ""
                if block.block_type not in self.CARDS:
                    continue
                for item in block.value["cards"].bound_blocks:
                    service = item.value["service"]
                    if service is not None and service.key in cards:
                        self.loaders.announce_report(report)
                        card = Card(report, block.id, anchor, item.id, item.value)
                        cards[service.key].append(card)
        return cards
