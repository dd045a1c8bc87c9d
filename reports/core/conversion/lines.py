"""Splits lists, key figures, services and cards into lines with levels, for conversions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reports.core.conversion.rich_text_lists import ListLine, read_list
from reports.core.document.block import Block
from reports.core.document.block_ids import derive_id
from reports.core.document.facts import Fact, ListedFact, split_words
from reports.core.document.figure_blocks import KeyFigureGroup, KeyFigures
from reports.core.document.service_blocks import (
    Card,
    ComparisonCard,
    ComparisonCards,
    ImpactCards,
    Period,
    PrintedService,
    ServiceLine,
    ServiceLines,
)
from reports.core.document.text_blocks import FactList, Paragraph

MAX_LIST_LEVELS = 6  # levels of a list


@dataclass(frozen=True)
class Line:
    """A line of a list; `service` is the record that its card or line of services is about."""

    fact: ListedFact
    service: int | None = None
    reference_name: str = ""

    @property
    def id(self) -> str:
        return self.fact.id

    @property
    def level(self) -> int:
        return self.fact.level

    @property
    def words(self) -> str:
        """What follows the words in bold, the figure as typed."""
        fact = self.fact
        parts = (fact.before, fact.figure.raw, fact.after)
        return " ".join(filter(None, (each.strip() for each in parts)))

    @property
    def text(self) -> str:
        return " ".join(filter(None, (self.fact.lead, self.words)))


@dataclass(frozen=True)
class Branch:
    """A line of the first level, and the lines below it."""

    line: Line
    below: tuple[Line, ...]


def read_lines(block: Block) -> tuple[Line, ...] | None:
    """Return the lines of a list, of figures, of services or of cards; None for another block."""
    match block:
        case FactList():
            return tuple(map(Line, block.items))
        case KeyFigures():
            return tuple(line for group in block.groups for line in read_group(group))
        case ServiceLines():
            return tuple(map(read_service, block.services))
        case ImpactCards() | ComparisonCards():
            return tuple(line for card in block.cards for line in read_card(card))
        case Paragraph():
            found = read_list(block.text.html)
            lines = enumerate(found) if found else ()
            return tuple(Line(read_rich_line(block.id, rank, line)) for rank, line in lines) or None
    return None


def read_rich_line(block: str, rank: int, line: ListLine) -> ListedFact:
    """Return a line of rich text, whose id follows from its rank: rich text has none."""
    words = split_words(line.text)
    read = {"level": min(line.level, MAX_LIST_LEVELS), "lead": line.lead, "url": line.url, **words}
    return ListedFact.from_stored(read, derive_id(block, "line", rank))


def make_line(id: str, level: int, words: str, lead: str = "", url: str = "") -> ListedFact:
    """Return a line of words, whose figure is set apart."""
    stored = {"level": level, "lead": lead, "url": url, **split_words(words)}
    return ListedFact.from_stored(stored, id)


def read_group(group: KeyFigureGroup) -> Iterator[Line]:
    if group.title:
        yield Line(ListedFact(group.id, level=1, before=group.title))
    level = 2 if group.title else 1
    yield from (list_fact(fact, level) for fact in group.facts)


def list_fact(fact: Fact, level: int) -> Line:
    return Line(
        ListedFact(
            fact.id,
            level=level,
            before=fact.before,
            figure=fact.figure,
            after=fact.after,
            url=fact.url,
            leading=fact.leading,
        )
    )


def read_service(service: ServiceLine) -> Line:
    """Return « **Mano** : écrire à la mairie (Culture) »."""
    owners = f"({service.owners})" if service.owners else ""
    words = " ".join(filter(None, (service.mission, owners)))
    return name_service(service, f": {words}" if words else "")


def name_service(service: PrintedService, words: str, leading: bool = False) -> Line:
    line = make_line(service.id, 1, words, service.name, service.url)
    return Line(replace(line, leading=leading), service.service, service.reference_name)


def read_card(card: Card) -> Iterator[Line]:
    """Yield the name of a card, then its mission, its status and its facts, one level below."""
    yield name_service(card, "", card.leading)
    mission = " : ".join(filter(None, (card.mission_heading, card.mission)))
    for name, words in (("mission", mission), ("status", card.status)):
        if words:
            yield Line(ListedFact(derive_id(card.id, name), level=2, before=words))
    for period in card.periods:  # type: ignore[attr-defined]  # both kinds of cards have them
        yield from read_period(card, period)
    if isinstance(card, ComparisonCard) and card.growth.line:
        yield list_fact(replace(card.growth, id=derive_id(card.id, "growth")), 2)


def read_period(card: Card, period: Period) -> Iterator[Line]:
    if not period.facts:
        return
    if period.heading:
        is_derived = period.id == f"{card.id}-facts"
        id = derive_id(card.id, "facts") if is_derived else period.id
        yield Line(ListedFact(id, level=2, before=period.heading))
    level = 3 if period.heading else 2
    yield from (list_fact(fact, level) for fact in period.facts)


def list_branches(lines: Sequence[Line]) -> list[Branch]:
    """Return the lines that no other line is above, each with those below it."""
    branches: list[Branch] = []
    top = 1
    for line in lines:
        if not branches or line.level <= top:
            top = line.level
            branches.append(Branch(line, ()))
        else:
            branches[-1] = replace(branches[-1], below=(*branches[-1].below, line))
    return branches
