"""Units of figures that stand together."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reports.checks.arithmetic.rounding import PLAIN
from reports.checks.reading import Reading
from reports.checks.reading.parts import Grid
from reports.checks.reading.place import Place
from reports.checks.rule import Severity, Slip, rule
from reports.figures import Figure, Unit
from reports.projection import period

# Pairs that cannot be compared or added as they stand; others (mois, jours) are merely unlike.
CONFUSED = (
    {Unit.FTE, Unit.FTE_WORKED},
    {Unit.PERCENT, None},
    {Unit.EURO, None},
    {Unit.PERCENT, Unit.POINT},
)
# Columns that say how the others compare, in a unit of their own.
RATE = re.compile(r"\b(?:taux|parts?|pourcentage|ratio|réalisation|atteinte)\b|%", re.IGNORECASE)


@rule(
    "mixed-units",
    Severity.WARNING,
    "Unités mêlées",
    "Des chiffres qui se comparent ou s’additionnent n’ont pas la même unité : des ETP parmi des "
    "ETPT dans un budget, un pourcentage sans « % » ou un montant sans « € » dans une ligne de "
    "tableau ou une liste de montants.",
)
def mixed_units(report: Reading) -> Iterator[Slip]:
    for block in report.blocks:
        if block.kind == "budget":
            for child, label in (("amount", "Montant"), ("staff", "Effectif")):
                figures = [line[child]["figure"] for line in block.value["lines"]]
                yield from mixed(block.place.below(label), figures)
    for grid in report.grids:
        for place, figures in alike(grid):
            yield from mixed(place, figures)


def alike(grid: Grid) -> Iterator[tuple[Place, list[Figure]]]:
    """The figures of a table that should be of one unit: a list of awards, one line by period."""
    table = grid.table
    if grid.kind == "funding_table":
        for index, column in enumerate(table.columns[1:], 1):
            cells = [row.cells[index].figure for row in table.rows if index < len(row.cells)]
            yield grid.place.below(column.heading), cells
        return
    dated = [
        index
        for index, column in enumerate(table.columns)
        if index and period(column) and not RATE.search(column.heading)
    ]
    for row in table.rows:
        cells = [row.cells[index].figure for index in dated if index < len(row.cells)]
        yield grid.place.below(row.head), cells


def mixed(place: Place, figures: Sequence[Figure]) -> Iterator[Slip]:
    """Says which figures have the unit that fewer of them have."""
    counted = [figure for figure in figures if figure.qualifier in PLAIN and figure.value]
    units = Counter(figure.unit for figure in counted)
    if len(units) != 2 or set(units) not in CONFUSED:
        return
    rare = min(units, key=lambda unit: (units[unit], unit is not None))
    odd = [figure.raw.strip() for figure in counted if figure.unit is rare]
    others = [figure.raw.strip() for figure in counted if figure.unit is not rare]
    yield Slip(
        place,
        f"{quoted(odd)} parmi {quoted(others)} : l’unité n’est pas la même.",
        "Donnez la même unité à tous ces chiffres, ou dites pourquoi elles diffèrent.",
        (*odd, *others),
    )


def quoted(words: Sequence[str], most: int = 3) -> str:
    """The first of some figures as printed, and how many more there are."""
    shown = ", ".join(f"« {word} »" for word in words[:most])
    return f"{shown} et {len(words) - most} autres" if len(words) > most else shown
