"""Splits the text of a search result into matching and other pieces."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

UTF_16 = "utf-16-le"  # two bytes for each code unit


@dataclass(frozen=True)
class Piece:
    """A part of a text, and whether it matches the search."""

    text: str
    is_match: bool


def split_matches(text: str, matches: Iterable[dict[str, Any]]) -> list[Piece]:
    """Return `text` in pieces. Ranges of the graph count UTF-16 code units, unlike Python."""
    return list(iterate_pieces(text.encode(UTF_16), matches))


def iterate_pieces(units: bytes, matches: Iterable[dict[str, Any]]) -> Iterator[Piece]:
    place = 0
    for match in matches:
        start, end = 2 * match["start"], 2 * match["end"]
        yield Piece(units[place:start].decode(UTF_16), is_match=False)
        yield Piece(units[start:end].decode(UTF_16), is_match=True)
        place = end
    yield Piece(units[place:].decode(UTF_16), is_match=False)
