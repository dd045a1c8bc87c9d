"""Lists the essentials: the figures that an editor marked as a summary of the report."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from reports.core.document.block import Block
from reports.core.document.body import Document
from reports.core.document.facts import Fact, ListedFact, iterate_facts
from reports.core.document.figure_blocks import IndicatorTable
from reports.core.document.periods import read_period
from reports.core.document.pointer import Pointer
from reports.core.document.printed_reference import confirmed_reference
from reports.core.document.relative_words import normalize_words
from reports.core.document.service_blocks import ComparisonCard, ImpactCard, iterate_cards
from reports.core.document.table import Row
from reports.core.figures import Figure, State, from_stored


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure and its subject: a row of a table, a service, or only the words around it."""

    pointer: Pointer
    """Where the figure is: in a row that states none yet, the row."""
    subject: str
    """The name of the row or the service; empty for words alone."""
    words: str
    """What stands around the figure; empty for a row."""
    figure: Figure
    anchor: str
    record: Any = None
    """The key of the record that the subject is, if that is confirmed."""
    leading: bool = False
    is_cell: bool = False

    @property
    def id(self) -> str:
        """The id of the row or the fact."""
        return self.pointer.item

    @property
    def figure_id(self) -> str:
        """The id of the cell or the fact that gives the figure."""
        return self.pointer.cell if self.is_cell else self.id

    @property
    def label(self) -> str:
        """What the figure counts."""
        return " : ".join(filter(None, (self.subject, self.words)))

    @property
    def is_empty(self) -> bool:
        """Whether the figure is still to come."""
        return self.figure.state is State.EMPTY


def list_essentials(document: Document, year: int) -> list[Statement]:
    """Return what is marked in the report of a year, in its order; figures may be still to come."""
    return [each for each in list_statements(document, year) if each.leading]


def collect_statements(document: Document, year: int) -> tuple[Statement, ...]:
    """Return all of `list_statements`, for `Document.derive`."""
    return tuple(list_statements(document, year))


def list_statements(document: Document, year: int) -> Iterator[Statement]:
    """Yield what may sum up the report of a year: results of indicators, and facts."""
    for block, section in document.placed_blocks:
        anchor = section.heading.anchor if section else ""
        if isinstance(block, IndicatorTable):
            yield from (state_result(block, row, year, anchor) for row in block.table.rows)
        elif cards := list(iterate_cards(block)):
            for card in cards:
                yield from list_card_statements(block, card, anchor)
        else:
            facts: Iterator[Fact | ListedFact] = iterate_facts(block, Fact, ListedFact)
            yield from (state_fact(block, fact, anchor) for fact in facts)


def state_result(block: IndicatorTable, row: Row, year: int, anchor: str) -> Statement:
    """State the result of a row in the last period up to a year, which may be still to come."""
    table, figure = block.table, from_stored("")
    stated: tuple[str, ...] = ()
    ends = -1
    for column, cell in zip(table.columns[1:], row.cells[1:], strict=False):
        period = read_period(column)
        if period is None or period.kind != "result":
            continue
        is_better = not figure.raw.strip() and period.end.year == ends
        if period.end.year <= year and (period.end.year > ends or is_better):
            figure, ends = cell.figure.away_from_column, period.end.year
            stated = (column.id,)
    record = row.confirmed_ref or None
    pointer = Pointer(block.id, row.id, stated)
    return Statement(pointer, row.head, "", figure, anchor, record, row.leading, bool(stated))


def list_card_statements(
    block: Block, card: ImpactCard | ComparisonCard, anchor: str
) -> Iterator[Statement]:
    """Yield the facts of a card. A marked card stands for the first fact of its last period."""
    record = confirmed_reference(card)
    facts = [fact for period in reversed(card.periods) for fact in period.facts]
    for place, fact in enumerate(facts):
        stands_for_card = card.leading and place == 0
        yield Statement(
            Pointer(block.id, fact.id, ("figure",)),
            card.name,
            fact.display_name,
            fact.figure,
            anchor,
            record,
            fact.leading or stands_for_card,
        )


def state_fact(block: Block, fact: Fact | ListedFact, anchor: str) -> Statement:
    pointer = Pointer(block.id, fact.id, ("figure",))
    return Statement(pointer, "", fact.display_name, fact.figure, anchor, leading=fact.leading)


def find_previous(
    essential: Statement, year: int, before: Iterable[Statement], year_before: int
) -> Statement | None:
    """Return what an earlier report stated of the same: of the same record, else in equal words.

    Words are equal if they are once years are counted from the report that they stand in.
    """
    if not essential.label:
        return None
    words = normalize_words(essential.words, year)
    same_words = [
        each
        for each in before
        if normalize_words(each.words, year_before) == words and not each.is_empty
    ]
    if essential.record is not None:
        for each in same_words:
            if each.record == essential.record:
                return each
    name = normalize_words(essential.subject, year)
    for each in same_words:
        if normalize_words(each.subject, year_before) == name:
            return each
    return None
