"""Makes the first row of a table its head if the word processor marks none."""

from bs4 import Tag


def give_head(table: Tag) -> None:
    """Make the first row of a table its head, if the document marks none."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    if table.find("thead") or len(rows) < 2:
        return
    for cell in rows[0].find_all("td", recursive=False):
        cell.name = "th"
