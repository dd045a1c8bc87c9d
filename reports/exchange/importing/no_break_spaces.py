"""Sets the no-break spaces of French typography in imported words, without a notice.

Figures are not changed, nor are blocks that Bilan exported: they are as their editors wrote them.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from reports.core.document.block import BLOCKS
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.table import Cell, Column, Row, Table
from reports.core.figures.locale import UNKNOWN, current_locale
from reports.core.text.french_spaces import set_html_spaces, set_spaces
from reports.exchange.importing.draft import Draft

FRENCH = ("fr", UNKNOWN)  # a report of which nobody knows the language is in French


def set_draft_spaces(drafts: Iterable[Draft]) -> None:
    """Write no-break spaces into the words of drafts, if the report is in French."""
    if current_locale().language not in FRENCH:
        return
    for draft in drafts:
        if not draft.is_commented:
            draft.value = set_node_spaces(BLOCKS[draft.kind], draft.value)


def set_node_spaces(cls: type[Node], value: dict[str, Any]) -> dict[str, Any]:
    """Return the value of a draft with no-break spaces in its words."""
    return {
        name: set_part_spaces(cls.parts[name], each) if name in cls.parts else each
        for name, each in value.items()
    }


def set_part_spaces(part: Part, value: Any) -> Any:
    match part.role:
        case Role.TEXT if isinstance(value, str):
            return set_spaces(value)
        case Role.RICH_TEXT if isinstance(value, str):
            return set_html_spaces(value)
        case Role.TABLE if isinstance(value, Table):
            return set_table_spaces(value)
        case Role.NODE if isinstance(value, dict):
            return set_node_spaces(part.reads, value)
        case Role.NODES if isinstance(value, list):
            return [set_node_spaces(part.reads, each) for each in value]
    return value


def set_table_spaces(table: Table) -> Table:
    columns = tuple(Column(set_spaces(each.heading), each.id) for each in table.columns)
    return Table(columns, tuple(map(set_row_spaces, table.rows)), table.caption)


def set_row_spaces(row: Row) -> Row:
    return replace(
        row, cells=tuple(map(set_cell_spaces, row.cells)), note=set_html_spaces(row.note)
    )


def set_cell_spaces(cell: Cell) -> Cell:
    """Return a cell of words with no-break spaces. Any other cell may be read as a figure."""
    is_figure = cell.figure.is_number or not any(map(str.isalpha, cell.raw))
    return cell if is_figure else replace(cell, raw=set_spaces(cell.raw))
