"""Computes the difference between a block and what the import reads of its Markdown."""

from typing import Any

SAME: Any = object()
"""Stands for a part that the import reads as it is."""


class OtherShape(Exception):
    """The import reads other lists than the block has: only a whole comment can say it."""
