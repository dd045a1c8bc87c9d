"""The value of a table: columns once, rows with an id and cells in column order.

Stored shape (JSON)::

    {"columns": [{"id": "…", "heading": "Résultats 2024"}],
     "rows": [{"id": "…", "cells": ["217", {"raw": "+80 %", "read_as": "plus de 80 %"}],
               "ref": "key of a snippet", "url": "printed link", "note": "inline HTML"}]}

A cell is a plain string, or an object where there is more to say than the text as typed.
`ref`, `url` and `note` belong to the row's head (its first cell) and are left out when empty.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reports.figures import Figure, read

MOST_ROWS = 1000
MOST_COLUMNS = 30
"""The largest table that is drawn, for editing and for readers."""


def mint() -> str:
    """A new id for a column or a row."""
    return str(uuid.uuid4())


def listed(stored: Any) -> Iterable[Any]:
    """The items of a stored list; one thing alone counts as a list of it."""
    return stored if isinstance(stored, list | tuple) else () if stored is None else (stored,)


def as_row(stored: Any) -> Any:
    """A stored row; a list is its cells."""
    return {"cells": stored} if isinstance(stored, list) else stored


@dataclass(frozen=True)
class Cell:
    """What one cell holds: the text as typed, the corrected reading, the printed link."""

    raw: str
    read_as: str | None = None
    url: str = ""

    @classmethod
    def from_stored(cls, stored: Any) -> "Cell":
        """A cell from its stored form; anything unforeseen is kept as its text."""
        if isinstance(stored, Mapping):
            return cls(
                str(stored.get("raw") or ""),
                str(stored["read_as"]) if stored.get("read_as") else None,
                str(stored.get("url") or ""),
            )
        return cls("" if stored is None else str(stored))

    @property
    def stored(self) -> str | dict[str, str]:
        extra = {"read_as": self.read_as, "url": self.url}
        extra = {name: value for name, value in extra.items() if value}
        return {"raw": self.raw, **extra} if extra else self.raw  # type: ignore[dict-item]

    @property
    def figure(self) -> Figure:
        return read(self.raw, self.read_as)


@dataclass(frozen=True)
class Column:
    """A column: its id and its heading as printed."""

    heading: str
    id: str = field(default_factory=mint)


@dataclass(frozen=True)
class Row:
    """A row: cells in column order; what its head refers to."""

    cells: tuple[Cell, ...]
    id: str = field(default_factory=mint)
    ref: str = ""
    url: str = ""
    note: str = ""

    @property
    def head(self) -> str:
        """The text of the first cell: what the row is about."""
        return self.cells[0].raw if self.cells else ""

    @property
    def stored(self) -> dict[str, Any]:
        extra = {"ref": self.ref, "url": self.url, "note": self.note}
        return {
            "id": self.id,
            "cells": [cell.stored for cell in self.cells],
            **{name: value for name, value in extra.items() if value},
        }


@dataclass(frozen=True)
class Table:
    """An immutable table; false when it has neither columns nor rows."""

    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()

    @classmethod
    def from_stored(cls, stored: Any) -> "Table":
        """A table from its stored form. Unforeseen shapes give what can be read, never an error."""
        if not isinstance(stored, Mapping):
            return cls()
        columns = tuple(
            Column(str(c.get("heading") or ""), str(c.get("id") or mint()))
            for c in listed(stored.get("columns"))
            if isinstance(c, Mapping)
        )
        rows = tuple(
            Row(
                tuple(map(Cell.from_stored, listed(r.get("cells")))),
                str(r.get("id") or mint()),
                *(str(r.get(name) or "") for name in ("ref", "url", "note")),
            )
            for r in map(as_row, listed(stored.get("rows")))
            if isinstance(r, Mapping)
        )
        return cls(columns, rows)

    @property
    def stored(self) -> dict[str, Any]:
        return {
            "columns": [{"id": c.id, "heading": c.heading} for c in self.columns],
            "rows": [row.stored for row in self.rows],
        }

    @property
    def ragged(self) -> list[int]:
        """Numbers (from 1) of the rows that have more or fewer cells than there are columns."""
        return [n for n, row in enumerate(self.rows, 1) if len(row.cells) != len(self.columns)]

    def squared(self) -> "Table":
        """The same table with short rows filled up with empty cells; nothing is cut."""
        width = len(self.columns)
        return Table(
            self.columns,
            tuple(
                Row(
                    row.cells + (Cell(""),) * (width - len(row.cells)),
                    row.id,
                    row.ref,
                    row.url,
                    row.note,
                )
                for row in self.rows
            ),
        )

    def __bool__(self) -> bool:
        return bool(self.columns or self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __str__(self) -> str:
        """The cells as text, a row a line: what the comparison of revisions shows."""
        lines = [" | ".join(column.heading for column in self.columns)]
        lines += [" | ".join(cell.raw for cell in row.cells) for row in self.rows]
        return "\n".join(lines) if self else ""
