"""The registry of writers: each yields possible Markdown forms of a block, the best first."""

from collections.abc import Callable, Iterator
from typing import Any

from reports.exchange.exporting.markdown.context import Context

Writer = Callable[[Any, Context], Iterator[str]]
WRITERS: dict[str, Writer] = {}
"""The writer of each type of block."""


def writes(block_type: str) -> Callable[[Writer], Writer]:
    """Register the writer of a type of block."""

    def register(writer: Writer) -> Writer:
        WRITERS[block_type] = writer
        return writer

    return register
