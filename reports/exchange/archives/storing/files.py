"""Stores the files of an archive before its rows, and deletes them if the rows are not saved."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from reports.content.models import Picture, Rendition, ReportDocument
from reports.core.refusal import Refusal
from reports.exchange.archives.archive import Archive
from reports.exchange.archives.bag import OpenBag
from reports.exchange.archives.form import FILES
from reports.publishing.models import VersionFile

Read = Callable[[str], bytes]


@contextmanager
def files_stored(bag: OpenBag, archive: Archive) -> Iterator[None]:
    """Store the files that are not there; remove those again if what is done within fails."""
    stored: list[str] = []
    try:
        for name in sorted(archive.files):
            store(name, bag.read(f"{FILES}{name}"), stored)
        yield
    except BaseException:
        for name in stored:
            if not is_in_use(name):
                default_storage.delete(name)
        raise


def store(name: str, data: bytes, stored: list[str]) -> None:
    """Store a file under its name, in the place of one that a killed import left in part."""
    if default_storage.exists(name):
        with default_storage.open(name) as file:
            if file.read() == data:
                return
        if is_in_use(name):
            raise Refusal(f"{FILES}{name} : un autre fichier porte ce nom ici.")
        default_storage.delete(name)
    written = default_storage.save(name, ContentFile(data))
    stored.append(written)
    if written != name:
        raise Refusal(f"{FILES}{name} : un autre fichier porte ce nom ici.")


def is_in_use(name: str) -> bool:
    """Whether a row shows a file, hidden or not."""
    rows = (
        model._default_manager.filter(file=name) for model in (Picture, Rendition, ReportDocument)
    )
    return any(found.exists() for found in (*rows, VersionFile.objects.filter(name=name)))
