"""The context of one GraphQL request, which every resolver receives."""

from collections.abc import Collection, Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import Any

import strawberry
from django.utils.functional import cached_property
from wagtail.models import Site

from reports.content.charts.block import draw_chart
from reports.content.visibility.drafts import NO_DRAFTS, Drafts
from reports.content.visibility.kept_rows import KeptRows
from reports.content.visibility.perspective import NoSite, Perspective
from reports.core.document import Document
from reports.core.document.block import Block
from reports.core.document.figure_blocks import Chart
from reports.core.document.outline import Section
from reports.core.figures.locale import FRENCH, Locale
from reports_graphql.loaders import Loaders
from reports_graphql.population import count_once, count_public


@dataclass(frozen=True)
class BodyPlace:
    """The page and the sections of the blocks that are being resolved.

    `path` is the public path of the page; `sections` has the section of each block, by `id(block)`.
    """

    path: str
    sections: Mapping[int, Section | None]
    is_draft: bool = False
    locale: Locale = FRENCH

    def get_section(self, block: Block) -> Section | None:
        """Return the section that contains a block; a heading is in its own section."""
        return self.sections[id(block)]


@dataclass
class Context:
    """The context of a request for resolvers: what it may see, and what it has already loaded."""

    site: Site | None  # None where no site answers at the address
    drafts: Drafts = NO_DRAFTS  # what is seen as it will be, in a preview
    kept_rows: KeptRows | None = None  # of the moment that is answered for
    gaps: set[str] = field(default_factory=set)
    """What is missing that is there, such as a drawing: nobody keeps such an answer."""
    kinds_read: Collection[str] | None = None
    """What the operation may read, as costs name it; None where that is not known."""
    body: BodyPlace | None = None
    reports: dict[int, Any] = field(default_factory=dict)
    """The reports of today that answers speak of, by the identity of their page."""

    # Here and in loaders it is Django's: that of functools takes a lock in Python 3.11.
    @cached_property
    def perspective(self) -> Perspective:
        if not self.site:  # may be a lazy object
            raise NoSite
        return Perspective(self.site, drafts=self.drafts, kept_rows=self.kept_rows)

    @property
    def is_complete(self) -> bool:
        return not self.gaps

    @property
    def today(self) -> "Context":
        """The context of the request itself, even if this one reads an older version."""
        return self

    def within(self, path: str, document: Document, is_draft: bool = False) -> "Context":
        """Return the context for the body of a page; it shares all loaded data with this one."""
        assert self.load
        inner = copy(self)
        inner.body = BodyPlace(path, document.sections, is_draft, document.locale)
        return inner

    def tags(self) -> set[str]:
        """Return the cache tags of the records in the answer: `report-2024`, `services`…"""
        return {"bilan", *self.perspective.cache_tags} if "perspective" in vars(self) else {"bilan"}

    def count_existing(self, is_needed: bool) -> Mapping[str, int] | None:
        """Return the number of public objects of each type that lists contain.

        Without a cache of counts, as in previews, they are only counted if `is_needed`.
        """
        if self.kept_rows is not None and self.site:
            return count_once(self.perspective, self.kept_rows.moment)
        return count_public(self.perspective) if is_needed else None

    def mark_incomplete(self, gap: str) -> None:
        """Note that an existing part, such as a drawing, is missing: no cache keeps the answer."""
        self.gaps.add(gap)

    def draw_chart(self, chart: Chart) -> str | None:
        """Return the drawing of a chart, if there is one. Raises StorageUnavailable, `NotDrawn`."""
        return draw_chart(chart)

    @cached_property
    def load(self) -> Loaders:
        return Loaders(self.perspective, self.kinds_read)


Info = strawberry.Info[Context, None]
