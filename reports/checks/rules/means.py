"""Means against what they are the means of."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reports.checks.arithmetic.addends import is_total
from reports.checks.arithmetic.rounding import TWO, ZERO, amount, rounded, said, slack
from reports.checks.reading import Reading
from reports.checks.reading.parts import Grid
from reports.checks.reading.place import Place
from reports.checks.rule import Severity, Slip, rule
from reports.figures import Figure
from reports.projection import BESIDE, TARGET, YEAR
from reports.tables import Row, Table

MEAN = re.compile(r"\W*moyennes?\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
# « Moyenne 2024 », not « Moyenne nationale »: the mean of what stands beside it.
BARE = re.compile(r"(?:\W|générale?|annuelle|globale|ensemble|\d)*", re.IGNORECASE)
OTHER = re.compile(r"médian|écart|minim|maxim|\bn\b|rang\b", re.IGNORECASE)
HUNDREDTH = Decimal("0.01")
WEIGHTS = re.compile(r"répondant|effectif|participant|\bnombre d|\bvolume", re.IGNORECASE)


@rule(
    "mean-differs",
    Severity.WARNING,
    "Moyenne qui ne correspond pas à ses valeurs",
    "Une colonne « Moyenne 2024 » n’est pas la moyenne des autres colonnes de 2024, ou une ligne "
    "« Moyenne » celle des autres lignes, à l’arrondi près. Une moyenne pondérée par une ligne ou "
    "une colonne d’effectifs du même tableau est admise.",
)
def mean_differs(report: Reading) -> Iterator[Slip]:
    for grid in report.grids:
        yield from of_columns(grid)
        yield from of_rows(grid)


def of_columns(grid: Grid) -> Iterator[Slip]:
    """Columns of means that are not."""
    table = grid.table
    for index, column in enumerate(table.columns):
        if index and (parts := parts_of(table, index)):
            weights = [
                [cell(row, part) for part in parts]
                for row in table.rows
                if WEIGHTS.search(row.head)
            ]
            for row in table.rows:
                figures = [cell(row, part) for part in parts]
                place = grid.place.below(row.head, column.heading)
                yield from wrong(place, column.heading, cell(row, index), figures, weights)


def parts_of(table: Table, index: int) -> list[int]:
    """The columns that a column of means is the mean of: the others of its year, if it has one."""
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


def of_rows(grid: Grid) -> Iterator[Slip]:
    """A row of means that is not."""
    table = grid.table
    means = [row for row in table.rows if is_mean(row.head)]
    parts = [row for row in table.rows if is_part(row.head)]
    if len(means) != 1 or len(parts) < 2 or YEAR.search(means[0].head):
        return
    columns = list(enumerate(table.columns))[1:]
    weights = [
        [cell(row, index) for row in parts]
        for index, column in columns
        if WEIGHTS.search(column.heading)
    ]
    for index, column in columns:
        figures = [cell(row, index) for row in parts]
        place = grid.place.below(means[0].head, column.heading)
        yield from wrong(place, means[0].head, cell(means[0], index), figures, weights)


def is_mean(head: str) -> bool:
    """Whether the name says that this is the mean of its neighbours."""
    found = MEAN.match(head)
    return found is not None and BARE.fullmatch(found["rest"]) is not None


def is_part(head: str) -> bool:
    """Whether a line or column can be among those that a mean is of."""
    return not (MEAN.match(head) or OTHER.search(head) or BESIDE.search(head) or is_total(head))


def cell(row: Row, index: int) -> Figure | None:
    """The figure there, if the row is long enough."""
    return row.cells[index].figure if index < len(row.cells) else None


def wrong(
    place: Place,
    head: str,
    stated: Figure | None,
    figures: Sequence[Figure | None],
    weights: Sequence[Sequence[Figure | None]],
) -> Iterator[Slip]:
    """Says that a mean is neither the plain one of the figures nor a weighted one."""
    values = known(figures)
    if stated is None or not values or amount(stated) is None:
        return
    if any(figure.unit is not stated.unit for figure in figures if figure):
        return
    mean = sum(values, ZERO) / len(values)
    # What a rounded part may add is shared by all parts.
    room = slack(figure for figure in figures if figure) / len(values)
    candidates = [mean, *(found for row in weights if (found := weighted(values, known(row))))]
    step = stated.step or ZERO
    if any(abs((stated.value or ZERO) - found) <= step / TWO + room for found in candidates):
        return
    raws = [figure.raw.strip() for figure in figures if figure]
    shown = ", ".join(f"« {raw} »" for raw in raws[:6]) + (", …" if len(raws) > 6 else "")
    printed = stated.raw.strip()
    exact = said(rounded(mean, HUNDREDTH))
    yield Slip(
        place,
        f"« {head.strip()} » : la moyenne de {shown} est {exact}, et non « {printed} ».",
        "Corrigez la moyenne ou l’une des valeurs, ou dites comment elle est pondérée.",
        (head.strip(), printed, *raws),
    )


def known(figures: Sequence[Figure | None]) -> list[Decimal]:
    """The values of the figures if all are numbers, else nothing."""
    values = [value for f in figures if f and (value := amount(f)) is not None]
    return values if len(values) == len(figures) else []


def weighted(values: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal | None:
    """The weighted mean, where the weights are known."""
    if len(weights) != len(values) or not (whole := sum(weights, ZERO)):
        return None
    return sum((v * w for v, w in zip(values, weights, strict=True)), ZERO) / whole
