"""Recognises cards of services: a name, and below it a mission, a status and groups of facts."""

import re
from collections.abc import Callable
from itertools import takewhile
from typing import Any

from reports.core.document.periods import names_period
from reports.core.figures import Qualifier, parse, split
from reports.core.text.vocabulary import get_vocabulary
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.facts import EMPTY, fact_of, flatten_fact, recognise_fact
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import href_of, words_of
from reports.exchange.importing.items import Item
from reports.exchange.importing.recognise.services import service_of

MAX_STATUS_CHARACTERS = 60  # characters; a mission that begins with the same words is longer
MAX_LINE_CHARACTERS = 200
LEADING = re.compile(r"^(?:(?:en|in|cours|phase|de|du|la|le|d['’]|au|stade)\s*)+\b", re.IGNORECASE)


def recognise_cards(items: list[Item], line: int, notices: list[Notice]) -> Draft | None:
    """Return cards from `- **[Nom](adresse)**` with nested missions, statuses and facts.

    A name without a link is one of a service if the lines below it say so.
    """
    if not any(item.children for item in items):
        return None
    if not all(is_name(item) for item in items):
        return None
    values = [read_card(item, notices) for item in items]
    if not all(item.link for item in items) and not all(map(is_service, values)):
        return None
    return build_cards(values, line)


def build_cards(values: list[dict[str, Any]], line: int) -> Draft:
    """Return a block of these cards, which compares periods if one card has several."""
    if any(is_compared(value) for value in values):
        return Draft(
            "comparison_cards", line, {"cards": [read_comparison(value) for value in values]}
        )
    return Draft("impact_cards", line, {"cards": [read_impact(value) for value in values]})


def is_name(item: Item) -> bool:
    """Return whether an item is only a link, or only bold words."""
    return item.link is not None or (bool(item.lead) and item.lead == item.text.strip(" :"))


def is_service(value: dict[str, Any]) -> bool:
    """Return whether a card has a mission or a status, which a list of figures has not."""
    return bool(value["mission_heading"] or value["status"])


def is_compared(value: dict[str, Any]) -> bool:
    """Return whether the groups of a card are years or periods."""
    return sum(names_period(heading) for heading, _ in value["groups"]) > 1


def find_status(lines: list[Item], has_facts: bool) -> Item | None:
    """Return the line above the facts that states the stage of a service.

    It is in italics or in the words for a stage; else it is the last of several lines above facts,
    if it has no figure.
    """
    for line in lines:
        if line.emphasised or (len(line.text) <= MAX_STATUS_CHARACTERS and says_status(line.text)):
            return line
    last = lines[-1] if has_facts and len(lines) > 1 else None
    if last is None or len(last.text) > MAX_LINE_CHARACTERS or split(last.text).expression:
        return None
    return last


def says_status(text: str) -> bool:
    """Return whether a line begins with the label of a status, or with the name of a stage."""
    words = get_vocabulary()
    if split(text).expression:
        return False
    stage = words.stages.begin(text) or words.stages.begin(LEADING.sub("", text))
    return stage or words.status.split_label(text) is not None


def find_emphasised(lines: list[Item], has_facts: bool) -> Item | None:
    """Return the line in italics, in which exports write the status."""
    return next((line for line in lines if line.emphasised), None)


def read_card(
    item: Item,
    notices: list[Notice],
    find_status: Callable[[list[Item], bool], Item | None] = find_status,
) -> dict[str, Any]:
    """Return the parts of one card, in the order of print."""
    value: dict[str, Any] = {"mission_heading": "", "mission": "", "status": "", "groups": []}
    groups = value["groups"]
    above = list(takewhile(lambda child: not child.children, item.children))
    has_facts = len(above) < len(item.children)
    status = find_status(above, has_facts)
    for child in item.children:
        if child.children:
            facts = [fact_of(parts, notices) for parts in flatten_fact(child.children)]
            groups.append((child.text.removesuffix(":").strip(), facts))
        elif child is status and not groups:
            value["status"] = child.text
        elif not (value["mission"] or value["status"] or groups):
            labelled = get_vocabulary().mission.split_label(child.text)
            value["mission_heading"], value["mission"] = labelled or ("", child.text)
        elif groups and groups[-1][0] == "":
            groups[-1][1].append(fact_of(child, notices))
        else:
            groups.append(("", [fact_of(child, notices)]))
    name = words_of(item.link) if item.link is not None else item.lead
    value |= {
        "service": service_of(item.link, name, value["mission"], item.line),
        "name": name,
        "url": href_of(item.link) if item.link is not None else "",
    }
    return value


def read_impact(value: dict[str, Any]) -> dict[str, Any]:
    """Return a card with one list of facts; headings of later groups become lines of it."""
    groups = value.pop("groups") or [("", [])]
    facts = list(groups[0][1])
    for heading, more in groups[1:]:
        facts += [recognise_fact(heading)] if heading else []
        facts += more
    return {**value, "facts_heading": groups[0][0], "facts": facts}


def read_comparison(value: dict[str, Any]) -> dict[str, Any]:
    """Return a card with periods; the last fact is the growth if it is a change or a factor."""
    groups = value.pop("groups")
    growth = EMPTY
    if groups and groups[-1][1]:
        last = groups[-1][1][-1]
        if parse(last["figure"]).qualifier in (Qualifier.CHANGE, Qualifier.FACTOR):
            growth = groups[-1][1].pop()
    periods = [{"heading": heading, "facts": facts} for heading, facts in groups]
    return {**value, "periods": periods, "growth": growth}
