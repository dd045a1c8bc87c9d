"""Finds the unit that a caption, or a line above a table, states for the numbers in it."""

import re
from functools import lru_cache

from reports.core.figures.column_unit import join_scale, names_unknown_currency, read_unit
from reports.core.figures.counted_scale import find_counted_scale, is_foreign_money
from reports.core.figures.grammar import plain
from reports.core.figures.locale import Locale
from reports.core.figures.parts import CURRENCIES

NOTHING = ("", True)
MAX_LINE_CHARACTERS = 300
"""Characters of a line in which a unit is looked for."""
_BRACKETS = re.compile(r"\(\ ?([^()]{1,60}?)\ ?\)")
_CLAUSES = re.compile(r"[,;:.]\ |\ -\ |[.:]$")
_FRENCH = re.compile(r"\ben\ (?=[^\W\d_%]|[%€£$])", re.IGNORECASE)
_ENGLISH = re.compile(r"\bin\ (?:the\ )?(?=[^\W\d_%]|[%€£$])", re.IGNORECASE)
_LATER = re.compile(
    r"\ (?:unless|except|sauf|hors|ht|ttc|courants?|constants?|nominal|(?:19|20)\d\d)\b.*\Z", re.I
)


def find_stated_unit(text: str, locale: Locale) -> str:
    """Return the unit that a line states for all numbers below it, "" where it states none.

    It stands in brackets, ends a clause after "en" or "in", or is a clause: « Aides par domaine, en
    k€ », « Montants en M€ », "(in £ million)", "All figures in thousands", "Thousand tonnes".
    """
    words, is_known = _find(text, locale)
    return words if is_known else ""


def find_unknown_unit(text: str, locale: Locale) -> str:
    """Return the money that a line states likewise, if nobody can tell whose it is: "$ million" in
    a report that is not in dollars.
    """
    words, is_known = _find(text, locale)
    return "" if is_known else words


def is_unit_stated(text: str, locale: Locale) -> bool:
    """Whether a line states a unit, known or not."""
    return _find(text, locale) != NOTHING


@lru_cache(maxsize=512)
def _find(text: str, locale: Locale) -> tuple[str, bool]:
    """Return the unit that a line states, and whether one can tell which it is."""
    words = join_scale(plain(text).strip())
    if not words or len(words) > MAX_LINE_CHARACTERS:
        return NOTHING
    preposition = _ENGLISH if locale.is_english else _FRENCH
    for inner in _BRACKETS.findall(words):
        if (unit := _read(preposition.split(inner)[-1], locale)) != NOTHING:
            return unit
    for clause in _CLAUSES.split(_BRACKETS.sub(" ", words)):
        clause = _LATER.sub("", clause.strip())
        *before, last = preposition.split(clause)
        if before and (unit := _read(last.strip(), locale)) != NOTHING:
            return unit
        if not before and is_lone_unit(clause, locale):
            return _read(clause, locale)
    return NOTHING


def is_lone_unit(clause: str, locale: Locale) -> bool:
    """Whether a clause without a preposition can only be a unit: « k€ », "Thousand tonnes"."""
    if names_unknown_currency(clause, locale, read_unit):
        return True
    unit = read_unit(clause, locale)
    is_money = unit is not None and unit.unit in CURRENCIES and unit.power > 0
    return is_money or find_counted_scale(clause) != ""


def _read(words: str, locale: Locale) -> tuple[str, bool]:
    """Return words that are a unit, the scale alone of « milliers de tonnes », or nothing; and
    whether one can tell which unit it is.
    """
    words = _LATER.sub("", words).strip(" ,")
    if read_unit(words, locale) is not None:
        return words, True
    scale = find_counted_scale(words)
    is_foreign = scale != "" and is_foreign_money(words)
    if names_unknown_currency(words, locale, read_unit) or is_foreign:
        return words, False
    return (scale, True) if scale else NOTHING
