"""A table as an immutable value: columns, and rows with an id and cells in column order.

Stored shape (JSON)::

    {"columns": [{"id": "…", "heading": "Résultats 2024"}],
     "rows": [{"id": "…", "cells": ["217", {"raw": "+80 %", "read_as": "plus de 80 %"}],
               "ref": "key of a snippet", "ref_name": "Services lancés",
               "url": "printed link", "note": "inline HTML", "leading": true}]}

A heading that states a unit, « Montant (k€) », gives it to the bare numbers of its column. The
head of a row, a column « Unité » and a caption do the same; see `table_contexts`.

A cell is a plain string, or an object if it has more than the text as typed. `ref`, `url` and
`note` belong to the row's head (its first cell) and are left out when empty. So is `leading`,
which marks the row as one of the figures that sum up the report.

`ref_name` is the head that `ref` was chosen for: while the head is the same name, the reference is
confirmed. If none is stored, it is set to the head when the row is read. An empty `ref_name`
without `ref` says that editors are asked for a record and have not answered.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import is_not
from typing import Any

from reports.core.document.awards import AwardRow, lay_out_awards
from reports.core.document.grid import Grid, lay_out
from reports.core.document.table_contexts import read_contexts
from reports.core.figures import Figure, parse_in
from reports.core.figures.column_context import ColumnContext
from reports.core.figures.locale import FRENCH, Locale, current_locale
from reports.core.text.name_matching import is_same_name

MAX_ROWS = 1000
MAX_COLUMNS = 30
"""The largest table that is drawn, for editing and for readers."""


def new_id() -> str:
    """A new id for a column or a row."""
    return str(uuid.uuid4())


def as_list(stored: Any) -> Iterable[Any]:
    """The items of a stored list; one thing alone counts as a list of it."""
    return stored if isinstance(stored, list | tuple) else () if stored is None else (stored,)


def as_text(stored: Any) -> str:
    """A stored value as text. What is nested too deep to be written is left out."""
    try:
        return "" if stored is None else str(stored)
    except RecursionError:
        return ""


def as_row(stored: Any) -> Any:
    """A stored row; a list is its cells."""
    return {"cells": stored} if isinstance(stored, list) else stored


@dataclass(frozen=True)
class Cell:
    """One cell of a table: the text as typed, the corrected reading, the printed link."""

    raw: str
    read_as: str | None = None
    url: str = ""
    locale: Locale = field(default_factory=current_locale, compare=False, repr=False)
    """The language of the report that it stands in, known once it is read."""
    context: ColumnContext | None = field(default=None, compare=False, repr=False)
    """What the heads around it say of its number, known once it stands in a table."""

    @classmethod
    def from_stored(cls, stored: Any) -> "Cell":
        """A cell from its stored form; anything unforeseen is kept as its text."""
        if isinstance(stored, Mapping):
            return cls(
                as_text(stored.get("raw") or ""),
                as_text(stored.get("read_as") or "") or None,
                as_text(stored.get("url") or ""),
            )
        return cls(as_text(stored))

    @property
    def stored(self) -> str | dict[str, str]:
        extra = {"read_as": self.read_as, "url": self.url}
        extra = {name: value for name, value in extra.items() if value}
        return {"raw": self.raw, **extra} if extra else self.raw  # type: ignore[dict-item]

    @property
    def figure(self) -> Figure:
        """What the cell says, as the heads around it mean it."""
        figure = self.printed_figure
        return self.context.apply(figure) if self.context else figure

    @property
    def printed_figure(self) -> Figure:
        """What the cell says alone, in the scale of its column."""
        return parse_in(self.locale, self.raw, self.read_as)


@dataclass(frozen=True)
class Column:
    """A column: its id and its heading as printed."""

    heading: str
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class Row:
    """A row: its cells in column order, and the reference, link and note of its head."""

    cells: tuple[Cell, ...]
    id: str = field(default_factory=new_id)
    ref: str = ""
    url: str = ""
    note: str = ""
    ref_name: str | None = None
    leading: bool = False

    def __post_init__(self) -> None:
        """Remember the head that the record is chosen for, unless that is known."""
        if self.ref and self.ref_name is None:
            object.__setattr__(self, "ref_name", self.head)

    @property
    def head(self) -> str:
        """The text of the first cell: what the row is about."""
        return self.cells[0].raw if self.cells else ""

    @property
    def is_confirmed(self) -> bool:
        """Whether the record, or its absence, was chosen for the head as it is now."""
        return self.ref_name is None or is_same_name(self.ref_name, self.head)

    @property
    def confirmed_ref(self) -> str:
        """The key of the record, empty where the reference is not confirmed."""
        return self.ref if self.is_confirmed else ""

    @property
    def stored(self) -> dict[str, Any]:
        reference: dict[str, Any] = {"ref": self.ref} if self.ref else {}
        if self.ref or self.ref_name == "":
            reference["ref_name"] = self.ref_name
        extra = {"url": self.url, "note": self.note, "leading": self.leading}
        return {
            "id": self.id,
            "cells": [cell.stored for cell in self.cells],
            **reference,
            **{name: value for name, value in extra.items() if value},
        }


def with_contexts(row: Row, contexts: list[ColumnContext | None]) -> Row:
    """Return a row whose cells know what is said of their numbers."""
    if all(cell.context == context for cell, context in zip(row.cells, contexts, strict=True)):
        return row
    cells = (
        cell if cell.context == context else replace(cell, context=context)
        for cell, context in zip(row.cells, contexts, strict=True)
    )
    return replace(row, cells=tuple(cells))


@dataclass(frozen=True)
class Table:
    """An immutable table; false when it has neither columns nor rows."""

    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    caption: str = field(default="", compare=False, repr=False)
    """What stands above it, as far as it is known."""

    def __post_init__(self) -> None:
        """Tell cells what the heads around them and the caption say of their numbers."""
        locale = next((cell.locale for row in self.rows for cell in row.cells), FRENCH)
        headings = [column.heading for column in self.columns]
        texts = [tuple(cell.raw for cell in row.cells) for row in self.rows]
        contexts = read_contexts(headings, texts, self.caption, locale)
        rows = tuple(map(with_contexts, self.rows, contexts))
        if any(map(is_not, rows, self.rows)):
            object.__setattr__(self, "rows", rows)

    def below_caption(self, caption: str) -> "Table":
        """Return the table read below a caption, which may state the unit of its numbers."""
        return replace(self, caption=caption) if caption != self.caption else self

    @classmethod
    def from_stored(cls, stored: Any) -> "Table":
        """A table from its stored form. Unforeseen shapes give what can be read, never an error."""
        if not isinstance(stored, Mapping):
            return cls()
        columns = tuple(
            Column(as_text(c.get("heading") or ""), as_text(c.get("id") or new_id()))
            for c in as_list(stored.get("columns"))
            if isinstance(c, Mapping)
        )
        rows = tuple(
            Row(
                tuple(map(Cell.from_stored, as_list(r.get("cells")))),
                as_text(r.get("id") or new_id()),
                as_text(r.get("ref") or ""),
                as_text(r.get("url") or ""),
                as_text(r.get("note") or ""),
                r["ref_name"] if isinstance(r.get("ref_name"), str) else None,
                r.get("leading") is True,
            )
            for r in map(as_row, as_list(stored.get("rows")))
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

    def pad_rows(self) -> "Table":
        """The same table with short rows filled up with empty cells; nothing is cut."""
        width = len(self.columns)
        return Table(
            self.columns,
            tuple(
                replace(row, cells=row.cells + (Cell(""),) * (width - len(row.cells)))
                for row in self.rows
            ),
            self.caption,
        )

    def fill_rows(self) -> "Table":
        """Return the table with a column for each cell and a cell for each column."""
        if not self.ragged:
            return self
        table = self
        for row in self.rows:
            extra = range(len(table.columns), len(row.cells))
            columns = tuple(Column("", id=f"{row.id}-{place}") for place in extra)
            table = Table(table.columns + columns, self.rows, self.caption)
        return table.pad_rows()

    @cached_property
    def grid(self) -> Grid:
        """The table as readers see it; a draft may have rows that are short or long."""
        return lay_out(self.fill_rows())

    @cached_property
    def awards(self) -> tuple[AwardRow, ...]:
        """The rows of a funding table, with what each was awarded."""
        return lay_out_awards(self.grid)

    def __bool__(self) -> bool:
        return bool(self.columns or self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __str__(self) -> str:
        """The cells as text, a row a line: what the comparison of revisions shows."""
        lines = [" | ".join(column.heading for column in self.columns)]
        lines += [" | ".join(cell.raw for cell in row.cells) for row in self.rows]
        return "\n".join(lines) if self else ""
