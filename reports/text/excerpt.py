"""What a reader sees of a text that was found: the words around the first match."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile

from reports.text.search_words import SearchWord
from reports.text.stems import split_into_words

LENGTH, BEFORE = 200, 60  # characters, of which so many before the match
CUT = "…"


@dataclass(frozen=True)
class Excerpt:
    """A part of a text, and where in it the words stand that were searched for.

    Places are counted as Python does: in code points, the end excluded.
    """

    text: str
    matches: tuple[tuple[int, int], ...] = ()


def build_excerpt(text: str, searched: Sequence[SearchWord]) -> Excerpt:
    """Return at most `LENGTH` characters of `text` around the first word found, cut at words.

    Only an ordinary space is a place to cut: « 18 000 » and « 17,4 % » stay whole.
    """
    matches = find_matches(text, searched)
    if len(text) <= LENGTH:
        return Excerpt(text, tuple(matches))
    first = next(matches, (0, 0))
    start, end = choose_window(text, first[0])
    before, after = CUT if start else "", CUT if end < len(text) else ""
    start += len(text[start:end]) - len(text[start:end].lstrip(" "))
    passage = text[start:end].rstrip(" ")
    end = start + len(passage)
    within = takewhile(lambda match: match[0] < end, chain([first] if any(first) else [], matches))
    shift = len(before) - start
    return Excerpt(
        f"{before}{passage}{after}",
        tuple((from_ + shift, min(to, end) + shift) for from_, to in within),
    )


def choose_window(text: str, first: int) -> tuple[int, int]:
    """Return from where to where a long text is shown, if its first match is at `first`."""
    room = LENGTH - 2 * len(CUT)
    start = max(0, min(first - BEFORE, len(text) - room))
    if start:
        space = text.find(" ", start, first)
        start = start if space < 0 else space + 1
    end = min(len(text), start + room)
    if end < len(text):
        space = text.rfind(" ", first, end + 1)
        end = end if space <= start else space
    return start, end


def find_matches(text: str, searched: Sequence[SearchWord]) -> Iterator[tuple[int, int]]:
    """Yield where the words stand that are found, in order; accents that follow belong to them."""
    for word in split_into_words(text):
        if any(each.finds(word) for each in searched):
            end = word.end
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1
            yield word.start, end


def to_utf16(text: str, place: int) -> int:
    """Return a place in `text` as JavaScript counts it: in UTF-16 code units."""
    return place + sum(character > "\uffff" for character in text[:place])
