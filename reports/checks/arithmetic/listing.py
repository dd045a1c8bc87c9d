"""What a block lists, how many there are, and the nouns that it can be counted by."""

import re
from collections.abc import Callable
from typing import Any

from reports.checks.reading.parts import Block
from reports.richtext import plain

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
    "impact_cards": lambda value: len(value["cards"]),
    "comparison_cards": lambda value: len(value["cards"]),
    "service_lines": lambda value: len(value["services"]),
    "incubator_list": lambda value: sum(len(group["incubators"]) for group in value["groups"]),
    "criteria": lambda value: len(value["items"]),
    "definitions": lambda value: len(value["items"]),
    "indicator_table": lambda value: len(value["table"].rows),
    "budget": lambda value: len(value["lines"]),
    "fact_list": lambda value: top_level(value["items"]),
    "paragraph": lambda value: leading_list(value["text"].source if value["text"] else ""),
}
LIST = re.compile(r"\s*<(ul|ol)\b[^>]*>(.*?)</\1>", re.DOTALL)
ITEM = re.compile(r"<li\b")


def fits(block: Block, noun: str) -> bool:
    """Whether what the block lists can be called that."""
    return noun in NOUNS.get(block.kind, ())


def count(block: Block) -> int:
    """How many things a block lists."""
    return ITEMS[block.kind](block.value) if block.kind in ITEMS else 0


def sizes(block: Block) -> list[int]:
    """The numbers that may be said of a block, the likeliest first: a group under « dont » or
    « et aussi » is counted with the others, or apart.
    """
    if block.kind != "incubator_list":
        return [count(block)]
    groups = block.value["groups"]
    bare = sum(len(group["incubators"]) for group in groups if not group["lead"])
    apart = sum(len(g["incubators"]) for g in groups if not (g["lead"] or "").startswith("dont"))
    return [size for size in (bare, apart, count(block)) if size]


def plain_end(html: str) -> str:
    """The last words of rich text, its white space as in a line of a reading."""
    return plain(html.replace("\n", " ")).rpartition("\n")[2]


def top_level(items: Any) -> int:
    """The lines of a list that are no details of another line."""
    levels = [item["level"] or 1 for item in items]
    return levels.count(min(levels)) if levels else 0


def leading_list(html: str) -> int:
    """The items of the list that a paragraph block begins with; nested lists are not counted."""
    found = LIST.match(html)
    return list_size(found[2]) if found else 0


def list_size(inner: str) -> int:
    """The items of a list without lists inside it."""
    return 0 if "<ul" in inner or "<ol" in inner else len(ITEM.findall(inner))


def lists_after(html: str) -> list[tuple[str, int]]:
    """Each list inside rich text: the line that it follows, and its size."""
    lists = list(LIST.finditer(html))
    starts = [0, *(match.end() for match in lists)]
    return [
        (plain_end(html[start : match.start()]), list_size(match[2]))
        for start, match in zip(starts, lists, strict=False)
    ]
