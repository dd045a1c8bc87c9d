"""Collects facts, which are words around a leading figure, for a `Reading`."""

from collections.abc import Iterable
from typing import Any

from reports.core.reading import Reading, parts
from reports.core.reading.place import Place


def collect_fact(node: Any, place: Place, reading: Reading, heading: str = "") -> parts.Fact:
    """Add the line of a node as one fact: its parts, its line, its link."""
    at = node.line_parts.index("figure")
    before, after = node.line_parts[:at], node.line_parts[at + 1 :]
    lead = getattr(node, "lead", "")
    fact = parts.Fact(
        place,
        join_words(node, [name for name in before if name != "lead"]),
        node.figure,
        join_words(node, after),
        heading,
        lead,
    )
    if fact.line:
        reading.facts.append(fact)
        reading.texts.append(parts.Text(place, "fact", fact.line))
    if url := getattr(node, "url", ""):
        reading.links.append(parts.Link(place, fact.line, url))
    return fact


def join_words(node: Any, names: Iterable[str]) -> str:
    return " ".join(filter(None, (getattr(node, name) for name in names)))
