"""Rule that reports figures of different units where they are compared or added."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reports.checks.arithmetic.addends import column_lines
from reports.checks.arithmetic.posts import iterate_budget_columns
from reports.checks.arithmetic.rounding import PLAIN
from reports.checks.rule import Issue, Severity, rule
from reports.core.document.periods import MONTHS, read_period
from reports.core.figures import Figure, Unit
from reports.core.reading import Reading
from reports.core.reading.parts import Grid
from reports.core.reading.place import Place
from reports.core.text.grouping import group_values

# Pairs that cannot be compared or added as they stand; others (mois, jours) are merely unlike.
CONFUSED = (
    {Unit.FTE, Unit.FTE_WORKED},
    {Unit.PERCENT, None},
    {Unit.EURO, None},
    {Unit.PERCENT, Unit.POINT},
)
# Columns that say how the others compare, in a unit of their own.
RATE = re.compile(
    r"\b(?:taux|parts?|pourcentage|ratio|réalisation|atteinte|shares?|rates?|percentage|proportion)\b|%",
    re.IGNORECASE,
)
# What columns of one measure say apart from it: a period, a result, a plan.
PERIOD = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}|(?:[TQSH][1-4]|[1-4](?:er|e|ème|st|nd|rd|th)\s+\w+)"
    r"|années?|exercices?|years?|fy|results?|résultats?|objecti(?:fs?|ves?)|cibles?|targets?|goals?"
    r"|réalisée?s?|réel|exécutée?s?|exécution|consommée?s?|actuals?|outturn|budget|plf|lfi|plan"
    r"|prévisions?|prévue?s?|forecasts?|planned|initiale?s?|finale?s?|definitive|définiti\w{1,4}"
    r"|provisoires?|de|du|des|en|au|of|in|the|for|to|valeurs?|values?)\b|\W|\d",
    re.IGNORECASE,
)


SINGLE_SERIES_COLUMNS = 2  # columns: categories and their values


@rule(
    "mixed-units",
    Severity.WARNING,
    "Unités mêlées",
    "Des chiffres qui se comparent ou s’additionnent n’ont pas la même unité : des ETP parmi des "
    "ETPT dans un budget, un pourcentage sans « % » ou un montant sans « € » dans une ligne de "
    "tableau ou une liste de montants. Des colonnes qui mesurent autre chose ne se comparent pas.",
)
def mixed_units(report: Reading) -> Iterator[Issue]:
    for block in report.blocks:
        if block.kind == "budget":
            for label, _, lines in iterate_budget_columns(block):
                yield from check_units(block.place.below(label), [line.figure for line in lines])
    for grid in report.grids:
        for place, figures in comparable_figures(grid):
            yield from check_units(place, figures)


def comparable_figures(grid: Grid) -> Iterator[tuple[Place, list[Figure]]]:
    """Yield the figures of a table that should be of one unit: a list of awards, one line by
    period.
    """
    table = grid.table
    if grid.kind == "funding_table":
        for index, column in enumerate(table.columns[1:], 1):
            figures = [line.figure for line in column_lines(table, index)]
            yield grid.place.below(column.heading), figures
        return
    if grid.kind == "chart" and len(table.columns) == SINGLE_SERIES_COLUMNS:
        yield grid.place, [line.figure for line in column_lines(table, 1)]
        return
    dated = [
        index
        for index, column in enumerate(table.columns)
        if index and read_period(column) and not RATE.search(column.heading)
    ]
    measures = group_values((name_measure(table.columns[n].heading), n) for n in dated)
    for row in table.rows:
        for places in measures.values():
            cells = [row.cells[index].figure for index in places if index < len(row.cells)]
            yield grid.place.below(row.head), cells


def name_measure(heading: str) -> str:
    """Return what a column counts: nothing but a period in « Résultats 2024 », the cases in « Cases
    2024 ».
    """
    return PERIOD.sub("", heading).casefold()


def check_units(place: Place, figures: Sequence[Figure]) -> Iterator[Issue]:
    """Yield an issue that says which figures have the unit that fewer of them have."""
    counted = [figure for figure in figures if figure.qualifier in PLAIN and figure.value]
    units = Counter(figure.unit for figure in counted)
    if len(units) != 2 or set(units) not in CONFUSED:
        return
    rare = min(units, key=lambda unit: (units[unit], unit is not None))
    odd = [figure.raw.strip() for figure in counted if figure.unit is rare]
    others = [figure.raw.strip() for figure in counted if figure.unit is not rare]
    yield Issue(
        place,
        f"{quote_figures(odd)} parmi {quote_figures(others)} : l’unité n’est pas la même.",
        "Donnez la même unité à tous ces chiffres, ou dites pourquoi elles diffèrent.",
        (*odd, *others),
    )


def quote_figures(words: Sequence[str], most: int = 3) -> str:
    """Return the first of some figures as printed, and how many more there are."""
    shown = ", ".join(f"« {word} »" for word in words[:most])
    return f"{shown} et {len(words) - most} autres" if len(words) > most else shown
