"""Reads the values of parts from stored JSON, and writes them back, according to their role."""

from typing import Any

from reports.core.document.part import Part, Role
from reports.core.document.rich_text import RichText
from reports.core.document.stored_json import iterate_items, join_words
from reports.core.document.table import Table
from reports.core.figures import from_stored


class PublicId(str):
    """A public id, in documents whose references must not depend on the row ids of one database."""

    __slots__ = ()


def read_value(part: Part, raw: Any, id: str = "") -> Any:
    """Return the value of a part; `id` is for a node. What cannot be read is empty."""
    match part.role:
        case Role.TEXT | Role.ADDRESS:
            return read_text(raw)
        case Role.RICH_TEXT:
            return RichText(read_text(raw))
        case Role.FIGURE:
            return from_stored(raw if isinstance(raw, str | dict) else join_words(raw))
        case Role.TABLE:
            return Table.from_stored(raw)
        case Role.REFERENCE:
            return read_reference(raw)
        case Role.NODE:
            return part.reads.from_stored(raw if raw is not None else {}, id)
        case Role.NODES:
            return tuple(part.reads.from_stored(value, id) for id, value in iterate_items(raw))
    return read_scalar(part, raw)


def read_text(raw: Any) -> str:
    return raw if isinstance(raw, str) else join_words(raw)


def read_reference(raw: Any) -> int | PublicId | None:
    """Return a row id, or the public id in `{"public_id": "…"}`; None for what is neither."""
    if isinstance(raw, dict):
        public_id = raw.get("public_id")
        return PublicId(public_id) if isinstance(public_id, str) else None
    return read_integer(raw)


def read_integer(raw: Any) -> int | None:
    if isinstance(raw, bool):
        return None
    try:
        return int(raw)
    except (TypeError, ValueError, OverflowError):
        return None


def read_scalar(part: Part, raw: Any) -> Any:
    """Return a setting or what the system remembers: a text, a number, a tick, texts or a table."""
    if part.reads is Table:
        return Table.from_stored(raw)
    if part.reads is tuple:
        return tuple(read_text(value) for _, value in iterate_items(raw))
    if part.reads is bool:
        return bool(raw)
    if part.reads is int:
        number = read_integer(raw)
        return part.default if number is None else number
    text = read_text(raw)
    return text if not part.choices or text in part.choices else part.default


def write_value(part: Part, value: Any) -> Any:
    """Return a value in its stored form."""
    match part.role:
        case Role.REFERENCE if isinstance(value, PublicId):
            return {"public_id": str(value)}
        case Role.RICH_TEXT:
            return value.html
        case Role.FIGURE | Role.TABLE | Role.NODE:
            return value.stored
        case Role.NODES:
            return [{"type": "item", "id": node.id, "value": node.stored} for node in value]
    if isinstance(value, tuple):
        return list(value)
    return value.stored if isinstance(value, Table) else value
