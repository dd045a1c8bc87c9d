"""Spellings of units and scales in one language: patterns that find them, words that print them.

Patterns are verbose, ignore case and match plain text (see `grammar.plain`). Patterns that end in
a letter do not match inside a longer word: `30 km` is no thousand, `6 moissons` no month.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from reports.core.figures.parts import Unit


class Spelling(NamedTuple):
    """One unit: how it is printed in the singular and the plural, and the pattern that finds it."""

    singular: str
    plural: str
    pattern: str
    after_scale: str = ""
    """Its name after million, where that is not the plural."""
    prefix: str = ""
    """The pattern of what is written before the number in its place, for money."""


class Scale(NamedTuple):
    """A named power of ten, such as million: how it is printed, and the pattern that finds it."""

    power: int
    word: str
    pattern: str


class Vocabulary:
    """The units and scales of a language, and the patterns of all of them."""

    def __init__(self, spellings: dict[Unit, Spelling], scales: Iterable[Scale]) -> None:
        self.spellings = spellings
        self.scales = tuple(scales)
        self.unit = _any(s.pattern for s in spellings.values())
        self.scale = _any(scale.pattern for scale in self.scales)
        self.prefix = _any(s.prefix for s in spellings.values() if s.prefix)
        self._units = [(_compile(s.pattern), unit) for unit, s in spellings.items()]
        self._scales = [(_compile(scale.pattern), scale) for scale in self.scales]

    def unit_at(self, text: str, position: int) -> Unit | None:
        """Return the unit written at a position of a plain text, if one is."""
        return next((unit for pattern, unit in self._units if pattern.match(text, position)), None)

    def scale_at(self, text: str, position: int) -> Scale | None:
        """Return the scale written at a position of a plain text, if one is."""
        return next((s for pattern, s in self._scales if pattern.match(text, position)), None)


def _any(patterns: Iterable[str]) -> str:
    return " | ".join(patterns)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)
