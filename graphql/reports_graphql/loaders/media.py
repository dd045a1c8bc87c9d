"""Loaders of pictures, files and the pages that rich text links to."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from wagtail.models import Page

from reports.content.models import Picture, Rendition, ReportDocument
from reports.content.models.media import RENDITION_NAMES, name_renditions
from reports.content.visibility.compiled_queries import Selection
from reports.content.visibility.perspective import Perspective
from reports_graphql.loaders.loader import Loader
from reports_graphql.loaders.record_loader import RecordLoader

# What the graph gives of a file.
FILE = ("key", "title", "file", "file_size", "pages", "language")


def public_renditions(_: Perspective) -> QuerySet[Rendition]:
    """Return the renditions with a public name, of pictures that have passed the gate."""
    return Rendition.objects.filter(filter_spec__in=RENDITION_NAMES)


class PicturesByIdLoader(RecordLoader[int, Picture]):
    kind = "pictures"

    def select_rows(self, keys: set[int]) -> Selection:
        return self.perspective.select_visible(Perspective.pictures, pk=keys)

    def index_rows(self, rows: Sequence[Picture], keys: set[int]) -> dict[int, Picture]:
        self.loaders.renditions_by_picture_id.announce(row.pk for row in rows)
        return {row.pk: row for row in rows}


class RenditionsByPictureIdLoader(Loader[int, dict[str, Rendition]]):
    """Loads the existing renditions of pictures by public name; a query never creates one."""

    kind = "pictures"

    def fetch_by_keys(self, keys: set[int]) -> dict[int, dict[str, Rendition]]:
        found: dict[int, list[Rendition]] = {key: [] for key in keys}
        for row in self.perspective.fetch_visible(public_renditions, image=keys):
            found[row.image_id].append(row)
        return {key: name_renditions(rows) for key, rows in found.items()}


class DocumentsByIdLoader(RecordLoader[int, ReportDocument]):
    kind = "documents"

    def select_rows(self, keys: set[int]) -> Selection:
        return self.perspective.select_visible(Perspective.documents, only=FILE, pk=keys)

    def index_rows(
        self, rows: Sequence[ReportDocument], keys: set[int]
    ) -> dict[int, ReportDocument]:
        return {row.pk: row for row in rows}


@dataclass(frozen=True, slots=True)
class LinkedPage:
    """A visible page that a rich text links to."""

    key: str
    title: str
    path: str


class LinkedPagesByIdLoader(RecordLoader[int, LinkedPage]):
    kind = "pages"

    def select_rows(self, keys: set[int]) -> Selection:
        columns = ("translation_key", "title", "url_path")
        return self.perspective.select_visible(Perspective.pages, pk=keys, only=columns)

    def index_rows(self, rows: Sequence[Page], keys: set[int]) -> dict[int, LinkedPage]:
        return {
            page.pk: LinkedPage(str(page.translation_key), page.title, self.perspective.path(page))
            for page in rows
        }
