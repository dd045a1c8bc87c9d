"""A report as rules read it: one pass over the body, sorted into its parts."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reports.checks.reading.parts import (
    Block,
    Card,
    Chart,
    Definition,
    Download,
    Fact,
    Grid,
    Heading,
    Image,
    Link,
    Named,
    Surroundings,
    Text,
)
from reports.checks.reading.place import WHOLE, Place
from reports.checks.reading.statement import Statement, stated


@dataclass
class Reading:
    """The report of `year` at `path`, in reading order. `last` is the report of the year before."""

    year: int
    path: str = ""
    blocks: list[Block] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    services: list[Named] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    downloads: list[Download] = field(default_factory=list)
    last: "Reading | None" = None
    around: Surroundings = field(default_factory=Surroundings)

    @property
    def whole(self) -> Place:
        """The place of what concerns the report as a whole."""
        return WHOLE

    @cached_property
    def statements(self) -> list[Statement]:
        """Every figure of the report in its line: of facts, then of prose (tables have cells)."""
        prose = (text for text in self.texts if text.role not in ("fact", "cell", "column"))
        return [
            *(statement for fact in self.facts for statement in fact.statements),
            *(statement for text in prose for statement in stated(text.place, text.text)),
        ]

    @cached_property
    def stated_at(self) -> dict[int, list[Statement]]:
        """The statements of each block, by its rank."""
        found: dict[int, list[Statement]] = {}
        for statement in self.statements:
            found.setdefault(statement.place.rank, []).append(statement)
        return found

    def heading_above(self, place: Place) -> Heading | None:
        """The heading that `place` stands under, itself for a heading."""
        index = bisect_right(self.headings, place.rank, key=lambda heading: heading.place.rank)
        return self.headings[index - 1] if index else None

    @cached_property
    def anchors(self) -> dict[str, Heading]:
        """The heading that each anchor leads to, old anchors included."""
        found: dict[str, Heading] = {}
        for heading in self.headings:
            for anchor in (heading.anchor, *heading.old_anchors):
                found.setdefault(anchor, heading)
        return found

    def section(self, place: Place, level: int = 3) -> Sequence[Block]:
        """The blocks from the heading above `place`, of that level or a higher one, to the next
        heading of such a level.
        """
        limits = [h.place.rank for h in self.headings if h.level <= level]
        start = max((rank for rank in limits if rank <= place.rank), default=0)
        end = min((rank for rank in limits if rank > place.rank), default=len(self.blocks))
        return self.blocks[start:end]
