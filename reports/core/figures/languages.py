"""Returns the language in which the figures of a locale are read."""

from reports.core.figures.english import ENGLISH
from reports.core.figures.french import FRENCH
from reports.core.figures.grammar import Language
from reports.core.figures.locale import Locale


def language_of(locale: Locale) -> Language:
    """Return English for English, and French for every other language."""
    return ENGLISH if locale.is_english else FRENCH
