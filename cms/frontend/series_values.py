"""Selects the values of a series that one chart can show, and describes them in words."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from cms.frontend.currencies import CURRENCIES
from cms.frontend.series import Period, measure_of, read_number

UNITS = {
    "PERCENT": "en %",
    "POINT": "en points",
    **{unit: f"en {currency.name}" for unit, currency in CURRENCIES.items()},
    "FTE": "en ETP",
    "FTE_WORKED": "en ETPT",
    "MINUTE": "en minutes",
    "HOUR": "en heures",
    "DAY": "en jours",
    "WEEK": "en semaines",
    "MONTH": "en mois",
    "YEAR": "en années",
}

Value = tuple[Period, str, dict[str, Any], Decimal]


def list_values(periods: list[Period], measure: object) -> Iterator[Value]:
    """Yield each figure that is one number in this measure, with its period and its kind."""
    for period in periods:
        for kind, figure in list_figures(period):
            number = read_number(figure)
            if number is not None and measure_of(figure) == measure:
                yield period, kind, figure, number


def list_figures(period: Period) -> Iterator[tuple[str, dict[str, Any]]]:
    for earlier in period.earlier:
        yield "earlier", earlier["figure"]
    if period.target:
        yield "target", period.target["figure"]
    if period.result:
        yield "result", period.result["figure"]


def count_values(periods: list[Period]) -> int:
    return sum(1 for period in periods for _ in list_figures(period))


def name_unit(measure: object, unit: str) -> str:
    """Return the unit of the axis: that of the figures, or else that of the indicator."""
    found = UNITS.get(measure[0] or "", "") if isinstance(measure, tuple) else ""
    return found or (f"en {unit}" if unit and unit != "%" else "")


def describe_values(found: list[Value]) -> str:
    """Return the drawn values as sentences: « 2023 : résultat 154, objectif 210. »"""
    names = {"result": "résultat", "target": "objectif", "earlier": "valeur antérieure"}
    words: dict[str, list[str]] = {}
    for period, kind, figure, _ in found:
        words.setdefault(period.label, []).insert(0, f"{names[kind]} {figure['text']}")
    return " ".join(f"{label}\u202f: {', '.join(texts)}." for label, texts in words.items())
