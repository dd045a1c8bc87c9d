"""Observations: what published bodies state of indicators, as rows.

Projected in the transaction that saves the page; `rebuild_observations` proves that the rows equal
the bodies.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from reports.tables import Column, Table

if TYPE_CHECKING:
    from reports.models import AnnualReportPage, Observation

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Columns that speak of a year and state no value of it.
BESIDE = re.compile(r"\b(?:évolution|variation|écart|commentaire|source|note)s?\b", re.IGNORECASE)
TARGET = re.compile(r"\b(?:objectif|cible|prévision|prévu)e?s?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Period:
    """What a column head says: the calendar year that it speaks of, and result or target."""

    start: datetime.date
    end: datetime.date
    label: str
    kind: str


def period(column: Column) -> Period | None:
    """The period of a column headed « Résultats 2024 »; None for a head that names no one year."""
    years = set(YEAR.findall(column.heading))
    if len(years) != 1 or BESIDE.search(column.heading):
        return None
    year = int(years.pop())
    return Period(
        datetime.date(year, 1, 1),
        datetime.date(year, 12, 31),
        column.heading,
        "target" if TARGET.search(column.heading) else "result",
    )


def stated(page: "AnnualReportPage") -> Iterator[dict[str, Any]]:
    """The observations of a page's body, as fields of `Observation` with the indicator's code."""
    order = 0
    for block in page.body.raw_data:
        if block["type"] != "indicator_table":
            continue
        table = Table.from_stored(block["value"].get("table"))
        periods = [period(column) for column in table.columns]
        for row in table.rows:
            for cell, when in zip(row.cells, periods, strict=False):
                if when is None or not row.ref or not cell.raw.strip():
                    continue
                order += 1
                figure = cell.figure
                yield {
                    "code": row.ref,
                    "block": block["id"],
                    "row": row.id,
                    "order": order,
                    "kind": when.kind,
                    "period_start": when.start,
                    "period_end": when.end,
                    "period_label": when.label,
                    "raw": figure.raw,
                    "read_as": figure.read_as,
                    "value": figure.value,
                    "value_to": figure.value_to,
                    "step": figure.step,
                    "unit": figure.unit and figure.unit.value,
                    "qualifier": figure.qualifier.value,
                    "state": figure.state.value,
                }


def observations(page: "AnnualReportPage") -> "list[Observation]":
    """The rows that should stand for `page`: none unless it is live."""
    from reports.models import Indicator, Observation

    if not page.live or page.alias_of_id:
        return []
    statements = list(stated(page))
    codes = {statement["code"] for statement in statements}
    keys = dict(Indicator.objects.filter(code__in=codes).values_list("code", "pk"))
    return [
        Observation(report_id=page.pk, indicator_id=keys[code], **statement)
        for statement in statements
        if (code := statement.pop("code")) in keys
    ]


@transaction.atomic
def project(page: "AnnualReportPage") -> int:
    """Replaces the rows of `page` by what its body states; returns how many there are now."""
    from reports.models import Observation

    rows = observations(page)
    Observation.objects.filter(report_id=page.pk).delete()
    Observation.objects.bulk_create(rows)
    return len(rows)
