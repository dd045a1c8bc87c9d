"""Reads rounds of awards: their tables, and the blocks of text that may state their amounts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from reports.checks.arithmetic.addends import is_total
from reports.checks.arithmetic.rounding import add_up, is_addable
from reports.core.document.awards import AwardRow
from reports.core.figures import Figure, Unit
from reports.core.reading import Reading, sentence
from reports.core.reading.parts import Block, Grid, Heading
from reports.core.reading.statement import Statement
from reports.core.text.grouping import group_values

NUMBERS = r"\d{1,4}(?:\s*(?:,|et|à|&)\s*(?:n°\s*)?\d{1,4})*(?!\d| ?\d{3}| ?[%€])"
NAMED = re.compile(
    r"\b(?:fast|promo(?:tion)?s?|vagues?|sessions?|saisons?|cohortes?|appels? à \w+|éditions?)"
    rf"\s+(?:n°\s*)?({NUMBERS})",
    re.IGNORECASE,
)
RANGE = re.compile(r"(?<!\d)(\d++)\s*+à\s*+(\d+)")
MAX_ROUNDS = 50


@dataclass(frozen=True)
class Round:
    """The table of one round of awards, with the words above it that may name the round."""

    grid: Grid
    words: str

    @cached_property
    def rows(self) -> list[AwardRow]:
        """The rows of those who were awarded something."""
        return [
            row for row in self.grid.table.awards if row.head.strip() and not is_total(row.head)
        ]

    @cached_property
    def amounts(self) -> list[Figure]:
        """The amount that each was awarded."""
        amounts = (row.amount for row in self.rows)
        return [amount for amount in amounts if amount.unit is Unit.EURO and is_addable(amount)]

    @property
    def total(self) -> Decimal | None:
        """The sum of the awards, if all are known."""
        if not self.rows or len(self.amounts) < len(self.rows):
            return None
        return add_up(self.amounts)

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The numbers in the words that may name the round."""
        return frozenset(int(number) for number in re.findall(r"\d{1,4}", self.words))


@dataclass(frozen=True)
class Scope:
    """The rounds of one section, and the blocks whose text may be about them."""

    rounds: Sequence[Round]
    blocks: Sequence[Block]

    @cached_property
    def known(self) -> frozenset[int]:
        """The numbers of the rounds of the section."""
        return frozenset().union(*(each.numbers for each in self.rounds))

    def iterate_statements(self, report: Reading) -> Iterator[Statement]:
        """Yield the statements in the section that are about the report's year."""
        statements = report.statements_in(self.blocks)
        return (s for s in statements if sentence.is_of_year(s, report.year))

    def spoken_of(self, statement: Statement) -> Sequence[Round]:
        """Return the rounds that a sentence names: all if it names none of the section's rounds.

        Return none if it also names a round of another section.
        """
        numbers = rounds_named(sentence.whole_sentence(statement))
        if not numbers & self.known:
            return self.rounds
        if not numbers <= self.known:
            return ()
        return tuple(each for each in self.rounds if each.numbers & numbers)


def rounds_named(words: str) -> frozenset[int]:
    """Return the numbers of the rounds in « les promos 12 à 14 et 16 »."""
    numbers: set[int] = set()
    for match in NAMED.finditer(words):
        numbers.update(int(number) for number in re.findall(r"\d+", match[1]))
        for start, end in RANGE.findall(match[1]):
            numbers.update(range(int(start), min(int(end), int(start) + MAX_ROUNDS) + 1))
    return frozenset(numbers)


def find_scopes(report: Reading) -> list[Scope]:
    """Return the sections that contain tables of awards.

    First the section of each heading right above a table, then that of the next higher heading.
    """
    placed: list[tuple[Heading | None, Round]] = []
    for grid in report.grids:
        if grid.kind == "funding_table":
            heading = report.heading_above(grid.place)
            words = " ".join((heading.text if heading else "", grid.title))
            placed.append((heading, Round(grid, words)))
    inner = [
        Scope(rounds, section_blocks(report, start))
        for start, rounds in group_values(
            (heading.place.rank if heading else 0, each) for heading, each in placed
        ).items()
    ]
    covered = {block.place.rank for scope in inner for block in scope.blocks}
    outer = group_values(
        (parent, each)
        for heading, each in placed
        if heading and (parent := find_rank_above(report, heading)) is not None
    )
    return inner + [
        Scope(rounds, [b for b in section_blocks(report, start) if b.place.rank not in covered])
        for start, rounds in outer.items()
    ]


def find_rank_above(report: Reading, heading: Heading) -> int | None:
    """Return the rank of the nearest heading above that is of a higher level."""
    above = [h for h in report.headings if h.place.rank < heading.place.rank]
    return next((h.place.rank for h in reversed(above) if h.level < heading.level), None)


def section_blocks(report: Reading, start: int) -> Sequence[Block]:
    """Return the blocks from the heading of that rank to the next of its level or a higher one."""
    place = report.blocks[start].place
    heading = report.heading_above(place)
    return report.section(place, heading.level if heading else 1)
