"""Completes a table with its comment: ids, references of rows, readings of cells."""

from dataclasses import replace
from typing import Any

from reports.content.tables import Cell, Column, Row, Table
from reports.exchange.importing.comments.values import UNKNOWN, Path, Values
from reports.exchange.importing.draft import Named

Heads = list[Named | None]
COLUMN = {"id", "heading"}
ROW = {"id", "ref", "url", "note", "leading", "cells"}
CELL = {"raw", "read_as", "url"}


class TableOverlay:
    """Completes one table with its part of a comment.

    `is_whole` says that the comment has the whole table.
    """

    def __init__(self, values: Values, refers_to: str, is_whole: bool) -> None:
        self.values = values
        self.refers_to = refers_to
        self.is_whole = is_whole

    def complete(self, given: Any, read: Table, heads: Heads, path: Path) -> tuple[Table, Heads]:
        """Return the table and the records named by its rows. Raises `Refusal` for another size."""
        given = self.values.mapping(given, path)
        self.note_unknown_keys(given, {"columns", "rows"}, path)
        columns, rows = list(read.columns), list(read.rows)
        heads = list(heads) or [None] * len(rows)
        if "columns" in given:
            here = (*path, "columns")
            listed = self.match(given["columns"], columns, Column(""), here)
            columns = [
                self.complete_column(each, column, (*here, rank))
                for rank, (each, column) in enumerate(listed)
            ]
        if "rows" in given:
            here = (*path, "rows")
            pairs = self.match(given["rows"], rows, Row(()), here)
            heads = heads if len(heads) == len(pairs) else [None] * len(pairs)
            completed = [
                self.complete_row(each, row, head, (*here, rank))
                for rank, ((each, row), head) in enumerate(zip(pairs, heads, strict=True))
            ]
            rows, heads = [row for row, _ in completed], [head for _, head in completed]
        return Table(tuple(columns), tuple(rows)), heads

    def match(self, given: Any, read: list[Any], empty: Any, path: Path) -> list[tuple[Any, Any]]:
        """Return each object of a list with the item that was read at its rank."""
        listed = self.values.listing(given, path)
        if self.is_whole:
            read = [empty] * len(listed)
        elif len(listed) != len(read):
            raise self.values.count_refusal(len(listed), len(read), path)
        return list(zip(listed, read, strict=True))

    def complete_column(self, given: Any, column: Column, path: Path) -> Column:
        given = self.values.mapping(given, path)
        self.note_unknown_keys(given, COLUMN, path)
        self.values.take_key(given, path)
        return Column(self.values.text(given.get("heading", column.heading), (*path, "heading")))

    def complete_row(
        self, given: Any, row: Row, head: Named | None, path: Path
    ) -> tuple[Row, Named | None]:
        given = self.values.mapping(given, path)
        self.note_unknown_keys(given, ROW, path)
        self.values.take_key(given, path)
        changes: dict[str, Any] = {}
        if "url" in given:
            changes["url"] = self.values.address(given["url"], (*path, "url"))
        if "note" in given:
            changes["note"] = self.values.rich_text(given["note"], (*path, "note"))
        leading = given.get("leading", False)
        if not isinstance(leading, bool):
            raise self.values.comment.refusal("« true » ou « false » est attendu.", *path)
        if "cells" in given:
            changes["cells"] = self.complete_cells(given["cells"], row.cells, (*path, "cells"))
        row = replace(row, leading=leading, **changes)
        if "ref" in given and self.refers_to:
            ref = given["ref"]
            head = self.values.reference(self.refers_to, ref, head, (*path, "ref"))
            head = head and replace(head, name=head.name or row.head or head.key)
        return row, head

    def complete_cells(self, given: Any, cells: tuple[Cell, ...], path: Path) -> tuple[Cell, ...]:
        """Return the cells of a row. A cell that is `null` or missing stays as it was read."""
        listed = self.values.listing(given, path)
        if self.is_whole:
            cells = (Cell(""),) * len(listed)
        elif len(listed) > len(cells):
            raise self.values.count_refusal(len(listed), len(cells), path)
        return tuple(
            self.complete_cell(listed[rank], cell, (*path, rank)) if rank < len(listed) else cell
            for rank, cell in enumerate(cells)
        )

    def complete_cell(self, given: Any, cell: Cell, path: Path) -> Cell:
        if given is None:
            return cell
        if isinstance(given, str):
            return replace(cell, raw=given)
        given = self.values.mapping(given, path)
        self.note_unknown_keys(given, CELL, path)
        raw = self.values.text(given.get("raw", cell.raw), (*path, "raw"))
        read_as = given.get("read_as", cell.read_as)
        if read_as is not None:
            read_as = self.values.text(read_as, (*path, "read_as")) or None
        url = cell.url
        if "url" in given:
            url = self.values.address(given["url"], (*path, "url"))
        return Cell(raw, read_as, url)

    def note_unknown_keys(self, given: dict[str, Any], known: set[str], path: Path) -> None:
        for name in given:
            if name not in known:
                self.values.notice(UNKNOWN, *path, name)
