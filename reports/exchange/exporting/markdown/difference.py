"""The values by which the comparison of a block with its draft says "equal" and "incomparable"."""

from typing import Any

SAME: Any = object()
"""Stands for a part that the import reads as it is."""


class OtherShape(Exception):
    """Raised when the import reads lists of other lengths than those of the block.

    The comment must then contain the whole block.
    """
