"""Computes the outline of a report from its headings, with hierarchical numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.core.document.block import Block
from reports.core.document.text_blocks import Heading


@dataclass(frozen=True, slots=True)
class Section:
    """A heading in the outline. `number` is hierarchical, such as « 3.2 »."""

    heading: Heading
    number: str
    parent: "Section | None" = None
    """The section that it belongs to; None for a part of the report."""

    @property
    def title(self) -> str:
        """The number and the words of the heading."""
        return f"{self.number} {self.heading.text}".strip()


def number_headings(blocks: Iterable[Block]) -> Iterator[tuple[Block, Section | None]]:
    """Yield each block with the section that it stands in: its own, if it is a heading.

    A level that is skipped counts as the next one: an h4 right below an h2 is 1.1, not 1.0.1.
    """
    levels: list[int] = []
    counts: list[int] = []
    by_number: dict[str, Section] = {}
    section = None
    for block in blocks:
        if isinstance(block, Heading):
            number = count_heading(int(block.level), levels, counts)
            section = Section(block, number, by_number.get(number.rpartition(".")[0]))
            by_number[number] = section
        yield block, section


def count_heading(level: int, levels: list[int], counts: list[int]) -> str:
    """Return the number of the next heading, given the open levels and their counts."""
    while levels and levels[-1] > level:
        levels.pop()
        if not levels or levels[-1] < level:
            levels.append(level)  # a level between two others takes the place of the deeper one
            break
        counts.pop()
    if not levels or levels[-1] < level:
        levels.append(level)
        counts.append(0)
    counts[-1] += 1
    return ".".join(map(str, counts))
