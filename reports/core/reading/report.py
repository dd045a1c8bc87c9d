"""The class `Reading`: a report as rules read it, sorted into blocks, texts, facts and tables."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from reports.core.document import Document
from reports.core.document.node import Node
from reports.core.document.printed_reference import PrintedReference
from reports.core.figures.locale import use_locale
from reports.core.reading.context import CheckContext
from reports.core.reading.parts import Block, Card, Fact, Grid, Heading, Link, NamedService, Text
from reports.core.reading.place import WHOLE, Place
from reports.core.reading.statement import Statement, iterate_statements
from reports.core.text.grouping import group_values

N = TypeVar("N", bound=Node)


@dataclass
class Reading:
    """The parts of the report of `year` at `path`, in reading order.

    `last` is the report of the year before, if there is one.
    """

    year: int
    path: str = ""
    document: Document = field(default_factory=Document)
    blocks: list[Block] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    beside: list[Text] = field(default_factory=list)
    """The words of the page that stand in no block: titles, and the introduction (`html`)."""
    facts: list[Fact] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    services: list[NamedService] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    nodes: list[tuple[Place, Node]] = field(default_factory=list)
    unconfirmed: list[tuple[Place, PrintedReference]] = field(default_factory=list)
    """The references to records that were chosen for another name than the printed one."""
    last: "Reading | None" = None
    context: CheckContext = field(default_factory=CheckContext)

    @property
    def whole(self) -> Place:
        """The place of what concerns the report as a whole."""
        return WHOLE

    @property
    def previous(self) -> "Reading":
        """The report of the year before, or an empty one where there is none."""
        return self.last or Reading(self.year - 1)

    @cached_property
    def places(self) -> dict[str, Place]:
        """The place of each block, by its id."""
        return {block.place.block: block.place for block in self.blocks}

    def find_nodes(self, kind: type[N]) -> Iterator[tuple[Place, N]]:
        """Yield the nodes of a class other than headings and cards, each with its place."""
        return ((place, node) for place, node in self.nodes if isinstance(node, kind))

    @cached_property
    def statements(self) -> list[Statement]:
        """Every figure of the report in its line: of facts, then of prose (tables have cells)."""
        prose = (text for text in self.texts if text.role not in ("fact", "cell", "column"))
        with use_locale(self.document.locale):  # last year's report may be in another language
            return [
                *(statement for fact in self.facts for statement in fact.statements),
                *(
                    statement
                    for text in prose
                    for statement in iterate_statements(text.place, text.text)
                ),
            ]

    @cached_property
    def stated_at(self) -> dict[int, list[Statement]]:
        """The statements of each block, by its rank."""
        return group_values((statement.place.rank, statement) for statement in self.statements)

    def statements_in(self, blocks: Iterable[Block]) -> Iterator[Statement]:
        """Yield the statements of the blocks that speak in sentences: no cards, no tables."""
        for block in blocks:
            if block.node.has_sentences:
                yield from self.stated_at.get(block.place.rank, ())

    def heading_above(self, place: Place) -> Heading | None:
        """Return the heading that `place` stands under, itself for a heading."""
        index = bisect_right(self.headings, place.rank, key=lambda heading: heading.place.rank)
        return self.headings[index - 1] if index else None

    @cached_property
    def anchors(self) -> dict[str, Heading]:
        """The heading that each anchor leads to, old anchors included."""
        last_first = reversed(self.headings)  # of two with one anchor, it leads to the first
        return {anchor: h for h in last_first for anchor in (h.anchor, *h.old_anchors)}

    def section(self, place: Place, level: int = 3) -> Sequence[Block]:
        """Return the blocks from the heading above `place`, of that level or a higher one, to the
        next heading of such a level.
        """
        limits = [h.place.rank for h in self.headings if h.level <= level]
        start = max((rank for rank in limits if rank <= place.rank), default=0)
        end = min((rank for rank in limits if rank > place.rank), default=len(self.blocks))
        return self.blocks[start:end]
