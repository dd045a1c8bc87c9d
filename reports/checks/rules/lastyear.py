"""What the report says of earlier years, against last year's report."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from reports.checks.comparing import counterparts
from reports.checks.comparing.agreement import agree, comparable
from reports.checks.comparing.columns import column_for
from reports.checks.comparing.dates import only, told
from reports.checks.comparing.subject import Key, claims, opening, said, subject
from reports.checks.reading import Reading
from reports.checks.reading.parts import Card
from reports.checks.reading.statement import Statement
from reports.checks.rule import Severity, Slip, rule

Said = defaultdict[Key, list[Statement]]


@rule(
    "last-year-column",
    Severity.WARNING,
    "Colonne d’une année passée changée",
    "Un tableau rappelle une année passée et ne donne pas la valeur que le bilan de l’année "
    "dernière donnait pour cette année. Une valeur arrondie n’est pas signalée.",
)
def last_year_column(report: Reading) -> Iterator[Slip]:
    if report.last is None:
        return
    last = report.last
    for grid, row, other, twin in counterparts.rows(report, last):
        headings = Counter(column.heading for column in grid.table.columns)
        for place, column in list(enumerate(grid.table.columns))[1:]:
            if headings[column.heading] > 1:
                continue  # stale-columns says so
            year = only(column.heading) or only(row.head)
            if year is None or year >= report.year or place >= len(row.cells):
                continue
            before = column_for(column.heading, grid.kind, other.table)
            if before is None or before >= len(twin.cells):
                continue
            if only(row.head) and only(row.head) != only(twin.head):
                continue
            now, then = row.cells[place].figure, twin.cells[before].figure
            if comparable(now, then) and not agree(now, then):
                yield Slip(
                    grid.place.below(row.head),
                    f"« {row.head} », colonne « {column.heading} » : {now.text} ici, "
                    f"{then.text} dans le bilan {last.year}.",
                    "Reprenez la valeur publiée, ou expliquez pourquoi elle a été révisée.",
                    (row.head, column.heading, now.raw, then.raw),
                )


@rule(
    "last-year-period",
    Severity.WARNING,
    "Fait d’une année passée changé",
    "Une carte rappelle une année passée et ne donne pas, pour la même chose comptée, la valeur "
    "que le bilan de l’année dernière donnait pour ce service.",
)
def last_year_period(report: Reading) -> Iterator[Slip]:
    if report.last is None:
        return
    for card, others in counterparts.cards(report, report.last):
        for heading, facts in card.periods:
            year = only(heading)
            if year is None or year >= report.year:
                continue
            then = [s for other in others for s in stated(other, year, report.last.year)]
            now = [s for fact in facts for s in claims(fact)]
            for statement, twin in pairs(now, then):
                one, two = statement.figure, twin.figure
                if comparable(one, two) and not agree(one, two):
                    yield Slip(
                        statement.place,
                        f"« {said(statement)} » pour {year}, mais « {said(twin)} » dans le bilan "
                        f"{report.last.year}.",
                        "Reprenez la valeur publiée, ou précisez ce qui a changé dans le compte.",
                        (card.name, heading, one.raw, two.raw),
                    )


def stated(card: Card, year: int, printed: int) -> Iterator[Statement]:
    """What a card of the report of `printed` says of a year."""
    for heading, facts in card.periods:
        if (told(heading) or (printed,)) == (year,):
            for fact in facts:
                if set(told(fact.line)) <= {year}:
                    yield from claims(fact)


def pairs(now: list[Statement], then: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Statements of one count: whose first words are the same, or all where that is not enough."""
    short, whole = keyed(then, opening), keyed(then, lambda key: key)
    mine = keyed(now, opening)
    for statement in now:
        key = subject(statement)
        if not key[0]:
            continue
        brief = opening(key)
        found = short[brief] if len(mine[brief]) == len(short[brief]) == 1 else whole[key]
        if len(found) == 1:
            yield statement, found[0]


def keyed(statements: list[Statement], by: Callable[[Key], Key]) -> Said:
    """Statements by what they count."""
    found: Said = defaultdict(list)
    for statement in statements:
        found[by(subject(statement))].append(statement)
    return found
