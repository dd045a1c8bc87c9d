"""Keeps the files that versions show, and finds those that may be served."""

from functools import partial

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q

from reports.content.models import Picture, Rendition, ReportDocument
from reports.content.storage import kept_files
from reports.content.visibility.perspective import Perspective
from reports.publishing.models import DeletedHidden, VersionFile
from reports.publishing.versions.reading import find_hidden

UPLOADS = ("original_images/", "images/", "documents/")
"""The folders of files that have rows; drawings have none."""


def is_needed(name: str) -> bool:
    """Say whether any version shows a file."""
    if not name.startswith(UPLOADS):
        return False
    return VersionFile.objects.filter(name=name).exists()


def find_shown_file(perspective: Perspective, **wanted: str) -> str | None:
    """Return the name of a visible file of a version, by its kind and its name or key.

    A file is hidden if its object exists and is hidden now, or was hidden when it was deleted.
    """
    keys = perspective.reports().order_by().values("translation_key")
    files = VersionFile.objects.filter(**wanted, version__report_key__in=keys)
    found = files.order_by("-pk").first()
    if found is None or DeletedHidden.objects.filter(kind=found.kind, key=found.key).exists():
        return None
    return None if find_hidden(found.kind, {found.key}, perspective) else found.name


def delete_unneeded_files(names: set[str]) -> None:
    """Delete, on commit, the files that are used neither by a version nor by a row."""
    kept = set(VersionFile.objects.filter(name__in=names).values_list("name", flat=True))
    for model in (Picture, Rendition, ReportDocument):
        rows = model._default_manager.filter(Q(file__in=names))
        kept |= set(rows.values_list("file", flat=True))
    for name in names - kept:
        transaction.on_commit(partial(default_storage.delete, name), robust=True)


def connect() -> None:
    kept_files.set_needed(is_needed)
