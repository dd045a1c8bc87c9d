"""Rule that reports identical rows in a table or in the data of a chart."""

from collections.abc import Iterator

from reports.checks.arithmetic.addends import is_beside
from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules.empty_cells import has_subheading
from reports.checks.rules.tables import list_names, table_name
from reports.core.document.table import Row
from reports.core.reading import Reading
from reports.core.reading.parts import Grid
from reports.core.text.grouping import group_values


@rule(
    "row-twice",
    Severity.WARNING,
    "Ligne en double",
    "Deux lignes d’un tableau, ou des données d’un graphique, ont le même nom et les mêmes "
    "valeurs : l’une est sans doute restée d’un collage. Une ligne « dont », ou sous un autre "
    "intertitre, n’est pas comparée.",
)
def row_twice(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        groups = group_values(list_keyed_rows(grid))
        repeated = [rows for rows in groups.values() if len(rows) > 1]
        if repeated:
            named = [f"« {rows[0].head.strip()} » ({len(rows)} fois)" for rows in repeated]
            yield Issue(
                grid.place,
                f"Dans le tableau {table_name(grid)}, une même ligne est écrite plusieurs fois : "
                f"{list_names(named)}.",
                "Gardez une seule de ces lignes, ou dites ce qui les distingue.",
                tuple(named),
            )


def list_keyed_rows(grid: Grid) -> Iterator[tuple[tuple[object, ...], Row]]:
    """Yield the rows that have a name and a value, each after the key by which rows are compared.

    The key has the number of the part of the table, and the words of the row in lower case.
    """
    part = 0
    for number, row in enumerate(grid.table.rows):
        if has_subheading(grid, number):
            part += 1
        elif has_values(row) and not is_beside(row.head):
            yield (part, *(" ".join(cell.raw.casefold().split()) for cell in row.cells)), row


def has_values(row: Row) -> bool:
    """Return whether a row has a name, and something beside it."""
    return bool(row.head.strip()) and any(cell.raw.strip() for cell in row.cells[1:])
