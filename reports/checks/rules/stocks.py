"""What there is now against what there was and what came in."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.checks.reading.statement import Statement
from reports.checks.rule import Severity, Slip, rule
from reports.figures import Qualifier
from reports.search import stems

JOINED = re.compile(
    r"\b(?:ont|a) (?:atteint|rejoint|intégré|obtenu)\b|\bde plus\b|\bsupplémentaires?\b"
    r"|\bnouve(?:aux|lles|au|lle)\b",
    re.IGNORECASE,
)
SPECIFIC = 3  # stems that a noun needs to be more than « services »


@rule(
    "stock-differs",
    Severity.WARNING,
    "Effectif qui ne suit pas",
    "Le nombre de l’an dernier, plus ceux qui s’y sont ajoutés cette année, ne donne pas le nombre "
    "de cette année. Des départs peuvent l’expliquer.",
)
def stock_differs(report: Reading) -> Iterator[Slip]:
    """Key figures of the same words in two reports, and a sentence that says what was added."""
    before = {s.counted: s for s in exact(report.last.statements if report.last else [])}
    flows = [s for s in exact(report.statements) if JOINED.search(s.after)]
    for now in exact(report.statements):
        then = before.get(now.counted)
        if then is None or now in flows or len(now.counted) < SPECIFIC:
            continue
        flow = next((s for s in flows if set(now.counted) <= said(s)), None)
        if flow is None or now.place == flow.place:
            continue
        expected = then.figure.value + flow.figure.value  # type: ignore[operator]
        if expected != now.figure.value:
            numbers = (then.figure.text, flow.figure.text, now.figure.text)
            yield Slip(
                now.place,
                f"{numbers[0]} l’an dernier et {numbers[1]} de plus font {expected}, "
                f"et non « {numbers[2]} ».",
                "Corrigez l’un des nombres, ou dites ce qui explique l’écart.",
                numbers,
                (flow.place,),
            )


def exact(statements: list[Statement]) -> Iterator[Statement]:
    """Those that count things exactly: whole numbers without a unit."""
    for statement in statements:
        figure = statement.figure
        if figure.qualifier is Qualifier.EXACT and figure.unit is None and figure.step == 1:
            yield statement


def said(statement: Statement) -> set[str]:
    """The stems of all words after a figure."""
    return {word.stems[-1] for word in stems.words(stems.normal(statement.after))}
