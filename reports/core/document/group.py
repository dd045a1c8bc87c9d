"""The base class of groups: nodes that only gather items under a title."""

from typing import ClassVar

from reports.core.document.node import Node, node
from reports.core.document.part import Part, Role


@node("Groupe")
class Group(Node):
    """Items of one kind under a title, or under none."""

    is_counted_whole: ClassVar[bool] = False
    """Whether summaries give one number for all groups, not one for each."""

    @classmethod
    def grouped_part(cls) -> tuple[str, Part]:
        """Return the name and the part of what is gathered."""
        return next((n, part) for n, part in cls.parts.items() if part.role is Role.NODES)
