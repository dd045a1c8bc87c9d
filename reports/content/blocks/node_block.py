"""The form of a node: parts of it that are optional are stored only where they are filled."""

from collections.abc import Set
from typing import Any

from wagtail import blocks


class NodeBlock(blocks.StructBlock):
    """A struct whose `optional` children are left out of what is stored while they are empty."""

    optional: Set[str] = frozenset()

    def get_prep_value(self, value: Any) -> dict[str, Any]:
        stored: dict[str, Any] = super().get_prep_value(value)
        return {name: child for name, child in stored.items() if child or name not in self.optional}
