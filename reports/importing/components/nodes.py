"""Steps through a tree that ignore what a reader does not see."""

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from reports.importing.line_marks import LINE, line_of

HEADING = re.compile(r"^h[1-6]$")


def has_class(tag: Tag, *names: str) -> bool:
    """Return whether an element has one of these classes."""
    return not set(names).isdisjoint(tag.get_attribute_list("class"))


def new_tag(soup: BeautifulSoup, name: str, like: Tag, **attributes: str) -> Tag:
    """Return a new element that stands on the line of another."""
    return soup.new_tag(name, attrs={LINE: str(line_of(like)), **attributes})


def element_before(tag: Tag) -> Tag | None:
    """Return the element right before, with nothing but white space between; None without one."""
    node = tag.previous_sibling
    while isinstance(node, NavigableString) and not str(node).strip():
        node = node.previous_sibling
    return node if isinstance(node, Tag) else None


def element_after(tag: Tag) -> Tag | None:
    """Return the element right after, with nothing but white space between; None without one."""
    node = tag.next_sibling
    while isinstance(node, NavigableString) and not str(node).strip():
        node = node.next_sibling
    return node if isinstance(node, Tag) else None


def demote_headings(soup: BeautifulSoup, box: Tag) -> None:
    """Make bold paragraphs of the headings in a box: they are no headings of the report."""
    for heading in box.find_all(HEADING):
        make_title(soup, heading)


def make_title(soup: BeautifulSoup, element: Tag) -> None:
    """Make a bold paragraph of an element, the links in it included."""
    bold = new_tag(soup, "strong", element)
    for node in list(element.children):
        bold.append(node)
    element.name = "p"
    element.attrs = {LINE: element.attrs[LINE]} if LINE in element.attrs else {}
    element.append(bold)
