"""Sorts uploaded files into those of the report and others, and writes them into a folder."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

from reports.content.media.documents import TYPES
from reports.content.uploads.pictures import FORMATS
from reports.core.refusal import Refusal
from reports.exchange.importing.source import PAGES, WORD

MARKDOWN = (".md", ".markdown")
REPORTS = (*MARKDOWN, *PAGES, *WORD)
MAX_TOTAL_BYTES = 60_000_000  # bytes of all files together
MAX_FILES = 60


@dataclass(frozen=True)
class UploadedFiles:
    """Uploaded files: those of the report, in their order, and those beside it."""

    reports: Sequence[Any]
    others: Sequence[Any]

    @property
    def names(self) -> list[str]:
        return [file.name for file in (*self.reports, *self.others)]


def sort_files(files: Sequence[Any]) -> UploadedFiles:
    """Sort files into those of the report and others. Raises `Refusal`."""
    if len(files) > MAX_FILES:
        raise Refusal(f"{len(files)} fichiers, c’est trop pour un bilan (au plus {MAX_FILES}).")
    size = sum(file.size for file in files)
    if size > MAX_TOTAL_BYTES:
        raise Refusal(
            f"Ces fichiers pèsent {size // 1_000_000} Mo ensemble, c’est trop (au plus "
            f"{MAX_TOTAL_BYTES // 1_000_000} Mo)."
        )
    taken: set[str] = set()
    for file in files:
        if file.name.casefold() in taken:
            raise Refusal(f"Deux de ces fichiers s’appellent « {file.name} » : renommez-en un.")
        taken.add(file.name.casefold())
        suffix = suffix_of(file)
        if suffix not in (*REPORTS, *FORMATS, *TYPES):
            raise Refusal(
                f"« {file.name} » : ce type de fichier ne s’importe pas. Donnez un document Word "
                "(.docx), du Markdown (.md) ou du HTML (.html), et ses images."
            )
    reports = [file for file in files if suffix_of(file) in REPORTS]
    if not reports:
        raise Refusal(
            "Aucun de ces fichiers n’est un bilan : il y faut un document Word (.docx), du "
            "Markdown (.md) ou du HTML (.html)."
        )
    return UploadedFiles(reports, [file for file in files if file not in reports])


def suffix_of(file: Any) -> str:
    return PurePath(file.name).suffix.lower()


@contextmanager
def in_folder(files: UploadedFiles) -> Iterator[tuple[list[Path], Path]]:
    """Yield the paths of the files of the report, and the folder in which all of them are."""
    with TemporaryDirectory(prefix="bilan-import-") as name:
        folder = Path(name)
        for file in (*files.reports, *files.others):
            with (folder / file.name).open("xb") as copy:
                for chunk in file.chunks():
                    copy.write(chunk)
        yield [folder / file.name for file in files.reports], folder


def list_unused(files: UploadedFiles, paths: Sequence[Path]) -> list[str]:
    """Return the names of files beside the report that it does not mention."""
    texts = [path.read_bytes() for path in paths if path.suffix.lower() not in WORD]
    return [
        file.name
        for file in files.others
        if not any(
            name.encode() in text for text in texts for name in (file.name, quote(file.name))
        )
    ]
