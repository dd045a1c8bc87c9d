"""Blocks of words: headings, prose, definitions, links, quotes."""

from typing import Any

from cms.pdf.elements import Element, Setter, item_list, prose
from cms.pdf.nodes import link

Block = dict[str, Any]


def heading(setter: Setter, block: Block) -> list[Element]:
    words = block["title"] or "Titre à compléter"
    anchor = block["anchor"] or block["id"]
    level = block["level"] - 1  # the title of the report stands on the cover
    return [setter.heading(words, level, block["number"] or "", anchor, listed=True)]


def paragraph_block(setter: Setter, block: Block) -> list[Element]:
    return [prose(setter.prose(block["content"]))]


def callout(setter: Setter, block: Block) -> list[Element]:
    title = [setter.label(block["title"])] if block["title"] else []
    return [{"kind": "callout", "elements": [*title, prose(setter.prose(block["content"]))]}]


def definitions(setter: Setter, block: Block) -> list[Element]:
    items = [
        {"term": each["name"], "nodes": setter.prose(each["content"])}
        for each in block["definitions"]
    ]
    return [{"kind": "definitions", "items": items}]


def criteria(setter: Setter, block: Block) -> list[Element]:
    elements: list[Element] = []
    for each in block["criteria"]:
        words = " – ".join(filter(None, (each["heading"], each["title"])))
        elements += [setter.label(words), prose(setter.prose(each["content"]))]
    return elements


def accordion(setter: Setter, block: Block) -> list[Element]:
    elements = [setter.label(block["title"])] if block["title"] else []
    depth = 2 if block["title"] else 1
    for each in block["items"]:
        elements += [setter.label(each["title"], depth), prose(setter.prose(each["content"]))]
    return elements


def panel(setter: Setter, block: Block) -> list[Element]:
    return [setter.label(block["title"])] if block["title"] else []


def links(setter: Setter, block: Block) -> list[Element]:
    return [
        item_list([[link(e["text"] or e["url"], setter.address(e["url"]))] for e in block["links"]])
    ]


def quote(setter: Setter, block: Block) -> list[Element]:
    return [
        {
            "kind": "quote",
            "nodes": setter.prose(block["content"]),
            "attribution": block["attribution"],
        }
    ]
