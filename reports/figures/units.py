"""How units and scales are spelt in French: the patterns that find them, the words that print them.

Patterns are verbose, ignore case and are written for plain text (see `grammar.plain`). Those that
end in a letter refuse to stop inside a longer word: `30 km` is no thousand, `6 moissons` no month.
"""

import re
from typing import NamedTuple

from reports.figures.parts import Unit


class Spelling(NamedTuple):
    """One unit as it is printed, below two and from two, and the pattern that finds it."""

    singular: str
    plural: str
    pattern: str


class Scale(NamedTuple):
    """A power of ten that has a name, as it is printed, and the pattern that finds it."""

    power: int
    word: str
    pattern: str


SPELLINGS = {
    Unit.PERCENT: Spelling("%", "%", r"% | pour\ cent(?!\w)"),
    Unit.POINT: Spelling(
        "point", "points", r"(?:points?|pts?)(?!\w)(?:\ de\ (?:pourcentage(?!\w)|%))?+"
    ),
    Unit.EURO: Spelling("€", "€", r"€ | eur(?:os?)?(?!\w)"),
    Unit.FTE_WORKED: Spelling("ETPT", "ETPT", r"etpt(?!\w)"),
    Unit.FTE: Spelling("ETP", "ETP", r"etp(?!\w)"),
    Unit.MINUTE: Spelling("minute", "minutes", r"(?:minutes?|min|mn)(?!\w)"),
    Unit.HOUR: Spelling("heure", "heures", r"(?:heures?|h)(?!\w)"),
    Unit.DAY: Spelling("jour", "jours", r"(?:jours?|j)(?!\w)"),
    Unit.WEEK: Spelling("semaine", "semaines", r"semaines?(?!\w)"),
    Unit.MONTH: Spelling("mois", "mois", r"mois(?!\w)"),
    Unit.YEAR: Spelling("an", "ans", r"(?:ans?|années?)(?!\w)"),
}

THOUSAND = Scale(3, "mille", r"(?:mille | k)(?!\w)")
# A lone lower-case m is a metre: only M, or an m before a euro sign, is a million.
MILLION = Scale(6, "million", r"(?:millions? | (?-i:M) | m(?=\ *+€))(?!\w)")
MILLIARD = Scale(9, "milliard", r"(?:milliards? | mds?)(?!\w)")
SCALES = (THOUSAND, MILLION, MILLIARD)

UNIT = " | ".join(spelling.pattern for spelling in SPELLINGS.values())
SCALE = " | ".join(scale.pattern for scale in SCALES)

_UNITS = [
    (re.compile(s.pattern, re.VERBOSE | re.IGNORECASE), unit) for unit, s in SPELLINGS.items()
]
_SCALES = [(re.compile(scale.pattern, re.VERBOSE | re.IGNORECASE), scale) for scale in SCALES]


def unit_at(text: str, position: int) -> Unit | None:
    """The unit written at a position of a plain text, if one is."""
    return next((unit for pattern, unit in _UNITS if pattern.match(text, position)), None)


def scale_at(text: str, position: int) -> Scale | None:
    """The scale written at a position of a plain text, if one is."""
    return next((scale for pattern, scale in _SCALES if pattern.match(text, position)), None)
