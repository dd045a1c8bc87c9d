"""Stores the pictures and documents of an imported file, each distinct content once."""

import uuid
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.files.base import ContentFile
from wagtail.models import Collection
from wagtail.utils.file import hash_filelike

from reports.content.media.documents import UnusableDocument, check_document
from reports.content.media.stored_files import store_file
from reports.content.models import Picture, ReportDocument
from reports.content.uploads import pdf
from reports.content.uploads.file_names import content_hash
from reports.content.uploads.pictures import UnusablePicture, clean_picture
from reports.content.visibility.perspective import in_public_collections
from reports.core.document import block_ids
from reports.exchange.importing.draft import Named
from reports.exchange.importing.findings import Notice

NO_CREDITS: Mapping[str, str] = MappingProxyType({})


class Assets:
    """Finds the files that a report names, below `folder`, and stores them.

    `/img/bilan/2024/NAME` is found as `img/NAME` in the folder, `/content/docs/NAME` as `NAME`.
    Pictures inside the imported file are in `inner`, by their addresses. With `dry_run`, files are
    checked but not stored. `credits` gives the credits of new pictures by file name, `uploader` is
    the user who adds them.
    """

    def __init__(
        self,
        folder: Path | None,
        dry_run: bool = False,
        inner: Mapping[str, bytes] | None = None,
        credits: Mapping[str, str] = NO_CREDITS,
        uploader: Any = None,
    ) -> None:
        self.uploader = uploader
        self.folder = folder
        self.credits = credits
        self.dry_run = dry_run
        self.inner = inner or {}
        self.notices: list[Notice] = []
        self.stored: dict[tuple[str, str], int | None] = {}

    def row(self, named: Named) -> int | None:
        """Return the row id of the stored file; None, with a notice, if it is missing or broken."""
        known = (named.kind, named.key)
        if known not in self.stored:
            file = self.read(named)
            store = self.picture if named.kind == "picture" else self.document
            self.stored[known] = store(file, named) if file else None
        return self.stored[known]

    def read(self, named: Named) -> ContentFile | None:
        """Return a file that a report names, from inside it or beside it; None if it is missing."""
        if named.key in self.inner:
            return ContentFile(self.inner[named.key], name=PurePosixPath(named.key).name)
        path = self.find(named)
        return ContentFile(path.read_bytes(), name=path.name) if path else None

    def find(self, named: Named) -> Path | None:
        what = "image" if named.kind == "picture" else "document"
        try:
            address = urlsplit(named.key)
        except ValueError:
            address = urlsplit("")
        if address.netloc or address.scheme:
            copied = "copiée" if named.kind == "picture" else "copié"
            self.notices.append(
                Notice(named.line, f"{what} d’un autre site, non {copied} : {named.key}")
            )
            return None
        name = PurePosixPath(unquote(address.path)).name
        if self.folder is not None and name not in ("", ".", ".."):
            for candidate in (self.folder / "img" / name, self.folder / name):
                if is_file(candidate) and candidate.resolve().is_relative_to(self.folder.resolve()):
                    return candidate
        self.notices.append(Notice(named.line, f"{what} introuvable : {name or named.key}"))
        return None

    def picture(self, original: ContentFile, named: Named) -> int | None:
        name = str(original.name)
        try:
            clean = clean_picture(original, name)
        except UnusablePicture as error:
            self.notices.append(Notice(named.line, f"image refusée : {name}. {error}"))
            return None
        fields = {"title": PurePosixPath(name).stem, "description": named.name[:255]}
        if named.key in self.inner:  # its name says nothing
            alt = named.name if named.name != named.key else ""
            fields = {"title": alt[:255] or "Image", "description": alt[:255]}
        fields["credit"] = self.credits.get(name, "")
        # An earlier import may have stored the file as it was, with its metadata.
        known = self.find_stored(Picture, original)
        return known.pk if known else self.save(Picture, clean, fields)

    def document(self, file: ContentFile, named: Named) -> int | None:
        name = PurePosixPath(str(file.name))
        try:
            check_document(file, name.name)
        except UnusableDocument as error:
            self.notices.append(Notice(named.line, f"document refusé : {name}. {error}"))
            return None
        if name.suffix.lower() == ".pdf" and pdf.read_pdf_facts(file) is None:
            self.notices.append(Notice(named.line, f"PDF illisible : {name}"))
        return self.save(ReportDocument, file, {"title": name.stem})

    def find_stored(self, model: type[Any], file: ContentFile) -> Any:
        """Return the record whose file has the same content, or None.

        The record of an earlier import comes first, even if it is private now; then any public one.
        Another private one would not be visible in the report.
        """
        same = model.objects.filter(file_hash=hash_filelike(file))
        imported = same.filter(key=imported_key(model, file)).first()
        return imported or in_public_collections(same).first()

    def save(self, model: type[Any], file: ContentFile, fields: dict[str, Any]) -> int | None:
        """Return the id of the record whose file has the same content, or of a new one."""
        found = self.find_stored(model, file)
        if found is not None:
            return found.pk
        if self.dry_run:
            return None
        key = imported_key(model, file)
        if model.objects.filter(key=key).exists():  # an editor gave that record another file
            key = uuid.uuid4()
        record = model(
            key=key,
            collection=Collection.get_first_root_node(),
            uploaded_by_user=self.uploader,
            **fields,
        )
        store_file(record, file)
        return record.pk


def imported_key(model: type[Any], file: ContentFile) -> uuid.UUID:
    """Return the key under which an import stores a content."""
    return uuid.UUID(block_ids.derive_id(model._meta.model_name, content_hash(file)))


def is_file(path: Path) -> bool:
    """Return whether the file exists; False for a name that the file system does not accept."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
