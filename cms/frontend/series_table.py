"""Builds the table of a series: one row for each period, with right-aligned figures."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cms.frontend.differences import format_difference
from cms.frontend.series import Period
from cms.frontend.tables import Cell, align_cells
from cms.frontend.templatetags.bilan import percent

HEADS = ("Résultat", "Évolution", "Objectif", "Atteinte de l’objectif")


@dataclass(frozen=True)
class Row:
    """A period, and a cell for each of its numbers."""

    period: Period
    cells: list[Cell]


@dataclass(frozen=True)
class SeriesTable:
    """The headings, each with whether its column is right-aligned, and the rows."""

    heads: list[tuple[str, bool]]
    rows: list[Row]


def build_table(periods: list[Period]) -> SeriesTable:
    """Return the periods in their order, their numbers aligned column by column."""
    rows = [Row(period, list_cells(period)) for period in periods]
    columns = zip(*(row.cells for row in rows), strict=True)
    return SeriesTable(list(zip(HEADS, map(align_cells, columns), strict=False)), rows)


def list_cells(period: Period) -> list[Cell]:
    result, target = period.result, period.target
    return [
        {"figure": result["figure"]} if result else build_cell(""),
        build_cell(describe_change(period)),
        {"figure": target["figure"]} if target else build_cell(""),
        build_cell(percent(period.attainment)),
    ]


def describe_change(period: Period) -> str:
    """Return the difference from the result before; empty if it cannot be computed."""
    if period.result is None or period.change is None:
        return ""
    return format_difference(Decimal(period.change), period.result["figure"]["unit"])


def build_cell(text: str) -> dict[str, Any]:
    """Return a number that the page computes, in the form of the graph's figures."""
    return {"figure": {"state": "VALUE" if text else "EMPTY", "text": text}}
