"""The context of resolvers below an old version, which reads the rows stored in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import cached_property
from wagtail.models import Site

from reports.content.models import AnnualReportPage
from reports.content.visibility.perspective import Perspective
from reports.core.document.figure_blocks import Chart
from reports.publishing.models import ReportVersion
from reports.publishing.versions import reading
from reports.publishing.versions.drawings import load_drawings
from reports.publishing.versions.reading import StoredVersion
from reports_graphql.context import Context
from reports_graphql.loaders.reports import BRIEF
from reports_graphql.versions.stored_loaders import VersionLoaders


@dataclass
class VersionContext(Context):
    """The context below one version. Its cache tags and missing parts count for the whole
    answer.
    """

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
        return VersionLoaders(self.perspective, self.stored, self.today.load)

    @cached_property
    def drawings(self) -> Mapping[str, str]:
        """The stored drawings by the id of their block."""
        assert self.version
        return load_drawings(self.version, self.perspective)

    def draw_chart(self, chart: Chart) -> str | None:
        """Return the stored drawing of a chart; without one, draw it as charts are drawn today."""
        return self.drawings.get(chart.id) or super().draw_chart(chart)

    @property
    def today(self) -> Context:
        assert self.parent
        return self.parent


@dataclass(frozen=True)
class OpenedVersion:
    """A visible version, the page as it was, and the context to read it."""

    version: ReportVersion
    page: AnnualReportPage
    context: VersionContext


def open_version(context: Context, year: int, number: int) -> OpenedVersion | None:
    """Return a version of the public report of a year.

    Return None if the report is not public now, or if the version was withdrawn.
    """
    public = as_the_public(context.perspective)
    public.cache_tags.add(f"report-{year}")
    found = public.fetch_visible(Perspective.reports, only=BRIEF, year={year})
    if not found:
        return None
    live = found[0]
    versions = context.load.versions_by_key.get(live.translation_key) or []
    version = next((each for each in versions if each.number == number), None)
    if version is None or version.withdrawn_at:
        return None
    stored = reading.read_version(version)
    page = reading.build_page(stored, version, live)
    opened = VersionContext(
        context.site,
        gaps=context.gaps,
        public=public,
        stored=stored,
        version=version,
        parent=context,
    )
    opened.load.bodies.documents[id(page)] = page, stored.document
    opened.load.versions_by_key.values[live.translation_key] = versions
    return OpenedVersion(version, page, opened)


def as_the_public(perspective: Perspective) -> Perspective:
    """Return the perspective without its drafts; its cache tags count for the same answer."""
    site: Site = perspective.site
    return Perspective(
        site,
        perspective.now,
        cache_tags=perspective.cache_tags,
        kept_rows=perspective.kept_rows,
    )
