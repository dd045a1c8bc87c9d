"""Recognises accordions that contain prose only."""

from collections.abc import Iterable
from itertools import zip_longest

from bs4 import Tag
from bs4.element import PageElement

from reports.core.figures import split
from reports.exchange.importing.components.accordions import ACCORDION, TITLE
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.inline import is_block, prose_of, words_of
from reports.exchange.importing.line_marks import line_of

PROSE = {"p", "ul", "ol", "li", "div", "section"}


def recognise_accordion(element: Tag) -> Draft | None:
    """Return an accordion with one item; None if it contains more than prose, or lists figures."""
    title = element.select_one(f".{TITLE}")
    if title is None or not is_prose(element):
        return None
    content = [node for node in element.children if node is not title]
    text = prose_of(flatten(content))
    item = {"title": words_of(title), "text": text}
    return Draft("accordion", line_of(element), {"title": "", "items": [item]})


def drop_needless_ends(drafts: list[Draft]) -> list[Draft]:
    """Remove ends of panels that a panel, a heading or nothing follows."""
    return [
        draft
        for draft, following in zip_longest(drafts, drafts[1:])
        if not (
            draft.kind == "panel"
            and not draft.value["title"]
            and not draft.is_commented
            and (following is None or following.kind in ("panel", "heading"))
        )
    ]


def is_prose(element: Tag) -> bool:
    blocks = [tag for tag in element.find_all(True) if is_block(tag) or tag.name == "img"]
    if any(tag.name not in PROSE or ACCORDION in tag.get_attribute_list("class") for tag in blocks):
        return False
    return not any(split(words_of(item)).expression for item in element.find_all("li"))


def flatten(nodes: Iterable[PageElement]) -> list[PageElement]:
    """Return nodes with boxes replaced by their content."""
    result: list[PageElement] = []
    for node in nodes:
        if isinstance(node, Tag) and node.name in ("div", "section"):
            result += flatten(list(node.children))
        else:
            result.append(node)
    return result
