import uuid
from pathlib import PurePath

from django.db import models
from django.urls import reverse
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from reports.storage import stored_name

# The closed list of renditions, by the name that the graph gives them. They are made when a
# picture is saved, never by a query: a query must not be able to write files.
RENDITIONS = {
    "SMALL": "max-480x480",
    "MEDIUM": "max-960x960",
    "LARGE": "max-1920x1920",
}


class Picture(AbstractImage):
    """An image, stored under a name that says nothing of it."""

    key = models.UUIDField("identifiant", default=uuid.uuid4, unique=True, editable=False)
    credit = models.CharField(
        "crédit", max_length=255, blank=True, help_text="Auteur ou source, affiché avec l’image."
    )

    admin_form_fields = ("title", "file", "description", "credit", "collection", "tags")
    search_fields = [*AbstractImage.search_fields, index.SearchField("credit")]

    class Meta(AbstractImage.Meta):
        verbose_name = "image"
        verbose_name_plural = "images"
        permissions = [("choose_image", "Can choose image")]

    def get_upload_to(self, filename: str) -> str:
        """`original_images/<sha256>.<suffix>`: the name says nothing."""
        name = stored_name(self.key, self.file)
        return f"original_images/{name}{PurePath(filename).suffix.lower()}"


class Rendition(AbstractRendition):
    image = models.ForeignKey(Picture, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


def document_path(document: "ReportDocument", filename: str) -> str:
    return document.get_upload_to(filename)


class ReportDocument(AbstractDocument):
    """A file to download, stored under a name that says nothing of it."""

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
    """Whether a PDF has a title of its own; None if never read."""

    admin_form_fields = ("title", "file", "language", "pages", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"
        verbose_name_plural = "documents"
        permissions = [("choose_document", "Can choose document")]

    def get_upload_to(self, filename: str) -> str:
        """`documents/<sha256>.<suffix>`: the name says nothing."""
        return f"documents/{stored_name(self.key, self.file)}{PurePath(filename).suffix.lower()}"

    @property
    def url(self) -> str:
        """A public address that carries the document's key and title, never its row number."""
        return reverse("document", args=[self.key, self.download_name])

    @property
    def download_name(self) -> str:
        """The file name that a reader saves: the title, with the file's own suffix."""
        suffix = PurePath(self.file.name or "").suffix
        stem = self.title.removesuffix(suffix)
        safe = "".join(c if c.isalnum() or c in "-_." else "-" for c in stem).strip("-.")
        return f"{safe or 'document'}{suffix}"
