"""Gives what is imported the ids in its comments or its former ids: an id is never used twice."""

from collections.abc import Container, Iterator, Sequence
from typing import Any

from reports.core.document.block_ids import derive_id
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.replacing.former_ids import FormerIds

Path = tuple[str | int, ...]
Stored = dict[str, Any]


def keep_keys(
    body: Sequence[Stored], drafts: Sequence[Draft], taken: Container[str], former: FormerIds
) -> None:
    """Give blocks, items, rows and columns of a stored body the ids in their comments, else those
    that they had in the body that is replaced.

    An id that another page has, or that is given twice, is ignored. A derived id that equals a kept
    one, or that something else had, is replaced.
    """
    used: set[str] = set()
    kept: set[int] = set()
    for holder, key in [*list_commented(body, drafts), *list_former(body, former)]:
        if id(holder) not in kept and key not in taken and key not in used:
            holder["id"] = key
            used.add(key)
            kept.add(id(holder))
    for holder in iterate_holders(body):
        if id(holder) not in kept:
            while holder["id"] in used or holder["id"] in taken or holder["id"] in former.former:
                holder["id"] = derive_id(holder["id"], "again")
            used.add(holder["id"])


def list_commented(body: Sequence[Stored], drafts: Sequence[Draft]) -> Iterator[tuple[Stored, str]]:
    """Yield the objects that have an id in a comment, with that id."""
    for block, draft in zip(body, drafts, strict=True):
        for path, key in draft.keys:
            yield find_holder(block, path), key


def list_former(body: Sequence[Stored], former: FormerIds) -> Iterator[tuple[Stored, str]]:
    """Yield the objects that were in the replaced body, with the id that they had there."""
    for holder in iterate_holders(body):
        if key := former.taken_over.get(holder["id"]):
            yield holder, key


def find_holder(block: Stored, path: Path) -> Stored:
    """Return the object in a stored block that has the id for a path such as `("cards", 0)`."""
    holder: Any = block
    for name in path:
        holder = holder["value"] if isinstance(holder, dict) and "value" in holder else holder
        holder = holder[name]
    return holder


def iterate_holders(stored: Any) -> Iterator[Stored]:
    """Yield every object in stored blocks that has an id."""
    if isinstance(stored, dict):
        if isinstance(stored.get("id"), str):
            yield stored
        for each in stored.values():
            yield from iterate_holders(each)
    elif isinstance(stored, list):
        for each in stored:
            yield from iterate_holders(each)
