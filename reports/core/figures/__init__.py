"""A figure is not a string: expressions are parsed into exact parts, and typeset back."""

from reports.core.figures.figure import Figure
from reports.core.figures.line_numbers import find_numbers
from reports.core.figures.notation import respelt
from reports.core.figures.parts import CURRENCIES, INTERVALS, Qualifier, State, Unit
from reports.core.figures.phrase import Phrase, find_unread, split
from reports.core.figures.reading import from_stored, parse, parse_in
from reports.core.figures.typography import compose, typeset

__all__ = [
    "CURRENCIES",
    "INTERVALS",
    "Figure",
    "Phrase",
    "Qualifier",
    "State",
    "Unit",
    "compose",
    "find_numbers",
    "find_unread",
    "from_stored",
    "parse",
    "parse_in",
    "respelt",
    "split",
    "typeset",
]
