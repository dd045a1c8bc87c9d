"""The registry of readers, which read the elements below a comment as a block of a known type.

Each returns a draft, or None if the elements do not have the Markdown form of the block.
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
    """Return the reader of a block type; without one of its own, the one that reads by parts."""
    return READERS.get(block_type) or partial(parts.read_parts, block_type)
