"""A body a year later. In and out: the stored form, with the ids that it has."""

import re
from collections.abc import Mapping
from typing import Any

from reports import identity
from reports.anchors import bare, slugify
from reports.checks.comparing.dates import only
from reports.figures import from_stored
from reports.rollforward import tables
from reports.rollforward.labels import Step, moved
from reports.tables import Table

# By the name of a block's child: what is a label, and what was of that year alone.
LABELS = {
    "caption",
    "title",
    "heading",
    "lead",
    "title_heading",
    "amount_heading",
    "source",
    "note",
}
OF_ITS_YEAR = {"picture", "alt", "source_url", "document", "funding_round"}
WRITTEN = {"transcription", "basis", "written_for"}  # words about figures that have gone
TABLES = {"table", "data"}

ANCHOR = re.compile(r'(?<=href="#)[^"]+')


def rolled(body: list[dict[str, Any]], step: Step) -> list[dict[str, Any]]:
    """The blocks of a report as its successor begins with them."""
    blocks = [{**block, "value": child(block["value"], block["type"], step)} for block in body]
    anchors = renamed(body, blocks)
    return [relinked(block, anchors) for block in blocks]


def child(value: Any, kind: str, step: Step) -> Any:
    """A value of a block of this kind, or of what is below it."""
    match value:
        case {"figure": _}:
            return fact(value, step)
        case {"level": _, "anchor": _}:
            return heading(value, step)
        case {"decorative": True}:  # it is of no year
            return value
        case {"periods": [*held]}:
            rest = {name: below for name, below in value.items() if name != "periods"}
            return {**child(rest, kind, step), "periods": periods(held, step)}
        case dict():
            return {name: named(name, below, kind, step) for name, below in value.items()}
        case list():
            return [child(item, kind, step) for item in value]
    return value


def named(name: str, value: Any, kind: str, step: Step) -> Any:
    if name in OF_ITS_YEAR:
        return "" if isinstance(value, str) else None
    if name in WRITTEN:
        return ""
    if name in TABLES:
        return tables.rolled(Table.from_stored(value), kind, step).stored if value else value
    if name in LABELS and isinstance(value, str):
        return moved(value, step)
    return child(value, kind, step)


def fact(value: Mapping[str, Any], step: Step) -> dict[str, Any]:
    """Its words wait for another figure. One without a figure is prose."""
    if not from_stored(value["figure"]).raw.strip():
        return dict(value)
    words = {
        name: moved(value.get(name) or "", step)
        for name in ("lead", "before", "after")
        if name in value
    }
    return {**value, **words, "figure": ""}


def heading(value: Mapping[str, Any], step: Step) -> dict[str, Any]:
    """An anchor that was made of its words is made of the new ones. Nobody has linked here yet."""
    before = value.get("text") or ""
    text, anchor = moved(before, step), value.get("anchor") or ""
    if text != before and bare(anchor) == slugify(before):
        anchor = slugify(text)
    return {**value, "text": text, "anchor": anchor, "old_anchors": []}


def periods(held: list[dict[str, Any]], step: Step) -> list[dict[str, Any]]:
    """Each with the facts of what was the same year; the others with words that wait."""
    found = []
    for item in held:
        value = item["value"]
        title = moved(value.get("heading") or "", step)
        same = [other["value"] for other in held if only(other["value"]["heading"]) == only(title)]
        if only(title) is None or len(same) != 1:
            facts = child(value["facts"], "", step)
        elif same[0] is value:  # a year that stays
            facts = value["facts"]
        else:  # its own ids stay where they were: two periods share no fact
            facts = identity.remint(same[0]["facts"], step.target)
        found.append({**item, "value": {**value, "heading": title, "facts": facts}})
    return found


def renamed(body: list[dict[str, Any]], blocks: list[dict[str, Any]]) -> dict[str, str]:
    """What led to a heading, by anchor or old anchor -> the anchor that it has now."""
    found: dict[str, str] = {}
    for before, after in zip(body, blocks, strict=True):
        if before["type"] == "heading":
            old = [
                item["value"] if isinstance(item, dict) else item
                for item in before["value"].get("old_anchors") or ()
            ]
            for anchor in (before["value"].get("anchor") or "", *old):
                found.setdefault(bare(anchor), after["value"]["anchor"])
    return found


def relinked(value: Any, anchors: Mapping[str, str], name: str = "") -> Any:
    """The same with links inside the report that lead to where its headings are."""
    match value:
        case dict():
            return {key: relinked(below, anchors, key) for key, below in value.items()}
        case list():
            return [relinked(item, anchors, name) for item in value]
        case str() if name == "url" and value.startswith("#"):
            return f"#{anchors.get(bare(value), value[1:])}"
        case str():
            return ANCHOR.sub(lambda found: anchors.get(bare(found[0]), found[0]), value)
    return value
