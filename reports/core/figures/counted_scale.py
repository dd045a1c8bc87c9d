"""Finds the scale before a counted noun: « milliers de tonnes », "million lbs"."""

import re

_LARGE = r"milliers?|millions?|milliards?|thousands?|billions?"
_WORD = r"[^\W\d_][^\W_]*(?:[-/'][^\W\d_][^\W_]*){0,2}"
_COUNTED = re.compile(rf"({_LARGE})\ (?:de\ |d'|of\ )?{_WORD}(?:\ {_WORD}){{0,2}}", re.IGNORECASE)
_FOREIGN = re.compile(
    r"\b(?:dollars?|pounds?|livres?|francs?|yens?|dirhams?|dinars?|roubles?|rubles?|rupees?|roupies?"
    r"|pesos?|couronnes?|kron[ea]r?)\b",
    re.IGNORECASE,
)
"""Money of which several countries have one."""


def find_counted_scale(text: str) -> str:
    """Return the scale of words that count something in it, "" for other words."""
    counted = _COUNTED.fullmatch(text.strip())
    return counted[1] if counted else ""


def is_foreign_money(text: str) -> bool:
    """Whether words name money of which several countries have one."""
    return _FOREIGN.search(text) is not None
