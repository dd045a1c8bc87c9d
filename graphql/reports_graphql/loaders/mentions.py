"""Loaders of the places where public reports name records, and of their printed names."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber

from reports.content.models import AnnualReportPage, Mention
from reports.content.models.page_document import read_document
from reports.content.visibility.perspective import Perspective
from reports.core.document import Document
from reports.core.document.mentions import PrintedMention, list_block_mentions
from reports.core.document.references import collect_references
from reports.core.document.traversal import visit_blocks
from reports_graphql.loaders.bodies import READ_WITH, whole_reports
from reports_graphql.loaders.loader import Loader
from reports_graphql.loaders.reports import BRIEF

if TYPE_CHECKING:
    from reports_graphql.loaders import Loaders

COLUMNS = ("report", "record_row", "record_key", "kind", "item", "block", "anchor", "name")

MAX_MENTIONS = 100  # of one record in its list

RecordKey = tuple[int | None, str]
"""The row id of a record, if it has one, and its public key: reports use either."""

Place = tuple[int, str]
"""The row id of a report and the id of a block in it."""


def latest_mentions(perspective: Perspective, refers_to: str) -> QuerySet[Mention]:
    """Return the latest mentions of each record of a kind, by row id and by key."""
    place = Window(
        RowNumber(),
        partition_by=[F("record_row"), F("record_key")],
        order_by=("-report__year", "report", "order"),
    )
    return perspective.mentions(refers_to).annotate(place=place).filter(place__lte=MAX_MENTIONS)


class MentionsByRecordLoader(Loader[RecordKey, list[Mention]]):
    """Loads the latest mentions of records of one kind, the latest report first."""

    kind = "reports"

    def __init__(self, loaders: "Loaders", refers_to: str) -> None:
        super().__init__(loaders)
        self.refers_to = refers_to

    def fetch_by_keys(self, keys: set[RecordKey]) -> dict[RecordKey, list[Mention]]:
        named = {each: key for key in keys for each in key if each}
        rows = self.perspective.fetch_visible(
            latest_mentions,
            self.refers_to,
            only=COLUMNS,
            record_row={each for each in named if isinstance(each, int)},
            record_key={each for each in named if isinstance(each, str)},
        )
        found: dict[RecordKey, list[Mention]] = {key: [] for key in keys}
        for row in rows:
            found[named[row.record_key if row.record_row is None else row.record_row]].append(row)
        found = {key: mentions[:MAX_MENTIONS] for key, mentions in found.items()}
        for mentions in found.values():
            self.loaders.announce_mentions(mentions)
        return found


class ReportsByIdLoader(Loader[int, AnnualReportPage]):
    """Loads visible reports without their bodies."""

    kind = "reports"

    def fetch_by_keys(self, keys: set[int]) -> dict[int, AnnualReportPage]:
        reports = self.perspective.fetch_visible(Perspective.reports, only=BRIEF, pk=keys)
        for report in reports:
            self.loaders.announce_report(report)
        return {report.pk: report for report in reports}


class PrintedMentionsLoader(Loader[Place, dict[str, PrintedMention]]):
    """Loads what blocks print about records, by the id of the block, item or row that names each.

    Only the bodies of the reports with these blocks are read.
    """

    kind = "reports"

    def fetch_by_keys(self, keys: set[Place]) -> dict[Place, dict[str, PrintedMention]]:
        wanted: defaultdict[int, set[str]] = defaultdict(set)
        for report, block in keys:
            wanted[report].add(block)
        found = {}
        for page in self.perspective.fetch_visible(whole_reports, only=READ_WITH, pk=wanted):
            for block, mentions in self.read_blocks(read_document(page), wanted[page.pk]):
                found[page.pk, block] = mentions
        return found

    def read_blocks(
        self, document: Document, wanted: set[str]
    ) -> Iterator[tuple[str, dict[str, PrintedMention]]]:
        """Yield the wanted blocks by their ids, and announce their references."""
        for visit in visit_blocks(document):
            if visit.block.id not in wanted:
                continue
            self.loaders.announce_references(collect_references([visit.block]))
            yield visit.block.id, {each.id: each for each in list_block_mentions(visit)}
