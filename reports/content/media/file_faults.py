"""Compares the rows of pictures and documents with the files in storage, and lists faults.

Rows and files are read in pages, so that memory does not grow with the storage. Drawings are not
checked: they are drawn again when they are missing.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import islice
from typing import Any

from django.core.files.storage import default_storage
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from reports.content.media import file_repair
from reports.content.models import Picture, Rendition, ReportDocument
from reports.content.models.media import RENDITIONS
from reports.content.storage.kept_files import is_needed
from reports.content.storage.stored_file import StoredFile
from reports.content.uploads.decoding_lock import is_too_large
from reports.content.uploads.pictures import UnusablePicture, has_metadata

PAGE_SIZE = 500  # rows or names at a time
MIN_FILE_AGE = timedelta(hours=1)  # a younger file may be an upload whose row is on its way
MODELS: dict[str, type[Any]] = {
    "original_images": Picture,
    "images": Rendition,
    "documents": ReportDocument,
}


@dataclass(frozen=True)
class Fault:
    """One fault of a file, as a French sentence, with a function that repairs it, if there is one.

    `repair` returns whether it succeeded. Like the functions that find faults, it raises
    StorageUnavailable.
    """

    sentence: str
    repair: Callable[[], bool] | None = None


def find_faults() -> Iterator[Fault]:
    """Yield all faults: files without a row last, since repairs leave some."""
    yield from find_missing_files()
    yield from find_missing_renditions()
    yield from find_metadata()
    yield from find_orphans()


def find_missing_files() -> Iterator[Fault]:
    """Find rows whose file is not in the storage."""
    for model in (Picture, ReportDocument):
        for row in iterate_rows(model):
            if not row.file.storage.exists(row.file.name):
                yield Fault(f"{describe(row)} : le fichier {row.file.name} manque.")
    for row in iterate_rows(Rendition):
        if not row.file.storage.exists(row.file.name):
            sentence = f"{describe(row.image)} : la version réduite {row.file.name} manque."
            yield Fault(sentence, partial(file_repair.remake_rendition, row))


def find_missing_renditions() -> Iterator[Fault]:
    """Find pictures that lack one of the closed list, since the storage was gone when they came."""
    made = Count("renditions", filter=Q(renditions__filter_spec__in=RENDITIONS.values()))
    lacking = Picture.objects.annotate(made=made).filter(made__lt=len(RENDITIONS))
    for row in iterate(lacking):
        if not is_too_large(row.width * row.height):  # else none can be made
            count = len(RENDITIONS) - row.made
            sentence = f"{describe(row)} : {count} version(s) réduite(s) à faire."
            yield Fault(sentence, partial(file_repair.make_renditions, row))


def find_metadata() -> Iterator[Fault]:
    """Find pictures that say more than an upload of today would."""
    for row in iterate_rows(Picture):
        try:
            data = row.file.storage.open_stream(row.file.name).read()
        except FileNotFoundError:
            continue  # told already
        try:
            found = has_metadata(data)
        except UnusablePicture as refusal:
            yield Fault(f"{describe(row)} : {row.file.name} n’est pas lisible. {refusal}")
            continue
        if found:
            sentence = f"{describe(row)} : {row.file.name} porte des métadonnées."
            yield Fault(sentence, partial(file_repair.strip_metadata, row))


def find_orphans() -> Iterator[Fault]:
    """Find files that no row has, in the folders of uploads."""
    for folder, model in MODELS.items():
        for page in split_pages(default_storage.list_files(folder)):  # type: ignore[attr-defined]
            old = [file.name for file in page if timezone.now() - file.modified > MIN_FILE_AGE]
            known = set(model.objects.filter(file__in=old).values_list("file", flat=True))
            for name in old:
                if name not in known and not is_needed(name):
                    yield Fault(
                        f"{name} : aucune fiche n’a ce fichier.",
                        partial(file_repair.remove_orphan, model, name),
                    )


def iterate_rows(model: type[Any]) -> Iterator[Any]:
    """Yield the rows that should have a file; renditions with their pictures."""
    rows = model.objects.exclude(file="")
    return iterate(rows.select_related("image") if model is Rendition else rows)


def iterate(rows: QuerySet[Any]) -> Iterator[Any]:
    """Yield rows in pages: each page is read before repairs change the table."""
    last = 0
    while page := list(rows.filter(pk__gt=last).order_by("pk")[:PAGE_SIZE]):
        last = page[-1].pk  # a repair may delete the row
        yield from page


def split_pages(files: Iterable[StoredFile]) -> Iterator[list[StoredFile]]:
    remaining = iter(files)
    while page := list(islice(remaining, PAGE_SIZE)):
        yield page


def describe(row: Picture | ReportDocument) -> str:
    """Return a row by its key: titles may be words of a draft."""
    return f"{row._meta.verbose_name} {row.key}"
