"""The total of a chart against what the text says of it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reports.checks.arithmetic.addends import is_beside, is_total
from reports.checks.arithmetic.rounding import (
    PLAIN,
    ZERO,
    add_up,
    can_be_printed_for,
    format_number,
    is_addable,
    is_near,
    rounding_slack,
)
from reports.checks.grouping import group_values
from reports.checks.reading import Reading, sentence
from reports.checks.reading.parts import Grid
from reports.checks.reading.statement import Statement
from reports.checks.rule import Issue, Severity, rule
from reports.document.periods import YEAR
from reports.figures import Figure, Unit

ALTOGETHER = re.compile(r"\bau total\b|\ben tout\b", re.IGNORECASE)
PERIOD = re.compile(
    r"janv|févr|\bmars\b|avril|\bmai\b|juin|juil|août|sept|octo|nove|déce|trimestre|semestre|\bT[1-4]\b",
    re.IGNORECASE,
)
COUNTING = {"nombr", "total", "repartit", "repart", "evolu", "volum", "quantit"}
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
def chart_total_differs(report: Reading) -> Iterator[Issue]:
    charts = [grid for grid in report.grids if grid.kind == "chart"]
    said_of = by_noun(report) if charts else {}
    for grid in charts:
        figures = summable_figures(grid)
        exact, room = add_up(figures), rounding_slack(figures)
        spoken = [
            statement
            for noun in sorted(chart_stems(grid) if figures else ())
            for statement in said_of.get(noun, ())
            if statement.place.rank != grid.place.rank and is_near_total(statement, exact)
        ]
        # Where one number is the total, another may well be of something else.
        if not any(can_be_printed_for(statement.figure, exact, room) for statement in spoken):
            issues: dict[str, Issue] = {}
            for statement in spoken:
                issue = build_issue(grid, statement, exact, len(figures))
                issues.setdefault(issue.message, issue)
            yield from issues.values()


def by_noun(report: Reading) -> dict[str, list[Statement]]:
    """Return the counts of the report's year, by the stem of what they count."""
    return group_values(
        (sentence.counted_noun(statement), statement)
        for block in report.blocks
        if not block.node.has_cards
        for statement in report.stated_at.get(block.place.rank, ())
        if statement.figure.unit is None and statement.figure.qualifier in PLAIN
        if sentence.is_of_year(statement, report.year)
    )


def summable_figures(grid: Grid) -> list[Figure]:
    """Return the values of a chart of one series whose parts make a whole; nothing otherwise."""
    table = grid.table
    rows = [row for row in table.rows if not is_total(row.head)]
    if len(table.columns) != 2 or len(rows) < FEWEST or is_beside(table.columns[1].heading):
        return []
    if "%" in grid.unit or any(YEAR.search(r.head) or PERIOD.search(r.head) for r in rows):
        return []
    figures = [row.cells[1].figure for row in rows if len(row.cells) == 2]
    added = [f for f in figures if is_addable(f) and f.unit not in (Unit.PERCENT, Unit.POINT)]
    return figures if len(added) == len(rows) else []


def chart_stems(grid: Grid) -> set[str]:
    """Return the stems of what a chart counts: of its title, its unit, its series."""
    title = [stem for stem in sentence.stem_words(grid.title) if stem not in COUNTING]
    unit, series = map(sentence.stem_words, (grid.unit, grid.table.columns[1].heading))
    return {*title[:1], *unit[:1], *series[:1]} - {"valeur"}


def is_near_total(statement: Statement, exact: Decimal) -> bool:
    """Return whether a number can be meant for the total: within 5 %, further off after « au total
    ».
    """
    value = statement.figure.value or ZERO
    if is_near(value, exact, NEAR) or not is_near(value, exact, CLOSE):
        return is_near(value, exact, NEAR)
    return ALTOGETHER.search(sentence.whole_sentence(statement)) is not None


def build_issue(grid: Grid, statement: Statement, exact: Decimal, parts: int) -> Issue:
    """Return an issue that says what the chart and the text say."""
    stated = statement.figure.raw.strip()
    return Issue(
        grid.place,
        f"Les {parts} valeurs du graphique font {format_number(exact)}, et le texte dit "
        f"« {sentence.counted_thing(statement)} ».",
        "Corrigez l’un des deux, ou dites ce qui les distingue.",
        (grid.title, stated, format_number(exact)),
        (statement.place,),
    )
