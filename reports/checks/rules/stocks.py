"""Rule that adds to last year's number what was added this year, and compares the sum."""

import re
from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.figures import Qualifier
from reports.core.reading import Reading
from reports.core.reading.sentence import stem_words
from reports.core.reading.statement import Statement

JOINED = re.compile(
    r"\b(?:ont|a) (?:atteint|rejoint|intégré|obtenu)\b|\bde plus\b|\bsupplémentaires?\b"
    r"|\bnouve(?:aux|lles|au|lle)\b",
    re.IGNORECASE,
)
MIN_SPECIFIC_STEMS = 3  # stems that a noun needs to be more than « services »


@rule(
    "stock-differs",
    Severity.WARNING,
    "Effectif qui ne suit pas",
    "Le nombre de l’an dernier, plus ceux qui s’y sont ajoutés cette année, ne donne pas le nombre "
    "de cette année. Des départs peuvent l’expliquer.",
)
def stock_differs(report: Reading) -> Iterator[Issue]:
    """Compare key figures of the same words in two reports with a sentence that says what was
    added.
    """
    before = {s.counted: s for s in exact_counts(report.previous.statements)}
    flows = [s for s in exact_counts(report.statements) if JOINED.search(s.after)]
    for now in exact_counts(report.statements):
        last_counts = before.get(now.counted)
        if last_counts is None or now in flows or len(now.counted) < MIN_SPECIFIC_STEMS:
            continue
        flow = next((s for s in flows if set(now.counted) <= set(stem_words(s.after))), None)
        if flow is None or now.place == flow.place:
            continue
        expected = last_counts.figure.value + flow.figure.value  # type: ignore[operator]
        if expected != now.figure.value:
            numbers = (last_counts.figure.text, flow.figure.text, now.figure.text)
            yield Issue(
                now.place,
                f"{numbers[0]} l’an dernier et {numbers[1]} de plus font {expected}, "
                f"et non « {numbers[2]} ».",
                "Corrigez l’un des nombres, ou dites ce qui explique l’écart.",
                numbers,
                (flow.place,),
            )


def exact_counts(statements: list[Statement]) -> Iterator[Statement]:
    """Yield the statements that count things exactly: whole numbers without a unit.

    Thousands and millions are included, because a mistyped scale produces them.
    """
    plain = (s for s in statements if s.figure.qualifier is Qualifier.EXACT)
    return (s for s in plain if s.figure.unit is None and (s.figure.step or 0) >= 1)
