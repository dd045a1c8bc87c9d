"""Indicators and their series."""

import datetime
from decimal import Decimal
from typing import Self

import strawberry
import strawberry_django
from strawberry import Parent, auto

from reports import figures, models
from reports.document import block_ids
from reports.observations import series
from reports_graphql.context import Context, Info
from reports_graphql.enums import IndicatorDirection, ObservationKind
from reports_graphql.fields import resolved_field
from reports_graphql.types.figures import figure_field
from reports_graphql.types.summaries import ReportSummary


@strawberry.type(description="La période sur laquelle porte une valeur.")
class Period:
    label: str = strawberry.field(description="Tel qu’imprimé : « Résultats 2024 ».")
    start: datetime.date = strawberry.field(description="Premier jour.")
    end: datetime.date = strawberry.field(description="Dernier jour.")

    @resolved_field("Année de la période : celle de son premier jour.")
    def year(self) -> int:
        return self.start.year


@strawberry.type(
    description="Une autre valeur, énoncée avant : par un bilan antérieur, ou par une version "
    "antérieure du bilan."
)
class EarlierStatement:
    figure: figures.Figure = figure_field("La valeur d’alors.")
    report: ReportSummary = strawberry.field(description="Le bilan qui l’énonçait.")
    version: int | None = strawberry.field(
        description="La dernière version de ce bilan qui l’énonce ; nulle si c’est celle "
        "d’aujourd’hui."
    )
    typo: bool = strawberry.field(description="Vrai quand c’était une coquille.")

    @classmethod
    def from_earlier(cls, earlier: series.Earlier, context: Context) -> Self:
        return cls(
            figure=earlier.figure,
            report=ReportSummary.from_page(earlier.report, context),
            version=earlier.version,
            typo=earlier.is_typo,
        )


@strawberry.type(
    description="Ce que les bilans publics disent d’un indicateur pour une période : la valeur "
    "énoncée par le bilan le plus récent."
)
class Observation:
    id: strawberry.ID = strawberry.field(
        description="Identifiant stable, tiré de l’indicateur, de la période et de la nature."
    )
    period: Period = strawberry.field(description="Période observée ou visée.")
    kind: ObservationKind = strawberry.field(description="Résultat ou objectif.")
    figure: figures.Figure = figure_field("La valeur énoncée.")
    restated: bool = strawberry.field(
        description="Vrai quand un bilan antérieur donnait une autre valeur pour la même période, "
        "ou que le bilan lui-même l’a corrigée depuis sa publication ; une coquille ne compte pas."
    )
    earlier: list[EarlierStatement] = strawberry.field(
        description="Les autres valeurs énoncées avant elle, de la plus ancienne à la plus récente."
    )
    report: ReportSummary = strawberry.field(description="Le bilan qui énonce cette valeur.")
    block: strawberry.ID = strawberry.field(description="Le tableau du bilan qui porte la valeur.")
    change: Decimal | None = strawberry.field(
        description="Résultat moins celui de la période précédente, dans l’unité des résultats "
        "(pour des pourcentages, en points). Nul pour un objectif, ou sans deux nombres de même "
        "unité pour deux périodes qui se suivent."
    )
    attainment: Decimal | None = strawberry.field(
        description="Part de l’objectif atteinte par ce résultat, arrondie à quatre décimales "
        "(« 0.9800 » pour 98 %) : "
        "résultat / objectif de la même période, ou objectif / résultat quand c’est la baisse qui "
        "est favorable. À partir de 1, l’objectif est atteint. Nul pour un objectif, ou sans "
        "les deux nombres."
    )

    @classmethod
    def from_entry(cls, entry: series.Entry, context: Context) -> Self:
        row = entry.observation
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
            report=ReportSummary.from_page(row.report, context),
            block=strawberry.ID(str(row.block)),
            change=entry.change,
            attainment=entry.attainment,
        )


def indicator_direction(indicator: Parent[models.Indicator]) -> IndicatorDirection:
    return IndicatorDirection(indicator.direction)


def indicator_series(indicator: Parent[models.Indicator], info: Info) -> list[Observation]:
    entries = info.context.load.series_by_indicator_id.get(indicator.pk) or []
    return [Observation.from_entry(entry, info.context) for entry in entries]


@strawberry_django.type(models.Indicator, description="Une grandeur suivie au fil des ans.")
class Indicator:
    id: strawberry.ID = strawberry_django.field(field_name="code")
    code: auto
    name: auto
    definition: auto
    unit: auto
    decimals: auto
    direction: IndicatorDirection = strawberry_django.field(resolver=indicator_direction)
    series: list[Observation] = strawberry_django.field(
        resolver=indicator_series,
        description="Une valeur par période et par nature, de la plus ancienne à la plus récente.",
    )
