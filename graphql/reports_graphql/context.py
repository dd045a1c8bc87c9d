from dataclasses import dataclass
from functools import cached_property

import strawberry
from django.http import HttpRequest
from wagtail.models import Page, Site

from reports.visibility.perspective import Perspective
from reports_graphql.loaders import Loaders


@dataclass
class Context:
    """What resolvers may know of a request: whose eyes it sees with, and what it has loaded."""

    request: HttpRequest
    site: Site | None = None  # where the caller knows it already
    draft: Page | None = None  # the one page that is seen as it will be, in a preview
    is_complete: bool = True  # not where something is missing that is there: nobody keeps that

    @cached_property
    def perspective(self) -> Perspective:
        if self.site:
            return Perspective(self.site, draft=self.draft)
        return Perspective.public(self.request, self.draft)

    def tags(self) -> set[str]:
        """Return what the answer speaks of, for caches: `report-2024`, `services`…"""
        return {"bilan", *self.perspective.cache_tags} if "perspective" in vars(self) else {"bilan"}

    @cached_property
    def load(self) -> Loaders:
        return Loaders(self.perspective)


Info = strawberry.Info[Context, None]
