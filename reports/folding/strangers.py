"""Children of a kind that this version does not know: another one wrote them, and may be back."""

import json
from typing import Any

from wagtail.blocks import StreamValue

from reports.folding.kept import Raw

Stranger = tuple[str | None, Raw]
"""A child, and the id of the known one that it follows."""


def apart(stored: Any, known: Any) -> list[Stranger]:
    """The strangers in a stored body."""
    found: list[Stranger] = []
    before = None
    for raw in stored:
        kind = raw.get("type") if isinstance(raw, dict) else None
        if isinstance(kind, str) and kind in known:
            before = raw.get("id")
        elif isinstance(kind, str):
            found.append((before, raw))
    return found


def woven(children: list[Raw], strangers: list[Stranger]) -> list[Raw]:
    """A stored body with its strangers: each behind the child that it followed, else at the end."""
    ids = {raw.get("id") for raw in children}
    places: dict[str | None, list[Raw]] = {}
    for before, raw in strangers:
        place = before if before is None or before in ids else ""
        places.setdefault(place, []).append(raw)
    body = places.pop(None, [])
    for raw in children:
        body += [raw, *places.pop(raw.get("id"), [])]
    return body + places.pop("", [])


def parsed(value: Any) -> Any:
    """A stored body as a list, where it is one."""
    if isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def of(value: StreamValue) -> list[Stranger]:
    return getattr(value, "strangers", [])
