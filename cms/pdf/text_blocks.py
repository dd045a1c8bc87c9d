"""Converts text blocks with a layout of their own: headings, boxes, definitions, quotations."""

from typing import Any

from cms.pdf.elements import Setter, prose
from cms.pdf.nodes import Element

Block = dict[str, Any]


def heading(setter: Setter, block: Block) -> list[Element]:
    words = block["title"].strip() or "Titre à compléter"
    anchor = block["anchor"] or block["id"]
    level = block["level"] - 1  # the title of the report stands on the cover
    return [setter.heading(words, level, block["number"] or "", anchor, listed=True)]


def callout(setter: Setter, block: Block) -> list[Element]:
    title = setter.label(block["title"])
    return [{"kind": "callout", "elements": [*title, prose(setter.prose(block["content"]))]}]


def definitions(setter: Setter, block: Block) -> list[Element]:
    items = [
        {"term": each["name"], "nodes": setter.prose(each["content"])}
        for each in block["definitions"]
    ]
    return [{"kind": "definitions", "items": items}]


def quote(setter: Setter, block: Block) -> list[Element]:
    return [
        {
            "kind": "quote",
            "nodes": setter.prose(block["content"]),
            "attribution": block["attribution"],
        }
    ]
