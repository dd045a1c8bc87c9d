"""Cards of services: a name, and below it a mission, a status and groups of facts."""

import re
from collections.abc import Callable
from typing import Any

from reports.document.periods import names_period
from reports.figures import Qualifier, parse, split
from reports.importing.draft import Draft
from reports.importing.facts import EMPTY, fact_of, flatten_fact, recognise_fact
from reports.importing.findings import Notice
from reports.importing.inline import href_of, words_of
from reports.importing.items import Item
from reports.importing.recognise.services import service_of
from reports.importing.vocabulary import get_vocabulary

LONGEST_STATUS = 60  # characters; a mission that begins with the same words is longer
LEADING = re.compile(r"^(?:(?:en|in|cours|phase|de|du|la|le|d['’]|au|stade)\s*)+\b", re.IGNORECASE)


def recognise_cards(items: list[Item], line: int, notices: list[Notice]) -> Draft | None:
    """`- **[Nom](adresse)**` with a mission, a status and groups of facts nested below it.

    A name without a link is one where what is below it says that it is a service.
    """
    if not any(item.children for item in items):
        return None
    if not all(is_name(item) for item in items):
        return None
    values = [read_card(item, notices) for item in items]
    if not all(item.link for item in items) and not all(map(is_service, values)):
        return None
    if any(is_compared(value) for value in values):
        return Draft(
            "comparison_cards", line, {"cards": [read_comparison(value) for value in values]}
        )
    return Draft("impact_cards", line, {"cards": [read_impact(value) for value in values]})


def is_name(item: Item) -> bool:
    """Whether an item is nothing but a link, or nothing but bold words."""
    return item.link is not None or (bool(item.lead) and item.lead == item.text.strip(" :"))


def is_service(value: dict[str, Any]) -> bool:
    """Whether a card says of itself what a list of figures would not."""
    return bool(value["mission_heading"] or value["status"])


def is_compared(value: dict[str, Any]) -> bool:
    """Whether the groups of a card are years or periods."""
    return sum(names_period(heading) for heading, _ in value["groups"]) > 1


def is_status(item: Item) -> bool:
    """Whether a line says how far a service is: in italics, or in the words for it."""
    if item.emphasised:
        return True
    text, words = item.text, get_vocabulary()
    if len(text) > LONGEST_STATUS or split(text).expression:
        return False
    label = words.status.split_label(text)
    stages = words.stages
    return label is not None or stages.begin(text) or stages.begin(strip_leading(text))


def strip_leading(text: str) -> str:
    """Return « construction » of « En cours de construction », « En phase de construction »."""
    return LEADING.sub("", text)


def read_card(
    item: Item, notices: list[Notice], is_status: Callable[[Item], bool] = is_status
) -> dict[str, Any]:
    """The parts of one card, in the order of print."""
    value: dict[str, Any] = {"mission_heading": "", "mission": "", "status": "", "groups": []}
    for child in item.children:
        groups = value["groups"]
        if child.children:
            facts = [fact_of(parts, notices) for parts in flatten_fact(child.children)]
            groups.append((child.text.removesuffix(":").strip(), facts))
        elif not (value["mission"] or value["status"] or groups or is_status(child)):
            labelled = get_vocabulary().mission.split_label(child.text)
            value["mission_heading"], value["mission"] = labelled or ("", child.text)
        elif not value["status"] and not groups and is_status(child):
            value["status"] = child.text
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
    """The facts of all groups in one; the headings of those after the first are lines of it."""
    groups = value.pop("groups") or [("", [])]
    facts = list(groups[0][1])
    for heading, more in groups[1:]:
        facts += [recognise_fact(heading)] if heading else []
        facts += more
    return {**value, "facts_heading": groups[0][0], "facts": facts}


def read_comparison(value: dict[str, Any]) -> dict[str, Any]:
    """The last fact of the last period is the growth where it is a change or a factor."""
    groups = value.pop("groups")
    growth = EMPTY
    if groups and groups[-1][1]:
        last = groups[-1][1][-1]
        if parse(last["figure"]).qualifier in (Qualifier.CHANGE, Qualifier.FACTOR):
            growth = groups[-1][1].pop()
    periods = [{"heading": heading, "facts": facts} for heading, facts in groups]
    return {**value, "periods": periods, "growth": growth}
