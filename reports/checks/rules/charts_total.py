"""Rule that compares the total of a chart with the number that the text gives for it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reports.checks.arithmetic.addends import is_beside, is_total
from reports.checks.arithmetic.rounding import (
    PLAIN,
    ZERO,
    add_up,
    can_be_printed_for,
    format_number,
    is_addable,
    rounding_slack,
)
from reports.checks.rule import Issue, Severity, rule
from reports.core.document.periods import YEAR
from reports.core.figures import Figure, Unit
from reports.core.reading import Reading, sentence
from reports.core.reading.parts import Grid
from reports.core.reading.statement import Statement
from reports.core.text.grouping import group_values

ALTOGETHER = re.compile(r"\bau total\b|\ben tout\b", re.IGNORECASE)
# Words after a noun that leave some of the things out: « services à impact national ».
RESTRICTED = re.compile(
    r"[^.;:,(]*?\b(?:à(?! la fin)|au(?! mois| total| \d)|aux|avec|sans|ayant|qui|dont|où|ont|ne"
    r"|hors|nouve\w+|par|chez|dans|with|without|having|who|that|which|have|in|per)\b",
    re.IGNORECASE,
)
PART = re.compile(r"\b(?:dont|parmi|sur|des|y compris|of which|including|of)\s*$", re.IGNORECASE)
RUNNING = ("paragraph", "callout", "quote")
PERIOD = re.compile(
    r"janv|févr|\bmars\b|avril|\bmai\b|juin|juil|août|sept|octo|nove|déce|trimestre|semestre|\bT[1-4]\b",
    re.IGNORECASE,
)
COUNTING = {"nombr", "total", "repartit", "repart", "evolu", "volum", "quantit"}
MIN_ROWS = 3  # of a chart whose total is compared


@rule(
    "chart-total-differs",
    Severity.WARNING,
    "Total d’un graphique différent du nombre annoncé",
    "La somme des valeurs d’un graphique n’est pas le nombre que le texte donne pour la même "
    "chose, de si loin que ce soit : celui d’une phrase « au total », le premier d’une liste de "
    "chiffres clés, ou le plus grand nombre de ces choses que dit une phrase. Un nombre que la "
    "suite restreint (« services à impact national ») n’est pas comparé. Les graphiques en "
    "pourcentages, dans le temps ou à plusieurs séries ne sont pas sommés.",
)
def chart_total_differs(report: Reading) -> Iterator[Issue]:
    charts = [grid for grid in report.grids if grid.kind == "chart"]
    said_of = by_noun(report) if charts else {}
    for grid in charts:
        figures = summable_figures(grid)
        exact, room = add_up(figures), rounding_slack(figures)
        counts = [
            statement
            for noun in sorted(chart_stems(grid) if exact else ())
            for statement in said_of.get(noun, ())
            if statement.place.rank != grid.place.rank
        ]
        spoken = find_totals(report, counts)
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
    if len(table.columns) != 2 or len(rows) < MIN_ROWS or is_beside(table.columns[1].heading):
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


def find_totals(report: Reading, counts: Sequence[Statement]) -> list[Statement]:
    """Return the counts that claim to cover all the things of a chart, by their words and places.

    Those with « au total » count first, then the largest first number of a list of key figures; if
    no list has one, the largest number in running text.
    """
    largest = max((each.figure.value or ZERO for each in counts), default=ZERO)
    totals, spoken, first = [], [], []
    listed: set[int] = set()
    for each in counts:
        rank, words = each.place.rank, sentence.words_after(each)
        kind = report.blocks[rank].kind
        is_whole = not (PART.search(each.before) or RESTRICTED.match(words))
        is_largest = kind in RUNNING and each.figure.value == largest
        if ALTOGETHER.search(sentence.whole_sentence(each)):
            totals.append(each)
        elif is_whole and is_largest:
            spoken.append(each)
        elif is_whole and kind == "key_figures" and rank not in listed:
            first.append(each)
        listed.add(rank)
    # Of several lists of key figures, one is of all the things.
    most = max((each.figure.value or ZERO for each in first), default=ZERO)
    return [*totals, *([each for each in first if each.figure.value == most] or spoken)]


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
