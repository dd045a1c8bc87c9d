"""Dataclasses for the result of a comparison: changes, and counts of what did not change.

Each has a trail, the labels that lead to its place: « Cartes », « 2 », « Résultats ».
"""

from dataclasses import dataclass
from enum import Enum
from typing import Any

Trail = tuple[str, ...]


class Kind(Enum):
    """The kind of a piece of text: unchanged, removed or added."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Piece:
    """Words of one kind in a line; `image` is the picture whose title they are, if any."""

    kind: Kind
    text: str
    image: Any = None


@dataclass(frozen=True)
class Change:
    """One change: its trail, the words that stayed, went or came, and a note."""

    trail: Trail
    pieces: tuple[Piece, ...] = ()
    note: str = ""

    @property
    def where(self) -> str:
        return " › ".join(filter(None, self.trail))

    @property
    def replaces(self) -> bool:
        """Whether one whole gave way to another: « 217 → 220 »."""
        return [piece.kind for piece in self.pieces] == [Kind.GONE, Kind.NEW]


@dataclass(frozen=True)
class Stayed:
    """The number of items of a list, or cells of a table, that did not change, out of `total`."""

    trail: Trail
    count: int
    total: int
    what: str

    def __str__(self) -> str:
        return f"{self.what} : {self.count} sur {self.total} sans changement"


Found = Change | Stayed


def replace_text(before: str, after: str) -> tuple[Piece, ...]:
    """Return one text in the place of another; nothing says nothing."""
    pieces = (Piece(Kind.GONE, before), Piece(Kind.NEW, after))
    return tuple(piece for piece in pieces if piece.text.strip())
