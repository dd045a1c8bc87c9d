"""Turns a row of tiles, each with a number and what it counts, into a list of facts."""

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from reports.core.figures import parse
from reports.exchange.importing.components.nodes import element_after, new_tag
from reports.exchange.importing.elements import PHRASING, is_bare_number, is_parted
from reports.exchange.importing.inline import CELLS, significant_nodes, text_of, words_of

BOXES = ("div", "article", "section", "p")
PARTS = ("div", "span", "p", "strong", "b")
MAX_LABEL_CHARACTERS = 120  # characters of what a number counts


def list_figures(soup: BeautifulSoup) -> None:
    """Separate numbers from the words beside them, and turn each row of tiles into a list."""
    for element in soup.find_all(lambda tag: tag.name in (*BOXES, *CELLS)):
        part_number(element)
    for box in soup.find_all(BOXES):
        if box.parent is None or box.name not in BOXES or not is_tile(box):
            continue
        row = [box]
        while (following := element_after(row[-1])) is not None and is_tile(following):
            row.append(following)
        if len(row) > 1:
            make_list(soup, row)


def part_number(element: Tag) -> None:
    """Put a space between two spans, a number and its words, that only styles separate."""
    nodes = significant_nodes(element.children)
    if len(nodes) != 2 or nodes[0].next_sibling is not nodes[1]:
        return
    are_spans = all(
        isinstance(node, Tag) and node.name == "span" and node.string is not None for node in nodes
    )
    if are_spans and is_parted(*(str(node.get_text()) for node in nodes)):
        nodes[0].insert_after(NavigableString(" "))


def is_tile(box: Tag) -> bool:
    """Return whether a box contains a number, then a few words, and nothing else."""
    parts = significant_nodes(box.children)
    if box.name not in BOXES or len(parts) != 2:
        return False
    for part in parts:
        if not isinstance(part, Tag) or part.name not in PARTS:
            return False
        if part.find(lambda tag: tag.name not in PHRASING or tag.name == "img"):
            return False
    number, words = map(words_of, parts)
    if text_of(box).strip() == f"{number}{words}":
        return False  # one word: « 1 » and « er »
    return (
        (is_bare_number(number) or parse(number).is_number)
        and 0 < len(words) <= MAX_LABEL_CHARACTERS
        and any(character.isalpha() for character in words)
    )


def make_list(soup: BeautifulSoup, row: list[Tag]) -> None:
    listed = new_tag(soup, "ul", row[0])
    row[0].insert_before(listed)
    for box in row:
        number, words = significant_nodes(box.children)
        item = new_tag(soup, "li", box)
        bold = new_tag(soup, "strong", box)
        for part, target in ((number, bold), (words, item)):
            if isinstance(part, Tag):
                target.extend(list(part.children))
        item.insert(0, NavigableString(" "))
        item.insert(0, bold)
        listed.append(item)
        box.decompose()
