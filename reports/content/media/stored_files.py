"""Stores the files of new pictures and documents that come from an import, not from a form."""

from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile

from reports.content.models import Picture
from reports.content.uploads.file_names import stored_name


def store_file(record: Any, file: ContentFile) -> None:
    """Save a new picture or document with its file."""
    record.file = file
    name = record.get_upload_to(file.name)
    if left_whole(record, name):
        record.file.name, record.file._committed = name, True
    if isinstance(record, Picture):
        record.file.field.update_dimension_fields(record, force=True)
        record._set_image_file_metadata()
    else:
        record._set_document_file_metadata()
    record.save()


def left_whole(record: Any, name: str) -> bool:
    """Whether a run that was killed left this file, whole. One that it left in part is removed."""
    storage = record.file.storage
    if not storage.exists(name):
        return False
    with storage.open(name) as file:
        whole = stored_name(record.key, file) == PurePosixPath(name).stem
    if not whole:
        storage.delete(name)
    return whole
