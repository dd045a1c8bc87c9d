"""Reads a PDF with pypdf, in the worker process that `pdf` starts."""

from pathlib import Path
from typing import IO, Any
from xml.parsers.expat import ExpatError

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from reports.content.uploads.pdf import PdfFacts

BROKEN = (
    *(PyPdfError, OSError, ValueError, KeyError, TypeError),
    *(AttributeError, IndexError, RecursionError),
)


def read_facts(file: IO[bytes] | Any) -> PdfFacts | None:
    """Return the facts of an open PDF file; None for one that cannot be read. Rewinds the file."""
    try:
        file.seek(0)
        # Without a catalog, each object would be read in search of one.
        reader = PdfReader(file, root_object_recovery_limit=0)
        language = str(reader.root_object.get("/Lang", ""))[:12]
        return PdfFacts(len(reader.pages), language, is_tagged(reader), has_title(reader))
    except BROKEN:
        return None
    finally:
        file.seek(0)


def read_file(path: str) -> PdfFacts | None:
    """Return the facts of a PDF file at a path."""
    with Path(path).open("rb") as file:
        return read_facts(file)


def is_tagged(reader: PdfReader) -> bool:
    """Whether the catalog says that the document is tagged."""
    try:
        marks = reader.root_object.get("/MarkInfo")
        found = marks.get_object().get("/Marked") if marks is not None else None
        return found is not None and bool(getattr(found.get_object(), "value", False))
    except BROKEN:
        return False


def has_title(reader: PdfReader) -> bool:
    """Whether the document has a title, in its information or else in its XMP metadata."""
    try:
        if reader.metadata and (reader.metadata.title or "").strip():
            return True
    except BROKEN:
        pass
    try:
        xmp = reader.xmp_metadata
        titles = xmp.dc_title if xmp else None
        return any(title.strip() for title in (titles or {}).values())
    except (*BROKEN, ExpatError):
        return False
