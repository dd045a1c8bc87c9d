"""Writes the line that stands for a folded block. `summary.js` does the same for an opened one.

`Meta.summary` of a block is a format: `{caption}` is the text of a child, `{caption|table}` that of
the first child that has any, `{table#ligne}` the number of its items: « 12 lignes ».
"""

import re
from collections.abc import Iterator
from typing import Any

from wagtail import blocks

from reports.content.tables import TableBlock
from reports.core.figures import Figure
from reports.core.text.rich_text import plain

MAX_CHILD_CHARACTERS = 80  # characters of one child
PART = re.compile(r"\{([\w|]+)(?:#([^{}]*))?\}")
IDLE = re.compile(r"^[\s·:]++|(?<![\s·:])[\s·:]++$|\(\s*+\)")


def summarize_block(block: Any, value: Any) -> str:
    """One line that tells this block from others of its kind."""
    written = getattr(block.meta, "summary", "")
    if not written:
        return summarize_value(block, value)

    def part(match: re.Match[str]) -> str:
        children = [(block.child_blocks[name], value.get(name)) for name in match[1].split("|")]
        if match[2] is not None:
            return count_nouns(len(list_items(*children[0])), match[2])
        return next(filter(None, (summarize_value(*child) for child in children)), "")

    return trim_separators(PART.sub(part, written))


def summarize_value(block: Any, value: Any) -> str:
    """The text of any value, as Wagtail's editor makes it of what it shows."""
    match block:
        case blocks.BaseStructBlock() if block.meta.label_format:
            text = re.sub(
                r"\{(\w+)\}",
                lambda match: summarize_value(block.child_blocks[match[1]], value.get(match[1])),
                block.meta.label_format,
            )
            return trim_separators(text)
        case blocks.BaseStructBlock():
            texts = (
                summarize_value(child, value.get(name))
                for name, child in block.child_blocks.items()
            )
            return next(filter(None, texts), "")
        case blocks.ListBlock():
            return join_texts(summarize_value(block.child_block, item) for item in value or ())
        case TableBlock():
            return shorten(", ".join(row.head for row in value.rows if row.head))
        case blocks.RichTextBlock():
            return shorten(plain(value.source if value else ""))
        case blocks.ChoiceBlock():
            return str(dict(block.field.choices).get(value, ""))
        case blocks.BooleanBlock():
            return ""
    return shorten(value.raw if isinstance(value, Figure) else str(value or ""))


def list_items(block: Any, value: Any) -> Any:
    """Return the items of a list or the rows of a table."""
    return value.rows if isinstance(block, TableBlock) else value or ()


def join_texts(texts: Iterator[str]) -> str:
    found = ""
    for text in filter(None, texts):
        longer = f"{found}, {text}" if found else text
        if len(longer) > MAX_CHILD_CHARACTERS and found:
            return found if found.endswith("…") else f"{found}…"
        found = longer
    return found


def count_nouns(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' if count > 1 else ''}" if noun else str(count)


def shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MAX_CHILD_CHARACTERS else text[: MAX_CHILD_CHARACTERS - 1] + "…"


def trim_separators(text: str) -> str:
    """Without what stood around a part that was empty."""
    joined = " ".join(IDLE.sub("", text).split())
    return IDLE.sub("", joined.replace(" ,", ","))
