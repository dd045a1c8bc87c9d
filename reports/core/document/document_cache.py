"""A cache in memory of documents that were read, by their stored text."""

from reports.core.document.body import Document, read
from reports.core.document.recent_values import RecentValues
from reports.core.figures.locale import FRENCH, Locale


class DocumentCache:
    """The most recently read documents; threads share them, as nodes are immutable.

    The key is the text with its locale, so an entry can never be out of date. `size` limits the
    characters of all texts; a document takes some four bytes of memory for each.
    """

    def __init__(self, size: int) -> None:
        self.recent: RecentValues[tuple[str, Document]]
        self.recent = RecentValues(size, measure=lambda pair: len(pair[0]))

    def read(self, text: str, locale: Locale = FRENCH) -> Document:
        """Return the document of a stored body, read in the locale of its report."""
        return self.recent.get_or_make((text, locale), lambda: (text, read(text, locale)))[1]
