"""A figure with the words of its line before and after it, and what it counts."""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from reports.core.figures import Figure, find_unread, parse, split
from reports.core.figures.locale import Locale, current_locale
from reports.core.reading.place import Place
from reports.core.text import stems

PAUSE = re.compile(r"[.;:,(—–]|\s-\s")
MAX_LINE_CHARACTERS = 2_000  # characters of a line that is read as one
MAX_COUNTED_WORDS = 4  # words after a figure that say what it counts
CACHE_SIZE = 4_096


@dataclass(frozen=True)
class Statement:
    """One figure with the words of its line before and after it."""

    place: Place
    figure: Figure
    before: str
    after: str

    @property
    def line(self) -> str:
        """The whole line, as printed."""
        return " ".join(filter(None, (self.before.strip(), self.figure.raw, self.after.strip())))

    @cached_property
    def counted(self) -> tuple[str, ...]:
        """The stems of the first words after the figure, up to a pause: what it counts."""
        return counted_stems(self.after, current_locale().language)


def first_clause(words: str) -> str:
    """Return words up to the first pause."""
    return PAUSE.split(words.strip(), maxsplit=1)[0]


@lru_cache(CACHE_SIZE)
def counted_stems(words: str, language: str) -> tuple[str, ...]:
    """Return the stems of what a figure counts, from the words after it: « services en cours » is
    (servic, cour).
    """
    counted = stems.split_into_stems(stems.normalize_text(first_clause(words)), language)
    return tuple(word.stems[-1] for word in islice(counted, MAX_COUNTED_WORDS))


@lru_cache(CACHE_SIZE)
def split_figures(text: str, locale: Locale) -> tuple[tuple[str, str, str], ...]:
    """Return each figure of a text as (before, expression, after); before and after are whole."""
    pieces = []
    start = 0
    while text[start:].strip():
        before, expression, after = split(text[start:])
        if expression:
            pieces.append((text[:start] + before, expression, after))
            start = len(text) - len(after)
        elif unread := find_unread(text[start:]):
            start += unread
        else:
            break
    return tuple(pieces)


def iterate_statements(place: Place, text: str) -> Iterator[Statement]:
    """Yield the statements of a text, line by line."""
    for line in text.split("\n"):
        for piece in split_long_line(line):
            for before, expression, after in split_figures(piece, current_locale()):
                yield Statement(place, parse(expression), before, after)


def split_long_line(line: str) -> list[str]:
    """Return a line in pieces of bounded length: of a longer one, a figure knows its own piece
    only.
    """
    return textwrap.wrap(line, MAX_LINE_CHARACTERS) if len(line) > MAX_LINE_CHARACTERS else [line]
