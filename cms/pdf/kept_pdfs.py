"""The PDFs of versions: their rows, and their files in the storage."""

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from reports.models import ReportPdf, ReportVersion
from reports.uploads.pdf import read_pdf_facts

FOLDER = "pdf"


def keep(version: ReportVersion, sha256: str, data: bytes | None) -> None:
    """Keep a PDF in place of the one before; without `data`, note that none could be made."""
    made: dict[str, Any] = {"name": "", "size": 0, "pages": 0, "sha256": sha256}
    if data:
        facts = read_pdf_facts(ContentFile(data))
        pages = facts.pages if facts else 0
        made |= {"name": store(data), "size": len(data), "pages": pages}
    with transaction.atomic():
        known = ReportPdf.objects.filter(version=version).first()
        ReportPdf.objects.update_or_create(version=version, defaults=made)
        if known and known.name != made["name"]:
            delete_file_on_commit(known.name)


def store(data: bytes) -> str:
    """Write a PDF into the storage under the name of what it says; return that name."""
    name = f"{FOLDER}/{hashlib.sha256(data).hexdigest()}.pdf"
    if not default_storage.exists(name):
        name = default_storage.save(name, ContentFile(data))
    return name


def discard(version: ReportVersion) -> bool:
    """Delete the PDF of a version that nobody may read any more; return whether there was one."""
    with transaction.atomic():
        known = ReportPdf.objects.filter(version=version).first()
        if known is None:
            return False
        known.delete()
        delete_file_on_commit(known.name)
    return True


def delete_file_on_commit(name: str) -> None:
    """Delete a file once the transaction ends, unless another version says the same."""

    def delete() -> None:
        if name and not ReportPdf.objects.filter(name=name).exists():
            default_storage.delete(name)

    transaction.on_commit(delete, robust=True)
