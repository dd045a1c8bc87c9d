"""Rule that compares the totals in tables and budgets with the sums of their lines."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reports.checks.arithmetic.addends import (
    Line,
    Sum,
    column_lines,
    find_sums,
    is_beside,
    is_total,
)
from reports.checks.arithmetic.posts import iterate_budget_columns
from reports.checks.arithmetic.rounding import format_sum, print_evidence
from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules.shares import is_totalled
from reports.core.reading import Reading
from reports.core.reading.parts import Grid
from reports.core.reading.place import Place


@rule(
    "total-differs",
    Severity.WARNING,
    "Total qui ne correspond pas à ses parts",
    "Une ligne ou une colonne « Total » ne donne pas la somme des autres. Un total arrondi se "
    "compare à son arrondi, et « plus de », « environ » sont respectés. Les moyennes, les taux, "
    "les lignes « dont » et les listes où un chiffre manque ne s’additionnent pas ; les parts de "
    "100 % ont un contrôle à elles. L’écart peut venir d’arrondis ou de doubles comptes.",
)
def total_differs(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        columns = [(place, list(find_sums(lines))) for place, lines in total_columns(grid)]
        rows = [(place, list(find_sums(lines, is_row=True))) for place, lines in total_rows(grid)]
        for tables in (columns, rows):
            prove_totals([each for _, sums in tables for each in sums])
            for place, sums in tables:
                # In a table of indicators, « Total des… » is one more indicator.
                is_list = grid.kind == "indicator_table"
                yield from check_sums(place, [s for s in sums if not (is_list and s.loose)])
    for block in report.blocks:
        if block.kind == "budget":
            for label, _, lines in iterate_budget_columns(block):
                yield from check_sums(block.place.below(label), find_sums(lines))


def prove_totals(sums: Sequence[Sum]) -> None:
    """Mark the totals that are proved to be sums of their parts.

    A total is proved if in most of the columns or rows the total of the same name is the exact sum.
    """
    right = Counter(each.total.head for each in sums if len(each.terms) > 1 and each.is_exact)
    known = Counter(each.total.head for each in sums if len(each.terms) > 1 and each.is_known)
    for each in sums:
        each.is_proved = right[each.total.head] * 2 >= known[each.total.head] > 1


def check_sums(place: Place, sums: Iterable[Sum]) -> Iterator[Issue]:
    """Yield an issue for each of the sums that do not add up."""
    for each in sums:
        if not each.adds_up:
            head, stated = each.total.head.strip(), each.total.figure.raw.strip()
            yield Issue(
                place.below(head),
                f"« {head} » : {format_sum(each.terms)}, et non « {stated} ».",
                "Corrigez le total ou l’une des parts, ou dites d’où vient l’écart.",
                (head, stated, *(print_evidence(part.figure) for part in each.parts)),
            )


def total_columns(grid: Grid) -> Iterator[tuple[Place, list[Line]]]:
    """Yield the columns of a table in which some row is a total, each as a list of lines. Shares
    with a total of 100 % are for another rule.
    """
    table = grid.table
    if not any(is_total(row.head) for row in table.rows):
        return
    for index, column in enumerate(table.columns):
        if index and not is_beside(column.heading) and not is_totalled(grid, index):
            yield grid.place.below(column.heading), column_lines(table, index)


def total_rows(grid: Grid) -> Iterator[tuple[Place, list[Line]]]:
    """Yield the rows of a table in which some column is a total, each as a list of lines."""
    table = grid.table
    if not any(is_total(column.heading) for column in table.columns[1:]):
        return
    for row in table.rows:
        if not is_beside(row.head):
            pairs = list(zip(table.columns, row.cells, strict=False))[1:]
            yield grid.place.below(row.head), [Line(c.heading, x.figure) for c, x in pairs]
