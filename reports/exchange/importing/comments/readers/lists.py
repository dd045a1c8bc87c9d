"""Reads lists below a comment: links, definitions, criteria, facts, key figures and budgets."""

from typing import Any

from bs4 import Tag
from bs4.element import PageElement

from reports.core.text.rich_text_form import normalize_html
from reports.exchange.importing.comments.readers.elements import (
    LISTS,
    draft_of,
    sole_element,
    sole_list,
)
from reports.exchange.importing.draft import Draft, Named
from reports.exchange.importing.facts import EMPTY, fact_of
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import BLOCKS, cut_at, href_of, html_of, lead_of, words_of
from reports.exchange.importing.recognise.lists import list_levels, read_fact_line


def read_links(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    items = sole_list(nodes)
    if items is None or any(item.link is None or item.children for item in items):
        return None
    links = [{"text": words_of(i.link), "url": href_of(i.link)} for i in items if i.link]
    return draft_of("links", nodes, {"items": links})


def split_item(li: Tag) -> tuple[list[PageElement], list[PageElement]]:
    """Return the inline nodes at the beginning of an item, and the blocks below them."""
    nodes = list(li.children)
    blocks = [n for n in nodes if isinstance(n, Tag) and n.name in BLOCKS]
    head = [n for n in nodes if n not in blocks]
    if blocks and blocks[0].name == "p" and not words_of(head):
        return list(blocks[0].children), list(blocks[1:])
    return head, list(blocks)


def read_explanation(first: list[PageElement], blocks: list[PageElement]) -> str:
    """Return the words on the line of an item and the blocks below it as rich text."""
    line = html_of(first)
    return normalize_html((f"<p>{line}</p>" if line else "") + "".join(map(html_of, blocks)))


def read_definitions(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    element = sole_element(nodes, *LISTS)
    values: list[dict[str, Any]] = []
    for li in element.find_all("li", recursive=False) if element else ():
        head, blocks = split_item(li)
        before, after = cut_at(head) or ([], [])
        name = words_of(before)
        if not name or lead_of(before)[0] != name:
            return None
        text = read_explanation(after, blocks)
        fields = (("definition", text),)
        values.append({"name": name, "definition": text, "term": Named("term", name, "", fields)})
    return draft_of("definitions", nodes, {"items": values}) if values else None


def read_criteria(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    element = sole_element(nodes, *LISTS)
    values: list[dict[str, Any]] = []
    for li in element.find_all("li", recursive=False) if element else ():
        line, blocks = split_item(li)
        head, rest = cut_at(line) or ([], [])
        title, words = lead_of(rest)
        if not words_of(head):
            return None
        text = read_explanation((cut_at(words) or ([], words))[1], blocks)
        values.append({"heading": words_of(head), "title": title, "text": text})
    return draft_of("criteria", nodes, {"items": values}) if values else None


def read_fact_list(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    element = sole_element(nodes, *LISTS)
    items = sole_list(nodes)
    if items is None or element is None:
        return None
    lines = [read_fact_line(item, level, notices) for level, item in list_levels(items)]
    return draft_of("fact_list", nodes, {"ordered": element.name == "ol", "items": lines})


def read_key_figures(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    """Read items as facts; an item with nested items is the title of a group."""
    groups: list[dict[str, Any]] = []
    is_open = False
    for item in sole_list(nodes) or ():
        if not item.children:
            if not is_open:
                groups.append({"title": "", "facts": []})
            groups[-1]["facts"].append(fact_of(item, notices))
            is_open = True
            continue
        if any(child.children for child in item.children):
            return None
        facts = [fact_of(child, notices) for child in item.children]
        groups.append({"title": item.text, "facts": facts})
        is_open = False
    return draft_of("key_figures", nodes, {"groups": groups}) if groups else None


def read_budget_list(nodes: list[PageElement], notices: list[Notice]) -> Draft | None:
    """Read posts in bold with their detail; the amount and perhaps the staff are nested."""
    lines = []
    for item in sole_list(nodes) or ():
        if len(item.children) > 2 or any(child.children for child in item.children):
            return None
        facts = [fact_of(child, notices) for child in item.children]
        amount, staff = [*facts, EMPTY, EMPTY][:2]
        detail = item.rest.removesuffix(":").strip()
        lines.append({"title": item.lead, "detail": detail, "amount": amount, "staff": staff})
    return draft_of("budget", nodes, {"lines": lines}) if lines else None


READERS = {
    "links": read_links,
    "definitions": read_definitions,
    "criteria": read_criteria,
    "fact_list": read_fact_list,
    "key_figures": read_key_figures,
}
