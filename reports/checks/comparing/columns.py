"""Columns as their headings tell them: of which year, aimed at or reached."""

from reports.checks.comparing.dates import shifted, years
from reports.checks.comparing.subject import stemmed
from reports.tables import Table

TARGETS = {"object", "cibl", "plf", "previs", "prevu"}


def is_target(heading: str) -> bool:
    """Whether a column holds what was aimed at, and not what was reached."""
    return bool(TARGETS.intersection(stemmed(heading)))


def column_for(heading: str, kind: str, table: Table) -> int | None:
    """The column of another table that says the same of the same year; heads of rows are none."""
    headings = [column.heading for column in table.columns]
    if not heading.strip():
        return None
    same = [n for n, text in enumerate(headings) if n and shifted(text, 0) == shifted(heading, 0)]
    if not same and kind == "indicator_table":
        same = [
            n
            for n, text in enumerate(headings)
            if n and years(text) == years(heading) and is_target(text) == is_target(heading)
        ]
    return same[0] if len(same) == 1 else None
