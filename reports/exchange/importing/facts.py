"""Reads a bullet as a fact: words, one leading figure, words."""

from typing import Any

from reports.core.figures import split
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.items import Item

EMPTY = {"before": "", "figure": "", "after": "", "url": ""}


def recognise_fact(text: str, url: str = "") -> dict[str, Any]:
    """The parts of one line of words."""
    phrase = split(text)
    return {
        "before": phrase.before.strip(),
        "figure": phrase.expression,
        "after": phrase.after.strip(),
        "url": url,
    }


def fact_of(item: Item, notices: list[Notice]) -> dict[str, Any]:
    """The fact that a bullet states. More links than the one that a fact keeps are told."""
    if len(item.links) > 1:
        notices.append(
            Notice(item.line, "plusieurs liens dans un fait : seul le premier est gardé.")
        )
    return recognise_fact(item.text, item.url)


def flatten_fact(items: list[Item]) -> list[Item]:
    """Items and what is nested in them, in reading order: a fact has no facts below it."""
    return [found for item in items for found in (item, *flatten_fact(item.children))]
