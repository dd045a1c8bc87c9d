"""Builds the querysets of lists from the filters and the order in a field's arguments.

A filter by a hidden record returns the same as a filter by a record that does not exist.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeGuard, TypeVar

import strawberry
from django.db.models import BigIntegerField, F, Q, QuerySet, TextField
from django.db.models.functions import Coalesce
from django.db.models.lookups import In
from strawberry import UNSET

from reports.content.models import AnnualReportPage, Incubator, Indicator, Service
from reports.content.visibility.compiled_queries import Slot, pad_to_power_of_two
from reports.content.visibility.perspective import Perspective
from reports.content.visibility.survivors import list_survivors
from reports_graphql.enums import ServicePhase
from reports_graphql.loaders.reports import only_summaries
from reports_graphql.pagination import Rows
from reports_graphql.row_order import Order, by_name

T = TypeVar("T")

REPORT = "The year of a public report: only what it mentions."
YEARS = ("report", "first_year", "last_year")  # among the names of values; the others are texts

Sizes = tuple[tuple[str, int], ...]
"""How many values are given, by name: what a statement depends on."""


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


def filter_services(given: ServiceFilter | None) -> Rows:
    """Return the rows of the services that a filter lets through."""
    given = given or ServiceFilter()
    values = collect_given(incubator=given.incubator, report=given.report, slugs=given.slugs)
    phase = given.phase if is_given(given.phase) else None
    return Rows(find_services, (phase, measure_given(values)), values)


def find_services(
    perspective: Perspective, phase: ServicePhase | None, sizes: Sizes
) -> QuerySet[Service]:
    """Return the services that may be seen, in a phase and with the values that are given."""
    services = perspective.snippets(Service)
    slots = place_slots(sizes)
    if "incubator" in slots:
        incubators = perspective.names(Incubator).filter(slug=slots["incubator"][0])
        services = services.annotate(carrier=Coalesce("incubator__merged_into", "incubator"))
        services = services.filter(carrier__in=list_survivors(incubators))
    if phase is not None:
        services = services.filter(phase=phase)
    if "slugs" in slots:
        named = perspective.names(Service).filter(In(F("slug"), slots["slugs"]))
        services = services.filter(pk__in=list_survivors(named))
    if "report" in slots:
        [year] = slots["report"]
        services = services.filter(is_mentioned(perspective, "service", "slug", year))
    return services


def filter_indicators(codes: list[str] | None, report: int | None) -> Rows:
    """Return the rows of indicators, restricted to some codes and to one report if given."""
    values = collect_given(codes=codes, report=report)
    return Rows(find_indicators, (measure_given(values),), values)


def find_indicators(perspective: Perspective, sizes: Sizes) -> QuerySet[Indicator]:
    """Return the indicators that may be seen, with the values that are given."""
    indicators = perspective.snippets(Indicator)
    slots = place_slots(sizes)
    if "codes" in slots:
        named = perspective.names(Indicator).filter(In(F("code"), slots["codes"]))
        indicators = indicators.filter(pk__in=list_survivors(named))
    if "report" in slots:
        [year] = slots["report"]
        indicators = indicators.filter(is_mentioned(perspective, "indicator", "code", year))
    return indicators


def filter_reports(first: int | None, last: int | None) -> Rows:
    """Return the rows of reports without their bodies, between the years that are given."""
    values = collect_given(first_year=first, last_year=last)
    return Rows(find_reports, (measure_given(values),), values)


def find_reports(perspective: Perspective, sizes: Sizes) -> QuerySet[AnnualReportPage]:
    """Return the reports that may be seen, between the years that are given."""
    reports = perspective.reports()
    slots = place_slots(sizes)
    if "first_year" in slots:
        reports = reports.filter(year__gte=slots["first_year"][0])
    if "last_year" in slots:
        reports = reports.filter(year__lte=slots["last_year"][0])
    return only_summaries(reports)


def collect_given(**values: Any) -> dict[str, list[Any]]:
    """Return the given ones of some values, as lists padded so that few statements are compiled."""
    given = {name: value for name, value in values.items() if is_given(value)}
    return {
        name: pad_to_power_of_two(value if isinstance(value, list) else [value])
        for name, value in given.items()
    }


def measure_given(given: Mapping[str, list[Any]]) -> Sizes:
    return tuple((name, len(values)) for name, values in given.items())


def place_slots(sizes: Sizes) -> dict[str, list[Slot]]:
    """Return slots for the values that will be given, by name."""
    # A number of GraphQL may be too large for a column of years: PostgreSQL would refuse it there.
    return {
        name: [
            Slot(name, place, BigIntegerField() if name in YEARS else TextField())
            for place in range(size)
        ]
        for name, size in sizes
    }


def is_given(value: T | None) -> TypeGuard[T]:
    return value is not None and value is not UNSET


def is_mentioned(perspective: Perspective, refers_to: str, key: str, year: Slot) -> Q:
    """Return the condition on records that the public report of a year mentions them."""
    mentions = perspective.mentions(refers_to).filter(report__year=year).order_by()
    return Q(pk__in=mentions.filter(record_row__isnull=False).values("record_row")) | Q(
        **{f"{key}__in": mentions.values("record_key")}
    )
