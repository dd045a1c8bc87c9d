"""Checks uploaded documents against a closed list of types, by name and by content.

Their bytes are stored unchanged: editing a PDF would break signatures and tags. A PDF, ODF or
Office file therefore keeps the metadata about its author.
"""

import zipfile
from collections.abc import Callable
from pathlib import PurePath
from typing import Any, NamedTuple

from django.conf import settings
from django.template.defaultfilters import filesizeformat

SAMPLE_BYTES = 1 << 16  # bytes of a text that are looked at
MAX_ENTRIES = 10_000  # of an archive
PROGRAMS = {
    *(".apk", ".bat", ".cmd", ".com", ".cpl", ".dll", ".docm", ".exe", ".hta", ".htm", ".html"),
    *(".iso", ".jar", ".js", ".jse", ".lnk", ".msi", ".pptm", ".ps1", ".reg", ".scr", ".sh"),
    *(".svg", ".vbe", ".vbs", ".wsf", ".xlsm"),
}


class UnusableDocument(ValueError):
    """Raised for a file that may not be stored; the message is a French sentence for its sender."""


class DocumentType(NamedTuple):
    """One type of documents: the media type it is sent with, and a test of the content."""

    content_type: str
    is_content: Callable[[Any], bool]


def check_document(file: Any, name: str) -> None:
    """Raise UnusableDocument unless a file may be stored; leaves it at its beginning."""
    limit = settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
    if file.size > limit:
        raise UnusableDocument(
            f"Ce document est trop lourd ({filesizeformat(file.size)}) : "
            f"{filesizeformat(limit)} au plus."
        )
    suffix = PurePath(name).suffix.lower()
    kind = TYPES.get(suffix)
    if kind is None:
        names = ", ".join(each.removeprefix(".").upper() for each in TYPES)
        raise UnusableDocument(f"Ce type de document n’est pas accepté. Types acceptés : {names}.")
    file.seek(0)
    try:
        is_content = kind.is_content(file)
    finally:
        file.seek(0)
    if not is_content:
        raise UnusableDocument(
            f"Ce fichier s’appelle « {suffix} », mais son contenu n’est pas de ce type, "
            "ou il est abîmé : exportez-le à nouveau."
        )


def is_pdf(file: Any) -> bool:
    return bool(file.read(5) == b"%PDF-")


def is_text(file: Any) -> bool:
    """Whether it reads as text and does not begin like a page, a program or another format."""
    sample = file.read(SAMPLE_BYTES)
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):  # as spreadsheets export « Unicode »
        sample = sample.decode("utf-16", "replace").encode()
    start = sample.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    foreign = (b"<", b"%pdf", b"pk\x03\x04", b"mz", b"\x7felf", b"#!", b"{\\rtf")
    return b"\0" not in sample and not start.startswith(foreign)


def is_open_document(media_type: str) -> Callable[[Any], bool]:
    def check(archive: zipfile.ZipFile) -> bool:
        entry = archive.infolist()[0]
        if entry.filename != "mimetype" or entry.file_size > 100:
            return False
        has_macros = any(name.startswith(("Basic/", "Scripts/")) for name in archive.namelist())
        return archive.read(entry).strip() == media_type.encode() and not has_macros

    return in_archive(check)


def is_office_document(folder: str) -> Callable[[Any], bool]:
    def check(archive: zipfile.ZipFile) -> bool:
        names = archive.namelist()
        has_parts = "[Content_Types].xml" in names and any(n.startswith(folder) for n in names)
        return has_parts and not any("vbaproject" in name.lower() for name in names)

    return in_archive(check)


def has_no_programs(archive: zipfile.ZipFile) -> bool:
    """Whether an archive can be opened by anybody and holds data alone."""
    return all(
        not entry.flag_bits & 1  # encrypted
        and PurePath(entry.filename).suffix.lower() not in PROGRAMS
        and ".." not in PurePath(entry.filename).parts
        and not entry.filename.startswith(("/", "\\"))
        for entry in archive.infolist()
    )


def in_archive(check: Callable[[zipfile.ZipFile], bool]) -> Callable[[Any], bool]:
    """Read a ZIP's directory for a check; what cannot be read is none. Nothing is unpacked."""

    def is_content(file: Any) -> bool:
        if file.read(4) != b"PK\x03\x04":
            return False
        try:
            with zipfile.ZipFile(file) as archive:
                return 0 < len(archive.infolist()) <= MAX_ENTRIES and check(archive)
        except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
            return False

    return is_content


OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
OFFICE = "application/vnd.openxmlformats-officedocument."
TYPES = {
    ".pdf": DocumentType("application/pdf", is_pdf),
    **{
        f".{suffix}": DocumentType(OPEN_DOCUMENT + name, is_open_document(OPEN_DOCUMENT + name))
        for suffix, name in {"ods": "spreadsheet", "odt": "text", "odp": "presentation"}.items()
    },
    **{
        f".{suffix}": DocumentType(OFFICE + name, is_office_document(folder))
        for suffix, name, folder in (
            ("xlsx", "spreadsheetml.sheet", "xl/"),
            ("docx", "wordprocessingml.document", "word/"),
            ("pptx", "presentationml.presentation", "ppt/"),
        )
    },
    ".csv": DocumentType("text/csv", is_text),
    ".txt": DocumentType("text/plain", is_text),
    ".zip": DocumentType("application/zip", in_archive(has_no_programs)),
}
