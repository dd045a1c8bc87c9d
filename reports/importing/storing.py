"""From drafts to the stored form of a body: every block, item, row and column gets its id.

An id is derived from the public path, the kind of block and its rank among its kind, so two
databases agree and importing again keeps them.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from wagtail import blocks

from reports.blocks.body import ReportBody
from reports.blocks.facts import FigureBlock
from reports.identity import derive
from reports.importing.draft import Draft, Named
from reports.tables import Column, Table, TableBlock

Key = Callable[[Named], Any]  # what a block stores for something that it names


def stored_body(
    drafts: Iterable[Draft], path: str, reference: Key, code: Key
) -> list[dict[str, Any]]:
    """Stored form of a report's body at public path `path`.

    `reference` gives the row id that a chooser stores (or None), `code` the stable key that a
    table's row stores (or "").
    """
    body = ReportBody()
    ranks: Counter[str] = Counter()
    stored = []
    for draft in drafts:
        ranks[draft.kind] += 1
        id_ = derive(path, draft.kind, ranks[draft.kind])
        value = dict(draft.value)
        if draft.heads:
            value["table"] = headed(value["table"], [h and code(h) for h in draft.heads])
        block = body.child_blocks[draft.kind]
        stored.append({"type": draft.kind, "value": store(block, value, id_, reference), "id": id_})
    return stored


def headed(table: Table, refs: list[Any]) -> Table:
    rows = zip(table.rows, refs, strict=True)
    return replace(table, rows=tuple(replace(row, ref=ref or "") for row, ref in rows))


def store(block: Any, value: Any, id_: str, reference: Key) -> Any:
    """Stored form of one value; what a draft leaves out is empty, never a block's default."""
    match block:
        case blocks.ListBlock():
            return [
                {
                    "type": "item",
                    "value": store(block.child_block, item, derive(id_, rank), reference),
                    "id": derive(id_, rank),
                }
                for rank, item in enumerate(value or ())
            ]
        case blocks.BaseStructBlock():
            return {
                name: store(child, (value or {}).get(name), derive(id_, name), reference)
                for name, child in block.child_blocks.items()
            }
        case TableBlock():
            return identified(value or Table(), id_).squared().stored
        case FigureBlock():
            return value or ""
        case blocks.ChooserBlock():
            return reference(value) if isinstance(value, Named) else None
        case blocks.BooleanBlock():
            return bool(value)
        case blocks.IntegerBlock():
            return value
        case _:
            return value or ""


def identified(table: Table, id_: str) -> Table:
    columns = tuple(
        Column(column.heading, derive(id_, "column", n)) for n, column in enumerate(table.columns)
    )
    rows = tuple(replace(row, id=derive(id_, "row", n)) for n, row in enumerate(table.rows))
    return Table(columns, rows)
