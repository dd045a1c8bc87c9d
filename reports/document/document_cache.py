"""Documents that were read are kept in memory, by the text that they were read from."""

import threading

from cachetools import LRUCache

from reports.document.body import Document, read


class DocumentCache:
    """The documents of the texts that were read last; threads share them, as nodes cannot change.

    The text is the key, so what is kept can never be out of date. `size` bounds the characters of
    all texts; a document takes some four bytes for each.
    """

    def __init__(self, size: int) -> None:
        self.kept: LRUCache[str, tuple[str, Document]]
        self.kept = LRUCache(size, getsizeof=lambda pair: len(pair[0]))
        self.lock = threading.Lock()

    def read(self, text: str) -> Document:
        """Return the document of a stored body."""
        with self.lock:
            if (known := self.kept.get(text)) is not None:
                return known[1]
        document = read(text)
        with self.lock:
            if len(text) <= self.kept.maxsize:
                self.kept[text] = text, document
        return document
