"""Reads lists of services and incubators below a comment."""

from typing import Any

from bs4.element import PageElement

from reports.exchange.importing.comments.readers.elements import draft_of, sole_list
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.recognise.cards import (
    find_emphasised,
    read_card,
    read_comparison,
    read_impact,
)
from reports.exchange.importing.recognise.services import read_incubator, recognise_service_lines


def read_cards(nodes: list[PageElement], notices: list[Notice]) -> list[dict[str, Any]] | None:
    items = sole_list(nodes)
    if items is None or any(item.link is None for item in items):
        return None
    return [read_card(item, notices, find_emphasised) for item in items]


def read_impact_cards(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    cards = read_cards(nodes, notices)
    if cards is None or any(len(card["groups"]) > 1 for card in cards):
        return None
    return draft_of("impact_cards", nodes, {"cards": list(map(read_impact, cards))})


def read_comparison_cards(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    cards = read_cards(nodes, notices)
    if cards is None:
        return None
    return draft_of("comparison_cards", nodes, {"cards": list(map(read_comparison, cards))})


def read_service_lines(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    items = sole_list(nodes)
    return recognise_service_lines(items, items[0].line, notices) if items else None


def read_incubator_list(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    """Read items as incubators; an item with nested items introduces these as a group."""
    groups: list[dict[str, Any]] = []
    is_open = False
    for item in sole_list(nodes) or ():
        if not item.children:
            if not is_open:
                groups.append({"lead": "", "incubators": []})
            groups[-1]["incubators"].append(read_incubator(item))
        else:
            incubators = [read_incubator(child) for child in item.children]
            groups.append({"lead": item.text, "incubators": incubators})
        is_open = not item.children
    return draft_of("incubator_list", nodes, {"groups": groups}) if groups else None


READERS = {
    "impact_cards": read_impact_cards,
    "comparison_cards": read_comparison_cards,
    "service_lines": read_service_lines,
    "incubator_list": read_incubator_list,
}
