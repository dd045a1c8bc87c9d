"""Rounds of awards: their tables, and the text that speaks of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from reports.checks.arithmetic.addends import is_total
from reports.checks.arithmetic.rounding import ZERO, amount
from reports.checks.reading import Reading, sentence
from reports.checks.reading.parts import Block, Grid
from reports.checks.reading.place import Place
from reports.checks.reading.statement import Statement
from reports.figures import Figure, Unit
from reports.tables import Row

NUMBERS = r"\d{1,4}(?:\s*(?:,|et|à|&)\s*(?:n°\s*)?\d{1,4})*(?!\d| ?\d{3}| ?[%€])"
NAMED = re.compile(
    r"\b(?:fast|promo(?:tion)?s?|vagues?|sessions?|saisons?|cohortes?|appels? à \w+|éditions?)"
    rf"\s+(?:n°\s*)?({NUMBERS})",
    re.IGNORECASE,
)
RANGE = re.compile(r"(\d+)\s*à\s*(\d+)")
MOST_ROUNDS = 50
TOLD = ("heading", "paragraph", "callout", "key_figures", "fact_list")


@dataclass(frozen=True)
class Round:
    """The table of one round of awards, with the words above it that may name the round."""

    grid: Grid
    words: str

    @cached_property
    def rows(self) -> list[Row]:
        """The rows of those who were awarded something."""
        return [row for row in self.grid.table.rows if row.head.strip() and not is_total(row.head)]

    @cached_property
    def amounts(self) -> list[Figure]:
        """What each was awarded: the last amount of its row."""
        found = []
        for row in self.rows:
            figures = [cell.figure for cell in row.cells[1:]]
            found += [f for f in figures if f.unit is Unit.EURO and amount(f) is not None][-1:]
        return found

    @property
    def total(self) -> Decimal | None:
        """The sum of the awards, if all are known."""
        if not self.rows or len(self.amounts) < len(self.rows):
            return None
        return sum((figure.value or ZERO for figure in self.amounts), ZERO)

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The numbers in the words that may name the round."""
        return frozenset(int(number) for number in re.findall(r"\d{1,4}", self.words))


@dataclass(frozen=True)
class Scope:
    """The rounds of a section, and the blocks of it that speak of them all."""

    rounds: tuple[Round, ...]
    told: tuple[Block, ...]

    @cached_property
    def known(self) -> frozenset[int]:
        """The numbers of the rounds of the section."""
        return frozenset().union(*(each.numbers for each in self.rounds))

    def statements(self, report: Reading) -> Iterator[Statement]:
        """What is said there of the report's year."""
        for block in self.told:
            for statement in report.stated_at.get(block.place.rank, ()):
                if sentence.is_of(statement, report.year):
                    yield statement

    def spoken_of(self, statement: Statement) -> tuple[Round, ...]:
        """The rounds that a sentence names, all if it names none; none if one is not here."""
        named = rounds_named(sentence.words(statement))
        if not named & self.known:
            return self.rounds
        if not named <= self.known:
            return ()
        return tuple(each for each in self.rounds if each.numbers & named)


def rounds_named(words: str) -> frozenset[int]:
    """The numbers of the rounds in « les promos 12 à 14 et 16 »."""
    found: set[int] = set()
    for match in NAMED.finditer(words):
        found.update(int(number) for number in re.findall(r"\d+", match[1]))
        for start, end in RANGE.findall(match[1]):
            found.update(range(int(start), min(int(end), int(start) + MOST_ROUNDS) + 1))
    return frozenset(found)


def scopes(report: Reading) -> list[Scope]:
    """The sections that tables of awards stand in: that of each heading right above one, then
    that of the heading above such headings.
    """
    own: dict[int, list[Round]] = {}
    outer: dict[int, list[Round]] = {}
    for grid in report.grids:
        if grid.kind != "funding_table":
            continue
        heading = report.heading_above(grid.place)
        each = Round(grid, " ".join((heading.text if heading else "", grid.title)))
        start = heading.place.rank if heading else 0
        own.setdefault(start, []).append(each)
        if heading and (parent := above(report, heading.place, heading.level)) is not None:
            outer.setdefault(parent, []).append(each)
    inner: set[int] = set()
    found = []
    for start, rounds in own.items():
        blocks = section(report, start)
        inner.update(block.place.rank for block in blocks)
        found.append(Scope(tuple(rounds), told(blocks)))
    for start, rounds in outer.items():
        blocks = [b for b in section(report, start) if b.place.rank not in inner]
        found.append(Scope(tuple(rounds), told(blocks)))
    return found


def told(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Those of the blocks that say something in sentences."""
    return tuple(block for block in blocks if block.kind in TOLD)


def above(report: Reading, place: Place, level: int) -> int | None:
    """The rank of the nearest heading above that is of a higher level."""
    ranks = (
        h.place.rank
        for h in reversed(report.headings)
        if h.place.rank < place.rank and h.level < level
    )
    return next(ranks, None)


def section(report: Reading, start: int) -> Sequence[Block]:
    """The blocks from the heading of that rank to the next of its level or a higher one."""
    if not report.blocks:
        return ()
    place = report.blocks[start].place
    heading = report.heading_above(place)
    return report.section(place, heading.level if heading else 1)
