"""Pictures, files and the addresses of pages."""

from reports.models import Picture, Rendition, ReportDocument
from reports.models.media import RENDITIONS
from reports_graphql.loaders.loader import Loader


class PicturesByIdLoader(Loader[int, Picture]):
    kind = "pictures"

    def fetch(self, keys: set[int]) -> dict[int, Picture]:
        pictures = list(self.perspective.pictures().filter(pk__in=keys))
        self.loaders.renditions_by_picture_id.announce(row.pk for row in pictures)
        return {row.pk: row for row in pictures}


class RenditionsByPictureIdLoader(Loader[int, dict[str, Rendition]]):
    """Renditions that exist, by their public name: a query never makes one."""

    kind = "pictures"

    def fetch(self, keys: set[int]) -> dict[int, dict[str, Rendition]]:
        names = {spec: name for name, spec in RENDITIONS.items()}
        found: dict[int, dict[str, Rendition]] = {key: {} for key in keys}
        for row in Rendition.objects.filter(image__in=keys, filter_spec__in=names):
            found[row.image_id][names[row.filter_spec]] = row
        return found


class DocumentsByIdLoader(Loader[int, ReportDocument]):
    kind = "documents"

    def fetch(self, keys: set[int]) -> dict[int, ReportDocument]:
        return {row.pk: row for row in self.perspective.documents().filter(pk__in=keys)}


class PathsByPageIdLoader(Loader[int, str]):
    """Public paths of the pages that rich text links to."""

    kind = "pages"

    def fetch(self, keys: set[int]) -> dict[int, str]:
        pages = self.perspective.pages().filter(pk__in=keys)
        return {page.pk: self.perspective.path(page) for page in pages}
