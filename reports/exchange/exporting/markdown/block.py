"""Writes one block as Markdown, with the comment that completes it."""

from collections.abc import Iterator
from typing import Any

from reports.core.document.block import Block
from reports.exchange.exporting.markdown import (  # noqa: F401  each registers its writers
    figure_blocks,
    media_blocks,
    service_blocks,
    text_blocks,
)
from reports.exchange.exporting.markdown.comment import write_comment
from reports.exchange.exporting.markdown.complement import Complement
from reports.exchange.exporting.markdown.context import Context
from reports.exchange.exporting.markdown.difference import OtherShape
from reports.exchange.exporting.markdown.escaping import escape_html
from reports.exchange.exporting.markdown.parts import write_parts
from reports.exchange.exporting.markdown.read_back import read_elements, reads_as, says_words
from reports.exchange.exporting.markdown.writers import WRITERS
from reports.exchange.importing.comments.contradiction import list_block_texts


def write_block(block: Block, context: Context, complement: Complement) -> str:
    """Return the comment of a block and, below it, its words.

    Of the possible forms of the words, the first is taken that, with the comment, is read back as
    this block. If there is none, the comment contains the whole block, and the words below are for
    readers.
    """
    write = WRITERS.get(block.block_type, write_parts)
    forms = [*dict.fromkeys(write(block, context)), write_plainly(block)]
    for text in forms[:-1]:
        comment = write_completing_comment(block, text, complement)
        if comment and reads_as(block, f"{comment}\n\n{text}"):
            return f"{comment}\n\n{text}"
    for text in forms:
        comment = write_whole_comment(block, text, complement)
        whole = f"{comment}\n\n{text}".rstrip("\n")
        if says_words(text, block) and reads_as(block, whole):
            return whole
    raise Unwritable(block)


class Unwritable(Exception):
    """Raised when no form of a block is read back as the same block."""

    def __init__(self, block: Block) -> None:
        self.block = block
        super().__init__(f"{block.label} {block.id} : {block.display_name[:80]}")


def write_completing_comment(block: Block, text: str, complement: Complement) -> str:
    """Return the comment that adds what Markdown lacks; "" if the text is read as another block."""
    count, draft = read_elements(block.block_type, text)
    if draft is None:
        return ""
    try:
        stated = complement.of_block(block, draft)
    except OtherShape:
        return ""
    return write_comment({**write_head(block, count), **stated})


def write_whole_comment(block: Block, text: str, complement: Complement) -> str:
    count, _ = read_elements(block.block_type, text)
    head = {**write_head(block, count), "whole": True}
    return write_comment({**head, **complement.of_block(block, None)})


def write_head(block: Block, count: int | None) -> dict[str, Any]:
    head: dict[str, Any] = {"type": block.block_type}
    return head if count is None else {**head, "elements": count}


def write_plainly(block: Block) -> str:
    """Return the words of a block, one paragraph each, as HTML without any Markdown."""
    texts: Iterator[str] = list_block_texts(block)
    return "\n\n".join(f"<p>{escape_html(text)}</p>" for text in texts if text.strip())
