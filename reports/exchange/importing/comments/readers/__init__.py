"""Readers of elements whose block is known: none has to guess.

Each returns a draft, or None where the elements have another form than the block has in Markdown.
"""

from collections.abc import Callable
from functools import partial

from bs4.element import PageElement

from reports.exchange.importing.comments.readers import (
    cards,
    charts,
    lists,
    media,
    parts,
    tables,
    texts,
)
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice

Reader = Callable[[list[PageElement], list[Notice]], Draft | None]

READERS: dict[str, Reader] = {
    **texts.READERS,
    **lists.READERS,
    **tables.READERS,
    **cards.READERS,
    **charts.READERS,
    **media.READERS,
}


def find_reader(block_type: str) -> Reader:
    """Return the reader of a type of block; without one of its own it is read part by part."""
    return READERS.get(block_type) or partial(parts.read_parts, block_type)
