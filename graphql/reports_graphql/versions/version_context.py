"""What resolvers below a version know: the context of the request, seen from another time."""

import json
from dataclasses import dataclass
from functools import cached_property

from wagtail.models import Site

from reports.document.figure_blocks import Chart
from reports.models import AnnualReportPage, ReportVersion
from reports.publication.versions import reading, stored_bytes
from reports.publication.versions.reading import StoredVersion
from reports.visibility.perspective import Perspective
from reports_graphql.context import Context
from reports_graphql.loaders.reports import BRIEF
from reports_graphql.versions.stored_loaders import VersionLoaders


@dataclass
class VersionContext(Context):
    """The context of what stands below one version. What is read counts for the whole answer."""

    public: Perspective | None = None
    stored: StoredVersion | None = None
    version: ReportVersion | None = None
    parent: Context | None = None

    @cached_property
    def perspective(self) -> Perspective:
        assert self.public
        return self.public

    @cached_property
    def load(self) -> VersionLoaders:
        assert self.stored
        return VersionLoaders(self.perspective, self.stored)

    @cached_property
    def drawings(self) -> dict[str, str]:
        """The stored drawings by block."""
        assert self.version
        digests = list(self.version.drawings.values_list("pk", flat=True))
        drawings = map(json.loads, stored_bytes.load(digests).values()) if digests else ()
        return {drawing["block"]: drawing["svg"] for drawing in drawings}

    def draw_chart(self, chart: Chart) -> str | None:
        """Return the drawing as it was stored; one that was not is drawn as charts are today."""
        return self.drawings.get(chart.id) or super().draw_chart(chart)

    def mark_incomplete(self) -> None:
        assert self.parent
        self.parent.mark_incomplete()


@dataclass(frozen=True)
class OpenedVersion:
    """A version that may be seen, the page as it was, and the context that reads it."""

    version: ReportVersion
    page: AnnualReportPage
    context: VersionContext


def open_version(context: Context, year: int, number: int) -> OpenedVersion | None:
    """Return a version of the public report of a year.

    There is none where the report is not public now, and none that was withdrawn.
    """
    public = as_the_public(context.perspective)
    public.cache_tags.add(f"report-{year}")
    found = public.fetch_visible(Perspective.reports, only=BRIEF, year={year})
    if not found:
        return None
    live = found[0]
    version = ReportVersion.objects.filter(
        report_key=live.translation_key, number=number, withdrawn_at=None
    ).first()
    if version is None:
        return None
    stored = reading.read_version(version)
    page = reading.build_page(stored, version, live)
    opened = VersionContext(
        context.request, context.site, public=public, stored=stored, version=version, parent=context
    )
    opened.load.bodies.documents[id(page)] = page, stored.document
    return OpenedVersion(version, page, opened)


def as_the_public(perspective: Perspective) -> Perspective:
    """Return the perspective without its draft; what it reads counts for the same answer."""
    site: Site = perspective.site
    return Perspective(site, perspective.now, cache_tags=perspective.cache_tags)
