"""Reads the links of a table cell, which can keep one address only."""

from bs4 import Tag

from reports.core.text.words import split_words
from reports.exchange.importing.inline import href_of, words_of


def list_links(cell: Tag | None) -> list[Tag]:
    """Return the links of a cell that have an address and words."""
    links = cell.find_all("a", href=True) if cell is not None else []
    return [link for link in links if href_of(link) and words_of(link)]


def only_address(cell: Tag | None) -> str:
    """Return the address of the links of a cell; "" if there is none, or more than one."""
    addresses = {href_of(link) for link in list_links(cell)}
    return addresses.pop() if len(addresses) == 1 else ""


def is_wholly_linked(cell: Tag, words: str) -> bool:
    """Return whether the links of a cell contain all of these words."""
    linked = "".join(map(words_of, list_links(cell)))
    return "".join(split_words(linked)) == "".join(split_words(words))
