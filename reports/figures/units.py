"""How units and scales are spelt in French: the patterns that read them, the words that print them.

Patterns are written for plain text (see `grammar.plain`) and ignore case. Those that end in a
letter refuse to stop inside a longer word: `30 km` is no thousand, `6 moissons` no month.
"""

import re
from typing import NamedTuple

from reports.figures.parts import Unit


class Spelling(NamedTuple):
    """One unit in print, below and from two, and the pattern that recognises it."""

    singular: str
    plural: str
    pattern: str


class Scale(NamedTuple):
    """A named power of ten, its word in print and the pattern that recognises it."""

    power: int
    word: str
    pattern: str


SPELLINGS = {
    Unit.PERCENT: Spelling("%", "%", r"%(?!%)|pour\ cent(?!\w)"),
    Unit.POINT: Spelling("point", "points", r"(?:points?|pts?)(?:\ de\ (?:pourcentage|%))?+(?!\w)"),
    Unit.EURO: Spelling("€", "€", r"€|eur(?:os?)?+(?!\w)"),
    Unit.FTE_WORKED: Spelling("ETPT", "ETPT", r"etpt(?!\w)"),
    Unit.FTE: Spelling("ETP", "ETP", r"etp(?!\w)"),
    Unit.MINUTE: Spelling("minute", "minutes", r"(?:minutes?|min|mn)(?!\w)"),
    Unit.HOUR: Spelling("heure", "heures", r"(?:heures?|h)(?!\w)"),
    Unit.DAY: Spelling("jour", "jours", r"(?:jours?|j)(?!\w)"),
    Unit.WEEK: Spelling("semaine", "semaines", r"semaines?(?!\w)"),
    Unit.MONTH: Spelling("mois", "mois", r"mois(?!\w)"),
    Unit.YEAR: Spelling("an", "ans", r"(?:ans?|années?)(?!\w)"),
}

THOUSAND = Scale(3, "mille", r"(?:mille|k)(?!\w)")
# A lone lower-case m is a metre: only M, or m before a euro sign, is a million.
MILLION = Scale(6, "million", r"(?:millions?|(?-i:M)|m(?=\ *+€))(?!\w)")
MILLIARD = Scale(9, "milliard", r"(?:milliards?|mds?)(?!\w)")
SCALES = (THOUSAND, MILLION, MILLIARD)

UNIT = "|".join(spelling.pattern for spelling in SPELLINGS.values())
SCALE = "|".join(scale.pattern for scale in SCALES)

_UNITS = [(re.compile(s.pattern, re.IGNORECASE), unit) for unit, s in SPELLINGS.items()]
_POWERS = [(re.compile(s.word + "|" + s.pattern, re.IGNORECASE), s.power) for s in SCALES]
