"""What a report says of a record: the words and figures printed beside a mention of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wagtail import blocks

from reports.blocks.facts import FactBlock
from reports.blocks.services import PeriodBlock
from reports.figures import Figure
from reports.printed import printed
from reports.records.mentions import Mention
from reports.richtext import plain
from reports.tables import Table, TableBlock

HEADED = {"mission": "mission_heading", "facts": "facts_heading"}  # labels that are printed too


@dataclass(frozen=True)
class Saying:
    """One line, under the label that was printed over it or that its field has."""

    label: str
    text: str


def said(mention: Mention) -> list[Saying]:
    """The lines that a report prints with a mention, as a reader sees them."""
    block, value = mention.holder, mention.holder.to_python(mention.value)
    lines = row(value) if isinstance(block, TableBlock) else struct(block, value)
    return [line for line in lines if line.text]


def row(table: Table) -> Iterator[Saying]:
    """The cells of a table's one row, under the heads of their columns."""
    (found,) = table.rows
    for place, (column, cell) in enumerate(zip(table.columns, found.cells, strict=False)):
        yield Saying(column.heading, cell.figure.text if place else cell.raw)
    yield Saying("Note", plain(found.note))


def struct(block: Any, value: Any) -> Iterator[Saying]:
    """The parts of a card or of a line of a list."""
    unprinted = getattr(block.meta, "unprinted", ())
    for name, child in block.child_blocks.items():
        if name in unprinted or name in HEADED.values():
            continue
        label = value.get(HEADED.get(name, "")) or str(child.label)
        match child:
            case FactBlock():
                yield Saying(label, fact(value[name]))
            case blocks.ListBlock(child_block=FactBlock()):
                yield from (Saying(label, fact(each)) for each in value[name])
            case blocks.ListBlock(child_block=PeriodBlock()):
                for period in value[name]:
                    yield from (Saying(period["heading"] or "", fact(f)) for f in period["facts"])
            case TableBlock():
                heads = [found.head for found in value[name].rows]
                yield Saying(label, ", ".join(filter(None, heads)))
            case _:
                yield Saying(label, " ".join(printed(child, value[name])))


def fact(value: Any) -> str:
    """A fact on one line, its figure as it is typeset."""
    figure: Figure = value["figure"]
    return " ".join(filter(None, (value["before"], figure.text, value["after"])))
