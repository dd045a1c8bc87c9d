"""Two reports side by side, section by section."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from reports.checks.reading import Reading
from reports.checks.reading.parts import Heading
from reports.checks.reading.place import WHOLE, Place
from reports.revisions.pairing import Pair
from reports.revisions.years import budgets, cards, charts, facts, tables
from reports.revisions.years.line import Line, State
from reports.revisions.years.sections import sections, title


@dataclass
class Section:
    """A section of either report, what became of it, and its lines."""

    title: str
    state: State = State.SAME
    was: str = ""
    lines: list[Line] = field(default_factory=list)

    @property
    def changed(self) -> list[Line]:
        return [line for line in self.lines if line.state is not State.SAME]


def beside(report: Reading, other: Reading) -> list[Section]:
    """All sections, in the order of `report`."""
    lines = sorted(found(report, other), key=order)
    here: defaultdict[int, list[Line]] = defaultdict(list)
    there: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.here is WHOLE:
            there[above(other, line.there)].append(line)
        else:
            here[above(report, line.here)].append(line)
    made = [Section("", lines=here[-1] + there[-1])]
    for pair in sections(report, other):
        own = here[pair.now] if pair.now is not None else []
        gone = there[pair.was] if pair.was is not None else []
        made.append(section(pair, report.year, other.year, own + gone))
    return made


def found(report: Reading, other: Reading) -> Iterator[Line]:
    yield from tables.lines(report, other)
    yield from charts.lines(report, other)
    yield from cards.lines(report, other)
    yield from facts.lines(report, other)
    yield from budgets.lines(report, other)


def order(line: Line) -> int:
    return line.there.rank if line.here is WHOLE else line.here.rank


def above(reading: Reading, place: Place) -> int:
    """The heading that a place stands under, by its rank among headings; -1 for none."""
    return bisect_right(reading.headings, place.rank, key=lambda heading: heading.place.rank) - 1


def section(pair: Pair[Heading], year: int, printed: int, lines: list[Line]) -> Section:
    before, after = pair.before, pair.after
    if before is None or after is None:
        state = State.NEW if after else State.GONE
        return Section(titled(after or before), state, lines=lines)
    if title((year, after)) == title((printed, before)):
        return Section(titled(after), lines=lines)
    return Section(titled(after), State.CHANGED, before.text, lines)


def titled(heading: Heading | None) -> str:
    return f"{heading.number} {heading.text}".strip() if heading else ""
