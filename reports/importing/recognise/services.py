"""Services and incubators in lists: cards three deep, lines, names with their administration."""

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from bs4 import Tag

from reports.figures import Qualifier, read, split
from reports.importing.draft import Draft, Named
from reports.importing.facts import EMPTY, fact_of, flat
from reports.importing.findings import Notice
from reports.importing.inline import cut, href_of, words_of
from reports.importing.items import Item

MISSION = re.compile(r"^((?:\w+ )?mission)\s*:\s*", re.IGNORECASE)
OWNER = re.compile(r"^(?P<name>.*\S)\s*\((?P<owner>[^()]*)\)?\s*$")
INCUBATES = re.compile(r"incubat|fabrique|accélérat|laboratoire|atelier|pépinière", re.IGNORECASE)


def service_of(link: Tag, name: str, mission: str, line: int) -> Named:
    """The service that a link names: its key is the last part of a path (/startups/x.html)."""
    try:
        address = urlsplit(href_of(link))
    except ValueError:
        return Named("service", name, "", (("mission", mission),), line)
    key = "" if address.netloc else unquote(address.path).rsplit("/", 1)[-1].removesuffix(".html")
    url = href_of(link) if address.netloc else ""
    return Named("service", name, key, (("mission", mission), ("url", url)), line)


def lines(items: list[Item], line: int, notices: list[Notice]) -> Draft | None:
    """`- [Nom](adresse) : mission (Porteur / Porteur)`."""
    values = []
    for item in items:
        head, rest = cut(item.nodes) or ([], [])
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


def cards(items: list[Item], line: int, notices: list[Notice]) -> Draft | None:
    """`- **[Nom](adresse)**` with a mission, a status and groups of facts nested below it."""
    if not all(item.link is not None and item.children for item in items):
        return None
    read_items = [card(item, notices) for item in items]
    if any(value is None for value in read_items):
        return None
    values = [value for value in read_items if value is not None]
    if any(len(value["groups"]) > 1 for value in values):
        return Draft("comparison_cards", line, {"cards": [compared(value) for value in values]})
    return Draft("impact_cards", line, {"cards": [impact(value) for value in values]})


def card(item: Item, notices: list[Notice]) -> dict[str, Any] | None:
    """The parts of one card, in the order of print; None where something has no place in it."""
    link = item.link
    assert link is not None
    value: dict[str, Any] = {"mission_heading": "", "mission": "", "status": "", "groups": []}
    for child in item.children:
        groups = value["groups"]
        if child.children:
            facts = [fact_of(found, notices) for found in flat(child.children)]
            groups.append((child.text.removesuffix(":").strip(), facts))
        elif not value["mission"] and not value["status"] and not groups and not child.emphasised:
            found = MISSION.match(child.text)
            value["mission_heading"] = found[1] if found else ""
            value["mission"] = child.text[found.end() :] if found else child.text
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


def impact(value: dict[str, Any]) -> dict[str, Any]:
    heading, facts = (value.pop("groups") or [("", [])])[0]
    return {**value, "facts_heading": heading, "facts": facts}


def compared(value: dict[str, Any]) -> dict[str, Any]:
    """The last fact of the last period is the growth where it is a change or a factor."""
    groups = value.pop("groups")
    growth = EMPTY
    if groups and groups[-1][1]:
        last = groups[-1][1][-1]
        if read(last["figure"]).qualifier in (Qualifier.CHANGE, Qualifier.FACTOR):
            growth = groups[-1][1].pop()
    periods = [{"heading": heading, "facts": facts} for heading, facts in groups]
    return {**value, "periods": periods, "growth": growth}


def incubators(items: list[Item], line: int, notices: list[Notice]) -> Draft | None:
    """`- Nom (Administration)`, where most have the parenthesis and some name an incubator."""
    own = [item for item in items if not item.children]
    owned = [item for item in own if OWNER.match(item.text)]
    naming = [item for item in own if INCUBATES.search(item.text)]
    if len(own) < 2 or 3 * len(owned) < 2 * len(own) or 4 * len(naming) < len(own):
        return None
    if not all(item.plain and not split(item.text).expression for item in own):
        return None
    groups: list[dict[str, Any]] = [{"lead": "", "incubators": []}]
    for item in items:
        if item.children:
            groups.append({"lead": item.text, "incubators": [listed(c) for c in item.children]})
        elif len(groups) > 1:
            return None
        else:
            groups[0]["incubators"].append(listed(item))
    return Draft("incubator_list", line, {"groups": groups})


def listed(item: Item) -> dict[str, Any]:
    found = OWNER.match(item.text)
    name, owner = (found["name"], found["owner"]) if found else (item.text, "")
    named = Named("incubator", name, fields=(("owner", owner),), line=item.line)
    return {"incubator": named, "name": name, "owner": owner}


RECOGNISERS = (cards, lines, incubators)
