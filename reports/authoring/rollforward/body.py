"""Rolls a stored body forward to another year; the ids of its blocks stay."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reports.authoring.rollforward import tables
from reports.authoring.rollforward.labels import Step, move_years
from reports.content.tables import Table
from reports.core.comparison.dates import find_only_year
from reports.core.document import block_ids
from reports.core.document.block import BLOCKS
from reports.core.document.node import Node
from reports.core.document.part import NextYear, Part, Role
from reports.core.figures import from_stored
from reports.core.text.anchors import normalize_anchor, slugify

ANCHOR = re.compile(r'(?<=href="#)[^"]+')
FIGURE = "figure"


def roll_body(
    body: list[dict[str, Any]], step: Step, repeated: Collection[str] = ()
) -> list[dict[str, Any]]:
    """Return the blocks with which the next report begins.

    `repeated` has the keys of fields that are not emptied (`repeated_values`).
    """
    year = Year(step, frozenset(repeated))
    blocks = [roll_block(block, year) for block in body]
    anchors = map_anchors(body, blocks)
    return [relink(block, anchors) for block in blocks]


@dataclass(frozen=True)
class Year:
    """The context for rolling one part forward: the years, the block type, and the part's key."""

    step: Step
    repeated: frozenset[str]
    block_type: str = ""
    key: str = ""

    def move_below(self, name: str) -> "Year":
        return replace(self, key=f"{self.key}/{name}")


def roll_block(block: dict[str, Any], year: Year) -> dict[str, Any]:
    """Return a stored block rolled forward; an unknown one stays."""
    cls = BLOCKS.get(block["type"])
    if cls is None:
        return block
    year = replace(year, block_type=block["type"], key=block.get("id") or "")
    return {**block, "value": roll_node(cls, block["value"], year)}


def roll_node(cls: type[Node], stored: Any, year: Year) -> Any:
    """Return the stored value of a node rolled forward; timeless ones stay."""
    if not isinstance(stored, dict) or stored.get(cls.timeless_if):
        return stored
    rolled = {
        name: roll_part(cls.parts[name], value, year.move_below(name))
        if name in cls.parts
        else value
        for name, value in stored.items()
    }
    for name, part in cls.parts.items():
        if part.made_of and name in stored:
            rolled[name] = renew_anchor(stored, name, part.made_of)
    return {**rolled, **roll_line(cls, stored, year)} if cls.line_parts else rolled


def roll_part(part: Part, value: Any, year: Year) -> Any:
    """Return the stored value of a part a year later."""
    match part.role:
        case Role.NODE:
            return roll_node(part.reads, value, year)
        case Role.TABLE if value:
            table = Table.from_stored(value)
            return tables.roll_table(table, part, year.block_type, year.step, year.repeated).stored
        case Role.NODES if part.next_year is NextYear.SHIFTS and value:
            return shift_periods(part, value, year)
        case Role.NODES if isinstance(value, list):
            return [roll_item(part, item, year) for item in value]
    match part.next_year:
        case NextYear.GOES:
            return empty_part(part, value)
        case NextYear.MOVES if isinstance(value, str):
            return move_years(value, year.step)
    return value


def empty_part(part: Part, value: Any) -> Any:
    """Return the empty value of a part: what next year's report stores until it is filled in."""
    if isinstance(value, list):
        return []
    return None if part.role is Role.REFERENCE else ""


def roll_item(part: Part, item: Any, year: Year) -> Any:
    """Return a stored item of a list a year later."""
    if isinstance(item, dict) and item.get("type") == "item" and "value" in item:
        below = replace(year, key=item.get("id") or "")
        return {**item, "value": roll_node(part.reads, item["value"], below)}
    return roll_node(part.reads, item, year)


def roll_line(cls: type[Node], stored: Mapping[str, Any], year: Year) -> dict[str, Any]:
    """Return the line of a node, emptied whole: words around a hole say nothing, nor does a link.

    One that is repeated stays, with its words a year later; one without a figure is prose.
    """
    links = [name for name, part in cls.parts.items() if part.role is Role.ADDRESS]
    line = {name: stored[name] for name in (*cls.line_parts, *links) if name in stored}
    if not from_stored(stored.get(FIGURE)).raw.strip():
        return line
    if f"{year.key}/{FIGURE}" in year.repeated:
        return {**line, **move_words(cls, stored, year.step)}
    return dict.fromkeys(line, "")


def move_words(cls: type[Node], stored: Mapping[str, Any], step: Step) -> dict[str, str]:
    """Return the words around a figure a year later."""
    return {
        name: move_years(stored.get(name) or "", step)
        for name in cls.line_parts
        if cls.parts[name].role is Role.TEXT and name in stored
    }


def renew_anchor(stored: Mapping[str, Any], name: str, made_of: str) -> str:
    """Return the anchor of a heading, empty if it was derived from its words.

    Nobody links to it yet; it is derived again from the words when the report is published.
    """
    words, anchor = stored.get(made_of) or "", stored.get(name) or ""
    return "" if normalize_anchor(anchor) == slugify(words) else anchor


def shift_periods(part: Part, items: list[dict[str, Any]], year: Year) -> list[dict[str, Any]]:
    """Move the headings of periods by a year.

    A period gets the facts that the old report had for that year; those of a new year are emptied.
    """
    shifted = []
    for item in items:
        value = item["value"]
        title = move_years(value.get("heading") or "", year.step)
        same = [
            other["value"]
            for other in items
            if find_only_year(other["value"]["heading"]) == find_only_year(title)
        ]
        if find_only_year(title) is None or len(same) != 1:
            facts = roll_part(part.reads.parts["facts"], value["facts"], year)
        elif same[0] is value:  # a year that stays
            facts = value["facts"]
        else:  # its own ids stay where they were: two periods share no fact
            facts = block_ids.derive_new_ids(same[0]["facts"], year.step.target)
        shifted.append({**item, "value": {**value, "heading": title, "facts": facts}})
    return shifted


def map_anchors(body: list[dict[str, Any]], blocks: list[dict[str, Any]]) -> dict[str, str]:
    """Return the new anchor of each heading by its former ones."""
    anchors: dict[str, str] = {}
    for before, after in zip(body, blocks, strict=True):
        if before["type"] == "heading":
            old = [
                item["value"] if isinstance(item, dict) else item
                for item in before["value"].get("old_anchors") or ()
            ]
            now = after["value"]["anchor"] or slugify(after["value"].get("text") or "")
            for anchor in (before["value"].get("anchor") or "", *old):
                anchors.setdefault(normalize_anchor(anchor), now)
    return anchors


def relink(value: Any, anchors: Mapping[str, str], name: str = "") -> Any:
    """Return a block whose internal links use the new anchors."""
    match value:
        case dict():
            return {key: relink(below, anchors, key) for key, below in value.items()}
        case list():
            return [relink(item, anchors, name) for item in value]
        case str() if name == "url" and value.startswith("#"):
            return f"#{anchors.get(normalize_anchor(value), value[1:])}"
        case str():
            return ANCHOR.sub(
                lambda found: anchors.get(normalize_anchor(found[0]), found[0]), value
            )
    return value
