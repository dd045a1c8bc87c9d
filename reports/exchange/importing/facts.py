"""Reads a list item as a fact: words, one figure, words."""

from typing import Any

from reports.core.figures import split
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.items import Item

EMPTY = {"before": "", "figure": "", "after": "", "url": ""}


def recognise_fact(text: str, url: str = "") -> dict[str, Any]:
    """Split a line into the parts of a fact."""
    phrase = split(text)
    return {
        "before": phrase.before.strip(),
        "figure": phrase.expression,
        "after": phrase.after.strip(),
        "url": url,
    }


def fact_of(item: Item, notices: list[Notice]) -> dict[str, Any]:
    """Return the fact of a list item. It keeps one link; others are lost with a notice."""
    if len(item.links) > 1:
        notices.append(
            Notice(item.line, "plusieurs liens dans un fait : seul le premier est gardé.")
        )
    return recognise_fact(item.text, item.url)


def flatten_fact(items: list[Item]) -> list[Item]:
    """Return items and those nested in them, in reading order, because facts are not nested."""
    return [found for item in items for found in (item, *flatten_fact(item.children))]
