"""Converts Word documents (.docx) to HTML, and reads the words that their readers see.

`package` opens the archive within limits, `cleaning` removes what readers do not see, mammoth
converts the rest to HTML, and `conversion` adapts this to the import. `visible` reads the words
from the original XML, without mammoth, so that the import can be compared with them.
"""

from reports.exchange.importing.word.conversion import WordDocument, read_document

__all__ = ["WordDocument", "read_document"]
