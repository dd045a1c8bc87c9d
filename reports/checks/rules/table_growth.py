"""Rule that compares the growth that a sentence states for a row with the table's two years."""

import re
from collections.abc import Iterator

from reports.checks.arithmetic import growth
from reports.checks.arithmetic.growth import Growth
from reports.checks.arithmetic.rounding import SHARES
from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules.growth import check_growth
from reports.core.comparison.columns import is_target
from reports.core.comparison.dates import find_years
from reports.core.comparison.subject import meaningful_stems
from reports.core.document.table import Row
from reports.core.figures import Figure, Qualifier, Unit, parse
from reports.core.figures.locale import current_locale
from reports.core.reading import Reading
from reports.core.reading.clauses import iterate_clauses
from reports.core.reading.parts import Grid
from reports.core.reading.place import Place
from reports.core.reading.statement import split_figures

PERCENT = re.compile("%|points?")
# « Les livres jeunesse ont progressé de », "Legacies grew by"
SUBJECT = re.compile(
    r"(?P<subject>[^,;:()\d]{3,90}?)\s(?:(?:ont|a|have|has)\s)?"
    r"(?:progressé|augmenté|baissé|diminué|reculé|grew|grown|rose|risen|fell|fallen|increased"
    r"|decreased|dropped|declined)\s(?:de|by)\s",
    re.IGNORECASE,
)
# What is of another span of time, or of other things than the row
OTHER = re.compile(
    r"\b(?:depuis|en moyenne|par an|since|average|per year|a year|annually|over|real|réel\w*"
    r"|constant\w*|trimestre|quarter|mois|month|budget\w*|prév\w+|forecast|between|entre)\b|\d{4}",
    re.IGNORECASE,
)
SHARE = re.compile(r"\b(?:parts?|shares?|évol\w*|variation|change)\b|%", re.IGNORECASE)
ENDS = 2  # years of a table that has but one growth


@rule(
    "table-growth-differs",
    Severity.WARNING,
    "Évolution d’une phrase démentie par un tableau",
    "Une phrase dit l’évolution d’une ligne (« Les livres jeunesse ont progressé de 12 % ») dont "
    "un tableau de la même partie donne les deux années, et le calcul donne une autre évolution. "
    "La phrase n’a pas d’autre mot que la ligne, sa légende et les titres au-dessus.",
)
def table_growth_differs(report: Reading) -> Iterator[Issue]:
    grids = [(grid, find_ends(report, grid)) for grid in report.grids]
    dated = [(grid, ends) for grid, ends in grids if ends]
    if not dated:
        return
    for place, words in iterate_clauses(report, PERCENT):
        said = read_claim(words)
        if said is None:
            continue
        subject, stated, before = said
        heading = report.heading_above(place)
        found = [
            (grid, row, ends)
            for grid, ends in dated
            if heading == report.heading_above(grid.place)
            for row in grid.table.rows
            if is_named(row, grid, heading.text if heading else "", subject)
        ]
        if len(found) == 1:
            yield from check_row(place, *found[0], stated, before)


def find_ends(report: Reading, grid: Grid) -> tuple[int, ...]:
    """Return the columns of the year before and of the year, if a table has exactly these two."""
    heads = [
        (n, find_years(column.heading))
        for n, column in enumerate(grid.table.columns)
        if not SHARE.search(column.heading)
    ]
    dated = [(years[-1], n) for n, years in heads if n and years]
    is_aimed = any(is_target(column.heading) for column in grid.table.columns)
    if is_aimed or len(dated) != ENDS:
        return ()
    (first, start), (last, end) = sorted(dated)
    is_of_year = last in (report.year, report.year + 1) and first == last - 1
    return (start, end) if is_of_year else ()


def read_claim(words: str) -> tuple[frozenset[str], Figure, str] | None:
    """Return the stems of what grew, the percentage, and the words before it.

    Return None if the clause says anything else.
    """
    pieces = split_figures(words, current_locale())
    if not pieces:
        return None
    before, expression, after = pieces[0]
    stated, found = parse(expression), SUBJECT.fullmatch(before.lstrip())
    is_percentage = stated.unit in SHARES and stated.qualifier is Qualifier.EXACT
    is_other = OTHER.search(before) or OTHER.search(after)
    if found is None or is_other or not is_percentage or "%" in after:
        return None
    return frozenset(meaningful_stems(found["subject"])), stated, before


def is_named(row: Row, grid: Grid, heading: str, subject: frozenset[str]) -> bool:
    """Return whether a subject is the name of a row, with no word but those around the table."""
    name = {*meaningful_stems(row.head)}
    around = name.union(meaningful_stems(f"{grid.title} {heading} {grid.table.columns[0].heading}"))
    return bool(name) and name <= subject <= around


def check_row(
    place: Place, grid: Grid, row: Row, ends: tuple[int, ...], stated: Figure, before: str
) -> Iterator[Issue]:
    """Yield an issue if the growth of a row is not the one that a sentence states."""
    if len(row.cells) <= max(ends):
        return
    start, end = (row.cells[n].figure for n in ends)
    kind = growth.detect_kind(stated, before, "")
    is_exact = start.qualifier is end.qualifier is Qualifier.EXACT
    if kind is None or not is_exact or not growth.same_kind(start, end, kind[0]):
        return
    if start.unit in (Unit.PERCENT, Unit.POINT) or not start.value or not end.value:
        return
    claim = Growth(stated, start, end, "percent", kind[1])
    if stated.unit is Unit.PERCENT and (claim.is_right or can_be_rounded(claim)):
        return
    yield from check_growth(place, claim)


def can_be_rounded(claim: Growth) -> bool:
    """Return whether values that are printed in thousands or millions leave room for a growth."""
    start, end = claim.start, claim.end
    if not (start.step and end.step and start.value and end.value):
        return True
    room = (start.step / start.value + end.step / end.value) * 100
    return abs((claim.exact or 0) - claim.value) <= room + claim.step
