"""Saves the pictures and documents of an archive as rows of this database.

Their files are stored before. Rows are saved raw, so that no rendition is generated again: the
archive has them.
"""

from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection
from wagtail.utils.file import hash_filelike

from reports.content.models import Picture, Rendition, ReportDocument
from reports.content.uploads import pdf
from reports.exchange.archives.archive import Archive, Row
from reports.exchange.archives.bag import OpenBag
from reports.exchange.archives.form import FILES
from reports.exchange.archives.storing.differences import Differences
from reports.publishing.versions.files import delete_unneeded_files


def store_media(archive: Archive, bag: OpenBag, found: Differences) -> None:
    """Make the pictures and documents that are not here, and replace those that differ."""
    for row in archive.pictures:
        if row["key"] not in found.same["picture"]:
            store_picture(row, bag)
    for row in archive.documents:
        if row["key"] not in found.same["document"]:
            store_document(row, bag)


def store_picture(row: Row, bag: OpenBag) -> None:
    picture = find_or_build(Picture, row["key"])
    before = {picture.file.name} if picture.pk else set()
    values = {name: value for name, value in row.items() if name not in ("key", "renditions")}
    picture.title = picture.title or row["description"][:255] or "Image"
    set_file(picture, values, bag)
    kept = {each["file"] for each in row["renditions"]}
    stale = picture.renditions.exclude(file__in=kept)
    before |= set(stale.values_list("file", flat=True))
    stale._raw_delete(stale.db)  # its files may be those of a version
    for each in row["renditions"]:
        Rendition.objects.update_or_create(
            image=picture,
            filter_spec=each["filter_spec"],
            focal_point_key="",
            defaults={name: each[name] for name in ("file", "width", "height")},
        )
    delete_unneeded_files(before)


def store_document(row: Row, bag: OpenBag) -> None:
    document = find_or_build(ReportDocument, row["key"])
    before = {document.file.name} if document.pk else set()
    facts = pdf.read_pdf_facts(open_file(row, bag)) if row["file"].endswith(".pdf") else None
    document.tagged = facts.tagged if facts else None
    document.titled = facts.titled if facts else None
    set_file(document, {name: value for name, value in row.items() if name != "key"}, bag)
    delete_unneeded_files(before)


def find_or_build(model: Any, key: str) -> Any:
    found = model.objects.filter(key=key).first()
    return found or model(
        key=key, collection=Collection.get_first_root_node(), created_at=timezone.now()
    )


def set_file(record: Any, values: dict[str, Any], bag: OpenBag) -> None:
    """Save a record with a file that is stored already."""
    content = open_file(values, bag)
    for name in sorted(values, key="file".__eq__):  # last: until it is stored, its size is known
        setattr(record, name, values[name])
    record.file.close()  # a picture has looked at its size
    record.file_size, record.file_hash = content.size, hash_filelike(content)
    record.save_base(raw=True)


def open_file(row: Row, bag: OpenBag) -> ContentFile:
    return ContentFile(bag.read(f"{FILES}{row['file']}"), name=row["file"])
