"""Reads facts about a PDF: its pages, language, tags and title."""

import logging
import shutil
from tempfile import NamedTemporaryFile
from typing import IO, Any, NamedTuple

from reports.core.bounded.process import BoundedProcess, Exhausted

CHUNK_BYTES = 1 << 20
READER = BoundedProcess(
    "reports.content.uploads.pdf_reader",
    memory_bytes=512 << 20,
    processor_seconds=10,
    timeout_seconds=15,
    needs_django=False,
)

logger = logging.getLogger(__name__)


class PdfFacts(NamedTuple):
    """Facts about a PDF.

    `language` is a BCP 47 code, or "" if the file names none. `tagged` tells if its content is
    tagged for screen readers, `titled` if it has a title of its own.
    """

    pages: int
    language: str
    tagged: bool = False
    titled: bool = False


def read_pdf_facts(file: IO[bytes] | Any) -> PdfFacts | None:
    """Return the facts of an open PDF file; None for one that cannot be read. Rewinds the file.

    It is read in a process with bounds: a small file may take any time and memory.
    """
    with NamedTemporaryFile(prefix="bilan-pdf-", suffix=".pdf") as copy:
        file.seek(0)
        shutil.copyfileobj(file, copy, CHUNK_BYTES)
        file.seek(0)
        copy.flush()
        try:
            facts: PdfFacts | None = READER.call("read_file", copy.name)
        except Exhausted as error:
            logger.warning("A PDF was not read: %s.", error)
            return None
        return facts
