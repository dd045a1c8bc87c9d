from typing import Any

from wagtail import blocks

from reports import addresses


class AddressBlock(blocks.CharBlock):
    """An address: complete, a path, or an #anchor. Never code."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"validators": (addresses.validate,), **kwargs})
