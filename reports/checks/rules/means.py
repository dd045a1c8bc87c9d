"""Rule that compares a mean in a table with the values of which it is the mean."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reports.checks.arithmetic.addends import Line, column_lines, find_sums, is_total
from reports.checks.arithmetic.growth import HUNDREDTH
from reports.checks.arithmetic.rounding import (
    ONE,
    TWO,
    ZERO,
    addable_amount,
    fold_unit,
    format_number,
    is_addable,
    is_cut_short,
    round_half_up,
    rounding_slack,
)
from reports.checks.rule import Issue, Severity, rule
from reports.core.document.periods import BESIDE, TARGET, YEAR
from reports.core.document.table import Row, Table
from reports.core.figures import Figure, Unit
from reports.core.reading import Reading
from reports.core.reading.parts import Grid
from reports.core.reading.place import Place

MEAN = re.compile(r"\W*moyennes?\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
# « Moyenne 2024 », not « Moyenne nationale »: the mean of what stands beside it.
BARE = re.compile(r"(?:\W|générale?|annuelle|globale|ensemble|\d)*", re.IGNORECASE)
# « Haute », « Très élevées »: between these, « Moyenne » is one more grade.
GRADE = re.compile(
    r"\W*(?:(?:très|plutôt|assez) )?(?:petit|grand|haut|bas(?:se)?|faible|fort|élevé|critique|bonn?"
    r"|mauvais|majeur|mineur|lourd|légère?|léger|long|longue|court|lent|rapide)(?:e|s|es)?\W*",
    re.IGNORECASE,
)
OTHER = re.compile(r"médian|écart|minim|maxim|\bn\b|rang\b", re.IGNORECASE)
WEIGHTS = re.compile(r"répondant|effectif|participant|\bnombre d|\bvolume", re.IGNORECASE)


@rule(
    "mean-differs",
    Severity.WARNING,
    "Moyenne qui ne correspond pas à ses valeurs",
    "Une colonne « Moyenne 2024 » n’est pas la moyenne des autres colonnes de 2024, ou une ligne "
    "« Moyenne » celle des autres lignes, à l’arrondi près. Une moyenne pondérée par une ligne ou "
    "une colonne d’effectifs du même tableau est admise.",
)
def mean_differs(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        yield from of_columns(grid)
        yield from of_rows(grid)


def of_columns(grid: Grid) -> Iterator[Issue]:
    """Check columns of means."""
    table = grid.table
    heads = [column.heading for column in table.columns[1:]]
    lists = [
        [Line(head, cell.figure) for head, cell in zip(heads, row.cells[1:], strict=False)]
        for row in table.rows
    ]
    if are_grades([head for head in heads if is_part(head)], lists):
        return
    for index, column in enumerate(table.columns):
        if index and (parts := parts_of(table, index)):
            weights = [
                [figure_at(row, part) for part in parts]
                for row in table.rows
                if WEIGHTS.search(row.head)
            ]
            for row in table.rows:
                figures = [figure_at(row, part) for part in (index, *parts)]
                place = grid.place.below(row.head, column.heading)
                yield from check_mean(place, column.heading, figures, weights)


def parts_of(table: Table, index: int) -> list[int]:
    """Return the columns that a column of means is the mean of: the others of its year, if it has
    one.
    """
    head = table.columns[index].heading
    if not is_mean(head):
        return []
    years = set(YEAR.findall(head))
    parts = [
        other
        for other, column in enumerate(table.columns)
        if other and is_part(column.heading) and not TARGET.search(column.heading)
        if not years or set(YEAR.findall(column.heading)) == years
    ]
    return parts if len(parts) > 1 and len(years) < 2 else []


def of_rows(grid: Grid) -> Iterator[Issue]:
    """Check a row of means."""
    table = grid.table
    means = [row for row in table.rows if is_mean(row.head)]
    parts = [row for row in table.rows if is_part(row.head)]
    if len(means) != 1 or len(parts) < 2 or YEAR.search(means[0].head):
        return
    columns = list(enumerate(table.columns))[1:]
    lists = [column_lines(table, index) for index, _ in columns]
    if are_grades([row.head for row in parts], lists):
        return
    weights = [
        [figure_at(row, index) for row in parts]
        for index, column in columns
        if WEIGHTS.search(column.heading)
    ]
    for index, column in columns:
        figures = [figure_at(row, index) for row in (*means, *parts)]
        place = grid.place.below(means[0].head, column.heading)
        yield from check_mean(place, means[0].head, figures, weights)


def are_grades(heads: Sequence[str], lists: Sequence[Sequence[Line]]) -> bool:
    """Return whether « Moyenne » is a grade here, between others such as « Haute » and « Basse ».

    It is one if all the other heads are grades, or if a total is only right when it is added.
    """
    if heads and all(map(GRADE.fullmatch, heads)):
        return True
    return any(each.has_grades for lines in lists for each in find_sums(lines))


def is_mean(head: str) -> bool:
    """Return whether the name says that this is the mean of its neighbours."""
    mean = MEAN.match(head)
    return mean is not None and BARE.fullmatch(mean["rest"]) is not None


def is_part(head: str) -> bool:
    """Return whether a line or column can be among those that a mean is of."""
    return not (MEAN.match(head) or OTHER.search(head) or BESIDE.search(head) or is_total(head))


def figure_at(row: Row, index: int) -> Figure | None:
    """Return the figure there, if the row is long enough."""
    return row.cells[index].figure if index < len(row.cells) else None


def check_mean(
    place: Place,
    head: str,
    figures: Sequence[Figure | None],
    weights: Sequence[Sequence[Figure | None]],
) -> Iterator[Issue]:
    """Yield an issue where the first of the figures is neither the plain mean of the others nor a
    weighted one.
    """
    stated, *parts = figures
    values = known_values(parts)
    if stated is None or not values or not is_addable(stated):
        return
    if any(fold_unit(part) is not fold_unit(stated) for part in parts if part):
        return
    mean = sum(values, ZERO) / len(values)
    # What a rounded part may add is shared by all parts.
    slack = rounding_slack(part for part in parts if part) / len(values)
    room = (stated.step or ZERO) / TWO + slack
    weighted = (weighted_mean(values, known_values(row)) for row in weights)
    if any(is_mean_of(stated, each, room) for each in (mean, *filter(None, weighted))):
        return
    printed, *raws = (figure.raw.strip() for figure in figures if figure)
    quoted = ", ".join(f"« {raw} »" for raw in raws[:6]) + (", …" if len(raws) > 6 else "")
    exact = format_number(round_half_up(mean, HUNDREDTH))
    yield Issue(
        place,
        f"« {head.strip()} » : la moyenne de {quoted} est {exact}, et non « {printed} ».",
        "Corrigez la moyenne ou l’une des valeurs, ou dites comment elle est pondérée.",
        (head.strip(), printed, *raws),
    )


def is_mean_of(stated: Figure, mean: Decimal, room: Decimal) -> bool:
    """Return whether a figure is a mean, rounded or, for a percentage, cut short."""
    value, step = stated.value or ZERO, stated.step or ONE
    is_cut = stated.unit is Unit.PERCENT and is_cut_short(value, mean, step)
    return is_cut or abs(value - mean) <= room


def known_values(figures: Sequence[Figure | None]) -> list[Decimal]:
    """Return the values of the figures if all are numbers, else nothing."""
    values = [value for f in figures if f and (value := addable_amount(f)) is not None]
    return values if len(values) == len(figures) else []


def weighted_mean(values: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal | None:
    """Return the weighted mean, where the weights are known."""
    if len(weights) != len(values) or not (whole := sum(weights, ZERO)):
        return None
    return sum((v * w for v, w in zip(values, weights, strict=True)), ZERO) / whole
