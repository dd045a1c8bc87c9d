"""The language in which a locale reads figures."""

from reports.figures.english import ENGLISH
from reports.figures.french import FRENCH
from reports.figures.grammar import Language
from reports.figures.locale import Locale


def language_of(locale: Locale) -> Language:
    """Return English for English, and French for every other language."""
    return ENGLISH if locale.is_english else FRENCH
