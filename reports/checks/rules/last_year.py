"""Rules that compare what tables and cards say of earlier years with last year's report."""

from collections import Counter
from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.comparison import counterparts
from reports.core.comparison.agreement import differ
from reports.core.comparison.columns import column_for
from reports.core.comparison.dates import find_only_year, reported_years
from reports.core.comparison.subject import (
    iterate_claims,
    opening_key,
    quote_statement,
    subject_key,
)
from reports.core.reading import Reading
from reports.core.reading.parts import Card
from reports.core.reading.statement import Statement
from reports.core.text.grouping import group_values


@rule(
    "last-year-column",
    Severity.WARNING,
    "Colonne d’une année passée changée",
    "Un tableau rappelle une année passée et ne donne pas la valeur que le bilan de l’année "
    "dernière donnait pour cette année. Une valeur arrondie n’est pas signalée.",
)
def last_year_column(report: Reading) -> Iterator[Issue]:
    last = report.previous
    for grid, row, other, twin in counterparts.pair_rows(report, last):
        if find_only_year(row.head) and find_only_year(row.head) != find_only_year(twin.head):
            continue
        times = Counter(column.heading for column in grid.table.columns)
        for column, cell in list(zip(grid.table.columns, row.cells, strict=False))[1:]:
            year = find_only_year(column.heading) or find_only_year(row.head)
            if year is None or year >= report.year or times[column.heading] > 1:
                continue  # of two columns with one heading, stale-columns tells
            before = column_for(column.heading, grid.kind, other.table)
            if before is None or before >= len(twin.cells):
                continue
            now, then = cell.figure, twin.cells[before].figure
            if differ(now, then):
                yield Issue(
                    grid.place.below(row.head),
                    f"« {row.head} », colonne « {column.heading} » : « {now.text} » ici, "
                    f"« {then.text} » dans le bilan {last.year}.",
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
def last_year_period(report: Reading) -> Iterator[Issue]:
    last = report.previous
    for card, others in counterparts.pair_cards(report, last):
        for heading, facts in card.periods:
            year = find_only_year(heading)
            if year is None or year >= report.year:
                continue
            last_statements = [
                s for other in others for s in statements_of_year(other, year, last.year)
            ]
            now = [s for fact in facts for s in iterate_claims(fact)]
            for statement, twin in pair_statements(now, last_statements):
                one, two = statement.figure, twin.figure
                if differ(one, two):
                    yield Issue(
                        statement.place,
                        f"« {quote_statement(statement)} » pour {year}, "
                        f"mais « {quote_statement(twin)} » dans le bilan "
                        f"{last.year}.",
                        "Reprenez la valeur publiée, ou précisez ce qui a changé dans le compte.",
                        (card.name, heading, one.raw, two.raw),
                    )


def statements_of_year(card: Card, year: int, printed: int) -> Iterator[Statement]:
    """Yield what a card of the report of `printed` says of a year."""
    for heading, facts in card.periods:
        if (reported_years(heading) or (printed,)) == (year,):
            for fact in facts:
                if set(reported_years(fact.line)) <= {year}:
                    yield from iterate_claims(fact)


def pair_statements(
    now: list[Statement], last_statements: list[Statement]
) -> Iterator[tuple[Statement, Statement]]:
    """Yield pairs of statements that count the same thing.

    They are matched by their first words, or by all words where several begin alike.
    """
    whole = group_values((subject_key(s), s) for s in last_statements)
    short = group_values((opening_key(subject_key(s)), s) for s in last_statements)
    mine = group_values((opening_key(subject_key(s)), s) for s in now)
    for statement in now:
        key = subject_key(statement)
        brief = opening_key(key)
        twins = short[brief] if len(mine[brief]) == len(short[brief]) == 1 else whole[key]
        if key[0] and len(twins) == 1:
            yield statement, twins[0]
