"""Dataclasses for the parts of a report that rules read, each with its place."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reports.core.document.table import Table
from reports.core.figures import Figure
from reports.core.reading.place import Place
from reports.core.reading.statement import Statement, iterate_statements


@dataclass(frozen=True)
class Block:
    """A block of the document. `kind` is the type under which bodies store it."""

    place: Place
    kind: str
    node: Any


@dataclass(frozen=True)
class Heading:
    """A heading: `level` from 2, `number` as computed, its anchor and its former ones."""

    place: Place
    level: int
    number: str
    text: str
    anchor: str
    old_anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Text:
    """Plain words of a report, with one line for each paragraph or item.

    `html` is the source of rich text, else "". `role` is the name of the field that holds the
    words, such as `mission`; it is `fact` for the line of a fact and `cell` in a table.
    """

    place: Place
    role: str
    text: str
    html: str = ""


@dataclass(frozen=True)
class Fact:
    """Words around one leading figure. `heading` is the period or the label above it."""

    place: Place
    before: str
    figure: Figure
    after: str
    heading: str = ""
    lead: str = ""

    @cached_property
    def line(self) -> str:
        """The line as a reader reads it, its figure typeset."""
        parts = (self.lead, self.before, self.figure.text, self.after)
        return " ".join(filter(None, (part.strip() for part in parts)))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Its leading figure, then those in the words around it."""
        leading = Statement(self.place, self.figure, self.before, self.after)
        return (
            *([leading] if self.figure.is_number else ()),
            *iterate_statements(self.place, self.before),
            *iterate_statements(self.place, self.after),
        )


@dataclass(frozen=True)
class Grid:
    """A table of any type, or the data of a chart; `title` is its caption or the chart's title."""

    place: Place
    kind: str
    title: str
    table: Table
    unit: str = ""


@dataclass(frozen=True)
class NamedService:
    """A service as it is printed: in a card, a line or the head of a row of awards.

    `slug` is the key that a row of awards refers to, otherwise the last part of the link.
    """

    place: Place
    name: str
    url: str
    slug: str


@dataclass(frozen=True)
class Card:
    """A service and its facts, by period (comparison cards) or under one label (impact cards)."""

    place: Place
    name: str
    slug: str
    mission: str
    status: str
    periods: tuple[tuple[str, tuple[Fact, ...]], ...]
    growth: Fact | None = None

    @property
    def has_growth(self) -> bool:
        return self.growth is not None


@dataclass(frozen=True)
class Link:
    """A link: to an address as printed, or to a page or document by its row id."""

    place: Place
    text: str
    url: str = ""
    page: int | None = None
    document: int | None = None
