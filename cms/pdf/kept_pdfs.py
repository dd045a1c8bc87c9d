"""Stores the PDFs of versions: their rows, and their files."""

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from cms.pdf.process import Typeset
from reports.content.models import FileFailure
from reports.content.uploads.pdf import read_pdf_facts
from reports.publishing.models import ReportPdf, ReportVersion

FOLDER = "pdf"


def keep(version: ReportVersion, sha256: str, made: Typeset | None) -> None:
    """Store a PDF in place of the one before; without one, record that none could be made."""
    row: dict[str, Any] = {"name": "", "size": 0, "pages": 0, "plain": [], "sha256": sha256}
    if made:
        facts = read_pdf_facts(ContentFile(made.data))
        row |= {"name": store(made.data), "size": len(made.data), "plain": made.plain}
        row["pages"] = facts.pages if facts else 0
    with transaction.atomic():
        known = ReportPdf.objects.filter(version=version).first()
        ReportPdf.objects.update_or_create(version=version, defaults=row)
        if known and known.name != row["name"]:
            delete_file_on_commit(known.name)


def store(data: bytes) -> str:
    """Write a PDF into the storage under a hash of its content; return that name."""
    name = f"{FOLDER}/{hashlib.sha256(data).hexdigest()}.pdf"
    if not default_storage.exists(name):
        name = default_storage.save(name, ContentFile(data))
    return name


def discard(version: ReportVersion) -> bool:
    """Delete the PDF of a version that is not public any more; return whether there was one."""
    with transaction.atomic():
        FileFailure.clear(FileFailure.Kind.PDF, version.pk)
        known = ReportPdf.objects.filter(version=version).first()
        if known is None:
            return False
        known.delete()
        delete_file_on_commit(known.name)
    return True


def delete_file_on_commit(name: str) -> None:
    """Delete a file once the transaction ends, unless another version uses it."""

    def delete() -> None:
        if name and not ReportPdf.objects.filter(name=name).exists():
            default_storage.delete(name)

    transaction.on_commit(delete, robust=True)
