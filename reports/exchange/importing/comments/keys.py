"""Keeps the ids that comments give, if they are free: an id is never used twice."""

from collections.abc import Container, Iterator, Sequence
from typing import Any

from reports.core.document.block_ids import derive_id
from reports.exchange.importing.draft import Draft

Path = tuple[str | int, ...]


def keep_keys(
    body: Sequence[dict[str, Any]], drafts: Sequence[Draft], taken: Container[str]
) -> None:
    """Give blocks, items, rows and columns of a stored body the ids in their comments.

    An id that another page has, or that is given twice, is ignored. A derived id that equals a kept
    one is replaced.
    """
    used: set[str] = set()
    kept: set[int] = set()
    for block, draft in zip(body, drafts, strict=True):
        for path, key in draft.keys:
            holder = find_holder(block, path)
            if key not in taken and key not in used:
                holder["id"] = key
                used.add(key)
                kept.add(id(holder))
    for holder in iterate_holders(body):
        if id(holder) not in kept:
            while holder["id"] in used or holder["id"] in taken:
                holder["id"] = derive_id(holder["id"], "again")
            used.add(holder["id"])


def find_holder(block: dict[str, Any], path: Path) -> dict[str, Any]:
    """Return the object in a stored block that has the id for a path such as `("cards", 0)`."""
    holder: Any = block
    for name in path:
        holder = holder["value"] if isinstance(holder, dict) and "value" in holder else holder
        holder = holder[name]
    return holder


def iterate_holders(stored: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in stored blocks that has an id."""
    if isinstance(stored, dict):
        if isinstance(stored.get("id"), str):
            yield stored
        for each in stored.values():
            yield from iterate_holders(each)
    elif isinstance(stored, list):
        for each in stored:
            yield from iterate_holders(each)
