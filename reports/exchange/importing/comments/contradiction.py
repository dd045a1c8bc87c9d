"""Finds comments that contradict the text below them, which the import refuses."""

import re
from collections.abc import Iterable, Iterator

from bs4.element import PageElement

from reports.core.document.block import Block
from reports.core.document.notes import write_marks
from reports.core.document.visible_text import iterate_drawn_texts, iterate_part_texts
from reports.core.text.notes import print_mark
from reports.core.text.words import split_words
from reports.exchange.importing.inline import words_of

SIGNS = re.compile(r"[\s:;()—–\x00-\x1f\x7f-\x9f]+")
"""What stands between the parts of a block, and is no part of them."""


def list_block_texts(block: Block, shows_drawn: bool = False) -> Iterator[str]:
    """Yield the texts of a block in reading order, its data after its name if they are shown.

    Notes are represented by their marks alone, because their words are at the end of the file.
    """
    block = write_marks(block, lambda note: print_mark(note.id))
    for name in block.reading_order or block.parts:
        yield from iterate_part_texts(block.parts[name], getattr(block, name))
        if shows_drawn and name in block.named_by:
            yield from iterate_drawn_texts(block)


def find_contradiction(nodes: Iterable[PageElement], block: Block, shows_drawn: bool) -> str | None:
    """Return the words at which a block differs from the nodes from which it was read, or None.

    Words, numbers and punctuation are compared, except the signs between the parts of a block.
    """
    printed = " ".join(map(words_of, nodes))
    stated = " ".join(list_block_texts(block, shows_drawn))
    if split_words(printed) == split_words(stated) and squash(printed) == squash(stated):
        return None
    return describe_difference(split_words(printed), split_words(stated)) or stated[:80].strip()


def squash(text: str) -> str:
    return SIGNS.sub("", text)


def describe_difference(printed: list[str], stated: list[str]) -> str:
    """Return the words at which two lists of words begin to differ: « 12 agents »."""
    place = 0
    while place < min(len(printed), len(stated)) and printed[place] == stated[place]:
        place += 1
    return " ".join(stated[place : place + 6] or printed[place : place + 6])
