"""Rule that compares a percentage in a table with the part and the whole in the same row."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from reports.checks.arithmetic.rounding import HUNDRED, TWO, format_number, is_cut_short
from reports.checks.rule import Issue, Severity, rule
from reports.core.document.table import Row
from reports.core.figures import Figure, Qualifier, Unit
from reports.core.reading import Reading
from reports.core.reading.parts import Grid

MOST_COLUMNS = 8
MIN_RIGHT_ROWS = 2  # rows in which the share is right, before one is said to be wrong
TENTH = Decimal("0.1")

Triple = tuple[Row, Figure, Figure, Figure]


@rule(
    "row-share-differs",
    Severity.WARNING,
    "Part qui n’est pas celle de la ligne",
    "Une colonne de pourcentages est, dans les autres lignes, le rapport de deux autres colonnes "
    "du tableau, et ne l’est pas dans celle-ci. Les parts arrondies ou tronquées ne sont pas "
    "signalées.",
)
def row_share_differs(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        columns = range(1, min(len(grid.table.columns), MOST_COLUMNS))
        for share in columns:
            others = [place for place in columns if place != share]
            tried = [compare_rows(grid, share, *pair) for pair in permutations(others, 2)]
            wrong = [
                rows for rows, right in tried if right >= MIN_RIGHT_ROWS and len(rows) * 2 <= right
            ]
            if wrong and all(wrong):
                yield from build_issues(grid, min(wrong, key=len))


def compare_rows(grid: Grid, share: int, part: int, whole: int) -> tuple[list[Triple], int]:
    """Return the rows in which a column is not the share of two others, and how many are right."""
    wrong, right = [], 0
    for row in grid.table.rows:
        if len(row.cells) <= max(share, part, whole):
            continue
        stated, one, all_ = (row.cells[place].figure for place in (share, part, whole))
        is_stated = stated.unit in (Unit.PERCENT, Unit.POINT) and stated.value is not None
        if is_stated and are_counts(one, all_):
            if is_share(stated, one, all_):
                right += 1
            else:
                wrong.append((row, stated, one, all_))
        elif stated.is_number:
            return [], 0  # no column of shares
    return wrong, right


def are_counts(part: Figure, whole: Figure) -> bool:
    """Return whether two figures count the same thing.

    The part may be greater than the whole, as spending may exceed a budget: the other rows prove
    which column is which.
    """
    plain = {part.qualifier, whole.qualifier} == {Qualifier.EXACT}
    if not plain or part.unit is not whole.unit or part.unit is Unit.PERCENT:
        return False
    return part.value is not None and whole.value is not None and min(part.value, whole.value) > 0


def compute_share(part: Figure, whole: Figure) -> Decimal:
    return (part.value or HUNDRED) * HUNDRED / (whole.value or HUNDRED)


def is_share(stated: Figure, part: Figure, whole: Figure) -> bool:
    """Return whether a percentage may be printed for a part of a whole."""
    if stated.unit is not Unit.PERCENT:
        return False
    exact, step = compute_share(part, whole), stated.step or TENTH
    value = stated.value or Decimal(0)
    return abs(exact - value) <= step / TWO or is_cut_short(value, exact, step)


def build_issues(grid: Grid, rows: Sequence[Triple]) -> Iterator[Issue]:
    for row, stated, part, whole in rows:
        exact = format_number(compute_share(part, whole), 1)
        yield Issue(
            grid.place.below(row.head),
            f"« {row.head} » : {part.text} sur {whole.text} font {exact} %, et non "
            f"« {stated.raw.strip()} », alors que les autres lignes sont justes.",
            "Corrigez la part, ou l’un des deux nombres.",
            (row.head, stated.raw, part.raw, whole.raw),
        )
