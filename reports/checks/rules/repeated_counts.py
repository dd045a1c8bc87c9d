"""Rule that reports two facts of a service that count the same thing and give different values."""

from collections.abc import Iterator

from reports.checks.arithmetic.rounding import fold_unit
from reports.checks.rule import Issue, Severity, rule
from reports.core.comparison.agreement import differ
from reports.core.comparison.dates import reported_years
from reports.core.comparison.subject import iterate_claims, quote_statement, subject_key
from reports.core.reading import Reading
from reports.core.reading.parts import Fact
from reports.core.reading.statement import Statement
from reports.core.text.stems import fold_accents


@rule(
    "fact-twice",
    Severity.WARNING,
    "Fait imprimé avec deux valeurs",
    "Deux faits d’un même service comptent la même chose pour la même période et ne donnent pas "
    "la même valeur.",
)
def fact_twice(report: Reading) -> Iterator[Issue]:
    statements: dict[tuple[object, ...], tuple[Fact, Statement]] = {}
    for card in report.cards:
        service = card.slug or fold_accents(card.name)
        for heading, facts in card.periods:
            period = reported_years(heading) or (report.year,)
            for fact in facts:
                dated = tuple(year for year in reported_years(fact.line) if year not in period)
                for statement in iterate_claims(fact):
                    counted = subject_key(statement)
                    name = (service, period, dated, fold_unit(statement.figure), counted)
                    other, first = statements.setdefault(name, (fact, statement))
                    is_other = counted[0] and other is not fact
                    if is_other and differ(first.figure, statement.figure):
                        yield Issue(
                            statement.place,
                            f"« {card.name} » annonce « {quote_statement(first)} » "
                            f"et « {quote_statement(statement)} » "
                            f"pour la même période.",
                            "Gardez la bonne valeur, ou précisez ce qui les distingue.",
                            (first.figure.raw, statement.figure.raw, *counted[0]),
                            (first.place,),
                        )
