"""Loads the series of indicators: the values that public reports state over the years."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import F, OuterRef, QuerySet, Subquery, TextField
from django.db.models.functions import Coalesce
from django.db.models.lookups import In

from reports.content.models import Indicator, Observation
from reports.content.observations.series import Entry, build_series
from reports.content.visibility.compiled_queries import Slot, pad_to_power_of_two
from reports.content.visibility.perspective import Perspective
from reports.publishing.models import EarlierStatement
from reports_graphql.loaders.loader import Loader
from reports_graphql.loaders.reports import BRIEF

if TYPE_CHECKING:
    from reports_graphql.loaders import Loaders

INDICATOR = "indicator__code", "indicator__direction"  # what a series asks of its indicator
FIRST_YEAR, LAST_YEAR = 1, 9999  # that a date can have


class Years(NamedTuple):
    """The range of years whose periods are asked for; None leaves an end open."""

    first: int | None = None
    last: int | None = None

    @property
    def span(self) -> dict[str, datetime.date]:
        """Return the filter for periods in the range, and one year before it.

        The first result is compared with that earlier year.
        """
        span = {}
        if self.first is not None:
            year = min(max(self.first - 1, FIRST_YEAR), LAST_YEAR)
            span["period_end__gte"] = datetime.date(year, 1, 1)
        if self.last is not None:
            year = min(max(self.last, FIRST_YEAR), LAST_YEAR)
            span["period_start__lte"] = datetime.date(year, 12, 31)
        return span

    def contains(self, year: int) -> bool:
        """Return whether the range contains a year."""
        first, last = self
        return (first is None or year >= first) and (last is None or year <= last)


EVERY_YEAR = Years()


def observations_with_sources(perspective: Perspective, years: Years) -> QuerySet[Observation]:
    """Return the visible observations in some years, with their indicators and reports."""
    columns = [field.attname for field in Observation._meta.concrete_fields]
    beside = *INDICATOR, *(f"report__{column}" for column in BRIEF)
    found = perspective.observations().filter(**years.span).select_related("indicator", "report")
    return found.only(*columns, *beside)


def statements_of_versions(
    perspective: Perspective, years: Years, codes: Sequence[Slot]
) -> QuerySet[EarlierStatement]:
    """Return what the versions of visible reports stated of indicators with some codes.

    Indicators that were merged into these are included; each row has the current `code`, in the
    order of the versions.
    """
    keys = perspective.reports().order_by().values("translation_key")
    current = Coalesce("merged_into__code", "code")
    named = Indicator.objects.alias(current=current).filter(In(F("current"), codes))
    stated = Indicator.objects.filter(code=OuterRef("indicator")).values(current=current)
    found = EarlierStatement.objects.filter(
        version__report_key__in=keys, indicator__in=named.values("code"), **years.span
    )
    found = found.annotate(code=Subquery(stated))
    return found.select_related("version").order_by("version__number", "pk")


class SeriesByIndicatorIdLoader(Loader[int, list[Entry]]):
    """Loads the series of indicators, complete or restricted to some years."""

    kind = "reports"

    def __init__(self, loaders: "Loaders", years: Years = EVERY_YEAR) -> None:
        super().__init__(loaders)
        self.years = years
        self.parts: dict[Years, SeriesByIndicatorIdLoader] = {}

    def within(self, years: Years) -> "SeriesByIndicatorIdLoader":
        """Return the loader of the same series, restricted to some years."""
        if years == self.years:
            return self
        if years not in self.parts:
            self.parts[years] = SeriesByIndicatorIdLoader(self.loaders, years)
            self.parts[years].announce([*self.announced, *self.values])
        return self.parts[years]

    def announce(self, keys: Iterable[int | None]) -> None:
        for key in keys:
            self.announce_key(key)

    def announce_key(self, key: int | None) -> None:
        super().announce_key(key)
        for part in self.parts.values():
            part.announce_key(key)

    def fetch_by_keys(self, keys: set[int]) -> dict[int, list[Entry]]:
        stated = defaultdict(list)
        find = observations_with_sources
        for row in self.perspective.fetch_visible(find, self.years, indicator=keys):
            stated[row.indicator_id].append(row)
            self.loaders.announce_report(row.report)
        replaced = self.fetch_replaced({rows[0].indicator.code for rows in stated.values()})
        return {
            key: self.build_entries(stated[key], replaced[stated[key][0].indicator.code])
            if stated[key]
            else []
            for key in keys
        }

    def build_entries(
        self, rows: list[Observation], replaced: list[EarlierStatement]
    ) -> list[Entry]:
        """Return the entries of the requested years."""
        entries = build_series(rows, replaced)
        return [each for each in entries if self.years.contains(each.observation.period_start.year)]

    def fetch_replaced(self, codes: set[str]) -> defaultdict[str, list[EarlierStatement]]:
        """Return the statements of earlier versions of public reports, by the code of the
        indicator.
        """
        found: defaultdict[str, list[EarlierStatement]] = defaultdict(list)
        if not codes:
            return found
        given = pad_to_power_of_two(codes)

        def build(seen: Perspective) -> QuerySet[EarlierStatement]:
            slots = [Slot("codes", place, TextField()) for place in range(len(given))]
            return statements_of_versions(seen, self.years, slots)

        key = statements_of_versions, self.years, len(given)
        for row in self.perspective.fetch_compiled(key, build, {"codes": given}):
            found[row.code].append(row)
        return found
