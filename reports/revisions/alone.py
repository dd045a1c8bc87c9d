"""All that a block says which only one of two revisions has."""

from collections.abc import Iterator
from typing import Any

from wagtail import blocks

from reports.blocks.facts import FactBlock
from reports.blocks.text import ListedFactBlock
from reports.revisions import rows
from reports.revisions.change import Change, Kind, Piece, Trail
from reports.revisions.saying import FACT, below, called, fact, listed, said, shown, source
from reports.richtext import plain
from reports.tables import Table, TableBlock


def alone(block: Any, value: Any, trail: Trail, kind: Kind) -> Iterator[Change]:
    """All that a block says that was added or removed as a whole."""
    note = "ajouté" if kind is Kind.NEW else "retiré"
    found = list(texts(block, value, trail))
    if [where for _, where in found] != [trail]:
        yield Change(trail, note=note)
        note = ""
    for text, where in found:
        yield Change(where, (Piece(kind, text),), note)


def texts(block: Any, value: Any, trail: Trail) -> Iterator[tuple[str, Trail]]:
    """Each text of a value, with the trail to it; a fact or a row is one text."""
    match block:
        case blocks.BaseStructBlock():
            children = {name: child for name, child in block.child_blocks.items() if shown(child)}
            if isinstance(block, FactBlock | ListedFactBlock):
                if words := "".join(fact(value)).strip():
                    yield words, trail
                children = {n: child for n, child in children.items() if n not in (*FACT, "level")}
            for name, child in children.items():
                yield from texts(child, value[name], (*trail, *below(trail, child)))
        case blocks.ListBlock():
            for place, member in enumerate(listed(value)):
                spot = (*trail, called(block.child_block, member.value, place))
                yield from texts(block.child_block, member.value, spot)
        case TableBlock():
            table = value or Table()
            for place, row in enumerate(table.rows):
                yield rows.row_text(row, table) or row.head, (*trail, rows.label(row, place))
        case blocks.RichTextBlock():
            yield from ((text, trail) for text in [plain(source(value))] if text)
        case blocks.BooleanBlock() | blocks.ChoiceBlock() if not value:
            return
        case _:
            words = said(block, value)
            if words and trail[-2:-1] != (words,):  # the name of what it stands in says it already
                yield words, trail
