"""Ids of blocks, items, rows and columns: unique for ever.

A body in stored form is a list of `{"type", "value", "id"}`. Everything in it that has an id is a
JSON object with the key `id`, so one walk finds them all.
"""

import uuid
from typing import Any

NAMESPACE = uuid.UUID("6f0d3d0e-5b0a-5f3a-9a44-0b6c1f6a7e52")


def derive_id(*parts: object) -> str:
    """The id that the same parts give in every database."""
    return str(uuid.uuid5(NAMESPACE, "/".join(map(str, parts))))


def derive_new_ids(stored: Any, seed: object) -> Any:
    """A copy of stored block data in which every id is new, and the same for the same seed."""
    if isinstance(stored, dict):
        copy = {name: derive_new_ids(value, seed) for name, value in stored.items()}
        if isinstance(stored.get("id"), str):
            copy["id"] = derive_id(seed, stored["id"])
        return copy
    if isinstance(stored, list):
        return [derive_new_ids(item, seed) for item in stored]
    return stored


def list_ids(stored: Any) -> list[str]:
    """Every id in stored block data, in order."""
    if isinstance(stored, dict):
        own = [stored["id"]] if isinstance(stored.get("id"), str) else []
        return own + [found for value in stored.values() for found in list_ids(value)]
    if isinstance(stored, list):
        return [found for item in stored for found in list_ids(item)]
    return []
