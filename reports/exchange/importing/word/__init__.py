"""Word documents (.docx) as a report file: HTML, and the words that a reader of the document sees.

`package` opens the archive within bounds, `cleaning` leaves of its XML what readers see, mammoth
makes HTML of that, `conversion` gives it the form of a report. `visible` reads the words from the
XML as it came, without mammoth: an import is compared with them.
"""

from reports.exchange.importing.word.conversion import WordDocument, read_document

__all__ = ["WordDocument", "read_document"]
