"""Documents that were read are kept in memory, by the text that they were read from."""

from reports.core.document.body import Document, read
from reports.core.document.recent_values import RecentValues
from reports.core.figures.locale import FRENCH, Locale


class DocumentCache:
    """The documents of the texts that were read last; threads share them, as nodes cannot change.

    The text and its locale are the key, so what is kept can never be out of date. `size` bounds
    the characters of all texts; a document takes some four bytes for each.
    """

    def __init__(self, size: int) -> None:
        self.recent: RecentValues[tuple[str, Document]]
        self.recent = RecentValues(size, measure=lambda pair: len(pair[0]))

    def read(self, text: str, locale: Locale = FRENCH) -> Document:
        """Return the document of a stored body, read in the locale of its report."""
        return self.recent.get_or_make((text, locale), lambda: (text, read(text, locale)))[1]
