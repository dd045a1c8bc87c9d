"""The values of the mention and award types: a mention together with the report that prints it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from reports import models
from reports.core.document.awards import AwardRow
from reports.core.document.mentions import PrintedMention
from reports_graphql.context import Context
from reports_graphql.enums import MentionKind
from reports_graphql.types.report_in_context import ReportInContext


@dataclass(frozen=True)
class PlacedMention:
    """A mention of a record, together with the report that prints it."""

    row: models.Mention
    report: ReportInContext

    @property
    def id(self) -> str:
        return self.row.item

    @property
    def block(self) -> str:
        return self.row.block

    @property
    def anchor(self) -> str:
        return self.row.anchor

    @property
    def path(self) -> str:
        return self.report.path_to(self.anchor)

    @property
    def kind(self) -> MentionKind:
        return MentionKind(self.row.kind)

    @property
    def name(self) -> str:
        return self.row.name

    @property
    def printed(self) -> PrintedMention | None:
        """Return what the body of the report prints there; None if it has just changed."""
        mentions = self.report.context.load.printed_mentions
        return (mentions.get((self.row.report_id, self.row.block)) or {}).get(self.row.item)


@dataclass(frozen=True)
class PlacedAward(PlacedMention):
    """A row of a funding table, and the mention of the funding round in that table."""

    award: AwardRow

    @property
    def id(self) -> str:
        return self.award.id


class ListOfToday(list[Any]):
    """A list whose items come from the reports as they are published today.

    This holds also where it is part of an answer about an older version of a report. `context` is
    that of today's reports.
    """

    def __init__(self, items: Iterable[Any], context: Context) -> None:
        super().__init__(items)
        self.context = context


def list_mentions(service: models.Service, context: Context) -> ListOfToday:
    """Return the mentions of a service."""
    today = service.survivor
    rows = context.today.load.mentions_by_service.get((today.pk, today.slug))
    return ListOfToday(place_mentions(rows or [], context.today), context.today)


def list_awards(funding_round: models.FundingRound, context: Context) -> ListOfToday:
    """Return the awards of a round."""
    today = funding_round.survivor
    key = today.pk, today.slug
    rows = context.today.load.mentions_by_funding_round.get(key)
    return ListOfToday(place_awards(rows or [], context.today), context.today)


def place_mentions(rows: list[models.Mention], context: Context) -> Iterator[PlacedMention]:
    """Yield mentions with the reports that print them."""
    for row in rows:
        if page := context.load.reports_by_id.get(row.report_id):
            yield PlacedMention(row, ReportInContext.of_today(page, context))


def place_awards(rows: list[models.Mention], context: Context) -> Iterator[PlacedAward]:
    """Yield the rows of the tables in which rounds are mentioned."""
    for placed in place_mentions(rows, context):
        for table in placed.printed.tables if placed.printed else ():
            for award in table.awards:
                yield PlacedAward(placed.row, placed.report, award)
