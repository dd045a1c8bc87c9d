"""Writes the parts of a block in reading order, for blocks without a writer of their own."""

from collections.abc import Iterator
from typing import Any

from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.exchange.exporting.markdown.context import Context
from reports.exchange.exporting.markdown.escaping import escape_html, escape_inline, join_words
from reports.exchange.exporting.markdown.facts import list_words, write_fact
from reports.exchange.exporting.markdown.rich_text import write_rich_text
from reports.exchange.importing.comments.readers.parts import class_of, find_title, list_steps


def write_parts(node: Node, context: Context) -> Iterator[str]:
    yield "\n\n".join(list_pieces(node))


def list_pieces(node: Node) -> Iterator[str]:
    """Yield the title in bold, the prose, the lines and the items of a node.

    Settings, addresses and records are written in the comment.
    """
    for name, part in list_steps(type(node)):
        if name in node.line_parts:
            yield from write_marked(name, join_words(*list_words(node)[:-1]))
        elif part.role is Role.TEXT and name == find_title(type(node)):
            words = escape_inline(getattr(node, name)).strip()
            yield from [f"**{words}**"] if words else []
        else:
            yield from write_part(name, part, getattr(node, name))


def write_part(name: str, part: Part, value: Any) -> Iterator[str]:
    match part.role:
        case Role.TEXT:
            yield from write_marked(name, value)
        case Role.RICH_TEXT:
            yield from write_rich_text(value.html)
        case Role.NODE:
            yield from write_marked(name, join_words(*list_words(value)[:-1]))
        case Role.NODES if part.reads.line_parts:
            yield "\n".join(f"- {write_fact(item)}".rstrip(" ") for item in value)
        case Role.NODES:
            for item in value:
                yield f'<div class="{class_of(name)}" markdown="1">'
                yield from list_pieces(item)
                yield "</div>"


def write_marked(name: str, words: str) -> Iterator[str]:
    """Yield a line of words as a paragraph whose class names the part."""
    if words.strip():
        yield f'<p class="{class_of(name)}">{escape_html(words)}</p>'
