"""Describes blocks, items, rows and columns by what they are found again by in another body."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reports.core.changes.display import name_block, shorten
from reports.core.document import Document
from reports.core.document.node import Node
from reports.core.document.outline import Section
from reports.core.document.part import Role
from reports.core.document.table import Table
from reports.core.figures import Figure
from reports.core.text.stems import fold_accents


@dataclass(frozen=True)
class Held:
    """A block, item, row or column, by what it is found again by."""

    id: str
    name: str
    content: str
    """All that it says."""
    rest: str = ""
    """All that it says beside its name; empty where that is nothing."""
    kind: str = ""
    place: tuple[str, ...] = ()
    """Of a block: the titles of the sections that it stands in."""
    inside: tuple[str, ...] = ()
    """Of a block: the names of its items and rows."""
    label: str = ""
    """What editors call it; of a column, nothing."""
    lists: tuple[tuple[str, tuple["Held", ...]], ...] = ()
    """The lists of items, rows and columns in it, by the name of the part."""

    def list_ids(self) -> Iterator[str]:
        yield self.id
        for _, parts in self.lists:
            for part in parts:
                yield from part.list_ids()


def hold_blocks(document: Document) -> Iterator[Held]:
    for block, section in document.placed_blocks:
        held = hold_node(block)
        yield Held(
            block.id,
            held.name,
            held.content,
            held.rest,
            block.stored_type,
            tuple(list_titles(section)),
            tuple(list_names(held)),
            name_block(block),
            held.lists,
        )


def list_titles(section: Section | None) -> Iterator[str]:
    while section:
        yield fold_accents(section.heading.text)
        section = section.parent


def list_names(held: Held) -> Iterator[str]:
    """Yield the names of the items and rows inside, at any depth."""
    for _, parts in held.lists:
        for part in parts:
            if part.label:
                yield part.name
            yield from list_names(part)


def hold_node(node: Node) -> Held:
    words = [name for name in node.line_parts if not isinstance(getattr(node, name), Figure)]
    named = words or node.named_by
    beside = {part: value for part, value in node.stored.items() if part not in named}
    shown = shorten(node.line or node.display_name)
    return Held(
        node.id,
        fold_accents(node.display_name),
        write_content(node.stored),
        write_content(beside) if any(beside.values()) else "",
        label=f"« {shown} »" if shown else "",
        lists=tuple(hold_lists(node)),
    )


def hold_lists(node: Node, above: str = "") -> Iterator[tuple[str, tuple[Held, ...]]]:
    """Yield the lists of a node and of the nodes that are its fields, with their names."""
    for name, part in node.parts.items():
        value = getattr(node, name)
        match part.role:
            case Role.NODE:
                yield from hold_lists(value, f"{above}{name}/")
            case Role.NODES:
                yield f"{above}{name}", tuple(map(hold_node, value))
            case Role.TABLE:
                yield f"{above}{name}/rows", tuple(hold_rows(value))
                yield f"{above}{name}/columns", tuple(hold_columns(value))


def hold_rows(table: Table) -> Iterator[Held]:
    for row in table.rows:
        stored = row.stored
        cells = stored["cells"][1:]
        yield Held(
            row.id,
            fold_accents(row.head),
            write_content(stored),
            write_content(cells) if any(cells) else "",
            label=f"« {shorten(row.head)} »" if row.head else "",
        )


def hold_columns(table: Table) -> Iterator[Held]:
    """Yield the columns; the first, of the names of the rows, is found again as such."""
    for rank, column in enumerate(table.columns):
        cells = [row.cells[rank].stored for row in table.rows if rank < len(row.cells)]
        yield Held(
            column.id,
            fold_accents(column.heading) if rank else "first",
            write_content([column.heading, cells]) if rank else "first",
            write_content(cells) if any(cells) else "",
        )


def write_content(stored: Any) -> str:
    """Return stored data as text, without the ids in it."""
    return json.dumps(drop_ids(stored), ensure_ascii=False, sort_keys=True)


def drop_ids(stored: Any) -> Any:
    if isinstance(stored, dict):
        return {name: drop_ids(value) for name, value in stored.items() if name != "id"}
    return [drop_ids(each) for each in stored] if isinstance(stored, list) else stored
