"""The models of pictures, renditions and documents, and the names of their files."""

import logging
import re
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from pathlib import PurePath
from typing import Any

from django.core.files import File
from django.db import connection, models, transaction
from django.urls import reverse
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, SourceImageIOError
from wagtail.search import index

from reports.content.models.file_failure import FileFailure
from reports.content.storage.stored_file import StorageUnavailable
from reports.content.uploads.decoding_lock import DECODING, is_too_large
from reports.content.uploads.field_files import NamedByContent, PictureFile
from reports.content.uploads.file_names import stored_name
from reports.content.uploads.pictures import UnusablePicture, read_size

logger = logging.getLogger(__name__)

UNSAFE = re.compile(r"[^\w.-]")  # characters that file names do without

# The closed list of renditions, by the name that the graph gives them. They are made when a
# picture is saved, never by a query: a query must not be able to write files.
RENDITIONS = {
    "SMALL": "max-480x480|format-webp",
    "MEDIUM": "max-960x960|format-webp",
    "LARGE": "max-1920x1920|format-webp",
}
EARLIER_RENDITIONS = {
    "SMALL": "max-480x480",
    "MEDIUM": "max-960x960",
    "LARGE": "max-1920x1920",
}
"""What earlier releases made: versions keep them, and pictures until `check_media --repair`."""
RENDITION_NAMES = {
    spec: name for specs in (EARLIER_RENDITIONS, RENDITIONS) for name, spec in specs.items()
}
"""The name of each specification, the earlier ones first."""


class Picture(AbstractImage):
    """An image. The name of its file reveals nothing about it."""

    key = models.UUIDField("identifiant", default=uuid.uuid4, unique=True, editable=False)
    credit = models.CharField(
        "crédit", max_length=255, blank=True, help_text="Auteur ou source, affiché avec l’image."
    )

    admin_form_fields = (
        *("title", "file", "description", "credit", "collection", "tags"),
        *("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
    )
    search_fields = [*AbstractImage.search_fields, index.SearchField("credit")]

    class Meta(AbstractImage.Meta):
        app_label = "reports"
        verbose_name = "image"
        verbose_name_plural = "images"
        permissions = [("choose_image", "Can choose image")]

    def get_upload_to(self, filename: str) -> str:
        """`original_images/<sha256>.<suffix>`: the name says nothing."""
        name = stored_name(self.key, self.file)
        return f"original_images/{name}{PurePath(filename).suffix.lower()}"

    def make_renditions(self) -> None:
        """Make those of the closed list that are not there; what fails is tried again later."""
        try:
            self.get_renditions(*RENDITIONS.values())
            self.renditions.filter(filter_spec__in=EARLIER_RENDITIONS.values()).delete()
        except SourceImageIOError as error:  # no storage, no file, or one that is too large
            logger.warning("The renditions of picture %s were not made: %s.", self.key, error)
            reason, subject = type(error).__name__, f"« {self.title[:200]} »"
            FileFailure.note(FileFailure.Kind.RENDITION, self.pk, reason, subject=subject)
        else:
            FileFailure.clear(FileFailure.Kind.RENDITION, self.pk)

    def create_rendition(self, filter: Filter) -> "Rendition":
        with translate_for_wagtail():
            return super().create_rendition(filter)

    def create_renditions(self, *filters: Filter) -> dict[Filter, "Rendition"]:
        with translate_for_wagtail():
            return super().create_renditions(*filters)

    @contextmanager
    def get_willow_image(self) -> Iterator[Any]:
        """Open the stored file to decode it: alone, and if it is not too large."""
        with DECODING, self.open_file() as file:
            check_stored_size(file)
            with super().get_willow_image() as image:
                yield image

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:
        """Make a rendition, alone in this process: Wagtail makes several in as many threads."""
        with DECODING:
            if source is not None:
                check_stored_size(source)
            return super().generate_rendition_file(filter, source=source)


@contextmanager
def translate_for_wagtail() -> Iterator[None]:
    """Raise what Wagtail shows as a missing picture where the storage of files is gone.

    An upload fails within a statement: what goes on around it goes back to a savepoint.
    """
    savepoint = transaction.atomic() if connection.in_atomic_block else nullcontext()
    try:
        with savepoint:
            yield
    except StorageUnavailable as error:
        raise SourceImageIOError(str(error)) from error


def check_stored_size(file: Any) -> None:
    """Refuse what was stored when larger pictures were accepted, as Wagtail does missing files."""
    file.seek(0)
    try:
        width, height = read_size(file.read())
    except UnusablePicture as error:
        raise SourceImageIOError(str(error)) from error
    finally:
        file.seek(0)
    if is_too_large(width * height):
        raise SourceImageIOError(f"{width} x {height} pixels are too many")


# The field is Wagtail's; a subclass of it would be another field in every migration.
Picture._meta.get_field("file").attr_class = PictureFile


class Rendition(AbstractRendition):
    image = models.ForeignKey(Picture, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        app_label = "reports"
        unique_together = (("image", "filter_spec", "focal_point_key"),)


def name_renditions(rows: Iterable[Rendition]) -> dict[str, Rendition]:
    """Return renditions by their public name; one of today hides the one of an earlier release."""
    order = list(RENDITION_NAMES)
    ordered = sorted(rows, key=lambda row: order.index(row.filter_spec))
    return {RENDITION_NAMES[row.filter_spec]: row for row in ordered}


def document_path(document: "ReportDocument", filename: str) -> str:
    return document.get_upload_to(filename)


class ReportDocument(AbstractDocument):
    """A file to download. The name of its file reveals nothing about it."""

    file = models.FileField("fichier", upload_to=document_path)
    key = models.UUIDField("identifiant", default=uuid.uuid4, unique=True, editable=False)
    language = models.CharField(
        "langue",
        max_length=12,
        blank=True,
        default="fr",
        help_text="Langue du document : code BCP 47, « fr » par exemple.",
    )
    pages = models.PositiveIntegerField(
        "nombre de pages",
        null=True,
        blank=True,
        help_text="Compté à l’enregistrement pour un PDF ; à saisir pour un autre format.",
    )

    tagged = models.BooleanField("balisé", null=True, editable=False)
    """Whether a PDF says that it is tagged for assistive technologies; None if never read."""
    titled = models.BooleanField("titré", null=True, editable=False)
    """Whether a PDF has a title of its own; None if never read, or if it cannot be read."""

    admin_form_fields = ("title", "file", "language", "pages", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        app_label = "reports"
        verbose_name = "document"
        verbose_name_plural = "documents"
        permissions = [("choose_document", "Can choose document")]

    def get_upload_to(self, filename: str) -> str:
        """`documents/<sha256>.<suffix>`: the name says nothing."""
        return f"documents/{stored_name(self.key, self.file)}{PurePath(filename).suffix.lower()}"

    @property
    def url(self) -> str:
        """A public address that carries the document's key and title, never its row number."""
        return build_document_url(self.key, self.download_name)

    @property
    def download_name(self) -> str:
        """The file name that a reader saves: the title, with the file's own suffix."""
        return build_download_name(self.title, self.file_name)

    @property
    def file_name(self) -> str:
        """The name under which the file is stored; empty if there is none.

        It is what the row holds: the object that Django makes of it takes longer than all else.
        """
        held = vars(self).get("file")
        return str(self.file if held is None else held)


@lru_cache(1_000)
def build_download_name(title: str, stored: str) -> str:
    suffix = PurePath(stored).suffix
    safe = UNSAFE.sub("-", title.removesuffix(suffix)).strip("-.")
    return f"{safe or 'document'}{suffix}"


@lru_cache(1_000)
def build_document_url(key: uuid.UUID, name: str) -> str:
    """Return the path at which a document is downloaded; Django takes long to build one."""
    return reverse("document", args=[key, name])


ReportDocument._meta.get_field("file").attr_class = NamedByContent
