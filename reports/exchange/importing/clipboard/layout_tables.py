"""Unfolds tables that only lay out a page, so that their content is read without them."""

from bs4 import BeautifulSoup, Tag

NESTED = "Tableau dans un autre : celui du dehors est lu comme une mise en page."
PARTS = ("tbody", "thead", "tfoot", "colgroup", "col")
BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "p", "div")


def unfold_layout_tables(soup: BeautifulSoup) -> list[str]:
    """Turn tables around other tables, and tables with one cell of blocks, into `<div>`s."""
    notices = []
    for table in soup.find_all("table"):
        cells = [cell for cell in table.find_all(["td", "th"]) if is_of(cell, table)]
        if table.find("table"):
            notices.append(NESTED)
        elif len(cells) != 1 or len(cells[0].find_all(BLOCKS)) < 2:
            continue
        unfold(table)
    return list(dict.fromkeys(notices))


def is_of(cell: Tag, table: Tag) -> bool:
    return cell.find_parent("table") is table


def unfold(table: Tag) -> None:
    own = [tag for tag in table.find_all(True) if is_of(tag, table)]
    for tag in own:
        if tag.name in ("tr", "td", "th", "caption"):
            tag.name = "div"
            tag.attrs = {}
        elif tag.name in PARTS:
            tag.unwrap()
    table.name = "div"
    table.attrs = {}
