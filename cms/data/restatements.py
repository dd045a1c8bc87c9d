"""Finds the figures for whose period a later report gives another value."""

from collections.abc import Iterator
from typing import Any

from cms.data.blocks import WORDS_ONLY
from cms.data.columns import NO, RESTATED, YES
from cms.data.figures import Row, iterate_rows
from cms.data.lookup import Edition
from cms.frontend.api_client import Visit

Key = tuple[Any, ...]

MAX_CODES = 50  # indicators in one request: twice as many would cost more than the graph allows


def list_all_rows(visit: Visit, editions: list[Edition]) -> list[Row]:
    """Return the rows of all reports, the latest report first.

    Rows of indicators also say whether a later report restated the figure.
    """
    rows = [row for each in editions for row in iterate_rows(each)]
    restated = find_restated(visit, {row["indicateur"] for row in rows if row["indicateur"]})
    ids = {each.report["year"]: each.report["id"] for each in editions}
    return [
        row | {RESTATED.name: describe_restatement(row, ids[row["bilan"]], restated)}
        for row in rows
    ]


def describe_restatement(row: Row, report: str, restated: set[Key]) -> str | None:
    """Return yes or no for an indicator's figure with a period, None for other rows."""
    if not row["indicateur"] or not row["debut"] or row["etat"] in WORDS_ONLY:
        return None
    period = (row[name] for name in ("indicateur", "debut", "fin", "nature"))
    return YES if (report, *period) in restated else NO


def find_restated(visit: Visit, codes: set[str]) -> set[Key]:
    """Return the statements that a later report replaced: id of the report, code, period, kind.

    Corrections within one report do not count, and mistyped values are ignored.
    """
    restated = set()
    for indicator in list_indicators(visit, sorted(codes)):
        for entry in indicator["series"]:
            period = (entry["period"]["start"], entry["period"]["end"], entry["kind"])
            for report in list_replaced_reports(entry):
                restated.add((report, indicator["code"], *period))
    return restated


def list_indicators(visit: Visit, codes: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the indicators that are public, with their series; `MAX_CODES` take one request."""
    for start in range(0, len(codes), MAX_CODES):
        some = codes[start : start + MAX_CODES]
        yield from visit.ask("restatements", codes=some, first=len(some))["indicators"]["nodes"]


def list_replaced_reports(entry: dict[str, Any]) -> list[str]:
    """Return the ids of the reports that still state another value than the series does."""
    return [
        earlier["report"]["id"]
        for earlier in entry["earlier"]
        if earlier["version"] is None and not earlier["isTypo"]
    ]
