"""Requests that must be refused, kept for ever. A new kind of attack is a new line here."""

from .case import Case
from .grammar import GRAMMAR
from .limits import LIMITS
from .pages import PAGES
from .transport import TRANSPORT
from .validation import VALIDATION
from .variables import VARIABLES

CORPUS: list[Case] = [*TRANSPORT, *GRAMMAR, *VALIDATION, *VARIABLES, *PAGES, *LIMITS]

__all__ = ["CORPUS", "Case"]
