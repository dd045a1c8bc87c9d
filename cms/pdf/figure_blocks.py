"""Converts blocks with figures to elements: key figures, lists, tables, charts."""

from typing import Any

from cms.frontend.templatetags.bilan import nest_lines
from cms.pdf import tables
from cms.pdf.elements import Setter, paragraph, prose
from cms.pdf.nodes import Element, Node, strong, text

Block = dict[str, Any]


def key_figures(setter: Setter, block: Block) -> list[Element]:
    elements: list[Element] = []
    for each in block["figureGroups"]:
        elements += setter.label(each["title"])
        facts = [nodes for fact in each["facts"] if (nodes := setter.fact(fact))]
        elements.append({"kind": "figures", "items": facts})
    return elements


def fact_list(setter: Setter, block: Block) -> list[Element]:
    return [prose([nest(setter, nest_lines(block["lines"]), block["ordered"])])]


def nest(setter: Setter, lines: list[Block], ordered: bool) -> Node:
    items = []
    for line in lines:
        nodes = [strong(text(line["lead"])), text(" ")] if line["lead"] else []
        nodes += setter.fact(line)
        if line["below"]:
            nodes.append(nest(setter, line["below"], False))
        if nodes:
            items.append({"kind": "li", "children": nodes})
    return {"kind": "ol" if ordered else "ul", "children": items}


def indicator_table(setter: Setter, block: Block) -> list[Element]:
    return [tables.table(setter, block, block["indicatorRows"], tables.indicator_head)]


def funding_table(setter: Setter, block: Block) -> list[Element]:
    return [tables.table(setter, block, block["awards"], tables.award_head)]


def budget(setter: Setter, block: Block) -> list[Element]:
    return [tables.budget(setter, block)]


def data_table(setter: Setter, block: Block) -> list[Element]:
    return [tables.table(setter, block, block["rows"], tables.row_head)]


def chart(setter: Setter, block: Block) -> list[Element]:
    title = block["title"].strip() or "Graphique"
    elements = setter.label(title)
    if block["svg"] or block["picture"]:
        alt = block["alt"] or f"Graphique\u202f: {title}. Ses valeurs sont écrites au-dessous."
        elements.append(
            {
                "kind": "picture",
                "svg": block["svg"],
                "picture": None if block["svg"] else block["picture"],
                "alt": alt,
                "caption": "",
            }
        )
    elif block["alt"]:
        elements.append(paragraph(text(block["alt"])))
    if block["rows"]:
        elements.append(tables.table(setter, block, block["rows"], tables.row_head))
    if block["unit"]:
        elements.append(paragraph(text(f"Unité\u202f: {block['unit']}")))
    if block["source"]:
        elements.append(paragraph(text(f"Source\u202f: {block['source']}")))
    if block["note"]:
        elements.append(paragraph(text(block["note"])))
    if block["transcription"]["html"]:
        elements.append(prose(setter.prose(block["transcription"])))
    return elements
