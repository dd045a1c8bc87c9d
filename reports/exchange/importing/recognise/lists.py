"""Recognises lists: services, links, criteria, definitions, key figures, budgets and facts."""

import re
from collections.abc import Callable

from reports.core.figures import Unit, parse, split
from reports.exchange.importing.draft import Draft, Named
from reports.exchange.importing.facts import EMPTY, fact_of, recognise_fact
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.hints import DONE, OPEN
from reports.exchange.importing.inline import cut_at, href_of, html_of, lead_of, words_of
from reports.exchange.importing.items import Item
from reports.exchange.importing.recognise.cards import recognise_cards
from reports.exchange.importing.recognise.criteria import (
    recognise_criteria,
    recognise_numbered_criteria,
)
from reports.exchange.importing.recognise.downloads import is_download
from reports.exchange.importing.recognise.services import (
    recognise_incubators,
    recognise_service_lines,
)

Recogniser = Callable[[list[Item], int, list[Notice]], Draft | None]

ACRONYM = re.compile(r"^(?=.[\w.&-]*[A-ZÀ-Ý0-9])[A-ZÀ-Ý][\w.&-]*+$")
ENCLOSED = re.compile(r"^\([^()]+\)$")
STAFF = {Unit.FTE, Unit.FTE_WORKED}


def recognise_links(items: list[Item], line: int, notices: list[Notice]) -> Draft | None:
    """Return links from `- [Texte](adresse)`, if the items have nothing else."""
    links = [item.link for item in items]
    if any(link is None or is_download(link) for link in links):
        return None
    if any(item.children for item in items):
        return None
    values = [{"text": words_of(link), "url": href_of(link)} for link in links if link]
    return Draft("links", line, {"items": values})


def recognise_definitions(items: list[Item], line: int, notices: list[Notice]) -> Draft | None:
    """Return definitions: `- **Terme** : sens`, `- **SIGLE** (nom) : sens` or `- SIGLE : sens`."""
    values = []
    for item in items:
        head, rest = cut_at(item.nodes) or ([], [])
        name = words_of(head)
        lead, more = lead_of(head)
        bold = bool(lead) and (not words_of(more) or ENCLOSED.match(words_of(more)) is not None)
        if item.children or not (bold or ACRONYM.match(name)) or not words_of(rest):
            return None
        if split(words_of(rest)).is_led:
            return None
        definition = html_of(rest)
        term = Named("term", name, fields=(("definition", words_of(rest)),), line=item.line)
        values.append({"name": name, "definition": f"<p>{definition}</p>", "term": term})
    return Draft("definitions", line, {"items": values})


def recognise_budget_list(items: list[Item], line: int, notices: list[Notice]) -> Draft | None:
    """Return a budget from `- **Poste** (précision) :` with a nested amount and perhaps staff."""
    lines = []
    for item in items:
        units = [parse(split(child.text).expression).unit for child in item.children]
        if not item.lead or not units or units[0] is not Unit.EURO or len(units) > 2:
            return None
        if len(units) == 2 and units[1] not in STAFF:
            return None
        facts = [fact_of(child, notices) for child in item.children]
        lines.append(
            {
                "title": item.lead,
                "detail": item.rest.removesuffix(":").strip(),
                "amount": facts[0],
                "staff": facts[1] if len(facts) == 2 else EMPTY,
            }
        )
    return Draft("budget", line, {"lines": lines})


def recognise_key_figures(items: list[Item], line: int, notices: list[Notice]) -> Draft | None:
    """Return key figures from items that begin with a number, perhaps nested below titles."""
    if all(item.children for item in items):
        groups = [
            {
                "title": item.text.removesuffix(":").strip(),
                "facts": [fact_of(child, notices) for child in item.children],
            }
            for item in items
        ]
        if any(child.children for item in items for child in item.children):
            return None
        if not all(child.starts_with_figure for item in items for child in item.children):
            return None
    elif all(item.starts_with_figure and not item.children for item in items):
        groups = [{"title": "", "facts": [fact_of(item, notices) for item in items]}]
    else:
        return None
    return Draft("key_figures", line, {"groups": groups})


def recognise_fact_list(
    items: list[Item], line: int, notices: list[Notice], ordered: bool = False
) -> Draft | None:
    """Return facts from any list that contains a figure, but not from a list of tasks."""
    if any(item.text.startswith((DONE, OPEN)) for item in items) or not any(
        item.contains_figure for item in items
    ):
        return None
    lines = [read_fact_line(item, level, notices) for level, item in list_levels(items)]
    return Draft("fact_list", line, {"ordered": ordered, "items": lines})


def list_levels(items: list[Item], level: int = 1) -> list[tuple[int, Item]]:
    return [
        pair for item in items for pair in ((level, item), *list_levels(item.children, level + 1))
    ]


def read_fact_line(item: Item, level: int, notices: list[Notice]) -> dict[str, object]:
    """Return a line of a list as a fact. Bold words are its lead, unless they have the figure."""
    whole = fact_of(item, notices)
    lead, rest = item.lead, item.rest
    if lead and not split(lead).expression:
        return {"level": level, "lead": lead, **recognise_fact(rest, whole["url"])}
    return {"level": level, "lead": "", **whole}


# The first that recognises a list takes it.
RECOGNISERS: tuple[Recogniser, ...] = (
    recognise_cards,
    recognise_service_lines,
    recognise_incubators,
    recognise_links,
    recognise_criteria,
    recognise_definitions,
    recognise_budget_list,
    recognise_key_figures,
)
# A numbered list is no glossary.
ORDERED = (recognise_numbered_criteria, *RECOGNISERS)
