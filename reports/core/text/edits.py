"""Edits of a text: a range of characters and the text that replaces it.

Fixes of rules and replacements in a body are made of these.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias


class Edit(NamedTuple):
    """Replaces the characters from `start` to before `end` by `text`."""

    start: int
    end: int
    text: str


Change: TypeAlias = tuple[Edit, ...]
"""Edits that are made together or not at all, in order, none in another."""

Fix: TypeAlias = Callable[[str], Iterable[Change]]
"""A function that finds in a line of words what a machine can mend, in order."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with these edits, which are in order and do not overlap."""
    pieces: list[str] = []
    done = 0
    for start, end, words in edits:
        pieces += text[done:start], words
        done = end
    return "".join((*pieces, text[done:]))


def measure_edits(length: int, edits: Iterable[Edit]) -> int:
    """Return how long a text of this length is after these edits."""
    return length + sum(len(words) - (end - start) for start, end, words in edits)
