from dataclasses import dataclass
from functools import cached_property

import strawberry
from django.http import HttpRequest
from wagtail.models import Site

from reports.charts.block import draw_chart
from reports.document.figure_blocks import Chart
from reports.visibility.drafts import NO_DRAFTS, Drafts
from reports.visibility.perspective import Perspective
from reports_graphql.loaders import Loaders


@dataclass
class Context:
    """What resolvers may know of a request: whose eyes it sees with, and what it has loaded."""

    request: HttpRequest
    site: Site | None = None  # where the caller knows it already
    drafts: Drafts = NO_DRAFTS  # what is seen as it will be, in a preview
    is_complete: bool = True  # not where something is missing that is there: nobody keeps that

    @cached_property
    def perspective(self) -> Perspective:
        if self.site:
            return Perspective(self.site, drafts=self.drafts)
        return Perspective.public(self.request, self.drafts)

    def tags(self) -> set[str]:
        """Return what the answer speaks of, for caches: `report-2024`, `services`…"""
        return {"bilan", *self.perspective.cache_tags} if "perspective" in vars(self) else {"bilan"}

    def mark_incomplete(self) -> None:
        """Note that something is missing that is there: no cache keeps the answer."""
        self.is_complete = False

    def draw_chart(self, chart: Chart) -> str | None:
        """Return the drawing of a chart, if there is one. Raises StorageUnavailable."""
        return draw_chart(chart)

    @cached_property
    def load(self) -> Loaders:
        return Loaders(self.perspective)


Info = strawberry.Info[Context, None]
