"""Figures that were left over from last year's report."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reports.checks.comparing import counterparts
from reports.checks.comparing.agreement import agree, comparable
from reports.checks.comparing.dates import shifted, told, years
from reports.checks.comparing.subject import claims, said, subject
from reports.checks.reading import Reading
from reports.checks.reading.parts import Fact, Grid
from reports.checks.rule import Severity, Slip, rule
from reports.figures import Figure
from reports.search.stems import folded
from reports.tables import Row

Pair = tuple[Figure, Figure]
TELLING = 3  # digits that two numbers do not share by chance
GROUPS = "key_figures"


@rule(
    "left-over-row",
    Severity.WARNING,
    "Ligne restée de l’année dernière",
    "Une ligne de tableau a les mêmes chiffres que la même ligne du bilan de l’année dernière, "
    "alors que ses colonnes parlent d’une année de plus.",
)
def left_over_row(report: Reading) -> Iterator[Slip]:
    if report.last is None:
        return
    awards: defaultdict[str, list[tuple[Grid, Row, Pair]]] = defaultdict(list)
    for grid, row, other, twin in counterparts.rows(report, report.last):
        if grid.kind == "funding_table":
            cells = list(zip(row.cells[1:], twin.cells[1:], strict=False))
            pairs = [(a.figure, b.figure) for a, b in cells if a.figure.is_number]
            if pairs and all(same(*pair) for pair in pairs):
                awards[grid.place.block].append((grid, row, pairs[0]))
        elif grid.kind != "chart":
            pairs = shifted_cells(report, grid, row, other, twin)
            own = shifted_cells(report, grid, row, other, twin, of=report.year)
            alone = own if any(singular(now) for now, _ in own) else []
            for found in (pairs, alone):
                if found and all(same(*pair) for pair in found) and telling(found):
                    yield left(grid, row, [now for now, _ in found], report.last.year)
                    break
    for won in awards.values():
        for grid, row, pair in won:
            if len(won) > 1 or significant(pair[0]) >= TELLING:
                yield left(grid, row, [pair[0]], report.last.year)


def shifted_cells(
    report: Reading, grid: Grid, row: Row, other: Grid, twin: Row, of: int | None = None
) -> list[Pair]:
    """Cells of the columns that say the same a year later, of every year or of one."""
    if report.last is None:
        return []
    then = {
        shifted(column.heading, report.last.year): cell.figure
        for column, cell in zip(other.table.columns[1:], twin.cells[1:], strict=False)
        if years(column.heading)
    }
    found = []
    for column, cell in zip(grid.table.columns[1:], row.cells[1:], strict=False):
        told_of = years(column.heading)
        if told_of and (of is None or told_of == (of,)) and cell.figure.is_number:
            before = then.get(shifted(column.heading, report.year))
            if before is None:
                return []
            found.append((cell.figure, before))
    return found


def left(grid: Grid, row: Row, figures: Sequence[Figure], year: int) -> Slip:
    """A row that kept last year's figures."""
    numbers = " ; ".join(figure.text for figure in figures)
    return Slip(
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
def left_over_facts(report: Reading) -> Iterator[Slip]:
    if report.last is None:
        return
    last = report.last
    for card, others in counterparts.cards(report, last):
        for heading, facts in card.periods:
            if told(heading) in ((), (report.year,)):
                then = [
                    fact
                    for other in others
                    for label, known in other.periods
                    if told(label) in ((), (last.year,))
                    for fact in known
                ]
                yield from unchanged(facts, then, f"« {card.name} »", last.year)
    known = [fact for group in groups(last).values() for fact in group]
    for group in groups(report).values():
        yield from unchanged(group, known, "Ce groupe de chiffres clés", last.year)


def groups(report: Reading) -> dict[tuple[str, ...], list[Fact]]:
    """The facts of key figures, group by group."""
    kinds = {block.id: block.kind for block in report.blocks}
    found: defaultdict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in report.facts:
        if kinds.get(fact.place.block) == GROUPS:
            found[(fact.place.block, *fact.place.trail[:-1])].append(fact)
    return found


def unchanged(facts: Sequence[Fact], then: Sequence[Fact], who: str, year: int) -> Iterator[Slip]:
    """Says it of facts whose counts are all last year's."""
    known = {subject(s): s.figure for fact in then for s in claims(fact) if subject(s)[0]}
    now = [s for fact in facts for s in claims(fact) if subject(s)[0]]
    pairs = [(s.figure, known[subject(s)]) for s in now if subject(s) in known]
    found = [s for s in now if subject(s) in known]
    if not now or len(pairs) * 2 <= len(now) or not telling(pairs):
        return
    if all(same(*pair) for pair in pairs):
        lines = ", ".join(f"« {said(s)} »" for s in found)
        yield Slip(
            facts[0].place,
            f"{who} a les mêmes chiffres que dans le bilan {year} : {lines}.",
            "Mettez ces chiffres à jour, ou confirmez que rien n’a changé.",
            (*(s.figure.raw for s in found), *(folded(s.line) for s in found)),
        )


def same(one: Figure, other: Figure) -> bool:
    """Whether two figures are printed alike, and not merely close."""
    return comparable(one, other) and one.value == other.value and agree(one, other)


def telling(pairs: Sequence[Pair]) -> bool:
    """Whether so many equal figures are no coincidence: two, or one of three digits."""
    numbers = [now for now, _ in pairs if now.value]
    return len(numbers) > 1 or any(singular(now) for now in numbers)


def singular(figure: Figure) -> bool:
    """Whether a number of three digits or more is no round one, as « 100 % » is."""
    printed = len([c for c in figure.raw if c.isdigit()])
    return printed >= TELLING and significant(figure) > 1


def significant(figure: Figure) -> int:
    """Digits of a number without the zeros that round it."""
    return len(f"{figure.value or 0:f}".replace(".", "").strip("-0"))
