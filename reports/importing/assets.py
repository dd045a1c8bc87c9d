"""Pictures and documents beside the file: stored once, by content."""

import uuid
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.files.base import ContentFile
from PIL import Image, UnidentifiedImageError
from wagtail.models import Collection
from wagtail.utils.file import hash_filelike

from reports import identity, pdf
from reports.importing.draft import Named
from reports.importing.findings import Notice
from reports.importing.recognise.downloads import FILE
from reports.models import Picture, ReportDocument
from reports.storage import content_hash, stored_name
from reports.visibility import in_public_collections

PICTURE_FORMATS = {"PNG", "JPEG", "GIF", "WEBP", "AVIF"}


class Assets:
    """Finds the files that a report names under `folder`, and stores them.

    `/img/bilan/2024/NAME` is `img/NAME` there, `/content/docs/NAME` is `NAME`. With `dry_run`,
    files are looked for and looked at, and nothing is stored.
    """

    def __init__(self, folder: Path | None, dry_run: bool = False) -> None:
        self.folder = folder
        self.dry_run = dry_run
        self.notices: list[Notice] = []
        self.stored: dict[tuple[str, str], int | None] = {}

    def row(self, named: Named) -> int | None:
        """Row id of the stored file; None, with a notice, where it is missing or broken."""
        known = (named.kind, named.key)
        if known not in self.stored:
            path = self.find(named)
            store = self.picture if named.kind == "picture" else self.document
            self.stored[known] = store(path, named) if path else None
        return self.stored[known]

    def find(self, named: Named) -> Path | None:
        what = "image" if named.kind == "picture" else "document"
        try:
            address = urlsplit(named.key)
        except ValueError:
            address = urlsplit("")
        if address.netloc or address.scheme:
            self.notices.append(
                Notice(named.line, f"{what} d’un autre site, non copié : {named.key}")
            )
            return None
        name = PurePosixPath(unquote(address.path)).name
        if self.folder is not None and name not in ("", ".", ".."):
            for candidate in (self.folder / "img" / name, self.folder / name):
                if is_file(candidate) and candidate.resolve().is_relative_to(self.folder.resolve()):
                    return candidate
        self.notices.append(Notice(named.line, f"{what} introuvable : {name or named.key}"))
        return None

    def picture(self, path: Path, named: Named) -> int | None:
        try:
            with Image.open(path) as image:
                image.load()
                recognised = image.format in PICTURE_FORMATS
        except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
            recognised = False
        if not recognised:
            self.notices.append(Notice(named.line, f"image illisible : {path.name}"))
            return None
        return self.save(Picture, path, {"title": path.stem, "description": named.name[:255]})

    def document(self, path: Path, named: Named) -> int | None:
        if not FILE.search(path.name):
            self.notices.append(Notice(named.line, f"format de document refusé : {path.name}"))
            return None
        if path.suffix.lower() == ".pdf":
            with path.open("rb") as file:
                if pdf.facts(file) is None:
                    self.notices.append(Notice(named.line, f"PDF illisible : {path.name}"))
        return self.save(ReportDocument, path, {"title": path.stem})

    def save(self, model: type[Any], path: Path, fields: dict[str, Any]) -> int | None:
        """The record whose file has the same content, else a new one.

        First that of an earlier import, whatever has become of it; else any that is public: a
        private one would leave a hole in the report.
        """
        file = ContentFile(path.read_bytes(), name=path.name)
        key = uuid.UUID(identity.derive(model._meta.model_name, content_hash(file)))
        same = model.objects.filter(file_hash=hash_filelike(file))
        found = same.filter(key=key).first() or in_public_collections(same).first()
        if found is not None:
            return found.pk
        if self.dry_run:
            return None
        if model.objects.filter(key=key).exists():  # an editor gave that record another file
            key = uuid.uuid4()
        record = model(key=key, collection=Collection.get_first_root_node(), **fields)
        record.file = file
        name = record.get_upload_to(path.name)
        if left_whole(record, name):
            record.file.name, record.file._committed = name, True
        if model is Picture:
            record.file.field.update_dimension_fields(record, force=True)
            record._set_image_file_metadata()
        else:
            record._set_document_file_metadata()
        record.save()
        return record.pk


def is_file(path: Path) -> bool:
    """Whether there is such a file; a name that no file system takes is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


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
