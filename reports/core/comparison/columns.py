"""Tells columns of targets from columns of results, and finds the same column in another table."""

from reports.core.comparison.dates import find_years, shift_years
from reports.core.comparison.subject import meaningful_stems
from reports.core.document.periods import TARGET
from reports.core.document.table import Table

TARGETS = {"object", "cibl", "plf", "previs", "prevu"}


def is_target(heading: str) -> bool:
    """Return whether a column holds what was aimed at, and not what was reached."""
    return bool(TARGET.search(heading) or TARGETS.intersection(meaningful_stems(heading)))


def column_for(heading: str, kind: str, table: Table) -> int | None:
    """Return the column of another table that says the same of the same year; heads of rows are
    none.
    """
    headings = [column.heading for column in table.columns]
    if not heading.strip():
        return None
    same = [
        n
        for n, text in enumerate(headings)
        if n and shift_years(text, 0) == shift_years(heading, 0)
    ]
    if not same and kind == "indicator_table":
        same = [
            n
            for n, text in enumerate(headings)
            if n
            and find_years(text) == find_years(heading)
            and is_target(text) == is_target(heading)
        ]
    return same[0] if len(same) == 1 else None


def find_counterpart_column(heading: str, year: int, table: Table, printed: int) -> int | None:
    """Return the column that was to its report's year what this heading is to `year`."""
    wanted = shift_years(heading, year)
    same = [
        place
        for place, column in enumerate(table.columns)
        if place and shift_years(column.heading, printed) == wanted
    ]
    return same[0] if len(same) == 1 else None
