"""Reads a piece of Markdown as the import does, so that a writer knows how it is understood."""

import re
from functools import lru_cache

from bs4.element import PageElement

from reports.core.document.block import Block
from reports.core.refusal import Refusal
from reports.core.text.words import split_words
from reports.exchange.exporting.markdown.plain_form import describe_block
from reports.exchange.importing.comments.block import build_block
from reports.exchange.importing.comments.contradiction import list_block_texts
from reports.exchange.importing.comments.readers import find_reader
from reports.exchange.importing.comments.readers.texts import read_prose as read_nodes
from reports.exchange.importing.comments.regions import count_own
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.inline import significant_nodes, words_of
from reports.exchange.importing.markup import ParsedFile, build_tree
from reports.exchange.importing.recognise.recogniser import Recogniser
from reports.exchange.importing.source import Source
from reports.exchange.importing.visible.words import visible_words

CALL = re.compile(r"(?:(?<!\\)\[\^|<bilan-note id=\")(\d+)", re.ASCII)


def parse_markdown(text: str) -> ParsedFile | None:
    """Return what the import parses in Markdown; None if it would refuse or question it."""
    try:
        parsed = build_tree(Source("", text, 1, {}, ""), list_calls(text))
    except (Refusal, RecursionError):
        return None
    return None if parsed.damage else parsed


def list_calls(text: str) -> list[str]:
    """Return the numbers of the notes that Markdown calls, whose words stand elsewhere."""
    return CALL.findall(text)


def list_elements(text: str) -> list[PageElement]:
    parsed = parse_markdown(text)
    body = parsed.soup.body if parsed else None
    return significant_nodes(body.children) if body else []


@lru_cache(2_048)
def read_prose(text: str) -> str:
    """Return the rich text that the import reads in Markdown."""
    return read_nodes(list_elements(text))


def read_elements(block_type: str, text: str) -> tuple[int | None, Draft | None]:
    """Return how many elements Markdown has, and the block of a type that the import reads.

    The number is None if the import finds it without being told.
    """
    nodes = list_elements(text)
    count = None if len(nodes) == count_own(block_type, nodes) else len(nodes)
    return count, find_reader(block_type)(nodes, []) if nodes else None


def says_words(text: str, block: Block) -> bool:
    """Return whether both parsers of the import see in Markdown exactly the words of a block."""
    read = split_words(" ".join(map(words_of, list_elements(text))))
    return read == visible_words(text, "", list_calls(text)) and any(
        read == list_words(block, shows_data) for shows_data in (False, True)
    )


def list_words(block: Block, shows_data: bool) -> list[str]:
    return [w for text in list_block_texts(block, shows_data) for w in split_words(text)]


def reads_as(block: Block, text: str) -> bool:
    """Return whether the import reads a comment and the Markdown below as one block like this."""
    parsed = parse_markdown(text)
    if parsed is None:
        return False
    walk = Recogniser()
    try:
        walk.report(parsed.soup, parsed.comments)
    except Refusal:
        return False
    if len(walk.drafts) != 1:
        return False
    (draft,) = walk.drafts
    read = build_block(draft)
    return describe_block(read) == describe_block(block) and list_words(
        read, draft.shows_data
    ) == visible_words(text, "", list_calls(text))
