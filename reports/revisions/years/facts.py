"""Facts of two reports: found again by the words around their figure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.checks.comparing.subject import Key, key, opening
from reports.checks.reading import Reading
from reports.checks.reading.parts import Fact
from reports.checks.reading.place import WHOLE, Place
from reports.revisions.pairing import paired
from reports.revisions.years.line import Line, State, figures, wording

KINDS = {"key_figures", "fact_list"}


def lines(report: Reading, other: Reading) -> Iterator[Line]:
    """Key figures and lists of facts, wherever they stand."""
    yield from beside(listed(other), listed(report))


def listed(reading: Reading) -> list[Fact]:
    kinds = [block.kind for block in reading.blocks]
    return [fact for fact in reading.facts if kinds[fact.place.rank] in KINDS]


def beside(
    then: Sequence[Fact], now: Sequence[Fact], owner: str = "", here: Place = WHOLE
) -> Iterator[Line]:
    """Facts beside facts, whole lines with their figures; `owner` is what they are facts of, and
    `here` where it stands.
    """
    for pair in paired(then, now, said_around, counted, opened):
        one, two = pair.before, pair.after
        if one and two:
            line = figures(named(owner, two), one.figure, two.figure, two.place, one.place)
            yield replace(line, before=one.line, after=two.line)
        elif two:
            yield Line(named(owner, two), "", two.line, State.NEW, here=two.place)
        elif one:
            yield Line(named(owner, one), one.line, "", State.GONE, here, one.place)


def named(owner: str, fact: Fact) -> str:
    """What a fact is about: its owner, and its words around a figure that is left out."""
    before, after = f"{fact.lead} {fact.before}".strip(), fact.after.strip()
    hole = " … " if before and after else " "
    return " › ".join(filter(None, (owner, f"{before}{hole}{after}".strip() or fact.line)))


def said_around(fact: Fact) -> str:
    return wording(f"{fact.lead} {fact.before} {fact.after}")


def counted(fact: Fact) -> Key | None:
    """What the figure of a fact counts."""
    found = key(fact.before, fact.after)
    return found if found[0] and fact.figure.is_number else None


def opened(fact: Fact) -> Key | None:
    """The same by its first words, where they are more than one."""
    found = counted(fact)
    return opening(found) if found and len(found[0]) > 1 else None
