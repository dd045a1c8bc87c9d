"""The root fields `reports`, `services` and `indicators`: lists with filters or an order."""

from typing import Annotated, Any

import strawberry
from strawberry import UNSET

from reports import models
from reports_graphql import filters
from reports_graphql.connection import After, Before, Connection, First, Last, list_page
from reports_graphql.context import Context, Info
from reports_graphql.fields import resolved_field
from reports_graphql.row_order import Order, by_name
from reports_graphql.types.indicators import Indicator
from reports_graphql.types.report_in_context import ReportInContext
from reports_graphql.types.reports import Report
from reports_graphql.types.snippets import Service

REPORTS = Order(models.AnnualReportPage, ("-year", "translation_key"))
INDICATORS = by_name(models.Indicator)


def announce_service(row: models.Service, context: Context) -> models.Service:
    context.load.announce_services([row])
    context.load.tag_records([row])
    return row


def announce_indicator(row: models.Indicator, context: Context) -> models.Indicator:
    context.load.announce_indicators([row])
    context.load.tag_records([row])
    return row


def find_service_order(given: Any) -> Order:
    """Return the order that the arguments of a list of services ask for."""
    return filters.SERVICE_ORDERS[filters.ServiceOrder(given["orderBy"])]


def list_reports(
    info: Info,
    from_: Annotated[
        int | None, strawberry.argument(name="from", description="The first year, included.")
    ] = UNSET,
    to: Annotated[int | None, strawberry.argument(description="The last year, included.")] = UNSET,
    first: First = UNSET,
    after: After = UNSET,
    last: Last = UNSET,
    before: Before = UNSET,
) -> Any:
    found = filters.filter_reports(from_, to)
    window = first, after, last, before
    return list_page(info, found, REPORTS, ReportInContext.of_today, *window)


def list_services(
    info: Info,
    filter: Annotated[
        filters.ServiceFilter | None,
        strawberry.argument(description="Which services; all if it is null."),
    ] = UNSET,
    order_by: Annotated[
        filters.ServiceOrder, strawberry.argument(description="In which order.")
    ] = filters.ServiceOrder.NAME_ASC,
    first: First = UNSET,
    after: After = UNSET,
    last: Last = UNSET,
    before: Before = UNSET,
) -> Any:
    found = filters.filter_services(filter or None)
    order = filters.SERVICE_ORDERS[order_by]
    return list_page(info, found, order, announce_service, first, after, last, before)


def list_indicators(
    info: Info,
    codes: Annotated[
        list[str] | None,
        strawberry.argument(description="Only indicators with one of these codes, 100 at most."),
    ] = UNSET,
    report: Annotated[int | None, strawberry.argument(description=filters.REPORT)] = UNSET,
    first: First = UNSET,
    after: After = UNSET,
    last: Last = UNSET,
    before: Before = UNSET,
) -> Any:
    found = filters.filter_indicators(codes, report)
    window = first, after, last, before
    return list_page(info, found, INDICATORS, announce_indicator, *window)


reports: Any = resolved_field("The reports, the newest first.", Connection[Report], order=REPORTS)(
    list_reports
)
services: Any = resolved_field("The services.", Connection[Service], order=find_service_order)(
    list_services
)
indicators: Any = resolved_field(
    "The indicators by name.", Connection[Indicator], order=INDICATORS
)(list_indicators)
