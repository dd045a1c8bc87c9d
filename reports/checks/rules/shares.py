"""Shares of a whole."""

import re
from collections.abc import Iterator

from reports.checks.arithmetic.addends import Line, is_beside, is_total
from reports.checks.arithmetic.rounding import HUNDRED, TWO, ZERO, amount, said
from reports.checks.reading import Reading
from reports.checks.reading.parts import Grid
from reports.checks.rule import Severity, Slip, rule
from reports.figures import Figure, Unit
from reports.projection import YEAR

CLAIM = re.compile(
    r"\b(?:réparti|parts?\b|proportion|composition|ventilation|distribution|poids\b|structure des)",
    re.IGNORECASE,
)
SEVERAL = re.compile(r"plusieurs (?:réponses|choix)|choix multiples?|cumulable", re.IGNORECASE)
WOMEN = re.compile(r"\bpart (?:des?|du|de la) ", re.IGNORECASE)
LEAST, MOST, FEWEST = 90, 110, 2


@rule(
    "shares-differ",
    Severity.WARNING,
    "Parts qui ne font pas 100 %",
    "Une colonne de pourcentages ou une série de graphique, présentée comme une répartition, a une "
    "somme proche de 100 % que les arrondis n’expliquent pas. Les questions à plusieurs réponses "
    "et les séries d’années ne sont pas concernées.",
)
def shares_differ(report: Reading) -> Iterator[Slip]:
    for grid in report.grids:
        heading = report.heading_above(grid.place)
        around = " ".join((grid.title, grid.unit, heading.text if heading else ""))
        if SEVERAL.search(str(grid.table)) or SEVERAL.search(around):
            continue
        for index, column in enumerate(grid.table.columns):
            if index and not is_beside(column.heading):
                lines = shares(grid, index)
                claimed = CLAIM.search(around) or CLAIM.search(column.heading)
                if claimed or totalled(grid, index):
                    yield from wrong(grid, column.heading, lines)


def shares(grid: Grid, index: int) -> list[Line]:
    """The lines of a column, if all are shares: percentages of things that are no periods."""
    rows = [row for row in grid.table.rows if not is_total(row.head) and not is_beside(row.head)]
    lines = [Line(row.head, row.cells[index].figure) for row in rows if index < len(row.cells)]
    if any(YEAR.search(line.head) or WOMEN.match(line.head) for line in lines):
        return []
    return lines if all(is_share(grid, line.figure) for line in lines) else []


def is_share(grid: Grid, figure: Figure) -> bool:
    """Whether a figure is a percentage, by its own unit or the unit of its chart."""
    percent = figure.unit is Unit.PERCENT or (figure.unit is None and "%" in grid.unit)
    return percent and amount(figure) is not None


def totalled(grid: Grid, index: int) -> bool:
    """Whether the column says that it adds up to 100 %."""
    cells = [
        row.cells[index].figure
        for row in grid.table.rows
        if is_total(row.head) and index < len(row.cells)
    ]
    return any(is_share(grid, figure) and figure.value == HUNDRED for figure in cells)


def wrong(grid: Grid, head: str, lines: list[Line]) -> Iterator[Slip]:
    """Says that shares near 100 % are not 100 %."""
    figures = [line.figure for line in lines]
    whole = sum((figure.value or ZERO for figure in figures), ZERO)
    room = sum((figure.step or ZERO for figure in figures), ZERO) / TWO
    if len(figures) < FEWEST or not LEAST <= whole <= MOST or abs(whole - HUNDRED) <= room:
        return
    name = grid.title.strip() or head.strip() or "La répartition"
    yield Slip(
        grid.place.below(head),
        f"« {name} » : les {len(figures)} parts font {said(whole)} %, et non 100 %.",
        "Corrigez l’une des parts, ou dites pourquoi leur somme n’est pas 100 %.",
        (name, *(figure.raw for figure in figures)),
    )
