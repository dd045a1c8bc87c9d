"""A figure in its sentence, and what it counts."""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reports.checks.reading.place import Place
from reports.figures import Figure, read, split
from reports.search import stems

PAUSE = re.compile(r"[.;:,(—–]|\s-\s")
LONGEST = 2_000  # characters of a line that is read as one
COUNTED = 4  # words after a figure that say what it counts
KEPT = 4_096


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
        """Stems of the first words after the figure, up to a pause: what it counts."""
        return counted(self.after)


@lru_cache(KEPT)
def counted(words: str) -> tuple[str, ...]:
    """What a figure counts that these words follow: « services en cours » is (servic, cour)."""
    clause = PAUSE.split(words.strip(), maxsplit=1)[0]
    found = (word.stems[-1] for word in stems.words(stems.normal(clause)))
    return tuple(stem for stem, _ in zip(found, range(COUNTED), strict=False))


@lru_cache(KEPT)
def figures(text: str) -> tuple[tuple[str, str, str], ...]:
    """Each figure of a text as (before, expression, after); before and after are whole."""
    found = []
    start = 0
    while text[start:].strip():
        before, expression, after = split(text[start:])
        if not expression:
            break
        found.append((text[:start] + before, expression, after))
        start = len(text) - len(after)
    return tuple(found)


def stated(place: Place, text: str) -> Iterator[Statement]:
    """The statements of a text, line by line."""
    for line in text.split("\n"):
        for piece in pieces(line):
            for before, expression, after in figures(piece):
                yield Statement(place, read(expression), before, after)


def pieces(line: str) -> list[str]:
    """A line, or what no line should be so long for: each figure is told with its whole piece."""
    return textwrap.wrap(line, LONGEST) if len(line) > LONGEST else [line]


def led(place: Place, before: str, figure: Figure, after: str) -> Iterator[Statement]:
    """The statements of a fact: its leading figure, then those in the words around it."""
    if figure.is_number:
        yield Statement(place, figure, before, after)
    for words in (before, after):
        yield from stated(place, words)
