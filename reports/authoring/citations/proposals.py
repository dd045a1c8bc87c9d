"""Proposes which figures the numbers of a text repeat: by value and unit, by year and by name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reports.authoring.citations.aims import is_said_as_aim
from reports.authoring.citations.candidates import find_way
from reports.authoring.citations.naming import NamedCandidate
from reports.authoring.citations.stated_number import StatedNumber
from reports.core.citations.ways import Way
from reports.core.figures import Figure, Qualifier, parse
from reports.core.figures.locale import Locale
from reports.core.reading.place import WHOLE
from reports.core.reading.statement import Statement, split_figures

MIN_TELLING_DIGITS = 3
"""Digits of a number that is hardly that of something else by chance."""
MAX_OPTIONS = 5  # figures among which an editor is asked to choose
YEARS = range(1900, 2101)


@dataclass(frozen=True)
class Proposal:
    """A number in a line of words, from `start` to before `end`, and the figures that it may be."""

    start: int
    end: int
    way: Way
    options: tuple[NamedCandidate, ...]


class Proposer:
    """Finds the figures of a report that numbers in its words repeat.

    `year` is the year of the report, whose figures a number is of unless it says another.
    """

    def __init__(self, candidates: Iterable[NamedCandidate], year: int, locale: Locale) -> None:
        self.year = year
        self.locale = locale
        self.by_unit: defaultdict[object, list[NamedCandidate]] = defaultdict(list)
        for candidate in candidates:
            self.by_unit[candidate.figure.unit].append(candidate)

    def propose(self, line: str) -> Iterator[Proposal]:
        """Yield the proposals for the numbers of a line, from left to right."""
        for before, expression, after in split_figures(line, self.locale):
            statement = Statement(WHOLE, parse(expression), before, after)
            if not is_citable(statement.figure):
                continue
            way, options = self.find_options(statement)
            if options:
                yield Proposal(len(before), len(before) + len(expression), way, options)

    def find_options(self, statement: Statement) -> tuple[Way, tuple[NamedCandidate, ...]]:
        """Return the figures that a number may repeat, as one prints them, and how."""
        number = StatedNumber.of_report(statement, self.year)
        for way in (Way.SAME, Way.ROUNDED):
            ranked: defaultdict[int, list[NamedCandidate]] = defaultdict(list)
            for each in self.by_unit[statement.figure.unit]:
                found = find_way(statement.figure.raw, each.figure, self.locale)
                if found is way and (rank := rate(number, each)):
                    ranked[rank].append(each)
            if ranked:
                best = tuple(keep_sources(ranked[max(ranked)]))
                return way, best if len(best) <= MAX_OPTIONS else ()
        return Way.SAME, ()


def is_citable(figure: Figure) -> bool:
    """Return whether a number may repeat a figure: not a year, nor one or two of something."""
    if figure.value is None or not figure.is_number:
        return False
    if figure.unit is None and figure.qualifier is Qualifier.EXACT:
        return figure.value not in YEARS and abs(figure.value) > 2
    return bool(figure.value)


def rate(number: StatedNumber, candidate: NamedCandidate) -> int:
    """Return how well the words around a number name a figure; 0 if they do not."""
    if (
        is_said_as_aim(number.statement) != candidate.is_target
        or number.year not in candidate.years
    ):
        return 0
    if number.is_compared:
        return 0
    shared = number.words & candidate.stems
    own = number.words & candidate.own_stems
    if not shared or not (own or not candidate.own_stems):
        return 0
    if number.figure.unit is None and not is_counted(number, candidate):
        return 0
    is_whole = bool(own) and own == candidate.own_stems
    is_telling = number.digits >= MIN_TELLING_DIGITS - is_headed(number, candidate)
    return 2 * len(own) + len(shared) if is_whole or is_telling or len(shared) > 1 else 0


def is_counted(number: StatedNumber, candidate: NamedCandidate) -> bool:
    """Return whether a figure counts the noun that follows a number."""
    return not {*number.subject[:1]} - candidate.stems


def is_headed(number: StatedNumber, candidate: NamedCandidate) -> bool:
    """Return whether the name of a figure begins with the noun that follows a number."""
    return bool(number.subject) and number.subject[:1] == candidate.own_words[:1]


def keep_sources(candidates: Sequence[NamedCandidate]) -> Iterator[NamedCandidate]:
    """Yield one figure of those that say the same, in a table sooner than in a chart."""
    kept = set()
    for each in sorted(candidates, key=lambda each: each.precedence):
        if (key := (each.own_stems, each.is_target, each.figure.value)) not in kept:
            kept.add(key)
            yield each
