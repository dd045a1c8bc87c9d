"""Builds the patterns of figure expressions over plain text; each language has its own grammar.

Quantifiers over input of any length are possessive, so that nothing is tried twice. A number has at
most as many digits as the longest expression, because in a long text each word may begin with one.
The time of a match is therefore linear.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reports.core.figures.parts import Qualifier, State, Unit
from reports.core.figures.units import Vocabulary

MAX_DIGITS = 80
"""Characters of the longest expression that is read; anything longer is text."""

_SPACES = (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_PLAIN = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(map(ord, "\u2019\u02bc"), "'"),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-"),
    ord("\u00d7"): "x",
    ord("\u00ba"): "°",
}


def plain(text: str) -> str:
    """The text with one kind of space, apostrophe, minus and multiplication sign.

    One character stands for one character: positions are the same in both.
    """
    return text.translate(_PLAIN)


YEAR = re.compile(r"(?:19|20)[0-9]{2}")
"""Digits that name a calendar year, or might."""

DIGITS = rf"[0-9]{{1,{MAX_DIGITS}}}+"

# An expression ends where no word, number, date, time, code or address goes on.
_END = r"(?:(?<=[%€£$)])|(?!\w))(?!\ ?[%‰])(?![\ .,:/\-]?[0-9])(?![\-:.@]\w)"

# A sign with a space after it may be a dash or an "and" between two statements, and a bare "plus"
# an adverb: they qualify a number at the start, after a bracket or after a colon only.
OPENING = r"(?<![^:\ ]\ )"


class Form(NamedTuple):
    """One way to write a figure: the qualifier that it expresses, and its pattern.

    Groups of the pattern: `number`, `sign`, `money`, `scale` and `unit`, and the same with `_to`
    for a second number; `words`, which qualify the figure; `dash`, between the numbers of a range;
    `loss`, the bracket that accounts print before a loss; `provisional`.
    """

    qualifier: Qualifier
    pattern: re.Pattern[str]
    edition: int = 1
    """The first edition of the rules that has it."""
    needs: str = ""
    """A sign without which no text has this form: it is not tried."""


@dataclass(frozen=True)
class Grammar:
    """The patterns by which a language writes numbers, scales and units."""

    vocabulary: Vocabulary
    number: str
    """The pattern of a number without sign."""
    one: str
    """The pattern of what stands for 1 before a scale."""
    before_unit: str
    """The pattern of what may stand between a scale and a unit."""
    not_unit: str = ""
    """A lookahead that refuses a unit after a number without sign."""

    def measure(self, end: str = "", sign: str = "(?!)") -> str:
        """A number, and its sign, scale and unit, in groups whose names end in `end`."""
        return rf"""
        (?P<sign{end}>{sign})?+
        (?: (?P<money{end}>{self.vocabulary.prefix})\ *+ )?+
        (?: (?P<number{end}>{self.number}) | {self.one} )
        (?: \ *+(?P<scale{end}>{self.vocabulary.scale}) )?+
        (?: (?(money{end})(?!))
            (?(scale{end})(?:{self.before_unit})?+) (?(sign{end})|{self.not_unit})
            \ *+(?P<unit{end}>{self.vocabulary.unit}) )?+"""

    def loss(self) -> str:
        """A number in brackets as accounts print it, its money or scale outside: £(1,250)m."""
        return rf"""
        (?P<money>{self.vocabulary.prefix})?+ (?P<loss>\()\ *+(?P<number>{self.number})\ *+\)
        (?: \ ?+(?P<scale>{self.vocabulary.scale}) )?+
        (?: (?(money)(?!)) \ ?+(?P<unit>{self.vocabulary.unit}) )?+"""

    def sign_after_money(self) -> str:
        """A number below zero whose minus stands after the sign of its money: £-1,250."""
        return rf"""
        (?P<money>{self.vocabulary.prefix})(?P<sign>-)(?P<number>{self.number})
        (?: \ *+(?P<scale>{self.vocabulary.scale}) )?+"""


def form(
    qualifier: Qualifier, expression: str, provisional: str, edition: int = 1, needs: str = ""
) -> Form:
    """Return the form of an expression, which may be followed by a word for provisional."""
    pattern = rf"(?:{expression})(?P<provisional>\ *+\((?:{provisional})\))?+{_END}"
    return Form(qualifier, re.compile(pattern, re.VERBOSE | re.IGNORECASE), edition, needs)


# What follows the sign of an amount is not its cents: 12 €50.
_NO_CENTS = r"(?! (?<=[0-9]\ €) [0-9]{2}(?!\w))"


def start(openers: str) -> re.Pattern[str]:
    """Return where an expression may start: one of these words, a sign, or a number that goes on no
    other number, word, code, note or address.
    """
    pattern = rf"""(?<!\w)(?={openers})
    | (?<!\w)[+\-<>~≈≥≤€£$](?<![\-=]>){_NO_CENTS} | (?:\A|(?<=:\ ))\((?=[^()]*[0-9])
    | (?<![\w/=%&\#@°+.€$£≤\-\[±]) (?<![≤°]\ ) (?<![0-9][\ .,:]) [0-9]"""
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


@dataclass(frozen=True)
class Surroundings:
    """Patterns of the words beside a number that make it part of a phrase, and so no figure."""

    continuation: re.Pattern[str]
    """What goes on after a number and would make it another: 12 h 30, 2 ½, 3 sur 5."""
    lead_in: re.Pattern[str]
    """What has begun before a number and would make it another: entre 3 et, un ménage sur 3."""
    named: re.Pattern[str]
    """What makes a name of the bare number after it: FAST 14, page 3."""
    label: re.Pattern[str]
    """What makes a label of a number at the beginning of the text: Action 2 :, or 3/."""
    month: re.Pattern[str]
    """What makes a day of the number before it."""
    names: re.Pattern[str]
    """What makes a name of the bare number before it: 20 avenue de Ségur, 75007 Paris."""
    loss: re.Pattern[str]
    """What follows an amount in brackets that is a loss."""
    balance: re.Pattern[str]
    """The label of an amount in brackets that is a loss."""
    growth: re.Pattern[str] = re.compile(r"(?!)")
    """What leaves open whether two numbers after it are a range or a passage: augmenté de 3 à 5."""
    metres: re.Pattern[str] = re.compile(r"(?!)")
    """What makes metres of the m before it, which is a million otherwise."""
    levels: Mapping[Unit | None, re.Pattern[str]] = field(default_factory=dict)
    """By the unit of a growth, what follows of the level that it leads to: 14% to £6.84m."""


@dataclass(frozen=True)
class Language:
    """A language: its vocabulary and forms of figures; of several that match, the first is used."""

    vocabulary: Vocabulary
    forms: tuple[Form, ...]
    start: re.Pattern[str]
    """Where one of the forms may begin in a text."""
    absences: Mapping[str, State]
    """What says, in lower case, that there is no value.

    A dash, or `NA`, says nothing certain (none, not given, not applicable?): they are text.
    """
    decimal: str
    """The decimal sign."""
    numerals: Mapping[str, str]
    """The words that count in a multiplication, and their digits."""
    surroundings: Surroundings
    novelties: re.Pattern[str] = field(kw_only=True)
    """What the first edition of the rules did not read, in the text as typed: — 110, 350 keuros."""
