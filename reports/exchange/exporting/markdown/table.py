"""Writes tables as Markdown."""

from reports.content.tables import Cell, Row, Table
from reports.exchange.exporting.markdown.escaping import (
    escape_html,
    escape_line,
    join_words,
    write_link,
)
from reports.exchange.exporting.markdown.rich_text import write_note


def write_table(table: Table) -> str:
    """Return a table with its head; nothing for one without columns."""
    if not table.columns:
        return ""
    head = [escape_line(column.heading) for column in table.columns]
    lines = [head, ["---"] * len(head)]
    for row in table.rows:
        cells = [write_head(row), *map(write_cell, row.cells[1:])]
        lines.append(cells + [""] * (len(head) - len(cells)))
    return "\n".join(write_row(line) for line in lines)


def write_row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def write_head(row: Row) -> str:
    """Return the first cell of a row: its name, its link, and its note."""
    head = escape_line(row.head)
    if row.url:
        head = write_link(head, row.url)
    note = write_note(row.note)
    return join_words(f"**{head}**", note) if note else head


def write_cell(cell: Cell) -> str:
    """Return a cell; if it has several lines, they are an HTML list."""
    lines = cell.raw.split("\n")
    if len(lines) > 1 and all(line.strip() for line in lines) and not cell.url:
        return f"<ul>{''.join(f'<li>{escape_line(line)}</li>' for line in lines)}</ul>"
    text = escape_line(cell.raw)
    return write_link(text, cell.url) if cell.url else text


def write_captioned(caption: str, table: str) -> str:
    """Return a table with its caption, if it has one."""
    if not caption.strip() or not table:
        return "\n\n".join(filter(None, (escape_line(caption), table)))
    caption = f"<figcaption>{escape_html(caption)}</figcaption>"
    return f'<figure markdown="1">\n{caption}\n\n{table}\n\n</figure>'
