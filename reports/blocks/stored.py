"""Stored data as it is, whatever it is: whether it has a shape of today, and what it says."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from reports.tables import Cell, Column, Row, Table


def names(part: type) -> frozenset[str]:
    return frozenset(field.name for field in fields(part))


CELL, COLUMN, ROW, TABLE = map(names, (Cell, Column, Row, Table))


def is_table(raw: Any) -> bool:
    """Whether a table can be read from `raw` without a loss."""
    if not (isinstance(raw, dict) and raw.keys() <= TABLE):
        return False
    columns, rows = raw.get("columns", []), raw.get("rows", [])
    if not (isinstance(columns, list) and isinstance(rows, list)):
        return False
    return all(isinstance(column, dict) and column.keys() <= COLUMN for column in columns) and (
        all(
            isinstance(row, dict)
            and row.keys() <= ROW
            and isinstance(cells := row.get("cells"), list)
            and all(map(is_cell, cells))
            for row in rows
        )
    )


def is_cell(raw: Any) -> bool:
    return (
        raw is None
        or isinstance(raw, str)
        or (
            isinstance(raw, dict)
            and raw.keys() <= CELL
            and all(value is None or isinstance(value, str) for value in raw.values())
        )
    )


def words(raw: Any) -> str:
    """All that stored data says, as one line."""
    return " · ".join(leaves(raw))


def leaves(raw: Any, name: str = "") -> Iterator[str]:
    """The texts in stored data, in order; of what is ticked, the name."""
    if isinstance(raw, dict):
        for key, value in raw.items():
            if key not in ("id", "type"):
                yield from leaves(value, str(key))
    elif isinstance(raw, list | tuple):
        for value in raw:
            yield from leaves(value, name)
    elif raw is True:
        yield name
    elif raw not in (None, False) and str(raw).strip():
        yield str(raw)
