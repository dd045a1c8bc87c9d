"""Builds lists of facts, key figures and lists in rich text from lines, for conversions."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from reports.core.conversion.lines import Line, list_branches
from reports.core.document.block import Block
from reports.core.document.block_ids import derive_id
from reports.core.document.facts import Fact, ListedFact
from reports.core.document.figure_blocks import KeyFigureGroup, KeyFigures
from reports.core.document.rich_text import RichText
from reports.core.document.text_blocks import FactList, Paragraph


def to_fact(line: Line) -> Fact:
    """Return a line as a fact, which has no words in bold."""
    fact = line.fact
    before = " ".join(filter(None, (fact.lead, fact.before)))
    return Fact(fact.id, before, fact.figure, fact.after, fact.url, fact.leading)


def to_fact_list(id: str, lines: Sequence[Line], ordered: bool) -> Block:
    return FactList(id, ordered, tuple(line.fact for line in lines))


def to_key_figures(id: str, lines: Sequence[Line]) -> Block:
    """Return the lines as figures: a line that others stand below is the title of a group."""
    groups: list[KeyFigureGroup] = []
    for branch in list_branches(lines):
        if branch.below:
            facts = tuple(map(to_fact, branch.below))
            groups.append(KeyFigureGroup(branch.line.id, branch.line.text, facts))
        elif groups and not groups[-1].title:
            groups[-1] = replace(groups[-1], facts=(*groups[-1].facts, to_fact(branch.line)))
        else:
            group = derive_id(branch.line.id, "group")
            groups.append(KeyFigureGroup(group, "", (to_fact(branch.line),)))
    return KeyFigures(id, tuple(groups))


def to_paragraph(id: str, lines: Sequence[Line], ordered: bool) -> Block:
    """Return the lines as a list in rich text."""
    tag = "ol" if ordered else "ul"
    html, depth = "", 0
    for line in lines:
        level = min(line.level, depth + 1)
        if level > depth:
            html += f"<{tag}>"
        else:
            html += "</li>" + f"</{tag}></li>" * (depth - level)
        html += f"<li>{write_line(line.fact)}"
        depth = level
    html += f"</li></{tag}>" * depth
    return Paragraph(id, RichText(html))


def write_line(fact: ListedFact) -> str:
    """Return a line as rich text: its lead is bold and has the link, if there is a lead."""
    lead = f"<b>{escape(fact.lead, quote=False)}</b>" if fact.lead else ""
    rest = escape(Line(replace(fact, lead="")).words, quote=False)
    if not fact.url:
        return " ".join(filter(None, (lead, rest)))
    linked, after = (lead, rest) if lead else (rest, "")
    return " ".join(filter(None, (f'<a href="{escape(fact.url)}">{linked}</a>', after)))
