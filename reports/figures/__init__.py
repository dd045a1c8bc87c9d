"""A figure is not a string: expressions are parsed into exact parts, and typeset back."""

from reports.figures.figure import Figure
from reports.figures.line_numbers import find_numbers
from reports.figures.notation import respelt
from reports.figures.parts import CURRENCIES, INTERVALS, Qualifier, State, Unit
from reports.figures.phrase import Phrase, find_unread, split
from reports.figures.reading import from_stored, parse
from reports.figures.typography import typeset

__all__ = [
    "CURRENCIES",
    "INTERVALS",
    "Figure",
    "Phrase",
    "Qualifier",
    "State",
    "Unit",
    "find_numbers",
    "find_unread",
    "from_stored",
    "parse",
    "respelt",
    "split",
    "typeset",
]
