"""Cuts an excerpt around the first match in a text that was found by a search."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from reports.core.text.word_finder import WordFinder

MAX_EXCERPT_CHARACTERS = 200
MAX_CHARACTERS_BEFORE = 60  # of these, before the match
CUT = "…"
BETWEEN_WORDS = re.compile(r"(?<!\d) ")  # a space after a digit may part thousands


class Excerpt(NamedTuple):
    """A part of a text, and the positions of the searched words in it.

    Positions count code points, as in Python; the end is excluded.
    """

    text: str
    matches: tuple[tuple[int, int], ...] = ()


def build_excerpt(text: str, finder: WordFinder, language: str = "fr") -> Excerpt:
    """Return an excerpt of `text` around the first word found, cut at words.

    It has at most `MAX_EXCERPT_CHARACTERS`. Only an ordinary space is a place to cut: « 18 000 »
    and « 17,4 % » stay whole.
    """
    if len(text) <= MAX_EXCERPT_CHARACTERS:
        return Excerpt(text, tuple(finder.find_matches(text, language)))
    first = next(finder.find_matches(text, language), None)
    start, end = choose_window(text, first[0] if first else 0)
    before, after = CUT if start else "", CUT if end < len(text) else ""
    window = text[start:end]
    passage = window.strip(" ")
    start += len(window) - len(window.lstrip(" "))
    end = start + len(passage)
    matches = [] if first is None else [first, *find_more(text, finder, language, first[1], end)]
    shift = len(before) - start
    return Excerpt(
        f"{before}{passage}{after}",
        tuple((from_ + shift, min(to, end) + shift) for from_, to in matches),
    )


def find_more(
    text: str, finder: WordFinder, language: str, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Yield the matches from `start` on that begin before `end`, where the text is cut."""
    space = BETWEEN_WORDS.search(text, end)  # what comes after it is not shown
    matches = finder.find_matches(text, language, start, space.start() if space else None)
    return takewhile(lambda match: match[0] < end, matches)


def choose_window(text: str, first: int) -> tuple[int, int]:
    """Return from where to where a long text is shown, if its first match is at `first`."""
    room = MAX_EXCERPT_CHARACTERS - 2 * len(CUT)
    start = max(0, min(first - MAX_CHARACTERS_BEFORE, len(text) - room))
    if start:
        space = text.find(" ", start, first)
        start = start if space < 0 else space + 1
    end = min(len(text), start + room)
    if end < len(text):
        space = text.rfind(" ", first, end + 1)
        end = end if space <= start else space
    return start, end


def count_utf16(text: str) -> int:
    """Return how long a text is as JavaScript counts it: in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2
