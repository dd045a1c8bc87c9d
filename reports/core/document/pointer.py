"""Pointers to a place in a document, by ids that stay valid when blocks are moved."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from reports.core.document.traversal import COLUMN, Visit


@dataclass(frozen=True, slots=True)
class Pointer:
    """Points to a block, to an item of it, or to a part of either.

    `item` is the nearest id below the block: that of the list item or the row or, for the heading
    of a column, of the column. `part` is the rest of the path of a visit: the name of a field or,
    in a row, the id of a column. Where an item has no id, `part` has its number.
    """

    block: str
    item: str = ""
    part: tuple[str, ...] = ()

    @classmethod
    def to_visit(cls, visit: Visit) -> Self:
        """Return the pointer to the value that a traversal visits."""
        block = visit.block.id
        if visit.part is COLUMN:
            nearest = visit.path.removesuffix(f"/{visit.name}")
        else:
            nearest = visit.row.id if visit.row else visit.item or block
        rest = visit.path.removeprefix(nearest).removeprefix("/")
        return cls(block, nearest if nearest != block else "", tuple(filter(None, rest.split("/"))))

    @property
    def path(self) -> str:
        """The path of the visit: it names no block where an item has an id of its own."""
        return "/".join((self.item or self.block, *self.part))

    @property
    def cell(self) -> str:
        """The id of the cell, if it points to one: those of its row and its column, joined."""
        return "-".join((self.item, *self.part))

    def renew_ids(self, renew: Callable[[str], str], *, has_column: bool) -> "Pointer":
        """Return the pointer with other ids. `has_column` says that its part is a column's id."""
        part = tuple(map(renew, self.part)) if has_column else self.part
        return Pointer(renew(self.block), self.item and renew(self.item), part)
