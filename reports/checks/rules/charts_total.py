"""The total of a chart against what the text says of it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reports.checks.arithmetic.addends import is_beside, is_total
from reports.checks.arithmetic.rounding import PLAIN, ZERO, amount, fits, near, said, slack
from reports.checks.reading import Reading, sentence
from reports.checks.reading.parts import Grid
from reports.checks.reading.statement import Statement
from reports.checks.rule import Severity, Slip, rule
from reports.figures import Figure, Unit
from reports.projection import YEAR

ALTOGETHER = re.compile(r"\bau total\b|\ben tout\b", re.IGNORECASE)
PERIOD = re.compile(
    r"janv|févr|\bmars\b|avril|\bmai\b|juin|juil|août|sept|octo|nove|déce|trimestre|semestre|\bT[1-4]\b",
    re.IGNORECASE,
)
COUNTING = {"nombr", "total", "repartit", "repart", "evolu", "volum", "quantit"}
CARDS = ("impact_cards", "comparison_cards")
NEAR, CLOSE = Decimal("1.05"), Decimal("1.5")
FEWEST = 3


@rule(
    "chart-total-differs",
    Severity.WARNING,
    "Total d’un graphique différent du nombre annoncé",
    "La somme des valeurs d’un graphique diffère de peu (5 %) du nombre que le texte donne pour la "
    "même chose, ou de celui d’une phrase « au total ». Les graphiques en pourcentages, dans le "
    "temps ou à plusieurs séries ne sont pas sommés.",
)
def chart_total_differs(report: Reading) -> Iterator[Slip]:
    charts = [grid for grid in report.grids if grid.kind == "chart"]
    said_of = by_noun(report) if charts else {}
    for grid in charts:
        figures = summable(grid)
        exact, room = sum((figure.value or ZERO for figure in figures), ZERO), slack(figures)
        spoken = [
            statement
            for noun in sorted(counted(grid) if figures else ())
            for statement in said_of.get(noun, ())
            if statement.place.rank != grid.place.rank and is_near(statement, exact)
        ]
        # Where one number is the total, another may well be of something else.
        if not any(fits(statement.figure, exact, room) for statement in spoken):
            for statement in spoken:
                yield slip(grid, statement, exact, len(figures))


def by_noun(report: Reading) -> dict[str, list[Statement]]:
    """The counts of the report's year, by the stem of what they count."""
    found: dict[str, list[Statement]] = {}
    for block in report.blocks:
        if block.kind not in CARDS:
            for statement in report.stated_at.get(block.place.rank, ()):
                figure = statement.figure
                counts = figure.unit is None and figure.qualifier in PLAIN
                if counts and sentence.is_of(statement, report.year):
                    found.setdefault(sentence.noun(statement), []).append(statement)
    return found


def summable(grid: Grid) -> list[Figure]:
    """The values of a chart of one series whose parts make a whole; nothing otherwise."""
    table = grid.table
    rows = [row for row in table.rows if not is_total(row.head)]
    if len(table.columns) != 2 or len(rows) < FEWEST or is_beside(table.columns[1].heading):
        return []
    if "%" in grid.unit or any(YEAR.search(r.head) or PERIOD.search(r.head) for r in rows):
        return []
    figures = [row.cells[1].figure for row in rows if len(row.cells) == 2]
    added = [
        f for f in figures if amount(f) is not None and f.unit not in (Unit.PERCENT, Unit.POINT)
    ]
    return figures if len(added) == len(rows) else []


def counted(grid: Grid) -> set[str]:
    """The stems of what a chart counts: of its title, its unit, its series."""
    title = [stem for stem in sentence.stemmed(grid.title) if stem not in COUNTING]
    others = (
        *sentence.stemmed(grid.unit)[:1],
        *sentence.stemmed(grid.table.columns[1].heading)[:1],
    )
    return {*title[:1], *others} - {"valeur"}


def is_near(statement: Statement, exact: Decimal) -> bool:
    """Whether a number can be meant for the total: within 5 %, further off after « au total »."""
    value = statement.figure.value or ZERO
    if near(value, exact, NEAR) or not near(value, exact, CLOSE):
        return near(value, exact, NEAR)
    return ALTOGETHER.search(sentence.words(statement)) is not None


def slip(grid: Grid, statement: Statement, exact: Decimal, parts: int) -> Slip:
    """Says what the chart and the text say."""
    stated = statement.figure.raw.strip()
    return Slip(
        grid.place,
        f"Les {parts} valeurs du graphique font {said(exact)}, et le texte dit "
        f"« {sentence.thing(statement)} ».",
        "Corrigez l’un des deux, ou dites ce qui les distingue.",
        (grid.title, stated, said(exact)),
        (statement.place,),
    )
