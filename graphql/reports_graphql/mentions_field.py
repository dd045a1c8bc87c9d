"""The mentions of a service by public reports, page by page."""

from typing import Annotated, Any

import strawberry
from django.db.models import F, IntegerField, Q, QuerySet, TextField, UUIDField
from strawberry import UNSET

from reports import models
from reports.content.visibility.compiled_queries import Slot
from reports.content.visibility.perspective import Perspective
from reports.content.visibility.survivors import list_survivors
from reports_graphql.connection import After, Before, Connection, First, Last
from reports_graphql.context import Info
from reports_graphql.field_cost import costs
from reports_graphql.fields import resolved_field
from reports_graphql.loaders.loader import is_askable
from reports_graphql.pagination import Page, Rows, Slice, paginate_rows
from reports_graphql.row_order import Order
from reports_graphql.types.mentions import Mention
from reports_graphql.types.placed_mentions import place_mentions

MENTIONS = Order(
    models.Mention,
    ("-year", "report_key", "order"),
    annotated={"year": IntegerField(), "report_key": UUIDField()},
)


def find_mentions(perspective: Perspective) -> QuerySet[models.Mention]:
    """Return the mentions that may be seen of the service that is given, each with its year."""
    named = perspective.names(models.Service).filter(slug=Slot("service", 0, TextField()))
    services = perspective.snippets(models.Service).filter(pk__in=list_survivors(named))
    by_row = Q(record_row__in=services.values("pk"))
    by_key = Q(record_row=None, record_key__in=services.values("slug"))
    found = perspective.mentions("service").filter(by_row | by_key)
    return found.annotate(year=F("report__year"), report_key=F("report__translation_key"))


def list_mentions(
    info: Info,
    service: Annotated[str, strawberry.argument(description="The key of the service.")],
    first: First = UNSET,
    after: After = UNSET,
    last: Last = UNSET,
    before: Before = UNSET,
) -> Any:
    context = info.context.today
    window = Slice.from_arguments(first, after, last, before)
    given = {"service": [service if is_askable(service) else ""]}
    page = paginate_rows(context.perspective, Rows(find_mentions, (), given), MENTIONS, window)
    context.load.announce_mentions(page.rows)
    placed = {each.row.pk: each for each in place_mentions(page.rows, context)}
    seen = [row for row in page.rows if row.pk in placed]
    page = Page(seen, page.total, page.has_previous, page.has_next)
    return Connection.from_page(page, MENTIONS, lambda row: placed[row.pk])


mentions: Any = resolved_field(
    "Where public reports name a service, the newest report first, in the order of each; nothing "
    "for a service that is not public.",
    Connection[Mention],
    order=MENTIONS,
    has_own_context=True,
    **costs("mentioning reports"),
)(list_mentions)
