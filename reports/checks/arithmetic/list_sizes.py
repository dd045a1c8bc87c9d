"""Counts the items of the lists in a block, and knows the nouns by which texts call them."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from reports.core.reading.parts import Block
from reports.core.text.rich_text import plain

SERVICES = frozenset({"servic", "produit", "startup", "start", "solut", "outil"})
PARTNERS = frozenset({"incub", "fabriqu", "structur", "partenair", "acceler"})
# Whoever owns incubators may own several: their number is that of a group only where it leads it.
OWNERS = frozenset({"minister", "oper", "administr"})
# Nouns of things that are listed one by one, in a list that says nothing of its kind.
POINTS = frozenset(
    {"axe", "act", "action", "chanti", "condit", "criter", "domain", "engag", "etap", "levi"}
    | {"mesur", "mission", "object", "orient", "pili", "point", "princip", "priorit", "raison"}
    | {"regl", "standard", "them", "typ", "volet", "recommand", "exigenc", "categor", "phas"}
)
NOUNS: dict[str, frozenset[str]] = {
    "impact_cards": SERVICES,
    "comparison_cards": SERVICES | {"alumn"},
    "service_lines": SERVICES,
    "incubator_list": PARTNERS,
    "criteria": frozenset({"criter", "condit", "exigenc", "standard"}),
    "definitions": frozenset({"term", "sigl", "abrevi", "definit", "acronym", "notion"}),
    "indicator_table": frozenset({"indiqu", "indic"}),
    "budget": frozenset({"post", "depens", "lign"}),
    "fact_list": POINTS,
    "paragraph": POINTS,
}
ITEMS: dict[str, Callable[[Any], int]] = {
    "impact_cards": lambda node: len(node.cards),
    "comparison_cards": lambda node: len(node.cards),
    "service_lines": lambda node: len(node.services),
    "incubator_list": lambda node: sum(len(group.incubators) for group in node.groups),
    "criteria": lambda node: len(node.items),
    "definitions": lambda node: len(node.items),
    "indicator_table": lambda node: len(node.table.rows),
    "budget": lambda node: len(node.lines),
    "fact_list": lambda node: top_level(node.items),
    "paragraph": lambda node: leading_list(node.text.running_html),
}
LIST = re.compile(r"<(ul|ol)\b[^<>]*>")
ITEM = re.compile(r"<li\b")


def can_be_called(block: Block, noun: str) -> bool:
    """Return whether the things that a block lists can be called by a noun."""
    return noun in NOUNS.get(block.kind, ())


def count_items(block: Block) -> int:
    """Return how many things a block lists."""
    return ITEMS[block.kind](block.node) if block.kind in ITEMS else 0


def possible_sizes(block: Block) -> list[int]:
    """Return the counts that a text may state for a block, the likeliest first.

    Groups under « dont » or « et aussi » may be counted with the others or apart.
    """
    if block.kind != "incubator_list":
        return [count_items(block)]
    groups = block.node.groups
    bare = sum(len(group.incubators) for group in groups if not group.lead)
    apart = sum(len(group.incubators) for group in groups if not group.lead.startswith("dont"))
    return [size for size in (bare, apart, count_items(block)) if size]


def plain_end(html: str) -> str:
    """Return the last words of rich text, its white space as in a line of a reading."""
    return plain(html.replace("\n", " ")).rpartition("\n")[2]


def top_level(items: Any) -> int:
    """Return the lines of a list that are no details of another line."""
    levels = [item.level or 1 for item in items]
    return levels.count(min(levels)) if levels else 0


def leading_list(html: str) -> int:
    """Return the items of the list that a paragraph block begins with; nested lists are not
    counted.
    """
    first = next(find_lists(html), None)
    return list_size(first.inner) if first and not html[: first.start].strip() else 0


def list_size(inner: str) -> int:
    """Return the items of a list without lists inside it."""
    return 0 if "<ul" in inner or "<ol" in inner else len(ITEM.findall(inner))


def lists_after(html: str) -> list[tuple[str, int]]:
    """Return each list inside rich text: the line that it follows, and its size."""
    html_lists = list(find_lists(html))
    starts = [0, *(one.end for one in html_lists)]
    return [
        (plain_end(html[start : one.start]), list_size(one.inner))
        for start, one in zip(starts, html_lists, strict=False)
    ]


class HtmlList(NamedTuple):
    """A list in rich text: its inner HTML, up to the first closing tag of its kind."""

    start: int
    inner: str
    end: int


def find_lists(html: str) -> Iterator[HtmlList]:
    """Yield the lists in rich text, one after the other. One without an end is none."""
    start, endless = 0, set()
    while opening := LIST.search(html, start):
        start, closing = opening.end(), f"</{opening[1]}>"
        end = -1 if closing in endless else html.find(closing, start)
        if end < 0:
            endless.add(closing)  # looked for once
            continue
        yield HtmlList(opening.start(), html[start:end], end + len(closing))
        start = end + len(closing)
