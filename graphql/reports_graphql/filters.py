"""What lists are filtered and ordered by. Filtering by what is hidden finds what filtering by what
does not exist finds.
"""

from enum import Enum
from typing import TypeGuard, TypeVar

import strawberry
from django.db.models import Q, QuerySet
from strawberry import UNSET

from reports.models import AnnualReportPage, Incubator, Indicator, Service
from reports.visibility.perspective import Perspective
from reports_graphql.enums import ServicePhase
from reports_graphql.pagination import Order, by_name

T = TypeVar("T")

REPORT = "The year of a public report: only what it mentions."


@strawberry.input(description="Which services are listed. Conditions that are null do not count.")
class ServiceFilter:
    incubator: str | None = strawberry.field(
        default=UNSET, description="The key of an incubator: only the services that it runs today."
    )
    phase: ServicePhase | None = strawberry.field(
        default=UNSET, description="Only services that are in this phase today."
    )
    report: int | None = strawberry.field(default=UNSET, description=REPORT)
    slugs: list[str] | None = strawberry.field(
        default=UNSET, description="Only services with one of these keys, 100 at most."
    )


@strawberry.enum(description="The order of a list of services.")
class ServiceOrder(Enum):
    NAME_ASC = strawberry.enum_value("NAME_ASC", description="By name, from A to Z.")
    NAME_DESC = strawberry.enum_value("NAME_DESC", description="By name, from Z to A.")


SERVICE_ORDERS = {
    ServiceOrder.NAME_ASC: by_name(Service),
    ServiceOrder.NAME_DESC: Order(Service, by_name(Service).backwards, name="NAME_DESC"),
}


def find_services(perspective: Perspective, given: ServiceFilter | None) -> QuerySet[Service]:
    """Return the services that may be seen and that a filter lets through."""
    services = perspective.snippets(Service)
    if not given:
        return services
    if is_given(given.incubator):
        incubators = perspective.snippets(Incubator).filter(slug=given.incubator)
        services = services.filter(incubator__in=incubators.values("pk"))
    if is_given(given.phase):
        services = services.filter(phase=given.phase)
    if is_given(given.slugs):
        services = services.filter(slug__in=given.slugs)
    if is_given(given.report):
        services = services.filter(is_mentioned(perspective, "service", "slug", given.report))
    return services


def find_indicators(
    perspective: Perspective, codes: list[str] | None, report: int | None
) -> QuerySet[Indicator]:
    """Return the indicators that may be seen, of some codes and in one report where given."""
    indicators = perspective.snippets(Indicator)
    if is_given(codes):
        indicators = indicators.filter(code__in=codes)
    if is_given(report):
        indicators = indicators.filter(is_mentioned(perspective, "indicator", "code", report))
    return indicators


def find_reports(
    perspective: Perspective, first: int | None, last: int | None
) -> QuerySet[AnnualReportPage]:
    """Return the reports that may be seen, from one year to another where given."""
    reports = perspective.reports()
    if is_given(first):
        reports = reports.filter(year__gte=first)
    return reports.filter(year__lte=last) if is_given(last) else reports


def is_given(value: T | None) -> TypeGuard[T]:
    return value is not None and value is not UNSET


def is_mentioned(perspective: Perspective, refers_to: str, key: str, year: int) -> Q:
    """Return the condition on records that the public report of a year mentions them."""
    mentions = perspective.mentions(refers_to).filter(report__year=year).order_by()
    return Q(pk__in=mentions.filter(record_row__isnull=False).values("record_row")) | Q(
        **{f"{key}__in": mentions.values("record_key")}
    )
