"""Writes services and incubators as Markdown lists."""

from collections.abc import Iterator

from reports.core.document.service_blocks import (
    Card,
    ComparisonCards,
    ImpactCards,
    IncubatorList,
    ListedIncubator,
    ServiceLines,
)
from reports.exchange.exporting.markdown.context import Context
from reports.exchange.exporting.markdown.escaping import (
    escape_inline,
    escape_line,
    join_words,
    write_link,
)
from reports.exchange.exporting.markdown.facts import write_fact
from reports.exchange.exporting.markdown.writers import writes


def write_heads(card: Card) -> Iterator[str]:
    """Yield the name of a card, its mission and its status."""
    yield f"- **{write_link(escape_inline(card.name).strip(' '), card.url)}**"
    heading = escape_line(card.mission_heading)
    mission = join_words(f"{heading} :" if heading else "", escape_inline(card.mission))
    if mission:
        yield f"  - {mission if heading else escape_line(card.mission)}"
    if card.status.strip():
        yield f"  - *{escape_inline(card.status).strip(' ')}*"


@writes("impact_cards")
def write_impact_cards(block: ImpactCards, context: Context) -> Iterator[str]:
    lines: list[str] = []
    for card in block.cards:
        lines += write_heads(card)
        heading = escape_line(card.facts_heading)
        if heading:
            lines.append(f"  - {heading} :")
        indent = "    " if heading else "  "
        lines += [f"{indent}- {write_fact(fact)}".rstrip(" ") for fact in card.facts]
    yield "\n".join(lines)


@writes("comparison_cards")
def write_comparison_cards(block: ComparisonCards, context: Context) -> Iterator[str]:
    """Yield the cards as a list. The growth is written as the last fact of the last period."""
    lines: list[str] = []
    for card in block.cards:
        lines += write_heads(card)
        for period in card.periods:
            lines.append(f"  - {join_words(escape_line(period.heading), ':')}")
            lines += [f"    - {write_fact(fact)}".rstrip(" ") for fact in period.facts]
        if growth := write_fact(card.growth):
            lines.append(f"    - {growth}" if card.periods else f"  - {growth}")
    yield "\n".join(lines)


@writes("service_lines")
def write_service_lines(block: ServiceLines, context: Context) -> Iterator[str]:
    lines = []
    for service in block.services:
        owners = escape_inline(service.owners).strip(" ")
        link = write_link(escape_inline(service.name).strip(" "), service.url)
        words = (escape_inline(service.mission), f"({owners})" if owners else "")
        lines.append(f"- {join_words(link, ':', *words)}")
    yield "\n".join(lines)


@writes("incubator_list")
def write_incubator_list(block: IncubatorList, context: Context) -> Iterator[str]:
    lines = []
    for group in block.groups:
        indent = ""
        if group.lead.strip():
            lines.append(f"- {escape_line(group.lead)}")
            indent = "  "
        lines += [f"{indent}- {write_incubator(each)}" for each in group.incubators]
    yield "\n".join(lines)


def write_incubator(incubator: ListedIncubator) -> str:
    owner = escape_inline(incubator.owner).strip(" ")
    return join_words(escape_line(incubator.name), f"({owner})" if owner else "")
