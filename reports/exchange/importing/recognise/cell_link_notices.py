"""Writes notices about links of tables that a block loses, or extends to a whole cell."""

from collections.abc import Iterator, Sequence

from bs4 import Tag

from reports.content.tables import Column, Row
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import href_of, words_of
from reports.exchange.importing.line_marks import line_of
from reports.exchange.importing.loss import describe_lost_link, is_kept, quote
from reports.exchange.importing.recognise.cell_links import is_wholly_linked, list_links
from reports.exchange.importing.recognise.parsed_table import ParsedTable
from reports.exchange.importing.recognise.table_rows import row_of

HEAD = "intitulé de colonne"


def list_link_notices(parsed: ParsedTable, draft: Draft) -> list[Notice]:
    """Return notices about the links of a table that changed when it became a block."""
    table = draft.value.get("table")
    rows: Sequence[Row] = table.rows if table else [row_of(cells) for cells in parsed.body]
    notices = [
        Notice(line_of(cell), f"{HEAD} : {describe_lost_link(href_of(link), words_of(link))}")
        for cells in parsed.heads
        for cell in cells
        if cell is not None
        for link in list_links(cell)
    ]
    for cells, row in zip(parsed.body, rows, strict=True):
        for place, cell in enumerate(cells):
            if cell is not None:
                where = describe_place(row, parsed.columns, place)
                notices += [
                    Notice(line_of(cell), f"{where} : {message}")
                    for message in describe_links(cell, row, place)
                ]
    return notices


def describe_links(cell: Tag, row: Row, place: int) -> Iterator[str]:
    """Yield sentences about the changed links of one cell."""
    url, note = (row.cells[place].url, "") if place else (row.url, row.note)
    for link in list_links(cell):
        address, words = href_of(link), words_of(link)
        if note and is_kept(address, note):
            continue
        if address != url:
            yield describe_lost_link(address, words)
        elif not is_wholly_linked(cell, row.cells[place].raw):
            yield f"le lien {quote(words)} vers {address} est celui de toute la cellule maintenant."


def describe_place(row: Row, columns: Sequence[Column], place: int) -> str:
    """Return where a cell is, as readers of the table find it."""
    named = (("ligne", row.head), ("colonne", columns[place].heading))
    return ", ".join(f"{name} {quote(words)}" for name, words in named if words) or "cellule"
