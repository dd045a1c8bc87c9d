"""Rewrites a stored block in today's form if it has an older one.

`blocks.stream` compares the result with the stored block, to find content that was not taken up.
"""

from typing import Any

from reports.core.document.block import UnknownBlock
from reports.core.document.body import read_block
from reports.core.document.stored_json import is_item
from reports.core.document.table import Table

SCALARS = str | int | None


def fit_block(stored: Any) -> dict[str, Any] | None:
    """Return a stored block as today's form of it can be read.

    That is `stored` itself, the same object, where all of it can be read. A block of a type that
    this version does not know is None.
    """
    block = read_block(stored)
    if isinstance(block, UnknownBlock):
        return None
    id, value = stored.get("id"), block.stored
    if (id is None or id == block.id) and is_part_of(stored.get("value"), value):
        return stored
    return {**stored, "value": value, "id": block.id or None}


def is_part_of(raw: Any, value: Any) -> bool:
    """Say whether `value`, which was read from stored JSON, has all that this JSON says."""
    if raw == value and type(raw) is type(value):
        return True
    if is_item(raw) != is_item(value):  # ids of items are as they may be
        return is_part_of(raw["value"], value) if is_item(raw) else is_part_of(raw, value["value"])
    if isinstance(value, dict) and isinstance(raw, dict):
        return all(
            is_part_of(each, value[name]) if name in value else not each
            for name, each in raw.items()
        )
    if isinstance(value, list) and isinstance(raw, list):
        return len(raw) == len(value) and all(map(is_part_of, raw, value))
    return raw in (None, "") and (isinstance(value, SCALARS) or value == Table().stored)
