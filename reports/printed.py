"""What a reader of the page reads, in order: every word of a body, once.

A block's children are printed in the order in which they are declared, less those that its
`Meta.unprinted` names (addresses, levels, anchors), or exactly those that `Meta.printed` names.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from wagtail import blocks

from reports.blocks.facts import FigureBlock
from reports.richtext import plain
from reports.tables import TableBlock

WORD = re.compile(r"(?<![^\s(«])[-−]\d+|[^\W_]+|\S")  # a minus belongs to its number


def printed(block: Any, value: Any) -> Iterator[str]:
    """The texts of a block's value, in reading order."""
    match block:
        case blocks.BaseStreamBlock():
            for child in value:
                yield from printed(child.block, child.value)
        case blocks.ListBlock():
            for item in value:
                yield from printed(block.child_block, item)
        case blocks.BaseStructBlock():
            unprinted = getattr(block.meta, "unprinted", ())
            names = getattr(block.meta, "printed", None) or block.child_blocks
            for name in names:
                if name not in unprinted:
                    yield from printed(block.child_blocks[name], value[name])
        case blocks.RichTextBlock():
            yield plain(value.source)
        case FigureBlock():
            yield value.raw
        case TableBlock():
            yield from (column.heading for column in value.columns)
            for row in value.rows:
                for place, cell in enumerate(row.cells):
                    yield cell.raw
                    if place == 0:
                        yield plain(row.note)
        case blocks.CharBlock() | blocks.TextBlock():
            yield value or ""


def words(text: str) -> list[str]:
    """Words, numbers and signs that carry meaning (%, €, +, emoji); punctuation is not counted."""
    tokens = WORD.findall(unicodedata.normalize("NFC", text))
    return [token for token in tokens if len(token) > 1 or counts(token)]


def spoken(block: Any, value: Any) -> list[str]:
    """The words of a block's value, in reading order."""
    return [word for text in printed(block, value) for word in words(text)]


def counts(sign: str) -> bool:
    """Whether a single character is read as a word, a number or a sign."""
    return sign == "%" or (
        (sign not in DRAWN and unicodedata.category(sign) in {"Sm", "Sc", "So"}) or sign.isalnum()
    )


DRAWN = "|~"  # what draws a table or a rule in Markdown
