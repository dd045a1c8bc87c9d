"""Totals that tables and budgets print, against the lines that they are the totals of."""

from collections.abc import Iterable, Iterator

from reports.checks.arithmetic.addends import Line, Sum, is_beside, is_total, sums
from reports.checks.arithmetic.rounding import added
from reports.checks.reading import Reading
from reports.checks.reading.parts import Block, Grid
from reports.checks.reading.place import Place
from reports.checks.rule import Severity, Slip, rule

LABELS = {"amount": "Montant", "staff": "Effectif"}


@rule(
    "total-differs",
    Severity.WARNING,
    "Total qui ne correspond pas à ses parts",
    "Une ligne ou une colonne « Total » ne donne pas la somme des autres. Un total arrondi se "
    "compare à son arrondi, et « plus de », « environ » sont respectés. Les moyennes, les taux, "
    "les lignes « dont » et les listes où un chiffre manque ne s’additionnent pas. L’écart peut "
    "venir d’arrondis ou de doubles comptes.",
)
def total_differs(report: Reading) -> Iterator[Slip]:
    for grid in report.grids:
        for place, lines in (*columns(grid), *rows(grid)):
            found = sums(lines)
            if grid.kind == "indicator_table":  # where « Total des… » is one more indicator
                found = (each for each in found if not each.loose)
            yield from wrong(place, found)
    for block in report.blocks:
        if block.kind == "budget":
            for place, lines in posts(block):
                yield from wrong(place, sums(lines))


def wrong(place: Place, found: Iterable[Sum]) -> Iterator[Slip]:
    """Those of the sums that do not add up."""
    for each in found:
        if not each.adds_up:
            head, stated = each.total.head.strip(), each.total.figure.raw.strip()
            yield Slip(
                place.below(head),
                f"« {head} » : {added(each.terms)}, et non « {stated} ».",
                "Corrigez le total ou l’une des parts, ou dites d’où vient l’écart.",
                (head, stated, *(part.figure.raw for part in each.parts)),
            )


def columns(grid: Grid) -> Iterator[tuple[Place, list[Line]]]:
    """The columns of a table in which some row is a total, each as a list of lines."""
    table = grid.table
    if not any(is_total(row.head) for row in table.rows):
        return
    for index, column in enumerate(table.columns):
        if index and not is_beside(column.heading):
            lines = [
                Line(row.head, row.cells[index].figure)
                for row in table.rows
                if index < len(row.cells)
            ]
            yield grid.place.below(column.heading), lines


def rows(grid: Grid) -> Iterator[tuple[Place, list[Line]]]:
    """The rows of a table in which some column is a total, each as a list of lines."""
    table = grid.table
    if not any(is_total(column.heading) for column in table.columns[1:]):
        return
    for row in table.rows:
        if not is_beside(row.head):
            pairs = list(zip(table.columns, row.cells, strict=False))[1:]
            yield grid.place.below(row.head), [Line(c.heading, x.figure) for c, x in pairs]


def posts(block: Block) -> Iterator[tuple[Place, list[Line]]]:
    """The amounts of a budget, then its staff."""
    for child, label in LABELS.items():
        lines = [Line(line["title"] or "", line[child]["figure"]) for line in block.value["lines"]]
        yield block.place.below(label), lines
