"""Reads headings, quotations, callouts and accordions below a comment."""

import re
from typing import Any

from bs4 import Tag
from bs4.element import PageElement

from reports.core.text.rich_text_form import normalize_html
from reports.exchange.importing.comments.readers.elements import draft_of, sole_element
from reports.exchange.importing.components.accordions import ACCORDION, TITLE
from reports.exchange.importing.components.nodes import has_class
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import lead_of, prose_of, words_of
from reports.exchange.importing.recognise.prose import recognise_heading, recognise_quote

HEADING = re.compile(r"^h[1-6]$")


def read_prose(nodes: list[PageElement]) -> str:
    """Return nodes as rich text, without the white space between its blocks."""
    return normalize_html(prose_of(nodes))


def read_heading(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    element = nodes[0] if len(nodes) == 1 else None
    if not isinstance(element, Tag) or not HEADING.match(element.name):
        return None
    return recognise_heading(element)


def read_quote(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    element = sole_element(nodes, "blockquote")
    if element is None:
        return None
    draft = recognise_quote(element)
    draft.value["text"] = normalize_html(draft.value["text"])
    return draft


def read_callout(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    element = sole_element(nodes, "div")
    if element is None:
        return None
    title = element.select_one(".fr-callout__title")
    words = words_of(title.extract()) if title else ""
    value = {"title": words, "text": read_prose(list(element.children))}
    return draft_of("callout", nodes, value)


def read_accordion(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    """Read a line in bold, which is the title, and `<details>`, each with its `<summary>`."""
    title, rest = "", nodes
    first = sole_element(nodes[:1], "p")
    if first is not None:
        title, rest = lead_of(list(first.children))[0], nodes[1:]
        if words_of(first) != title:
            return None
    items: list[dict[str, Any]] = []
    for node in rest:
        if not isinstance(node, Tag) or not (node.name == "details" or has_class(node, ACCORDION)):
            return None
        summary = node.select_one(f"summary, .{TITLE}")
        if not isinstance(summary, Tag):
            return None
        name = words_of(summary.extract())
        items.append({"title": name, "text": read_prose(list(node.children))})
    return draft_of("accordion", nodes, {"title": title, "items": items})


READERS = {
    "heading": read_heading,
    "quote": read_quote,
    "callout": read_callout,
    "accordion": read_accordion,
}
