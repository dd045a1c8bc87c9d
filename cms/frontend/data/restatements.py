"""Whether a later report gives another value for the period of a figure."""

from typing import Any

from cms.frontend.api_client import Visit
from cms.frontend.data.columns import NO, RESTATED, YES
from cms.frontend.data.figures import Row, iterate_rows
from cms.frontend.data.lookup import Edition

Key = tuple[Any, ...]


def list_all_rows(visit: Visit, editions: list[Edition]) -> list[Row]:
    """Return the rows of all reports, the latest report first; those of indicators say more."""
    rows = [row for each in editions for row in iterate_rows(each.report, each.number)]
    restated = find_restated(visit, {row["indicateur"] for row in rows if row["indicateur"]})
    ids = {each.report["year"]: each.report["id"] for each in editions}
    return [row | {RESTATED.name: say_restated(row, ids[row["bilan"]], restated)} for row in rows]


def say_restated(row: Row, report: str, restated: set[Key]) -> str | None:
    """Return yes or no for the statement of an indicator for a period, None for other figures."""
    if not row["indicateur"] or not row["debut"]:
        return None
    period = (row[name] for name in ("indicateur", "debut", "fin", "nature"))
    return YES if (report, *period) in restated else NO


def find_restated(visit: Visit, codes: set[str]) -> set[Key]:
    """Return the statements that a later report replaced: id of the report, code, period, kind.

    A report that corrects itself replaces nothing here, and what was mistyped was never stated.
    """
    restated = set()
    for code in sorted(codes):
        indicator = visit.ask("indicator", code=code)["indicator"]
        for entry in indicator["series"] if indicator else ():
            period = (code, entry["period"]["start"], entry["period"]["end"], entry["kind"])
            restated |= {(report, *period) for report in list_replaced_reports(entry)}
    return restated


def list_replaced_reports(entry: dict[str, Any]) -> list[str]:
    """Return the ids of the reports that still state another value than the series does."""
    return [
        earlier["report"]["id"]
        for earlier in entry["earlier"]
        if earlier["version"] is None and not earlier["isTypo"]
    ]
