"""Compares the facts of two reports, matched by the words around their figure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.authoring.revisions.years.line import Line, State, compare_figures
from reports.core.comparison.fact_pairs import list_facts, pair_facts
from reports.core.reading import Reading
from reports.core.reading.parts import Fact
from reports.core.reading.place import WHOLE, Place


def compare_facts(report: Reading, other: Reading) -> Iterator[Line]:
    """Yield the comparison of key figures and lists of facts, wherever they are in the reports."""
    yield from compare_fact_lists(list_facts(other), list_facts(report))


def compare_fact_lists(
    then: Sequence[Fact], now: Sequence[Fact], owner: str = "", here: Place = WHOLE
) -> Iterator[Line]:
    """Yield the comparison of two lists of facts, each as a whole line.

    `owner` is the subject of the facts, and `here` its place in this report.
    """
    for pair in pair_facts(then, now):
        one, two = pair.before, pair.after
        if one and two:
            line = compare_figures(
                name_fact(owner, two), one.figure, two.figure, two.place, one.place
            )
            yield replace(line, before=one.line, after=two.line)
        elif two:
            yield Line(name_fact(owner, two), "", two.line, State.NEW, place=two.place)
        elif one:
            yield Line(name_fact(owner, one), one.line, "", State.GONE, here, one.place)


def name_fact(owner: str, fact: Fact) -> str:
    """Return the subject of a fact: its owner, and its words without the figure."""
    before, after = f"{fact.lead} {fact.before}".strip(), fact.after.strip()
    hole = " … " if before and after else " "
    return " › ".join(filter(None, (owner, f"{before}{hole}{after}".strip() or fact.line)))
