"""A figure is not a string: French expressions read into exact parts, and typeset back."""

from reports.figures.figure import Figure
from reports.figures.notation import respelt
from reports.figures.parts import Qualifier, State, Unit
from reports.figures.phrase import Phrase, split
from reports.figures.reading import from_stored, read
from reports.figures.typography import typeset

__all__ = [
    "Figure",
    "Phrase",
    "Qualifier",
    "State",
    "Unit",
    "from_stored",
    "read",
    "respelt",
    "split",
    "typeset",
]
