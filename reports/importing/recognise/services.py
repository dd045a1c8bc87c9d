"""Services and incubators in lists: cards three deep, lines, names with their administration."""

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from bs4 import Tag

from reports.figures import Qualifier, parse, split
from reports.importing.draft import Draft, Named
from reports.importing.facts import EMPTY, fact_of, flatten_fact
from reports.importing.findings import Notice
from reports.importing.inline import cut_at, href_of, words_of
from reports.importing.items import Item
from reports.importing.vocabulary import get_vocabulary

OWNER = re.compile(r"^(?P<name>.*\S)\s*\((?P<owner>[^()]*)\)?\s*$")


def service_of(link: Tag, name: str, mission: str, line: int) -> Named:
    """The service that a link names: its key is the last part of a path (/startups/x.html)."""
    try:
        address = urlsplit(href_of(link))
    except ValueError:
        return Named("service", name, "", (("mission", mission),), line)
    key = "" if address.netloc else unquote(address.path).rsplit("/", 1)[-1].removesuffix(".html")
    url = href_of(link) if address.netloc else ""
    return Named("service", name, key, (("mission", mission), ("url", url)), line)


def recognise_service_lines(items: list[Item], line: int, notices: list[Notice]) -> Draft | None:
    """`- [Nom](adresse) : mission (Porteur / Porteur)`."""
    values = []
    for item in items:
        head, rest = cut_at(item.nodes) or ([], [])
        link = item.opening_link
        if item.children or link is None or len(item.links) > 1 or words_of(head) != words_of(link):
            return None
        owned = OWNER.match(words_of(rest))
        mission = owned["name"] if owned else words_of(rest)
        name = words_of(link)
        values.append(
            {
                "service": service_of(link, name, mission, item.line),
                "name": name,
                "url": href_of(link),
                "mission": mission,
                "owners": owned["owner"] if owned else "",
            }
        )
    return Draft("service_lines", line, {"services": values})


def recognise_cards(items: list[Item], line: int, notices: list[Notice]) -> Draft | None:
    """`- **[Nom](adresse)**` with a mission, a status and groups of facts nested below it."""
    if not all(item.link is not None and item.children for item in items):
        return None
    read_items = [read_card(item, notices) for item in items]
    if any(value is None for value in read_items):
        return None
    values = [value for value in read_items if value is not None]
    if any(len(value["groups"]) > 1 for value in values):
        return Draft(
            "comparison_cards", line, {"cards": [read_comparison(value) for value in values]}
        )
    return Draft("impact_cards", line, {"cards": [read_impact(value) for value in values]})


def read_card(item: Item, notices: list[Notice]) -> dict[str, Any] | None:
    """The parts of one card, in the order of print; None where something has no place in it."""
    link = item.link
    assert link is not None
    value: dict[str, Any] = {"mission_heading": "", "mission": "", "status": "", "groups": []}
    for child in item.children:
        groups = value["groups"]
        if child.children:
            facts = [fact_of(parts, notices) for parts in flatten_fact(child.children)]
            groups.append((child.text.removesuffix(":").strip(), facts))
        elif not value["mission"] and not value["status"] and not groups and not child.emphasised:
            labelled = get_vocabulary().mission.split_label(child.text)
            value["mission_heading"], value["mission"] = labelled or ("", child.text)
        elif not value["status"] and not groups and child.emphasised:
            value["status"] = child.text
        elif groups and groups[-1][0] == "":
            groups[-1][1].append(fact_of(child, notices))
        else:
            groups.append(("", [fact_of(child, notices)]))
    name = words_of(link)
    value |= {
        "service": service_of(link, name, value["mission"], item.line),
        "name": name,
        "url": href_of(link),
    }
    return value


def read_impact(value: dict[str, Any]) -> dict[str, Any]:
    heading, facts = (value.pop("groups") or [("", [])])[0]
    return {**value, "facts_heading": heading, "facts": facts}


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


def recognise_incubators(items: list[Item], line: int, notices: list[Notice]) -> Draft | None:
    """`- Nom (Administration)`, where most have the parenthesis and some name an incubator."""
    leaves = [item for item in items if not item.children]
    owned = [item for item in leaves if OWNER.match(item.text)]
    naming = [item for item in leaves if get_vocabulary().incubator_names.are_in(item.text)]
    if len(leaves) < 2 or 3 * len(owned) < 2 * len(leaves) or 4 * len(naming) < len(leaves):
        return None
    if not all(item.plain and not split(item.text).expression for item in leaves):
        return None
    groups: list[dict[str, Any]] = [{"lead": "", "incubators": []}]
    for item in items:
        if item.children:
            groups.append(
                {"lead": item.text, "incubators": [read_incubator(c) for c in item.children]}
            )
        elif len(groups) > 1:
            return None
        else:
            groups[0]["incubators"].append(read_incubator(item))
    return Draft("incubator_list", line, {"groups": groups})


def read_incubator(item: Item) -> dict[str, Any]:
    found = OWNER.match(item.text)
    name, owner = (found["name"], found["owner"]) if found else (item.text, "")
    named = Named("incubator", name, fields=(("owner", owner),), line=item.line)
    return {"incubator": named, "name": name, "owner": owner}


RECOGNISERS = (recognise_cards, recognise_service_lines, recognise_incubators)
