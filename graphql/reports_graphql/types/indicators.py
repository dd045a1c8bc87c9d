"""Types of indicators and of their series."""

import datetime
from decimal import Decimal
from typing import Annotated, Self
from urllib.parse import quote

import strawberry
from strawberry import UNSET, Parent

from reports import models
from reports.content.observations import series
from reports.core import figures
from reports.core.document import block_ids
from reports_graphql.context import Context, Info
from reports_graphql.enums import IndicatorDirection, ObservationKind
from reports_graphql.field_cost import costs
from reports_graphql.fields import resolved_field
from reports_graphql.loaders.series import Years
from reports_graphql.types.figures import figure_field
from reports_graphql.types.model_type import attribute_field, model_type
from reports_graphql.types.places import ANCHOR, PATH
from reports_graphql.types.report_in_context import ReportInContext, report_field

KEY = "The stable key of the indicator."


@strawberry.type(description="The period that a value is about.")
class Period:
    label: str = strawberry.field(description="The period, as printed: « Résultats 2024 ».")
    start: datetime.date = strawberry.field(description="The first day.")
    end: datetime.date = strawberry.field(description="The last day.")

    @resolved_field("The year of the period: that of its first day.")
    def year(self) -> int:
        return self.start.year


@strawberry.type(
    description="Another value that was stated before, by an earlier report or by an earlier "
    "version of the report."
)
class EarlierStatement:
    figure: figures.Figure = figure_field("The value of then.")
    report: ReportInContext = report_field("The report that stated it.")
    version: int | None = strawberry.field(
        description="The last version of that report that states it; null if that of today does."
    )
    is_typo: bool = strawberry.field(description="Whether the value was mistyped.")

    @classmethod
    def from_earlier(cls, earlier: series.Earlier, context: Context) -> Self:
        return cls(
            figure=earlier.figure,
            report=ReportInContext.of_today(earlier.report, context),
            version=earlier.version,
            is_typo=earlier.is_typo,
        )


@strawberry.type(
    description="What public reports state of an indicator for a period: the value of the newest "
    "report."
)
class Observation:
    id: strawberry.ID = strawberry.field(
        description="A stable identifier, derived from the indicator, the period and the kind."
    )
    period: Period = strawberry.field(description="The period that was observed or is aimed at.")
    kind: ObservationKind = strawberry.field(
        description="Whether the value is a result or a target."
    )
    figure: figures.Figure = figure_field("The value that is stated.")
    restated: bool = strawberry.field(
        description="Whether an earlier report gave another value for the same period, or the "
        "report itself has corrected it since its publication; what was mistyped does not count."
    )
    earlier: list[EarlierStatement] = strawberry.field(
        description="The other values that were stated before, the oldest first.",
        metadata=costs(items=0.5),
    )
    report: ReportInContext = report_field("The report that states the value.")
    block: strawberry.ID = strawberry.field(
        description="The table of the report that states the value."
    )
    anchor: str = strawberry.field(description=ANCHOR.format("the table"))
    path: str = strawberry.field(description=PATH.format("the table"))
    change: Decimal | None = strawberry.field(
        description="The result less that of the period before, in the unit of the results (in "
        "points for percentages); null for a target, or without two numbers of one unit for two "
        "successive periods."
    )
    attainment: Decimal | None = strawberry.field(
        description="The share of the target that the result attains, rounded to four decimals: "
        "0.9800 for « 98 % »; null for a target, or without both numbers. It is the result divided "
        "by the target of the same period, or the target by the result where a fall is good. From "
        "1 the target is met."
    )

    @classmethod
    def from_entry(cls, entry: series.Entry, context: Context) -> Self:
        row = entry.observation
        report = ReportInContext.of_today(row.report, context)
        return cls(
            id=strawberry.ID(
                block_ids.derive_id(
                    "observation", row.indicator.code, row.period_start, row.period_end, row.kind
                )
            ),
            period=Period(label=row.period_label, start=row.period_start, end=row.period_end),
            kind=ObservationKind(row.kind),
            figure=row.figure,
            restated=entry.restated,
            earlier=[EarlierStatement.from_earlier(each, context) for each in entry.earlier],
            report=report,
            block=strawberry.ID(str(row.block)),
            anchor=row.anchor,
            path=report.path_to(row.anchor),
            change=entry.change,
            attainment=entry.attainment,
        )


def indicator_direction(indicator: Parent[models.Indicator]) -> IndicatorDirection:
    return IndicatorDirection(indicator.direction)


def indicator_csv(indicator: Parent[models.Indicator]) -> str:
    return f"/indicateurs/{quote(indicator.code)}.csv"


def indicator_series(
    indicator: Parent[models.Indicator],
    info: Info,
    from_: Annotated[
        int | None,
        strawberry.argument(name="from", description="The first year of periods, included."),
    ] = UNSET,
    to: Annotated[
        int | None, strawberry.argument(description="The last year of periods, included.")
    ] = UNSET,
) -> list[Observation]:
    years = Years(*(None if year is UNSET else year for year in (from_, to)))
    stated = info.context.load.series_by_indicator_id.within(years)
    entries = stated.get(indicator.survivor.pk) or []
    return [Observation.from_entry(entry, info.context) for entry in entries]


@model_type(models.Indicator, description="A quantity that is followed over the years.")
class Indicator:
    id: strawberry.ID = attribute_field("code", KEY)
    code: str = strawberry.field(description=KEY)
    name: str = strawberry.field(description="The name of today.")
    definition: str = strawberry.field(description="What the indicator measures.")
    unit: str = strawberry.field(
        description="The unit of the values: « % », « agents »; empty if they have none."
    )
    decimals: int = strawberry.field(description="The number of decimals that are displayed.")
    direction: IndicatorDirection = strawberry.field(
        resolver=indicator_direction, description="The direction in which a change is good."
    )
    csv: str = strawberry.field(
        resolver=indicator_csv,
        description="The series as a CSV file: « /indicateurs/….csv », a path on this server.",
    )
    series: list[Observation] = strawberry.field(
        resolver=indicator_series,
        description="One value for each period and kind, the oldest first: of all years, or from "
        "the year `from` to the year `to`.",
        metadata=costs("observations", "earlier statements", items=20),
    )
