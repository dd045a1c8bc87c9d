"""What a PDF says of itself."""

from importlib import import_module
from typing import IO, Any, NamedTuple


class PdfFacts(NamedTuple):
    """What a PDF says of itself: its number of pages, its language (BCP 47, "" if unsaid), whether
    its content is tagged for screen readers, whether it has a title of its own.
    """

    pages: int
    language: str
    tagged: bool = False
    titled: bool = False


def read_pdf_facts(file: IO[bytes] | Any) -> PdfFacts | None:
    """Return the facts of an open PDF file; None for one that cannot be read. Rewinds the file.

    What reads it is loaded when the first PDF comes: it takes 13 MiB of memory.
    """
    facts: PdfFacts | None = import_module("reports.uploads.pdf_reader").read_facts(file)
    return facts
