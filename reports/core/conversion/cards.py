"""Converts lines of a list to services and cards: name, mission, owners, status and facts.

A line below a name is the mission or the status if it begins with a label that says so. Without
such a label the first line is the mission, as in imports. A line with other lines below it is
the heading of these.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from reports.core.conversion.lines import Branch, Line, list_branches
from reports.core.conversion.lists import to_fact
from reports.core.conversion.records import FindRecord
from reports.core.document.block import Block
from reports.core.document.block_ids import derive_id
from reports.core.document.facts import Fact
from reports.core.document.periods import names_period
from reports.core.document.service_blocks import (
    ComparisonCard,
    ComparisonCards,
    ImpactCard,
    ImpactCards,
    Period,
    ServiceLine,
    ServiceLines,
)
from reports.core.figures import Qualifier, split
from reports.core.text.vocabulary import get_vocabulary

AFTER_NAME = re.compile(r"\s?(?::|[–—-](?=\s))\s*")
BETWEEN = re.compile(r"(?<!\s)\s++(?::|[–—-])\s+|:\s+")
OWNER = re.compile(r"^(?P<mission>.*\S)?\s*\((?P<owners>[^()]*)\)\s*$", re.DOTALL)
MAX_STATUS_CHARACTERS = 60  # characters, as in imports


@dataclass(frozen=True)
class PrintedParts:
    """What a line of text and the lines below it say of a service, part by part.

    `groups` holds lists of facts, each after the line that heads it (None if there is none).
    """

    name: str
    mission_heading: str = ""
    mission: str = ""
    status: str = ""
    groups: tuple[tuple[Line | None, tuple[Line, ...]], ...] = ()


def read_parts(branch: Branch) -> PrintedParts:
    """Return what a line and those below it say of a service."""
    line = branch.line
    name, mission = cut_name(line)
    parts = PrintedParts(name, mission=mission)
    groups: list[tuple[Line | None, tuple[Line, ...]]] = []
    for below in list_branches(branch.below):
        words = below.line.text
        is_above = not groups and not below.below
        if is_above and not parts.mission and is_mission(below.line, line, parts):
            labelled = get_vocabulary().mission.split_label(words)
            heading, rest = labelled or ("", words)
            parts = replace(parts, mission_heading=heading, mission=rest)
        elif is_above and not parts.status and is_status(below.line, line):
            parts = replace(parts, status=words)
        elif below.below:
            groups.append((below.line, below.below))
        elif groups and groups[-1][0] is None:
            groups[-1] = (None, (*groups[-1][1], below.line))
        else:
            groups.append((None, (below.line,)))
    return replace(parts, groups=tuple(groups))


def is_mission(line: Line, name: Line, parts: PrintedParts) -> bool:
    """Return whether a line was the mission of a card, is labelled as one, or is the first to say
    anything.
    """
    if line.id == derive_id(name.id, "mission"):
        return True
    if get_vocabulary().mission.split_label(line.text):
        return True
    return not (parts.status or line.fact.figure.is_number or is_status(line, name))


def is_status(line: Line, name: Line) -> bool:
    return line.id == derive_id(name.id, "status") or says_status(line.text)


def cut_name(line: Line) -> tuple[str, str]:
    """Return the name that a line begins with, and what it says of it."""
    if line.fact.lead:
        rest = AFTER_NAME.sub("", line.words, count=1) if AFTER_NAME.match(line.words) else None
        return line.fact.lead, line.words if rest is None else rest
    found = BETWEEN.search(line.words)
    if found is None:
        return line.words, ""
    return line.words[: found.start()], line.words[found.end() :]


def says_status(text: str) -> bool:
    """Return whether a short line names a stage, or is labelled as a status."""
    words = get_vocabulary()
    if len(text) > MAX_STATUS_CHARACTERS or split(text).expression:
        return False
    return words.stages.are_in(text) or words.status.split_label(text) is not None


def find_service(line: Line, name: str, find: FindRecord) -> dict[str, Any]:
    """Return the reference of a line: the one that it has, or the record that its name leads to."""
    if line.service is not None:
        return {"service": line.service, "reference_name": line.reference_name}
    found = find("service", name, line.fact.url)
    return {"service": found.row, "reference_name": name} if found else {}


def to_service_lines(id: str, lines: Sequence[Line], find: FindRecord) -> Block:
    return ServiceLines(id, tuple(to_service(branch, find) for branch in list_branches(lines)))


def to_service(branch: Branch, find: FindRecord) -> ServiceLine:
    parts = read_parts(branch)
    owned = OWNER.match(parts.mission)
    return ServiceLine(
        branch.line.id,
        name=parts.name,
        url=branch.line.fact.url,
        mission=(owned["mission"] or "") if owned else parts.mission,
        owners=owned["owners"] if owned else "",
        **find_service(branch.line, parts.name, find),
    )


def to_impact_cards(id: str, lines: Sequence[Line], find: FindRecord) -> Block:
    return ImpactCards(id, tuple(to_impact(branch, find) for branch in list_branches(lines)))


def to_impact(branch: Branch, find: FindRecord) -> ImpactCard:
    """Return a card; what heads its groups after the first is a line among its facts."""
    parts = read_parts(branch)
    facts: list[Fact] = []
    heading = ""
    for rank, (head, lines) in enumerate(parts.groups):
        if head is not None and rank == 0:
            heading = strip_colon(head.text)
        elif head is not None:
            facts.append(to_fact(head))
        facts += map(to_fact, lines)
    return ImpactCard(
        branch.line.id,
        **describe_card(branch, parts, find),
        facts_heading=heading,
        facts=tuple(facts),
    )


def to_comparison_cards(id: str, lines: Sequence[Line], find: FindRecord) -> Block:
    return ComparisonCards(id, tuple(to_comparison(each, find) for each in list_branches(lines)))


def to_comparison(branch: Branch, find: FindRecord) -> ComparisonCard:
    """Return a card with a period for each group; the growth is a last fact that is a change."""
    parts = read_parts(branch)
    groups = [(head, list(map(to_fact, lines))) for head, lines in parts.groups]
    growth = Fact()
    if groups and is_growth(groups[-1][1][-1]):
        growth = groups[-1][1].pop()
    periods = (
        Period(head.id if head else branch.line.id + "-facts", heading_of(head), tuple(facts))
        for head, facts in groups
        if head or facts
    )
    return ComparisonCard(
        branch.line.id,
        **describe_card(branch, parts, find),
        periods=tuple(periods),
        growth=growth,
    )


def is_growth(fact: Fact) -> bool:
    return fact.figure.qualifier in (Qualifier.CHANGE, Qualifier.FACTOR)


def heading_of(line: Line | None) -> str:
    return strip_colon(line.text) if line else ""


def strip_colon(words: str) -> str:
    return words.removesuffix(":").strip()


def compares_periods(lines: Sequence[Line]) -> bool:
    """Return whether some service has facts of several periods."""
    heads = (
        [head.text for head, _ in read_parts(branch).groups if head and names_period(head.text)]
        for branch in list_branches(lines)
    )
    return any(len(each) > 1 for each in heads)


def describe_card(branch: Branch, parts: PrintedParts, find: FindRecord) -> dict[str, Any]:
    return {
        "name": parts.name,
        "url": branch.line.fact.url,
        "mission_heading": parts.mission_heading,
        "mission": parts.mission,
        "status": parts.status,
        "leading": branch.line.fact.leading,
        **find_service(branch.line, parts.name, find),
    }
