"""A phrase: words, one leading figure, words."""

import re
from typing import NamedTuple

from reports.figures.grammar import FORMS, LONGEST, YEAR, plain
from reports.figures.parts import State
from reports.figures.reading import parse

# What goes on after a number and would make it another: 12 h 30, 2 ½, 1'200, 12 MEUR, 3,5 Mrd.
_CUT_SHORT = re.compile(
    r"\s?[½¼¾]|['’ʼ\u200b]\d|\s?h\s?\d|\s+et demie?\b|\s?(?:[kM]|Md|Mrd)\s?(?:EUR|€)|\s?EUR\b"
)
_BEGUN = re.compile(r"(?:\d\s?h\s?|,)\Z")


class Phrase(NamedTuple):
    """A text in three parts that make it up again; without a figure, all of it is `before`."""

    before: str
    expression: str
    after: str

    @property
    def is_led(self) -> bool:
        """Whether the text begins with its figure."""
        return bool(self.expression) and not self.before.strip()


# Where an expression may start: a word, a sign, or a number that goes on no other number, word,
# code or address. Currencies other than the euro follow their sign and stay words with it.
_START = re.compile(
    r"""(?<!\w)[^\W\d_]
    | (?<!\w)[+\-<>~≈≥]
    | (?<![\w/=%&\#@°+.€$£≤\-]) (?<![≤°]\ ) (?<![0-9][\ .,:]) [0-9]""",
    re.VERBOSE,
)
# What makes a name of the number after it: FAST 14, RGAA 4.1, promos 14 et 15.
_NAMED = re.compile(
    r"\b(?:[A-Z]{2,}|(?i:annexe|article|axe|chapitre|critère|étape|figure|lot|numéro|page|phase"
    r"|promo|promotion|section|tableau|tome|trimestre|version)s?)\ "
    r"(?:[0-9]{1,4}\ (?:et|ou|à)\ )?$"
)
# A number that makes a label of the only word before it: "Action 2 :".
_LABEL = re.compile(r"\s*\w+\ [0-9.]+\ ?:")
# What a name, a year or a day may look like: no spaces, no unit, no qualifier.
_BARE = re.compile(r"[0-9.,/]+")
_REACH = 40  # characters before a number in which its name is looked for
_MONTH = re.compile(
    r"(?:\ (?:au|et)\ [0-9]{1,2})?\ (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre"
    r"|octobre|novembre|décembre)\b",
    re.IGNORECASE,
)


def split(text: str) -> Phrase:
    """Finds the one leading figure of a printed line; nothing is lost, white space included.

    The leftmost expression that reads as a number wins, at its longest: with its qualifier, scale
    and unit. `ND` or `N/A` counts where it follows the last colon alone. A text that is one
    figure from end to end is that figure, a year included. Otherwise these numbers are words:

    - calendar years, and days before a month; a count that might be a year wants its space (2 000);
    - numbers glued to letters, hyphens, slashes, a degree sign (H1, COVID-19, 7j/7, n°352);
    - badly grouped numbers (telephones);
    - numbers without spaces after a word in capitals or one that numbers things (FAST 14, RGAA 4.1,
      section 3), or between the first word and a colon (Action 2 :).
    """
    if _is_figure(whole := text.strip()):
        return _cut(text, text.index(whole), whole)
    label, colon, tail = text.rpartition(":")
    if colon and _is_figure(absent := tail.strip()) and not parse(absent).is_number:
        return _cut(text, text.index(absent, len(label)), absent)
    readable = plain(text)
    for place in _START.finditer(readable):
        for form in FORMS:
            match = form.pattern.match(readable, place.start())
            if match and _goes_on(readable, *match.span()):
                return Phrase(text, "", "")
            if match and _is_said(readable, *match.span()):
                return _cut(text, match.start(), text[slice(*match.span())])
    return Phrase(text, "", "")


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether what looks like a figure there is only a part of a number in another notation."""
    return bool(_CUT_SHORT.match(text, end) or _BEGUN.search(text, max(0, start - _REACH), start))


def _cut(text: str, start: int, expression: str) -> Phrase:
    return Phrase(text[:start], expression, text[start + len(expression) :])


def _is_figure(expression: str) -> bool:
    # Measured first, for readings are cached and texts are long.
    return len(expression) <= LONGEST and parse(expression).state not in (State.TEXT, State.EMPTY)


def _is_said(text: str, start: int, end: int) -> bool:
    """Whether the expression there in a plain text is a figure, not a year, a name or a day."""
    expression = text[start:end]
    if not _is_figure(expression):
        return False
    return not _BARE.fullmatch(expression) or not (
        YEAR.fullmatch(expression)
        or _NAMED.search(text, max(0, start - _REACH), start)
        or ((label := _LABEL.match(text)) and start < label.end())
        or _MONTH.match(text, end)
    )
