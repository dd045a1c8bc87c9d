"""Helpers to navigate and change a tree without regard to white space."""

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from reports.exchange.importing.line_marks import LINE, line_of

HEADING = re.compile(r"^h[1-6]$")
CLOSING = (".", ",", ")")  # signs that no space stands before


def has_class(tag: Tag, *names: str) -> bool:
    """Return whether an element has one of these classes."""
    return not set(names).isdisjoint(tag.get_attribute_list("class"))


def new_tag(soup: BeautifulSoup, name: str, like: Tag, **attributes: str) -> Tag:
    """Return a new element with the line of another one."""
    return soup.new_tag(name, attrs={LINE: str(line_of(like)), **attributes})


def element_before(tag: Tag) -> Tag | None:
    """Return the element right before, across white space only; None if there is none."""
    node = tag.previous_sibling
    while isinstance(node, NavigableString) and not str(node).strip():
        node = node.previous_sibling
    return node if isinstance(node, Tag) else None


def element_after(tag: Tag) -> Tag | None:
    """Return the element right after, across white space only; None if there is none."""
    node = tag.next_sibling
    while isinstance(node, NavigableString) and not str(node).strip():
        node = node.next_sibling
    return node if isinstance(node, Tag) else None


def demote_headings(soup: BeautifulSoup, box: Tag) -> None:
    """Turn the headings in a box into bold paragraphs, because they are not the report's."""
    for heading in box.find_all(HEADING):
        make_title(soup, heading)


def make_title(soup: BeautifulSoup, element: Tag) -> None:
    """Turn an element into a bold paragraph, with the links in it."""
    bold = new_tag(soup, "strong", element)
    for node in list(element.children):
        bold.append(node)
    element.name = "p"
    element.attrs = {LINE: element.attrs[LINE]} if LINE in element.attrs else {}
    element.append(bold)


def replace_with_space(tag: Tag) -> None:
    """Remove an element from its line, and leave one space between the words around it."""
    before = take_text(tag.previous_sibling).rstrip()
    after = take_text(tag.next_sibling).lstrip()
    space = "" if after.startswith(CLOSING) else " "
    tag.replace_with(NavigableString(before + space + after))


def take_text(node: PageElement | None) -> str:
    """Remove a text node from the tree and return its text; return "" for any other node."""
    return str(node.extract()) if type(node) is NavigableString else ""
