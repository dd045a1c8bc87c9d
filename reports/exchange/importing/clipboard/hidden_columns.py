"""Removes the columns that a spreadsheet hides, which only `<col>` shows, not the cells."""

from bs4 import BeautifulSoup, Tag

from reports.exchange.importing.clipboard.invisible import is_hidden, quote
from reports.exchange.importing.recognise.parsed_table import own_rows, read_span


def remove_hidden_columns(soup: BeautifulSoup) -> list[str]:
    """Remove the cells of hidden columns, before their `<col>`; return notices."""
    taken: list[Tag] = []
    for table in soup.find_all("table"):
        if hidden := find_hidden_places(table):
            taken += list_cells(table, hidden)
    for cell in taken:
        cell.extract()
    words = [cell for cell in taken if cell.get_text().strip()]
    return [f"Colonnes masquées laissées de côté\u202f: {quote(words)}."] if words else []


def find_hidden_places(table: Tag) -> set[int]:
    """Return the indexes of the hidden columns, from 0."""
    places: set[int] = set()
    place = 0
    for column in table.find_all("col"):
        span = int(span) if (span := str(column.get("span") or "1")).isdecimal() else 1
        if is_hidden(column):
            places |= set(range(place, place + min(span, 100)))
        place += span
    return places


def list_cells(table: Tag, hidden: set[int]) -> list[Tag]:
    """Return the cells that are in hidden columns only."""
    cells = []
    covered: dict[int, set[int]] = {}
    for number, row in enumerate(own_rows(table)):
        place = 0
        for cell in row.find_all(["td", "th"], recursive=False):
            while place in covered.get(number, ()):
                place += 1
            wide, high = read_span(cell, "colspan"), read_span(cell, "rowspan")
            own = set(range(place, place + wide))
            for below in range(number + 1, number + high):
                covered.setdefault(below, set()).update(own)
            if own <= hidden:
                cells.append(cell)
            place += wide
    return cells
