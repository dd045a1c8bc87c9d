"""Decides which elements below a comment are its block, and which follow it."""

from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from reports.exchange.importing.comments.comment import BlockComment
from reports.exchange.importing.comments.markers import MARKER
from reports.exchange.importing.inline import significant_nodes

Region = tuple[BlockComment | None, list[PageElement]]

RUNNING = ("p", "ul", "ol")
"""The elements of a paragraph that says of itself no number of elements."""


def split_regions(soup: BeautifulSoup, comments: Sequence[BlockComment]) -> Iterator[Region]:
    """Yield each comment with the nodes before the next; at first None with those above all."""
    comment: BlockComment | None = None
    nodes: list[PageElement] = []
    rank = 0
    for node in list(soup.body.children) if soup.body else ():
        if rank < len(comments) and isinstance(node, Tag) and node.get(MARKER) == str(rank):
            yield comment, nodes
            comment, nodes = comments[rank], []
            rank += 1
        else:
            nodes.append(node)
    yield comment, nodes
    if rank < len(comments):
        raise comments[rank].refusal("il se tient dans un élément HTML que rien ne ferme avant.")


def take_elements(
    comment: BlockComment, nodes: Sequence[PageElement]
) -> tuple[list[PageElement], list[PageElement]]:
    """Return the elements that are the block of a comment, and the others below it."""
    elements = significant_nodes(nodes)
    count = comment.elements
    if count is None:
        count = count_own(comment.block_type, elements)
    elif count > len(elements):
        raise comment.refusal(
            f"il annonce {count} éléments (« elements »), il y en a {len(elements)} au-dessous."
        )
    return elements[:count], elements[count:]


def count_own(block_type: str, elements: Sequence[PageElement]) -> int:
    """Return how many of the first elements are a block: for a paragraph, all that are prose."""
    if block_type != "paragraph":
        return 1
    for place, element in enumerate(elements):
        if not isinstance(element, Tag) or element.name not in RUNNING or element.find("img"):
            return max(place, 1)
    return len(elements)
