"""The root fields `mentions` and `fundingTables`, which list where public reports name a record."""

from typing import Annotated, Any

import strawberry
from django.db.models import F, IntegerField, Q, QuerySet, TextField, UUIDField
from strawberry import UNSET

from reports import models
from reports.content.visibility.compiled_queries import Slot
from reports.content.visibility.perspective import Perspective
from reports.content.visibility.survivors import list_survivors
from reports_graphql.connection import After, Before, Connection, First, Last
from reports_graphql.context import Context, Info
from reports_graphql.field_cost import costs
from reports_graphql.fields import resolved_field
from reports_graphql.loaders.loader import is_askable
from reports_graphql.pagination import Page, Rows, Slice, paginate_rows
from reports_graphql.row_order import Order
from reports_graphql.types.mentions import FundingTable, Mention
from reports_graphql.types.placed_mentions import place_mentions

MENTIONS = Order(
    models.Mention,
    ("-year", "report_key", "order"),
    annotated={"year": IntegerField(), "report_key": UUIDField()},
)

MODELS: dict[str, Any] = {"service": models.Service, "funding_round": models.FundingRound}


def find_mentions(perspective: Perspective, kind: str) -> QuerySet[models.Mention]:
    """Return the visible mentions of the record whose key is given, each with its year."""
    model = MODELS[kind]
    named = perspective.names(model).filter(slug=Slot("record", 0, TextField()))
    records = perspective.snippets(model).filter(pk__in=list_survivors(named))
    by_row = Q(record_row__in=records.values("pk"))
    by_key = Q(record_row=None, record_key__in=records.values("slug"))
    found = perspective.mentions(kind).filter(by_row | by_key)
    return found.annotate(year=F("report__year"), report_key=F("report__translation_key"))


def list_mentions(context: Context, kind: str, key: str, window: Slice) -> Connection[Any]:
    """Return the mentions of the record of a kind that has this key."""
    given = {"record": [key if is_askable(key) else ""]}
    rows = Rows(find_mentions, (kind,), given)
    page = paginate_rows(context.perspective, rows, MENTIONS, window)
    context.load.announce_mentions(page.rows)
    placed = {each.row.pk: each for each in place_mentions(page.rows, context)}
    seen = [row for row in page.rows if row.pk in placed]
    page = Page(seen, page.total, page.has_previous, page.has_next)
    return Connection.from_page(page, MENTIONS, lambda row: placed[row.pk])


def list_service_mentions(
    info: Info,
    service: Annotated[str, strawberry.argument(description="The key of the service.")],
    first: First = UNSET,
    after: After = UNSET,
    last: Last = UNSET,
    before: Before = UNSET,
) -> Any:
    window = Slice.from_arguments(first, after, last, before)
    return list_mentions(info.context.today, "service", service, window)


def list_funding_tables(
    info: Info,
    funding_round: Annotated[str, strawberry.argument(description="The key of the funding round.")],
    first: First = UNSET,
    after: After = UNSET,
    last: Last = UNSET,
    before: Before = UNSET,
) -> Any:
    window = Slice.from_arguments(first, after, last, before)
    return list_mentions(info.context.today, "funding_round", funding_round, window)


mentions: Any = resolved_field(
    "Where public reports name a service, the newest report first, in the order of each; nothing "
    "for a service that is not public.",
    Connection[Mention],
    order=MENTIONS,
    has_own_context=True,
    **costs("mentioning reports"),
)(list_service_mentions)

funding_tables: Any = resolved_field(
    "The funding tables of public reports that name a funding round, the newest report first, in "
    "the order of each; nothing for a round that is not public.",
    Connection[FundingTable],
    order=MENTIONS,
    has_own_context=True,
    **costs("awarding reports"),
)(list_funding_tables)
