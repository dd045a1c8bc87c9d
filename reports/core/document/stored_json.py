"""Reads items and words from stored JSON of any shape."""

from collections.abc import Iterator
from typing import Any


def iterate_items(raw: Any) -> Iterator[tuple[str, Any]]:
    """Yield the id and the value of each item of a stored list.

    One value alone is a list of it; an item without an id has an empty one.
    """
    if raw in (None, ""):
        return
    for item in raw if isinstance(raw, list) else [raw]:
        if is_item(item):
            yield str(item["id"] or ""), item["value"]
        else:
            yield "", item


def is_item(raw: Any) -> bool:
    """Say whether this is an item of a stored list: a value with an id."""
    return isinstance(raw, dict) and raw.get("type") == "item" and {"id", "value"} <= raw.keys()


def join_words(raw: Any) -> str:
    """Return all that stored data says, as one line; nothing where it is nested too deep."""
    try:
        return " · ".join(iterate_words(raw))
    except RecursionError:
        return ""


def iterate_words(raw: Any, name: str = "") -> Iterator[str]:
    """Yield the texts in stored data, in order; of what is ticked, the name."""
    if isinstance(raw, dict):
        for key, value in raw.items():
            if key not in ("id", "type"):
                yield from iterate_words(value, str(key))
    elif isinstance(raw, list | tuple):
        for value in raw:
            yield from iterate_words(value, name)
    elif raw is True:
        yield name
    elif raw not in (None, False) and str(raw).strip():
        yield str(raw)
