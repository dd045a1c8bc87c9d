"""Marks: the elements that stand in the tree where notes are called."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from reports.core.text.notes import ELEMENT


@dataclass(frozen=True)
class Definition:
    """A note of a file: its id, the nodes of its content, and its line."""

    id: str
    nodes: list[PageElement]
    line: int


def make_mark(soup: BeautifulSoup, id: str) -> Tag:
    mark = soup.new_tag(ELEMENT)
    mark["id"] = id
    return mark


def unwrap_others(soup: BeautifulSoup, ids: Container[str]) -> None:
    """Unwrap mark elements that the file itself has; leave a mark if they call a known note."""
    for element in soup.find_all(ELEMENT):
        id = str(element.get("id") or "")
        if id in ids and not element.contents:
            continue
        if id in ids:
            element.insert_before(make_mark(soup, id))
        element.unwrap()


def list_marks(nodes: Iterable[PageElement]) -> list[str]:
    """Return the ids of the notes that nodes call, in order."""
    ids = []
    for node in nodes:
        if isinstance(node, Tag):
            found = [node] if node.name == ELEMENT else node.find_all(ELEMENT)
            ids += [str(mark["id"]) for mark in found if mark.get("id")]
    return ids
