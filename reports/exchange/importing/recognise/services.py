"""Recognises lists of services with their missions, and of incubators with their owners."""

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from bs4 import Tag

from reports.core.figures import split
from reports.core.text.vocabulary import get_vocabulary
from reports.exchange.importing.draft import Draft, Named
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import cut_at, cut_at_dash, href_of, words_of
from reports.exchange.importing.items import Item

OWNER = re.compile(r"^(?P<name>.*\S)\s*\((?P<owner>[^()]*)\)?\s*$")


def service_of(link: Tag | None, name: str, mission: str, line: int) -> Named:
    """Return the service of a link. Its key is the last part of the path (/startups/x.html)."""
    if link is None:
        return Named("service", name, "", (("mission", mission),), line)
    try:
        address = urlsplit(href_of(link))
    except ValueError:
        return Named("service", name, "", (("mission", mission),), line)
    key = "" if address.netloc else unquote(address.path).rsplit("/", 1)[-1].removesuffix(".html")
    url = href_of(link) if address.netloc else ""
    return Named("service", name, key, (("mission", mission), ("url", url)), line)


def recognise_service_lines(items: list[Item], line: int, notices: list[Notice]) -> Draft | None:
    """Return services: `- [Nom](adresse) : mission (Porteur)`, or with the owner after the name."""
    lines = [read_service_line(item) for item in items]
    values = [value for value, _ in filter(None, lines)]
    if len(values) < len(items):
        return None
    printed = " ".join(words for _, words in filter(None, lines))
    return Draft("service_lines", line, {"services": values}, printed=printed)


def read_service_line(item: Item) -> tuple[dict[str, Any], str] | None:
    """Return the parts of a line, and its words as printed; None if it is no service."""
    head, rest = cut_at(item.nodes) or cut_at_dash(item.nodes) or ([], [])
    link = item.opening_link
    if item.children or len(item.links) > 1 or (item.links and link is None):
        return None
    name = words_of(link) if link is not None else item.lead
    said, mission = words_of(head), words_of(rest)
    if not name or not mission:
        return None
    owned = OWNER.match(mission) if said == name else OWNER.match(said)
    if said != name and (owned is None or owned["name"] != name):
        return None
    if link is None and (said == name or owned is None):
        return None  # « **Terme** : sens », but for a name that says who bears it
    if owned and said == name:
        mission = owned["name"]
    value = {
        "service": service_of(link, name, mission, item.line),
        "name": name,
        "url": href_of(link) if link is not None else "",
        "mission": mission,
        "owners": owned["owner"] if owned else "",
    }
    return value, item.text


def recognise_incubators(items: list[Item], line: int, notices: list[Notice]) -> Draft | None:
    """Return incubators from lines `- Nom (Administration)`.

    Most must have the parenthesis, and some must be named like incubators.
    """
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
    read: dict[str, Any] = {"incubator": named, "name": name, "owner": owner}
    if found and not item.text.rstrip().endswith(")"):
        read["is_unclosed"] = True  # for whoever reads the report of the import
    return read
