"""Converts blocks of services and incubators to elements: cards and lines."""

from typing import Any

from cms.pdf.elements import Setter, group, item_list, paragraph
from cms.pdf.nodes import Element, Node, join_words, link, strong, text
from cms.pdf.parts import set_part

Block = dict[str, Any]

CARD = (
    *("id", "service", "name", "url", "missionHeading", "mission", "status"),
    *("factsHeading", "facts", "periods", "growth"),
)
"""The fields of cards that have a form and a place of their own."""


def impact_cards(setter: Setter, block: Block) -> list[Element]:
    return [group(impact_card(setter, card)) for card in block["impactCards"]]


def impact_card(setter: Setter, card: Block) -> list[Element]:
    elements = card_head(setter, card)
    facts = [nodes for fact in card["facts"] if (nodes := setter.fact(fact))]
    if facts:
        elements += [*setter.label(card["factsHeading"] or "Son impact", 2), item_list(facts)]
    return elements


def card_head(setter: Setter, card: Block) -> list[Element]:
    """Return the beginning of both kinds of cards: name, mission, status and other fields."""
    printed = setter.name(card)
    elements = [each | {"nodes": printed} for each in setter.label(join_words(printed))]
    if card["mission"]:
        elements += [
            *setter.label(card["missionHeading"] or "Sa mission", 2),
            paragraph(text(card["mission"])),
        ]
    if card["status"]:
        elements.append({"kind": "status", "text": card["status"]})
    for name, part in card.items():
        if name not in CARD:
            elements += set_part(setter, part, 2)
    return elements


def comparison_cards(setter: Setter, block: Block) -> list[Element]:
    return [group(comparison_card(setter, card)) for card in block["comparisonCards"]]


def comparison_card(setter: Setter, card: Block) -> list[Element]:
    elements = card_head(setter, card)
    for period in card["periods"]:
        facts = [nodes for fact in period["facts"] if (nodes := setter.fact(fact))]
        elements += [*setter.label(period["heading"] or "Période", 2), item_list(facts)]
    if growth := setter.fact(card["growth"]):
        elements += [*setter.label("Évolution", 2), paragraph(*growth)]
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
