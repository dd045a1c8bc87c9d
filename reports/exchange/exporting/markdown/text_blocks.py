"""Writes headings, prose, callouts, definitions, links and quotations as Markdown."""

import re
from collections.abc import Iterator

from reports.core.document.text_blocks import (
    Accordion,
    Callout,
    Criteria,
    Definitions,
    FactList,
    Heading,
    Links,
    Quote,
)
from reports.core.text.anchors import slugify
from reports.exchange.exporting.markdown.context import Context
from reports.exchange.exporting.markdown.escaping import (
    escape_html,
    escape_inline,
    escape_line,
    join_words,
    write_link,
)
from reports.exchange.exporting.markdown.facts import write_fact
from reports.exchange.exporting.markdown.rich_text import write_rich_text
from reports.exchange.exporting.markdown.writers import writes

ANCHOR = re.compile(r"[\w.-]+")
MAX_LIST_LEVELS = 9  # levels of a list that are printed as such


@writes("heading")
def write_heading(heading: Heading, context: Context) -> Iterator[str]:
    """Yield the heading, with its anchor unless it is the one made from its words."""
    is_named = heading.anchor != slugify(heading.text) and ANCHOR.fullmatch(heading.anchor)
    anchor = f" {{#{heading.anchor}}}" if is_named else ""
    text = escape_inline(heading.text).strip(" ")
    yield f"{'#' * int(heading.level)} {text}{anchor}" if text else ""


@writes("callout")
def write_callout(callout: Callout, context: Context) -> Iterator[str]:
    title = f'\n<p class="fr-callout__title">{escape_html(callout.title)}</p>'
    pieces = write_rich_text(callout.text.html)
    head = f'<div class="fr-callout" markdown="1">{title if callout.title else ""}'
    yield "\n\n".join([head, *pieces, "</div>"])


@writes("accordion")
def write_accordion(accordion: Accordion, context: Context) -> Iterator[str]:
    pieces = [f"**{escape_inline(accordion.title).strip()}**"] if accordion.title.strip() else []
    for item in accordion.items:
        summary = f"<summary>{escape_html(item.title)}</summary>"
        pieces.append(f'<details markdown="1">\n{summary}')
        pieces += [*write_rich_text(item.text.html), "</details>"]
    yield "\n\n".join(pieces)


@writes("quote")
def write_quote(quote: Quote, context: Context) -> Iterator[str]:
    pieces = write_rich_text(quote.text.html)
    if quote.attribution.strip():
        pieces.append(f"— {escape_inline(quote.attribution).strip(' ')}")
    lines = "\n\n".join(pieces).split("\n")
    yield "\n".join(f"> {line}".rstrip() for line in lines) if pieces else ""


@writes("definitions")
def write_definitions(definitions: Definitions, context: Context) -> Iterator[str]:
    yield write_items(
        (f"**{escape_inline(item.name).strip()}** :" if item.name.strip() else "", item.definition)
        for item in definitions.items
    )


@writes("criteria")
def write_criteria(criteria: Criteria, context: Context) -> Iterator[str]:
    yield write_items(
        (
            f"{escape_line(item.heading)} : **{escape_inline(item.title).strip()}** :"
            if item.title.strip()
            else f"{escape_line(item.heading)} :",
            item.text,
        )
        for item in criteria.items
    )


def write_items(items) -> str:  # type: ignore[no-untyped-def]
    """Return a list whose items begin with a head and go on with rich text."""
    return "\n".join(write_item(head, text.html) for head, text in items)


def write_item(head: str, html: str) -> str:
    """Return a list item; further paragraphs are indented below its first line."""
    pieces = write_rich_text(html)
    if pieces and not html.lstrip().startswith("<p"):
        pieces = ["", *pieces]
    first = join_words(head, *pieces[:1])
    below = ["\n".join(f"  {line}" for line in piece.split("\n")) for piece in pieces[1:]]
    return "\n\n".join([f"- {first}", *below]) + ("\n" if below else "")


@writes("links")
def write_links(links: Links, context: Context) -> Iterator[str]:
    lines = [write_link(escape_inline(link.text).strip(" "), link.url) for link in links.items]
    yield "\n".join(f"- {line}" for line in lines)


@writes("fact_list")
def write_fact_list(fact_list: FactList, context: Context) -> Iterator[str]:
    """Yield the list, indented by level. A skipped level is written in the comment only."""
    lines: list[str] = []
    widths: list[int] = []
    for number, item in enumerate(fact_list.items, 1):
        level = max(1, min(item.level, len(widths) + 1, MAX_LIST_LEVELS))
        mark = f"{number}. " if fact_list.ordered and level == 1 else "- "
        widths = [*widths[: level - 1], len(mark)]
        lines.append(f"{' ' * sum(widths[:-1])}{mark}{write_fact(item)}".rstrip(" "))
    yield "\n".join(lines)
