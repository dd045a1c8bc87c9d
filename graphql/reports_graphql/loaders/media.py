"""Pictures, files and the pages that rich text links to."""

from dataclasses import dataclass

from django.db.models import QuerySet

from reports.models import Picture, Rendition, ReportDocument
from reports.models.media import RENDITION_NAMES, name_renditions
from reports.visibility.perspective import Perspective
from reports_graphql.loaders.loader import Loader

# What the graph gives of a file.
FILE = ("key", "title", "file", "file_size", "pages", "language")


def public_renditions(_: Perspective) -> QuerySet[Rendition]:
    """Return the renditions with a public name, of pictures that have passed the gate."""
    return Rendition.objects.filter(filter_spec__in=RENDITION_NAMES)


class PicturesByIdLoader(Loader[int, Picture]):
    kind = "pictures"

    def fetch_by_keys(self, keys: set[int]) -> dict[int, Picture]:
        pictures = self.perspective.fetch_visible(Perspective.pictures, pk=keys)
        self.loaders.renditions_by_picture_id.announce(row.pk for row in pictures)
        return {row.pk: row for row in pictures}


class RenditionsByPictureIdLoader(Loader[int, dict[str, Rendition]]):
    """Renditions that exist, by their public name: a query never makes one."""

    kind = "pictures"

    def fetch_by_keys(self, keys: set[int]) -> dict[int, dict[str, Rendition]]:
        found: dict[int, list[Rendition]] = {key: [] for key in keys}
        for row in self.perspective.fetch_visible(public_renditions, image=keys):
            found[row.image_id].append(row)
        return {key: name_renditions(rows) for key, rows in found.items()}


class DocumentsByIdLoader(Loader[int, ReportDocument]):
    kind = "documents"

    def fetch_by_keys(self, keys: set[int]) -> dict[int, ReportDocument]:
        documents = self.perspective.fetch_visible(Perspective.documents, only=FILE, pk=keys)
        return {row.pk: row for row in documents}


@dataclass(frozen=True, slots=True)
class LinkedPage:
    """A page that may be seen and that rich text links to."""

    key: str
    title: str
    path: str


class LinkedPagesByIdLoader(Loader[int, LinkedPage]):
    kind = "pages"

    def fetch_by_keys(self, keys: set[int]) -> dict[int, LinkedPage]:
        columns = ("translation_key", "title", "url_path")
        pages = self.perspective.fetch_visible(Perspective.pages, pk=keys, only=columns)
        return {
            page.pk: LinkedPage(str(page.translation_key), page.title, self.perspective.path(page))
            for page in pages
        }
