"""The result of a comparison: changes, each at the end of a trail of labels, and what stayed."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

Trail = tuple[str, ...]


class Kind(Enum):
    """The kinds of change of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Piece:
    """Words of a line that stayed, went or came; `image` is the picture that they name."""

    kind: Kind
    text: str
    image: Any = None


@dataclass(frozen=True)
class Change:
    """One change: where, what words, and what there is to say about it (« ligne ajoutée »)."""

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
    """A count of items that did not change, out of all."""

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
