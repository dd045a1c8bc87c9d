"""The places of a body that something can be put in, each with a key that outlives its neighbours.

A key is made of the id that is nearest above and of names below it: of a figure in a list, of a
cell in its row and column. So it holds while blocks and rows are moved about.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from wagtail import blocks

from reports.blocks.facts import FactBlock
from reports.blocks.figures import ChartBlock
from reports.blocks.references import ReferenceMixin
from reports.blocks.text import ListedFactBlock
from reports.richtext import plain
from reports.tables import Table, TableBlock

NAMES = ("name", "heading", "title")
DOCUMENT = "source_document"
DRAWN = ("picture", "alt", "transcription")  # of a chart that is drawn from its data: not asked for


@dataclass(frozen=True)
class Slot:
    """One place: the block it is in, how an editor finds it there, and what is in it."""

    block: str
    key: str
    trail: tuple[str, ...] = ()
    value: Any = None
    is_cell: bool = False

    @property
    def is_hole(self) -> bool:
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())

    @property
    def nearest(self) -> str:
        """The id that its key begins with."""
        return self.key.partition("/")[0]

    @property
    def field(self) -> str:
        """The names below that id: of a figure in a fact, of a field in a structure."""
        return "" if self.is_cell else self.key.partition("/")[2]

    @property
    def cell(self) -> str:
        """The name that a cell has in the editor: its column, its row."""
        return ", ".join(self.trail[:-3:-1]) if self.is_cell else ""

    def at(self, key: str, name: str = "") -> "Slot":
        """A place in this one. A name that says nothing new is not said again."""
        trail = self.trail if name in ("", self.trail[-1]) else (*self.trail, name)
        return replace(self, key=key, trail=trail)

    def holding(self, value: Any, is_cell: bool = False) -> "Slot":
        return replace(self, value=value, is_cell=is_cell)


def slots(page: Any) -> Iterator[Slot]:
    """The places of a report, from top to bottom; those of its own fields are in no block."""
    yield Slot(DOCUMENT, DOCUMENT, ("Document source",), page.source_document)
    for child in page.body:
        id_ = child.id or ""
        yield from within(child.block, child.value, Slot(id_, id_, (str(child.block.label),)))


def within(block: Any, value: Any, here: Slot) -> Iterator[Slot]:
    match block:
        case FactBlock() | ListedFactBlock():
            yield here.at(f"{here.key}/figure").holding(value["figure"].raw)
        case TableBlock():
            yield from cells(block, value, here)
        case ReferenceMixin():
            yield here.holding(value)
        case blocks.BaseStructBlock():
            unasked = (*getattr(block.meta, "unprinted", ()), "basis", "written_for")
            if isinstance(block, ChartBlock) and value["data"].rows:
                unasked += DRAWN
            for name, child in block.child_blocks.items():
                if name not in unasked:
                    below = here.at(f"{here.key}/{name}", label(child))
                    yield from within(child, value[name], below)
        case blocks.ListBlock():
            for place, item in enumerate(value.bound_blocks, 1):
                known = called(block.child_block, item.value)
                name = known or (str(place) if len(value) > 1 else "")
                yield from within(block.child_block, item.value, here.at(item.id or "", name))
        case blocks.RichTextBlock():
            yield here.holding(plain(value.source))
        case blocks.CharBlock():
            yield here.holding(value)


def cells(block: TableBlock, table: Table, here: Slot) -> Iterator[Slot]:
    """The table as a whole, which may have no rows yet, then its cells."""
    count = len(table.rows)
    whole = here.at(here.key, str(block.label or ""))
    yield whole.holding(f"{count} ligne{'s' if count > 1 else ''}" if count else "")
    for row in table.rows:
        of_row = here.at(row.id, row.head)
        for column, cell in list(zip(table.columns, row.cells, strict=False))[block.text_columns :]:
            yield of_row.at(f"{row.id}/{column.id}", column.heading).holding(cell.raw, is_cell=True)


def label(block: Any) -> str:
    """What a child is called, unless it is all of its parent: « Lignes », « Données »."""
    return "" if isinstance(block, blocks.ListBlock | TableBlock) else str(block.label or "")


def called(block: Any, value: Any) -> str:
    """The name that an item of a list goes by: of a fact, what it counts."""
    if isinstance(block, FactBlock | ListedFactBlock):
        told = ((value.get(name) or "").strip(" :,;.") for name in ("lead", "before", "after"))
        return " … ".join(filter(None, told))
    if isinstance(block, blocks.BaseStructBlock):
        return next((value[name] for name in NAMES if value.get(name)), "")
    return ""
