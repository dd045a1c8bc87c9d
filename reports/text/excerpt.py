"""What a reader sees of a text that was found: the words around the first match."""

import re
from dataclasses import dataclass
from itertools import takewhile

from reports.text.word_finder import WordFinder

LENGTH, BEFORE = 200, 60  # characters, of which so many before the match
CUT = "…"
BETWEEN_WORDS = re.compile(r"(?<!\d) ")  # a space after a digit may part thousands


@dataclass(frozen=True)
class Excerpt:
    """A part of a text, and where in it the words stand that were searched for.

    Places are counted as Python does: in code points, the end excluded.
    """

    text: str
    matches: tuple[tuple[int, int], ...] = ()


def build_excerpt(text: str, finder: WordFinder, language: str = "fr") -> Excerpt:
    """Return at most `LENGTH` characters of `text` around the first word found, cut at words.

    Only an ordinary space is a place to cut: « 18 000 » and « 17,4 % » stay whole.
    """
    if len(text) <= LENGTH:
        return Excerpt(text, tuple(finder.find_matches(text, language)))
    first, _ = next(finder.find_matches(text, language), (0, 0))
    start, end = choose_window(text, first)
    before, after = CUT if start else "", CUT if end < len(text) else ""
    start += len(text[start:end]) - len(text[start:end].lstrip(" "))
    passage = text[start:end].rstrip(" ")
    end = start + len(passage)
    space = BETWEEN_WORDS.search(text, end)  # what comes after it is not shown
    matches = finder.find_matches(text, language, first, space.start() if space else None)
    within = takewhile(lambda match: match[0] < end, matches)
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


def to_utf16(text: str, place: int) -> int:
    """Return a place in `text` as JavaScript counts it: in UTF-16 code units."""
    return len(text[:place].encode("utf-16-le")) // 2
