"""Computes the difference of two figures, if both are exact and in the same unit."""

from decimal import Context, Decimal
from typing import Any

from cms.frontend.axis import format_number
from cms.frontend.currencies import CURRENCIES
from cms.frontend.series import measure_of, read_number

EXACT_CONTEXT = Context(prec=200)  # the default of 28 digits would round what reports print exactly
SUFFIXES = {"PERCENT": "points", "FTE": "ETP", "FTE_WORKED": "ETPT", "POINT": "points"} | {
    unit: currency.sign for unit, currency in CURRENCIES.items()
}
SPACE = "\u00a0"


def subtract(before: dict[str, Any] | None, after: dict[str, Any] | None) -> str:
    """Return the difference of two exact numbers of one unit, in French; empty elsewhere."""
    first, second = read_number(before), read_number(after)
    if not (before and after) or first is None or second is None:
        return ""
    if {before["qualifier"], after["qualifier"]} != {"EXACT"}:
        return ""
    if measure_of(before) != measure_of(after):
        return ""
    return format_difference(EXACT_CONTEXT.subtract(second, first), after["unit"])


def format_difference(difference: Decimal, unit: str | None) -> str:
    """Return an exact difference of two numbers of a unit: « +3 », « −8 points »."""
    sign = "+" if difference > 0 else ""
    return f"{sign}{format_number(difference)}{unit_suffix(unit, difference)}"


def unit_suffix(unit: str | None, number: Decimal) -> str:
    suffix = SUFFIXES.get(unit or "", "")
    if suffix == "points" and abs(number) < 2:
        suffix = "point"
    return suffix and SPACE + suffix
