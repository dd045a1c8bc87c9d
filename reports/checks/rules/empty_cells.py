"""Rule that reports empty cells in tables and charts, unless nothing could be written there."""

import re
from collections.abc import Iterator, Mapping, Sequence

from reports.checks.arithmetic.addends import is_beside, is_total
from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules.tables import list_names, table_name
from reports.core.document.periods import names_period
from reports.core.document.table import Row, Table
from reports.core.figures import Figure, Qualifier, Unit
from reports.core.figures.column_context import CHANGE, names_years
from reports.core.reading import Reading
from reports.core.reading.parts import Grid

MEAN = re.compile(r"\W*(?:moyenne|médiane|average|mean\b|median)", re.IGNORECASE)
SUMMARY = re.compile(
    r"\W*(?:sous[- ]?total|grand total|moyenne|médiane|overall|all\b|sub-?total|average|mean\b"
    r"|median|sums?\b)",
    re.IGNORECASE,
)
RATE = re.compile(
    r"%|\b(?:parts?|shares?|proportions?|par|per|coûts? (?:moyen|unitaire)s?)\b", re.IGNORECASE
)
REMARKS = re.compile(
    r"\W*(?:remarques?|commentaires?|observations?|notes?|précisions?|remarks?|comments?)\W*",
    re.IGNORECASE,
)
RELATIVE = {Qualifier.CHANGE, Qualifier.RATIO, Qualifier.FACTOR}


@rule(
    "table-empty-cells",
    Severity.WARNING,
    "Cellules vides",
    "Une cellule est vide : le lecteur ne sait pas si la valeur est nulle, inconnue ou oubliée. "
    "« ND » (non disponible) et « N/A » (sans objet) le disent. Peuvent rester vides une ligne ou "
    "une colonne « Total » là où rien ne s’additionne (mots, moyennes, taux, évolutions, dates), "
    "l’évolution de la première année, une colonne de remarques, et la ligne d’un intertitre d’un "
    "tableau ; mais une cellule où la dernière version publiée avait une valeur est toujours dite.",
)
def table_empty_cells(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        empty = list(iterate_empty_cells(grid, report.context.published_cells))
        if empty:
            many = f"{len(empty)} cellules sont vides" if empty[1:] else "Une cellule est vide"
            yield Issue(
                grid.place,
                f"{many} dans le tableau {table_name(grid)} : {list_names(empty)}.",
                "Écrivez la valeur, ou « ND » si elle n’est pas disponible, « N/A » si elle n’a "
                "pas lieu d’être.",
                tuple(empty),
            )


def iterate_empty_cells(grid: Grid, published: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """Yield the name of each cell that should not be empty: its row and its column, and the value
    that was published there.
    """
    table = grid.table
    unsummed = {n for n, _ in enumerate(table.columns) if n and not can_be_summed(table, n)}
    for number, row in enumerate(table.rows):
        is_title = has_subheading(grid, number)
        has_total = can_row_be_summed(row)
        for n, (column, cell) in enumerate(zip(table.columns, row.cells, strict=False)):
            if cell.raw.strip():
                continue
            head = row.head or f"ligne {number + 1}"
            name = f"« {head}{' / ' if column.heading else ''}{column.heading} »"
            if value := published.get((row.id, column.id)):
                yield f"{name} (publié : « {value} »)"
                continue
            if is_title or REMARKS.fullmatch(column.heading):
                continue
            if is_summary(row.head) and (n in unsummed or is_mean(row)):
                continue
            if is_total(column.heading) and not has_total:
                continue
            if not number and CHANGE.search(column.heading) and names_period(row.head):
                continue  # there is nothing before the first year
            yield name


def is_summary(head: str) -> bool:
    """Return whether a row is the total or the mean of the others."""
    return is_total(head) or SUMMARY.match(head) is not None


def is_mean(row: Row) -> bool:
    """Return whether a row has the means of some columns, and leaves the others."""
    return MEAN.match(row.head) is not None and any(cell.raw.strip() for cell in row.cells[1:])


def can_be_summed(table: Table, place: int) -> bool:
    """Return whether a total of a column would mean something."""
    heading = table.columns[place].heading
    if is_beside(heading) or CHANGE.search(heading) or RATE.search(heading) or names_years(heading):
        return False
    rows = [row for row in table.rows if not is_summary(row.head) and place < len(row.cells)]
    return has_addends([row.cells[place].figure for row in rows])


def can_row_be_summed(row: Row) -> bool:
    """Return whether a total of a row would mean something."""
    if is_beside(row.head) or CHANGE.search(row.head) or RATE.search(row.head):
        return False
    return has_addends([cell.figure for cell in row.cells[1:]])


def has_addends(figures: Sequence[Figure]) -> bool:
    """Return whether there are numbers among figures, and not rates alone."""
    return any(
        figure.is_number
        and figure.unit not in (Unit.PERCENT, Unit.POINT)
        and figure.qualifier not in RELATIVE
        for figure in figures
    )


def has_subheading(grid: Grid, number: int) -> bool:
    """Return whether a row of a table is a title for the rows below it.

    It has a head alone, and the next row has all cells filled. Charts have no such rows: they draw
    each.
    """
    table = grid.table
    row = table.rows[number]
    if grid.kind == "chart":
        return False
    if not row.head.strip() or any(cell.raw.strip() for cell in row.cells[1:]):
        return False
    below = table.rows[number + 1 : number + 2]
    return bool(below) and len(table.columns) > 1 and all(c.raw.strip() for c in below[0].cells)
