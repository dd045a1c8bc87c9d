"""Rules that report rows and facts with the same figures as in last year's report."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reports.checks.rule import Issue, Severity, rule
from reports.core.comparison import counterparts
from reports.core.comparison.agreement import is_comparable, is_same_number
from reports.core.comparison.dates import find_years, reported_years, shift_years
from reports.core.comparison.subject import iterate_claims, quote_statement, subject_key
from reports.core.document.table import Row
from reports.core.figures import Figure
from reports.core.reading import Reading
from reports.core.reading.parts import Fact, Grid
from reports.core.reading.statement import Statement
from reports.core.text.grouping import group_values
from reports.core.text.stems import fold_accents

Pair = tuple[Figure, Figure]
MIN_TELLING_DIGITS = 3  # digits that two numbers do not share by chance


@rule(
    "left-over-row",
    Severity.WARNING,
    "Ligne restée de l’année dernière",
    "Une ligne de tableau a les mêmes chiffres que la même ligne du bilan de l’année dernière, "
    "alors que ses colonnes parlent d’une année de plus.",
)
def left_over_row(report: Reading) -> Iterator[Issue]:
    last = report.previous
    awards: defaultdict[str, list[tuple[Grid, Row, Pair]]] = defaultdict(list)
    for grid, row, other, twin in counterparts.pair_rows(report, last):
        if grid.kind == "funding_table":
            cells_of_both = zip(row.cells[1:], twin.cells[1:], strict=False)
            pairs = [(a.figure, b.figure) for a, b in cells_of_both if a.figure.is_number]
            if pairs and all(is_printed_alike(*pair) for pair in pairs):
                awards[grid.place.block].append((grid, row, pairs[0]))
        elif grid.kind != "chart":
            pairs = shifted_cells(report, grid, row, other, twin)
            own = shifted_cells(report, grid, row, other, twin, year=report.year)
            alone = own if any(is_singular(now) for now, _ in own) else []
            for cells in (pairs, alone):
                if (
                    cells
                    and all(is_printed_alike(*pair) for pair in cells)
                    and are_distinctive(cells)
                ):
                    yield build_row_issue(grid, row, [now for now, _ in cells], last.year)
                    break
    for won in awards.values():
        for grid, row, pair in won:
            if len(won) > 1 or count_significant_digits(pair[0]) >= MIN_TELLING_DIGITS:
                yield build_row_issue(grid, row, [pair[0]], last.year)


def shifted_cells(
    report: Reading, grid: Grid, row: Row, other: Grid, twin: Row, year: int | None = None
) -> list[Pair]:
    """Return the cells of the columns that say the same a year later, of every year or of one."""
    last_figures = {
        shift_years(column.heading, report.previous.year): cell.figure
        for column, cell in zip(other.table.columns[1:], twin.cells[1:], strict=False)
        if find_years(column.heading)
    }
    pairs = []
    for column, cell in zip(grid.table.columns[1:], row.cells[1:], strict=False):
        years = find_years(column.heading)
        if years and (year is None or years == (year,)) and cell.figure.is_number:
            before = last_figures.get(shift_years(column.heading, report.year))
            if before is None:
                return []
            pairs.append((cell.figure, before))
    return pairs


def build_row_issue(grid: Grid, row: Row, figures: Sequence[Figure], year: int) -> Issue:
    """Return an issue about a row that kept last year's figures."""
    numbers = " ; ".join(figure.text for figure in figures)
    return Issue(
        grid.place.below(row.head),
        f"« {row.head} » a les mêmes chiffres que dans le bilan {year} ({numbers}).",
        "Mettez la ligne à jour, ou confirmez que rien n’a changé.",
        (row.head, *(figure.raw for figure in figures)),
    )


@rule(
    "left-over-facts",
    Severity.WARNING,
    "Faits restés de l’année dernière",
    "Une carte ou un groupe de chiffres clés a, pour l’année du bilan, les mêmes chiffres que dans "
    "le bilan de l’année dernière.",
)
def left_over_facts(report: Reading) -> Iterator[Issue]:
    last = report.previous
    for card, others in counterparts.pair_cards(report, last):
        for heading, facts in card.periods:
            if reported_years(heading) in ((), (report.year,)):
                then = [
                    fact
                    for other in others
                    for label, known in other.periods
                    if reported_years(label) in ((), (last.year,))
                    for fact in known
                ]
                now = drop_history(facts, report.year)
                yield from check_unchanged(now, then, f"« {card.name} »", last.year)
    known = [fact for group in group_facts(last).values() for fact in group]
    for group in group_facts(report).values():
        now = drop_history(group, report.year)
        yield from check_unchanged(now, known, "Ce groupe de chiffres clés", last.year)


def group_facts(report: Reading) -> dict[tuple[str, ...], list[Fact]]:
    """Return the facts of key figures, group by group."""
    return group_values(
        ((fact.place.block, *fact.place.trail[:-1]), fact)
        for fact in report.facts
        if report.blocks[fact.place.rank].kind == "key_figures"
    )


def drop_history(facts: Sequence[Fact], year: int) -> list[Fact]:
    """Return the facts without those that name earlier years alone: they stay what they were."""
    return [fact for fact in facts if max(find_years(fact.line), default=year) >= year]


def check_unchanged(
    facts: Sequence[Fact], then: Sequence[Fact], who: str, year: int
) -> Iterator[Issue]:
    """Yield an issue about facts whose counts are all last year's."""
    known = {subject_key(s): s.figure for s in iterate_keyed_claims(then)}
    now = list(iterate_keyed_claims(facts))
    repeated = [s for s in now if subject_key(s) in known]
    pairs = [(s.figure, known[subject_key(s)]) for s in repeated]
    most = len(pairs) * 2 > len(now)
    if most and are_distinctive(pairs) and all(is_printed_alike(*pair) for pair in pairs):
        lines = ", ".join(f"« {quote_statement(s)} »" for s in repeated)
        yield Issue(
            facts[0].place,
            f"{who} a les mêmes chiffres que dans le bilan {year} : {lines}.",
            "Mettez ces chiffres à jour, ou confirmez que rien n’a changé.",
            (*(s.figure.raw for s in repeated), *(fold_accents(s.line) for s in repeated)),
        )


def iterate_keyed_claims(facts: Sequence[Fact]) -> Iterator[Statement]:
    """Yield the counts that facts claim, where it can be said what they count."""
    return (s for fact in facts for s in iterate_claims(fact) if subject_key(s)[0])


def is_printed_alike(one: Figure, other: Figure) -> bool:
    """Return whether two figures are printed alike, and not merely close."""
    return is_comparable(one, other) and one.value == other.value and is_same_number(one, other)


def are_distinctive(pairs: Sequence[Pair]) -> bool:
    """Return whether so many equal figures are no coincidence: two, or one of three digits."""
    numbers = [now for now, _ in pairs if now.value]
    return len(numbers) > 1 or any(is_singular(now) for now in numbers)


def is_singular(figure: Figure) -> bool:
    """Return whether a number of three digits or more is no round one, as « 100 % » is."""
    return (
        sum(c.isdigit() for c in figure.raw) >= MIN_TELLING_DIGITS
        and count_significant_digits(figure) > 1
    )


def count_significant_digits(figure: Figure) -> int:
    """Return how many digits a number has without the zeros that round it."""
    return len(f"{figure.value or 0:f}".replace(".", "").strip("-0"))
