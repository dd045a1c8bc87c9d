"""The shapes of a French figure expression, as patterns over plain text.

Quantifiers over input of any length are possessive: nothing is tried twice. A number has at most as
many digits as the longest expression, since a long text may begin one at each word: time is linear.
"""

import re
from typing import NamedTuple

from reports.figures.parts import Qualifier, State
from reports.figures.units import SCALE, UNIT

LONGEST = 80
"""Characters of the longest expression that is read; anything longer is text."""

_SPACES = (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_PLAIN = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(map(ord, "\u2019\u02bc"), "'"),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212"), "-"),
    ord("\u00d7"): "x",
    ord("\u00ba"): "°",
}


def plain(text: str) -> str:
    """The text with one kind of space, apostrophe, minus and multiplication sign.

    One character stands for one character: positions are the same in both.
    """
    return text.translate(_PLAIN)


ABSENCES = {
    **dict.fromkeys(("n/a", "n.a.", "s.o.", "sans objet", "non applicable"), State.NOT_APPLICABLE),
    **dict.fromkeys(
        ("nd", "n.d.", "n/d", "non disponible", "nc", "n.c.", "non communiqué"),
        State.NOT_AVAILABLE,
    ),
}
"""What says, in lower case, that there is no value.

A dash, or `NA`, says nothing certain (none, not given, not applicable?): they are text.
"""

YEAR = re.compile(r"(?:19|20)[0-9]{2}")
"""Digits that name a calendar year, or might."""

# Thousands are in groups of three or not grouped at all, and never led by zeros. A point before
# exactly three digits is refused: it is a decimal point here, a thousands separator elsewhere.
_DIGITS = rf"[0-9]{{1,{LONGEST}}}+"
_NUMBER = rf"""
(?: 0 (?:[.,]{_DIGITS})?+
  | (?:[1-9][0-9]{{0,2}} (?:\ [0-9]{{3}}){{1,{LONGEST}}}+ | [1-9][0-9]{{0,{LONGEST}}}+)
    (?:,{_DIGITS} | \.(?![0-9]{{3}}(?![0-9])){_DIGITS})?+
)"""

_PROVISIONAL = r"(?P<provisional>\ *+\((?:p|prov\.?|provisoires?)\))?+"

# An expression ends where no word, number, date, time, code or address goes on.
_END = r"(?:(?<=[%€)])|(?!\w))(?!\ ?[%‰])(?![\ .,:/\-]?[0-9])(?![\-:.@]\w)"

# "+3 points de satisfaction" are points, "12 points de vente" are places.
_NO_PLACES = r"(?!\ *+points?\ (?:d'|de\ (?!pourcentage|%)))"


def _measure(end: str = "", sign: str = "(?!)") -> str:
    """A number, and its sign, scale and unit, in groups whose names end in `end`."""
    return rf"""
    (?P<sign{end}>{sign})?+
    (?: (?P<number{end}>{_NUMBER}) | un(?=\ ++milli(?:on|ard)) )
    (?: \ *+(?P<scale{end}>{SCALE}) )?+
    (?: (?(scale{end})(?:\ ++de(?=\ )|\ *+d')?+) (?(sign{end})|{_NO_PLACES})
        \ *+(?P<unit{end}>{UNIT}) )?+"""


class Form(NamedTuple):
    """One way to write a figure: what it says of the value, and its pattern."""

    qualifier: Qualifier
    pattern: re.Pattern[str]


def _form(qualifier: Qualifier, expression: str) -> Form:
    pattern = f"(?:{expression}){_PROVISIONAL}{_END}"
    return Form(qualifier, re.compile(pattern, re.VERBOSE | re.IGNORECASE))


# A sign with a space after it may be a dash or an "and" between two statements, and a bare "plus"
# an adverb: they qualify a number at the start, after a bracket or after a colon only.
_OPENING = r"(?<![^:\ ]\ )"
_SIGN = rf"[+\-](?!\ ) | {_OPENING}(?:[+\-]|moins)\ ++"
_DE = r"(?:\ ++de\ ++|\ ++d'\ *+)"

# Verbs after which two numbers are a passage, even upwards. Others leave it open: what is
# "augmenté de 10 à 20 %" may have grown by that much.
PASSAGE = r"(?:pass(?:ée?s?|e|ent|er|ant)|portée?s?)\ ++(?=de\ )"
_TO = _measure("_to", "-")

# In the order of preference where several match at one place.
FORMS = (
    _form(Qualifier.FROM_TO, rf"{PASSAGE} de\ ++ {_measure('', '-')} \ ++à\ ++ {_TO}"),
    _form(Qualifier.FROM_TO, rf"{_measure('', '-')} \ *+→\ *+ {_TO}"),
    _form(Qualifier.RANGE, rf"(?:de\ ++)?+ {_measure('', '-')} \ ++à\ ++ {_TO}"),
    _form(Qualifier.RANGE, rf"(?P<between>entre)\ ++ {_measure('', '-')} \ ++et\ ++ {_TO}"),
    _form(
        Qualifier.RATIO,
        rf"(?P<number>{_NUMBER}) (?:\ *+/\ *+|\ ++sur\ ++) (?P<number_to>{_NUMBER})",
    ),
    _form(Qualifier.FACTOR, rf"(?:x|{_OPENING}x\ ++) (?P<number>{_NUMBER})"),
    _form(Qualifier.CHANGE, rf"(?={_SIGN}) {_measure(sign=_SIGN)}"),
    _form(
        Qualifier.ABOUT,
        rf"(?:(?:environ|env\.?|presque)\ ++ | près{_DE} | [~≈]\ *+) {_measure()}",
    ),
    _form(
        Qualifier.MORE_THAN,
        rf"(?:(?<!\bpas\ )plus{_DE} | {_OPENING}plus\ ++ | \+\ *+de\ ++ | >\ *+) {_measure()}",
    ),
    _form(
        Qualifier.AT_LEAST,
        rf"(?:(?:au\ ++moins|(?:au\ ++)?+minimum)\ ++ | pas\ ++moins{_DE} | (?:≥|>=)\ *+)"
        + _measure(),
    ),
    _form(Qualifier.LESS_THAN, rf"(?:moins{_DE} | <\ *+) {_measure()}"),
    _form(Qualifier.ABOUT, rf"{_measure()} \ ++environ"),
    _form(Qualifier.AT_LEAST, rf"{_measure()} \ ++(?:au\ ++moins|(?:au\ ++)?+minimum)"),
    _form(Qualifier.EXACT, _measure()),
)
