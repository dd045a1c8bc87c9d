"""Each block of a report as elements."""

from collections.abc import Callable
from typing import Any

from cms.frontend.templatetags.bilan import file_size, language_name, nest_lines
from cms.pdf import tables
from cms.pdf.elements import Element, Setter, group, item_list, paragraph, prose
from cms.pdf.nodes import Node, link, strong, text

Block = dict[str, Any]


def set_block(setter: Setter, block: Block) -> list[Element]:
    """Return the elements of a block, in the order of its words."""
    return BLOCKS[block["__typename"]](setter, block)


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


def key_figures(setter: Setter, block: Block) -> list[Element]:
    elements: list[Element] = []
    for each in block["figureGroups"]:
        if each["title"]:
            elements.append(setter.label(each["title"]))
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
    title = block["title"] or "Graphique"
    elements = [setter.label(title)]
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
    if block["rows"]:
        elements.append(tables.table(setter, block, block["rows"], tables.row_head))
    if block["source"]:
        elements.append(paragraph(text(f"Source\u202f: {block['source']}")))
    if block["note"]:
        elements.append(paragraph(text(block["note"])))
    if block["transcription"]["html"]:
        elements.append(prose(setter.prose(block["transcription"])))
    return elements


def impact_cards(setter: Setter, block: Block) -> list[Element]:
    return [group(impact_card(setter, card)) for card in block["impactCards"]]


def impact_card(setter: Setter, card: Block) -> list[Element]:
    elements = card_head(setter, card)
    facts = [nodes for fact in card["facts"] if (nodes := setter.fact(fact))]
    if facts:
        elements += [setter.label(card["factsHeading"] or "Son impact", 2), item_list(facts)]
    return elements


def card_head(setter: Setter, card: Block) -> list[Element]:
    """Return what both kinds of cards begin with: name, mission, status."""
    elements = [setter.label("") | {"nodes": setter.name(card)}]
    if card["mission"]:
        elements += [
            setter.label(card["missionHeading"] or "Sa mission", 2),
            paragraph(text(card["mission"])),
        ]
    if card["status"]:
        elements.append({"kind": "status", "text": card["status"]})
    return elements


def comparison_cards(setter: Setter, block: Block) -> list[Element]:
    return [group(comparison_card(setter, card)) for card in block["comparisonCards"]]


def comparison_card(setter: Setter, card: Block) -> list[Element]:
    elements = card_head(setter, card)
    for period in card["periods"]:
        facts = [nodes for fact in period["facts"] if (nodes := setter.fact(fact))]
        elements += [setter.label(period["heading"] or "Période", 2), item_list(facts)]
    if growth := setter.fact(card["growth"]):
        elements += [setter.label("Évolution", 2), paragraph(*growth)]
    return elements


def service_lines(setter: Setter, block: Block) -> list[Element]:
    items = []
    for line in block["serviceLines"]:
        mission = f"\u202f: {line['mission']}" if line["mission"] else ""
        owners = f" ({line['owners']})" if line["owners"] else ""
        items.append([strong(*setter.name(line)), text(mission + owners)])
    return [item_list(items)]


def incubator_list(setter: Setter, block: Block) -> list[Element]:
    elements: list[Element] = []
    for each in block["incubatorGroups"]:
        if each["lead"]:
            elements.append(paragraph(text(each["lead"])))
        elements.append(item_list([incubator_item(setter, item) for item in each["incubators"]]))
    return elements


def incubator_item(setter: Setter, item: Block) -> list[Node]:
    record = item["incubator"]
    words = item["name"] or (record["name"] if record else "Sans nom")
    address = f"/incubateurs/{record['slug']}/" if record else ""
    owner = [text(f" – {item['owner']}")] if item["owner"] else []
    return [strong(link(words, setter.address(address))), *owner]


def picture(setter: Setter, block: Block) -> list[Element]:
    shown = block["picture"]
    if shown is None:
        words = block["caption"] or block["alt"]
        return [paragraph(text(words))] if words else []
    caption = " – ".join(filter(None, (block["caption"], shown["credit"])))
    return [
        {
            "kind": "picture",
            "svg": "",
            "picture": shown,
            "alt": block["alt"],
            "caption": caption,
        }
    ]


def download(setter: Setter, block: Block) -> list[Element]:
    document = block["document"]
    if document is None:
        words = f"{block['title']} (fichier indisponible)"
        return [paragraph(text(words))] if block["title"] else []
    pages = document["pages"]
    details = [
        document["format"],
        file_size(document["size"]),
        f"{pages} page{'s' if pages > 1 else ''}" if pages else "",
        language_name(document["language"]) if document["language"] else "",
    ]
    words = " – ".join(filter(None, details))
    address = setter.address(document["url"])
    return [paragraph(link(block["title"], address), text(f" ({words})"))]


BLOCKS: dict[str, Callable[[Setter, Block], list[Element]]] = {
    "HeadingBlock": heading,
    "ParagraphBlock": paragraph_block,
    "CalloutBlock": callout,
    "DefinitionsBlock": definitions,
    "CriteriaBlock": criteria,
    "AccordionBlock": accordion,
    "LinksBlock": links,
    "QuoteBlock": quote,
    "KeyFiguresBlock": key_figures,
    "FactListBlock": fact_list,
    "IndicatorTableBlock": indicator_table,
    "FundingTableBlock": funding_table,
    "BudgetBlock": budget,
    "DataTableBlock": data_table,
    "ChartBlock": chart,
    "ImpactCardsBlock": impact_cards,
    "ComparisonCardsBlock": comparison_cards,
    "ServiceLinesBlock": service_lines,
    "IncubatorListBlock": incubator_list,
    "PictureBlock": picture,
    "DownloadBlock": download,
}
