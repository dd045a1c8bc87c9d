"""Converts drafts to the stored form of a body, with an id for every block, item, row and column.

An id is derived from the public path, the type of the block and its rank among blocks of the type.
Two databases therefore agree. Where a report is replaced, `replacing` finds its former ids again.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from reports.core.document.block import BLOCKS
from reports.core.document.block_ids import derive_id
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.table import Column, Table
from reports.exchange.importing.draft import Draft, Named
from reports.exchange.importing.links import replace_links

Key = Callable[[Named], Any]  # what a block stores for something that it names


def stored_body(
    drafts: Iterable[Draft], path: str, reference: Key, code: Key
) -> list[dict[str, Any]]:
    """Return the stored form of a report's body at public path `path`.

    `reference` gives the row id that a chooser stores (or None), `code` the stable key that a
    table's row stores (or "").
    """
    ranks: Counter[str] = Counter()
    stored = []
    for draft in drafts:
        ranks[draft.kind] += 1
        id_ = derive_id(path, draft.kind, ranks[draft.kind])
        value = dict(draft.value)
        if draft.heads:
            value["table"] = add_references(value["table"], [h and code(h) for h in draft.heads])
        stored.append(
            {
                "type": draft.kind,
                "value": store_node(BLOCKS[draft.kind], value, id_, reference),
                "id": id_,
            }
        )
    return stored


def add_references(table: Table, refs: list[Any]) -> Table:
    rows = zip(table.rows, refs, strict=True)
    return replace(table, rows=tuple(replace(row, ref=ref or "") for row, ref in rows))


def store_node(cls: type[Node], value: Any, id_: str, reference: Key) -> dict[str, Any]:
    """Return the stored form of a node. A part that a draft lacks is empty, not a default."""
    given = value or {}
    stored = {
        name: store_part(part, given.get(name), derive_id(id_, name), reference)
        for name, part in cls.parts.items()
        if given.get(name) or not part.is_optional
    }
    if "reference_name" in stored:
        referring = next(n for n, part in cls.parts.items() if part.role is Role.REFERENCE)
        if stored[referring] is not None:
            stored["reference_name"] = stored[cls.named_by[0]]
    return stored


def store_part(part: Part, value: Any, id_: str, reference: Key) -> Any:
    match part.role:
        case Role.NODE:
            return store_node(part.reads, value, id_, reference)
        case Role.NODES:
            return store_items(
                value, id_, lambda item, id: store_node(part.reads, item, id, reference)
            )
        case Role.TABLE:
            table = replace_note_links(value or Table(), reference)
            return derive_table_ids(table, id_).pad_rows().stored
        case Role.RICH_TEXT:
            return replace_links(value or "", reference)
        case Role.REFERENCE:
            return reference(value) if isinstance(value, Named) else None
    if part.reads is Table:
        return None  # what was remembered of a table, by nobody yet
    if part.reads is tuple:
        return store_items(value, id_, lambda item, id: item or "")
    if part.reads is bool:
        return bool(value)
    return value if part.reads is int else value or ""


def store_items(
    values: Any, id_: str, store_item: Callable[[Any, str], Any]
) -> list[dict[str, Any]]:
    """Return the stored form of a list, in which each item has an id derived from its rank."""
    return [
        {
            "type": "item",
            "value": store_item(item, derive_id(id_, rank)),
            "id": derive_id(id_, rank),
        }
        for rank, item in enumerate(values or ())
    ]


def replace_note_links(table: Table, reference: Key) -> Table:
    rows = (replace(row, note=replace_links(row.note, reference)) for row in table.rows)
    return replace(table, rows=tuple(rows))


def derive_table_ids(table: Table, id_: str) -> Table:
    columns = tuple(
        Column(column.heading, derive_id(id_, "column", n))
        for n, column in enumerate(table.columns)
    )
    rows = tuple(replace(row, id=derive_id(id_, "row", n)) for n, row in enumerate(table.rows))
    return Table(columns, rows)
