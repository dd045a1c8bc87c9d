from typing import IO, Any, NamedTuple

from pypdf import PdfReader
from pypdf.errors import PyPdfError


class PdfFacts(NamedTuple):
    """What a PDF says of itself: its number of pages, its language (BCP 47, "" if unsaid)."""

    pages: int
    language: str
    tagged: bool = False
    titled: bool = False


def facts(file: IO[bytes] | Any) -> PdfFacts | None:
    """The facts of an open PDF file; None for one that cannot be read. Rewinds the file."""
    try:
        file.seek(0)
        reader = PdfReader(file)
        return PdfFacts(len(reader.pages), str(reader.root_object.get("/Lang", ""))[:12])
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    finally:
        file.seek(0)
