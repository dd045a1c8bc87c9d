"""Computes the part of a comment that completes a table."""

from collections.abc import Sequence
from typing import Any

from reports.content.tables import Cell, Column, Row, Table
from reports.core.document.part import Part
from reports.core.text.addresses import sanitize_address
from reports.core.text.rich_text_form import normalize_html
from reports.exchange.exporting.markdown.difference import SAME, OtherShape
from reports.exchange.importing.comments.values import KEY
from reports.exchange.importing.draft import Named


def complement_table(
    wanted: Table, read: Table | None, part: Part, heads: Sequence[Named | None], is_whole: bool
) -> Any:
    """Return what the table that was read lacks; raise `OtherShape` if it is of another size."""
    columns: Sequence[Column] = read.columns if read else ()
    rows: Sequence[Row] = read.rows if read else ()
    if is_whole:
        columns, rows = [Column("")] * len(wanted.columns), [Row(())] * len(wanted.rows)
    elif (len(columns), len(rows)) != (len(wanted.columns), len(wanted.rows)):
        raise OtherShape
    heads = heads or [None] * len(rows)
    found = {
        "columns": [
            complement_column(each, before)
            for each, before in zip(wanted.columns, columns, strict=True)
        ],
        "rows": [
            complement_row(each, before, head, bool(part.refers_to), is_whole)
            for each, before, head in zip(wanted.rows, rows, heads, strict=True)
        ],
    }
    found = {name: listed for name, listed in found.items() if any(listed)}
    return found or SAME


def complement_column(wanted: Column, read: Column) -> dict[str, Any]:
    heading = {} if wanted.heading == read.heading else {"heading": wanted.heading}
    return {**write_key(wanted.id), **heading}


def complement_row(
    wanted: Row, read: Row, head: Named | None, has_reference: bool, is_whole: bool
) -> dict[str, Any]:
    found: dict[str, Any] = write_key(wanted.id)
    if has_reference and (wanted.ref or head is not None):
        found["ref"] = wanted.ref or None
    url, note = sanitize_address(wanted.url), normalize_html(wanted.note)
    if url != read.url:
        found["url"] = url
    if note != normalize_html(read.note):
        found["note"] = note
    if wanted.leading:
        found["leading"] = True
    if cells := complement_cells(wanted.cells, read.cells, is_whole):
        found["cells"] = cells
    return found


def complement_cells(wanted: Sequence[Cell], read: Sequence[Cell], is_whole: bool) -> list[Any]:
    """Return the cells that differ from those that were read, and None in place of equal ones.

    Equal cells at the end are left out.
    """
    if is_whole:
        read = [Cell("")] * len(wanted)
    elif len(wanted) != len(read):
        raise OtherShape
    found = [complement_cell(each, before) for each, before in zip(wanted, read, strict=True)]
    while found and found[-1] is None and not is_whole:
        found.pop()
    return found


def complement_cell(wanted: Cell, read: Cell) -> Any:
    changes: dict[str, Any] = {}
    url = sanitize_address(wanted.url)
    if wanted.raw != read.raw:
        changes["raw"] = wanted.raw
    if wanted.read_as != read.read_as:
        changes["read_as"] = wanted.read_as or ""
    if url != read.url:
        changes["url"] = url
    return changes["raw"] if list(changes) == ["raw"] else changes or None


def write_key(id: str) -> dict[str, str]:
    return {"id": id} if KEY.fullmatch(id) else {}
