"""Last year's facts, which the form suggests in grey where they were emptied.

They are stored in `RollForward.expected`: the whole line under the key of a fact's figure, and its
parts under keys of their own. They are not in the body until an editor accepts them. Older
roll-forwards only emptied the figure: their facts still have words, and that key only has the
figure.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reports.authoring.models import RollForward
from reports.authoring.rollforward.labels import Step, move_years
from reports.content.blocks.fact_lines import join_parts
from reports.core.document import Document
from reports.core.document.node import Node
from reports.core.document.traversal import visit_document
from reports.core.figures import Figure, find_unread, parse_in, split

WORDS = ("lead", "before", "after")
PARTS = (*WORDS, "url")
FIGURE = "figure"
RAW = "raw"  # the part that is the figure: under its own name is the whole line
NUMBER = re.compile(r"\d+(?:[\s.,]\d+)*")
HOLE = "[chiffre]"  # in place of last year's figures among the words; a check finds it


def iterate_facts(document: Document) -> Iterator[tuple[str, Node]]:
    """Yield the facts of a document, each with the prefix of its fields' keys."""
    for visit in visit_document(document):
        if visit.name == FIGURE and visit.node.line_parts:
            yield visit.path.removesuffix(f"/{FIGURE}"), visit.node


def collect_facts(document: Document, emptied: Iterable[str]) -> dict[str, str]:
    """Return the lines and the parts of the facts whose figures were emptied, by key."""
    keys = set(emptied)
    facts: dict[str, str] = {}
    for key, fact in iterate_facts(document):
        if f"{key}/{FIGURE}" in keys:
            parts = {name: getattr(fact, name, "").strip() for name in PARTS}
            parts[RAW] = state_unit(getattr(fact, FIGURE))
            facts |= {f"{key}/{name}": text for name, text in parts.items() if text}
            facts[f"{key}/{FIGURE}"] = join_line(parts)
    return facts


def state_unit(figure: Figure) -> str:
    """Return a figure as typed, or with its unit if only the column heading has it.

    Without the unit, nobody would see that « 1 200 » were thousands of euros.
    """
    as_typed = parse_in(figure.locale, figure.raw)
    is_stated = figure.read_as is None or not figure.is_number or as_typed.unit is figure.unit
    return figure.raw.strip() if is_stated else (figure.read_as or "").strip()


def join_line(parts: Mapping[str, str]) -> str:
    """Return a fact as readers read it."""
    before = f"{parts['lead']} {parts['before']}".strip()
    return join_parts([before, parts[RAW], parts["after"]])


def build_suggestions(roll: RollForward | None, year: int | None) -> dict[str, Any]:
    """Return last year's facts for the script of the form of `year`.

    They are the year, and by the key of each emptied fact its parts a year later with its old line.
    """
    if roll is None:
        return {}
    step = Step(roll.year, year or roll.year + 1)
    facts = {
        key: suggest_fact(roll.expected, key, step)
        for key, _, name in (field.rpartition("/") for field in roll.expected)
        if key and name == FIGURE
    }
    return {"year": roll.year, "facts": facts}


def suggest_fact(expected: Mapping[str, str], key: str, step: Step) -> dict[str, str]:
    """Return the parts of one fact: its words a year later, its figure and link as they were."""
    line = expected[f"{key}/{FIGURE}"]
    words = {
        name: replace_figures(move_years(expected.get(f"{key}/{name}", ""), step)) for name in WORDS
    }
    figure = expected.get(f"{key}/{RAW}", line)
    return {**words, FIGURE: figure, "url": expected.get(f"{key}/url", ""), "line": line}


def replace_figures(words: str) -> str:
    """Replace the figures in the words of a fact: they were last year's too."""
    before, figure, after = split(words)
    if figure:
        return f"{before}{HOLE}{replace_figures(after)}"
    unread = find_unread(words)  # such as « 12 % et 15 % », which are no one figure
    if unread:
        return NUMBER.sub(HOLE, words[:unread]) + replace_figures(words[unread:])
    return words
