"""Compares two reports, section by section."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from reports.authoring.revisions.years import budgets, cards, charts, facts, tables
from reports.authoring.revisions.years.line import Line, State
from reports.authoring.revisions.years.sections import get_title_key, pair_sections
from reports.core.document.pairing import Pair
from reports.core.reading import Reading
from reports.core.reading.parts import Heading
from reports.core.reading.place import WHOLE, Place


@dataclass
class Section:
    """A section of either report, its change, and its lines."""

    title: str
    state: State = State.SAME
    was: str = ""
    lines: list[Line] = field(default_factory=list)

    @property
    def changed(self) -> list[Line]:
        return [line for line in self.lines if line.state is not State.SAME]


def compare_reports(report: Reading, other: Reading) -> list[Section]:
    """Return the compared sections, in the order of `report`."""
    lines = sorted(iterate_lines(report, other), key=get_rank)
    report_lines: defaultdict[int, list[Line]] = defaultdict(list)
    other_lines: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.place is WHOLE:
            other_lines[find_heading_rank(other, line.other_place)].append(line)
        else:
            report_lines[find_heading_rank(report, line.place)].append(line)
    made = [Section("", lines=report_lines[-1] + other_lines[-1])]
    for pair in pair_sections(report, other):
        section_lines = report_lines[pair.now] if pair.now is not None else []
        gone = other_lines[pair.was] if pair.was is not None else []
        made.append(build_section(pair, report.year, other.year, section_lines + gone))
    return made


def iterate_lines(report: Reading, other: Reading) -> Iterator[Line]:
    """Yield the compared lines of both reports."""
    yield from tables.compare_tables(report, other)
    yield from charts.compare_charts(report, other)
    yield from cards.compare_cards(report, other)
    yield from facts.compare_facts(report, other)
    yield from budgets.compare_budgets(report, other)


def get_rank(line: Line) -> int:
    """Return the rank of a line’s block in the report that has it."""
    return line.other_place.rank if line.place is WHOLE else line.place.rank


def find_heading_rank(reading: Reading, place: Place) -> int:
    """Return the rank of the heading above a place; -1 if there is none."""
    return bisect_right(reading.headings, place.rank, key=lambda heading: heading.place.rank) - 1


def build_section(pair: Pair[Heading], year: int, printed: int, lines: list[Line]) -> Section:
    """Return a section with the change of its title."""
    before, after = pair.before, pair.after
    if before is None or after is None:
        state = State.NEW if after else State.GONE
        return Section(format_title(after or before), state, lines=lines)
    if get_title_key((year, after)) == get_title_key((printed, before)):
        return Section(format_title(after), lines=lines)
    return Section(format_title(after), State.CHANGED, before.text, lines)


def format_title(heading: Heading | None) -> str:
    """Return the number and the words of a heading."""
    return f"{heading.number} {heading.text}".strip() if heading else ""
