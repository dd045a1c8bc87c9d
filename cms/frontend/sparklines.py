"""Draws sparklines next to indicators: their results until the year of a report."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cms.frontend.api_client import Visit, code
from cms.frontend.series import (
    RESULT,
    Period,
    arrange_periods,
    find_measure,
    measure_of,
    read_number,
    select_comparable,
)
from reports_graphql.errors import Refusal

WIDTH_PIXELS, HEIGHT_PIXELS, MARGIN_PIXELS = 64, 20, 3
TOO_COSTLY = "LIMIT_EXCEEDED"
MAX_CODES = 100  # that the graph takes at once
MIN_RESULTS = 2  # results
MAX_YEARS = 30  # years

Years = dict[str, int]
"""The first and the last year of periods, `from` and `to`, where they are given."""


@dataclass(frozen=True)
class Sparkline:
    """A line without axes, the position of its last point, and a description in words."""

    points: str
    x: str
    y: str
    trend: str
    description: str


def add_sparklines(visit: Visit, report: dict[str, Any]) -> None:
    """Add a sparkline to each row of an indicator that has two results or more.

    It ends with the last result of the row's own table, which may be older than the report.
    """
    rows = list(iterate_rows(report["body"]))
    codes = sorted({row["indicator"]["code"] for _, row in rows})
    years = {"from": report["year"] - MAX_YEARS + 1, "to": report["year"]}
    found = ask_series(visit, codes, years)
    series = {each["code"]: each["series"] for each in found}
    for end, row in rows:
        entries = series.get(row["indicator"]["code"], [])
        row["sparkline"] = build_sparkline(e for e in entries if e["period"]["end"] <= end)


def ask_series(visit: Visit, codes: list[str], years: Years) -> Iterator[dict[str, Any]]:
    """Yield the public indicators of some codes, with their series in some years."""
    for start in range(0, len(codes), MAX_CODES):
        yield from ask_some_series(visit, codes[start : start + MAX_CODES], years)


def ask_some_series(visit: Visit, codes: list[str], years: Years) -> list[dict[str, Any]]:
    """Return indicators with their series; if one answer is too long for them, ask for halves."""
    try:
        answer = visit.ask("series", codes=codes, first=len(codes), **years)
        found: list[dict[str, Any]] = answer["indicators"]["nodes"]
    except Refusal as refusal:
        if code(refusal) != TOO_COSTLY or len(codes) == 1:
            raise
        middle = len(codes) // 2
        return [
            *ask_some_series(visit, codes[:middle], years),
            *ask_some_series(visit, codes[middle:], years),
        ]
    return found


def iterate_rows(body: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each row of an indicator, after the last day of the results in its table."""
    for block in body:
        end = find_last_day(block.get("columns", []))
        for row in block.get("indicatorRows", []):
            if row["indicator"]:
                yield end, row


def find_last_day(columns: list[dict[str, Any]]) -> str:
    """Return the last day of the results: « 2024-12-31 », or a far later one if none is known."""
    results = (each for each in columns if each["kind"] == RESULT and each["period"])
    return max((each["period"]["end"] for each in results), default="9999-12-31")


def build_sparkline(series: Iterable[dict[str, Any]]) -> Sparkline | None:
    """Return the sparkline of the numeric results with one unit; None for fewer than two."""
    results = [{**entry, "earlier": []} for entry in series if entry["kind"] == RESULT]
    periods = select_comparable(arrange_periods(results))
    measure = find_measure(periods)
    values = [
        (period, number)
        for period in periods
        if period.result
        and (number := read_number(period.result["figure"])) is not None
        and measure_of(period.result["figure"]) == measure
    ]
    if len(values) < MIN_RESULTS:
        return None
    places = place_values(values)
    return Sparkline(
        " ".join(f"{x},{y}" for x, y in places),
        *places[-1],
        describe_trend(values),
        ", ".join(f"{p.result['figure']['text']} ({p.label})" for p, _ in values if p.result),
    )


def place_values(values: list[tuple[Period, Decimal]]) -> list[tuple[str, str]]:
    first, last = values[0][0].middle, values[-1][0].middle
    low, high = min(n for _, n in values), max(n for _, n in values)
    places = []
    for period, number in values:
        across = (period.middle - first) / (last - first)
        up = float((number - low) / (high - low)) if high > low else 0.5
        x = MARGIN_PIXELS + across * (WIDTH_PIXELS - 2 * MARGIN_PIXELS)
        y = HEIGHT_PIXELS - MARGIN_PIXELS - up * (HEIGHT_PIXELS - 2 * MARGIN_PIXELS)
        places.append((f"{x:.1f}", f"{y:.1f}"))
    return places


def describe_trend(values: list[tuple[Period, Decimal]]) -> str:
    """Return which way the last results go, and since when: « en hausse depuis 2022 »."""
    directions = [
        (after > before) - (after < before)
        for (_, before), (_, after) in itertools.pairwise(values)
    ]
    last = directions[-1]
    run = next((n for n, each in enumerate(reversed(directions)) if each != last), len(directions))
    word = {1: "en hausse", 0: "stable", -1: "en baisse"}[last]
    return f"{word} depuis {values[-1 - run][0].label}"
