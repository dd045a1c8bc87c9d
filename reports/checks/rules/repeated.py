"""One fact printed twice in a report: both must say the same."""

from collections.abc import Iterator

from reports.checks.comparing.agreement import agree, comparable
from reports.checks.comparing.dates import told
from reports.checks.comparing.subject import claims, said, subject
from reports.checks.reading import Reading
from reports.checks.reading.parts import Fact
from reports.checks.reading.statement import Statement
from reports.checks.rule import Severity, Slip, rule
from reports.search.stems import folded


@rule(
    "fact-twice",
    Severity.WARNING,
    "Fait imprimé avec deux valeurs",
    "Deux faits d’un même service comptent la même chose pour la même période et ne donnent pas "
    "la même valeur.",
)
def fact_twice(report: Reading) -> Iterator[Slip]:
    seen: dict[tuple[object, ...], tuple[Fact, Statement]] = {}
    for card in report.cards:
        service = card.slug or folded(card.name)
        for heading, facts in card.periods:
            period = told(heading) or (report.year,)
            for fact in facts:
                dated = tuple(year for year in told(fact.line) if year not in period)
                for statement in claims(fact):
                    counted = subject(statement)
                    if not counted[0]:
                        continue
                    name = (service, period, dated, statement.figure.unit, counted)
                    other, first = seen.setdefault(name, (fact, statement))
                    if other is fact or not comparable(first.figure, statement.figure):
                        continue
                    if not agree(first.figure, statement.figure):
                        yield Slip(
                            statement.place,
                            f"« {card.name} » annonce « {said(first)} » et « {said(statement)} » "
                            f"pour la même période.",
                            "Gardez la bonne valeur, ou précisez ce qui les distingue.",
                            (first.figure.raw, statement.figure.raw, *counted[0]),
                            (first.place,),
                        )
