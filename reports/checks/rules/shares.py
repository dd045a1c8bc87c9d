"""Rule that reports shares of one whole that do not add up to 100 %, in tables and sentences."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reports.checks.arithmetic.addends import Line, column_lines, is_beside, is_total
from reports.checks.arithmetic.breakdowns import LEADING, is_breakdown, is_said_breakdown
from reports.checks.arithmetic.listed_shares import find_listed_shares
from reports.checks.arithmetic.rounding import (
    HUNDRED,
    SHARES,
    TWO,
    ZERO,
    add_up,
    format_number,
    is_addable,
)
from reports.checks.rule import Issue, Severity, rule
from reports.core.document.periods import YEAR
from reports.core.figures import Figure
from reports.core.reading import Reading
from reports.core.reading.clauses import iterate_sentences
from reports.core.reading.parts import Grid
from reports.core.reading.place import Place
from reports.core.reading.statement import Statement

SEVERAL = re.compile(r"plusieurs (?:réponses|choix)|choix multiples?|cumulable", re.IGNORECASE)
WOMEN = re.compile(r"\bpart (?:des?|du|de la) ", re.IGNORECASE)
# « 58 % de femmes et 45 % d’hommes »
WOMEN_AND_MEN = re.compile(
    r"\s*(?:sont des |are |de |d['’]|of )?(?:femmes|women)(?: agents?| staff)?,?\s(?:et|and)\s*"
    r"|\s*(?:sont des |are |de |d['’]|of )?(?:hommes|men)(?: agents?| staff)?,?\s(?:et|and)\s*",
    re.IGNORECASE,
)
MEN_OR_WOMEN = re.compile(
    r"\s*(?:sont )?(?:des |de |d['’]|of )?(?:femmes|women|hommes|men)\b", re.IGNORECASE
)
PERCENT = re.compile("%|per cent|pour cent|points?")
MIN_SHARES = 2  # of one whole
MAX_GAP_CHARACTERS = 80  # between two figures that are close together


@rule(
    "shares-differ",
    Severity.WARNING,
    "Parts qui ne font pas 100 %",
    "Une colonne de pourcentages ou une série de graphique, présentée comme une répartition (par "
    "ces mots, un total de 100 %, une ligne « Autres », l’en-tête « Part » ou celui des lignes), "
    "n’a pas 100 % pour somme, de si loin que ce soit, et les arrondis ne l’expliquent pas ; ou, "
    "dans une phrase, les parts des femmes et des hommes, ou celles qu’elle énumère d’un tout. Les "
    "questions à plusieurs réponses, les séries d’années et les « principaux » postes ne sont pas "
    "concernés.",
)
def shares_differ(report: Reading) -> Iterator[Issue]:
    for grid in report.grids:
        heading = report.heading_above(grid.place)
        around = " ".join((grid.title, grid.unit, heading.text if heading else ""))
        if SEVERAL.search(str(grid.table)) or SEVERAL.search(around):
            continue
        for index, column in enumerate(grid.table.columns):
            if index and not is_beside(column.heading):
                is_said = is_totalled(grid, index) or is_said_breakdown(grid, index, around)
                if is_said or is_breakdown(grid, index):
                    least = MIN_SHARES if is_said else MIN_SHARES + 1
                    heads = f"{around} {grid.table.columns[0].heading} {column.heading}"
                    is_open = LEADING.search(heads) is not None
                    lines = share_lines(grid, index)
                    yield from check_shares(grid, column.heading, lines, least, is_open=is_open)
    for statements in report.stated_at.values():
        for pair in pairwise(statements):
            yield from check_women_and_men(*pair)
    for place, words in iterate_sentences(report, PERCENT):
        yield from check_listed_shares(place, words)


def check_listed_shares(place: Place, words: str) -> Iterator[Issue]:
    """Yield an issue where the shares that a sentence lists as all there are are not 100 %."""
    figures = find_listed_shares(words)
    whole = add_up(figures)
    room = sum((figure.step or ZERO for figure in figures), ZERO) / TWO
    is_partial = whole < HUNDRED and LEADING.search(words)
    if figures and not is_partial and abs(whole - HUNDRED) > room:
        terms = " + ".join(format_number(figure.value or ZERO) for figure in figures)
        yield Issue(
            place,
            f"Les {len(figures)} parts d’une phrase font {terms} = {format_number(whole)} %, et "
            "non 100 %.",
            "Corrigez l’une des parts, ou dites ce qui compte deux fois ou manque.",
            tuple(figure.raw for figure in figures),
        )


def check_women_and_men(first: Statement, second: Statement) -> Iterator[Issue]:
    """Yield an issue where the shares of women and men, side by side, are not a whole."""
    figures = (first.figure, second.figure)
    if not all(each.unit in SHARES and is_addable(each) for each in figures):
        return
    between = between_figures(first, second)
    said = between is not None and WOMEN_AND_MEN.fullmatch(between)
    room = sum((figure.step or ZERO for figure in figures), ZERO) / TWO
    if said and MEN_OR_WOMEN.match(second.after) and abs(add_up(figures) - HUNDRED) > room:
        parts = " et ".join(f"« {figure.raw.strip()} »" for figure in figures)
        yield Issue(
            first.place,
            f"{parts} font {format_number(add_up(figures))} %, et non 100 %.",
            "Corrigez l’une des deux parts, ou dites qui d’autre est compté.",
            tuple(figure.raw for figure in figures),
        )


def share_lines(grid: Grid, index: int) -> list[Line]:
    """Return the lines of a column, if all are shares: percentages of things that are no
    periods.
    """
    lines = column_lines(grid.table, index)
    parts = [line for line in lines if not is_total(line.head) and not is_beside(line.head)]
    if any(YEAR.search(part.head) or WOMEN.match(part.head) for part in parts):
        return []
    return parts if all(is_share(grid, part.figure) for part in parts) else []


def is_share(grid: Grid, figure: Figure) -> bool:
    """Return whether a figure is a percentage, by its own unit or the unit of its chart."""
    percent = figure.unit in SHARES or (figure.unit is None and "%" in grid.unit)
    return percent and is_addable(figure)


def is_totalled(grid: Grid, index: int) -> bool:
    """Return whether the column says that it adds up to 100 %."""
    totals = (line.figure for line in column_lines(grid.table, index) if is_total(line.head))
    return any(is_share(grid, figure) and figure.value == HUNDRED for figure in totals)


def check_shares(
    grid: Grid, head: str, lines: list[Line], least: int, *, is_open: bool
) -> Iterator[Issue]:
    """Yield an issue if the shares do not add up to 100 %.

    Less is accepted if `is_open`, or if there are fewer than `least` shares. More is accepted only
    if each share is 100 %.
    """
    figures = [line.figure for line in lines]
    whole = add_up(figures)
    room = sum((figure.step or ZERO for figure in figures), ZERO) / TWO
    if len(figures) < MIN_SHARES or abs(whole - HUNDRED) <= room:
        return
    is_partial = whole < HUNDRED and (is_open or len(figures) < least)
    if is_partial or all(figure.value == HUNDRED for figure in figures):
        return
    name = grid.title.strip() or head.strip() or "La répartition"
    yield Issue(
        grid.place.below(head),
        f"« {name} » : les {len(figures)} parts font {format_number(whole)} %, et non 100 %.",
        "Corrigez l’une des parts, ou dites pourquoi leur somme n’est pas 100 %.",
        (name, *(figure.raw for figure in figures)),
    )


def between_figures(first: Statement, second: Statement) -> str | None:
    """Return the words between two figures, or None if these are not close together in one line."""
    if not first.after.endswith(second.after):
        return None
    length = len(first.after) - len(second.after) - len(second.figure.raw)
    if not 0 <= length <= MAX_GAP_CHARACTERS or not first.after[length:].startswith(
        second.figure.raw
    ):
        return None
    return first.after[:length]
