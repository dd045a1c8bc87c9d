"""Recognises lists of criteria: numbered conditions, each with a title and a text."""

import re
from typing import Any

from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import cut_at, html_of, lead_of, words_of
from reports.exchange.importing.items import Item

NUMBERED = re.compile(r"^\w+ \d+$")
# « Critère 1 – Ouverture »
NUMBER_AND_TITLE = re.compile(
    r"^(?P<heading>(?:critère|condition|principe|engagement|exigence|criterion|principle)"
    r"\s+(?:n°\s?)?\d{1,2})\s*(?:[–—:.-]\s*(?P<title>.+))?$",
    re.IGNORECASE,
)


def recognise_criteria(items: list[Item], line: int, notices: list[Notice]) -> Draft | None:
    """Return criteria: `- Critère 1 : **Titre** : texte` or `- **Critère 1 – Titre** : texte`."""
    values = [read_criterion(item) for item in items]
    if any(value is None for value in values):
        return None
    return Draft("criteria", line, {"items": values})


def recognise_numbered_criteria(
    items: list[Item], line: int, notices: list[Notice]
) -> Draft | None:
    """Return criteria from a numbered list of `1. **Titre** : texte`."""
    values = []
    for item in items:
        head, rest = cut_at(item.nodes) or ([], [])
        title = words_of(head)
        if item.children or not title or lead_of(head)[0] != title or not words_of(rest):
            return None
        values.append({"heading": "", "title": title, "text": f"<p>{html_of(rest)}</p>"})
    return Draft("criteria", line, {"items": values})


def read_criterion(item: Item) -> dict[str, Any] | None:
    head, rest = cut_at(item.nodes) or ([], [])
    if item.children:
        return None
    title, words = lead_of(rest)
    if title and NUMBERED.match(words_of(head)):
        text = html_of((cut_at(words) or ([], words))[1])
        return {
            "heading": words_of(head),
            "title": title,
            "text": f"<p>{text}</p>" if text else "",
        }
    found = NUMBER_AND_TITLE.match(words_of(head))
    if found is None or not words_of(rest):
        return None
    if found["title"]:
        text = f"<p>{html_of(rest)}</p>"
        return {"heading": found["heading"], "title": found["title"], "text": text}
    return {"heading": found["heading"], "title": words_of(rest), "text": ""}
