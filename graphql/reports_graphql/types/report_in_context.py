"""A report with the context to read it in: the value of the GraphQL type `Report`."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Self

import strawberry
from django.utils.functional import cached_property

from reports.checks.fullness import Fullness, measure_fullness
from reports.content.models import AnnualReportPage
from reports.core.document import Document
from reports.core.document.pointer import Pointer
from reports.core.document.rich_text import RichText
from reports.core.figure_addresses import PlaceAddress
from reports_graphql.context import Context

if TYPE_CHECKING:
    from reports_graphql.types.reports import Report

LazyReport = Annotated["Report", strawberry.lazy("reports_graphql.types.reports")]
"""The type `Report`, for the types that it is made of."""


def report_field(
    description: str, resolver: Any = None, nullable: bool = False, **metadata: Any
) -> Any:
    """Return a field whose value is a `ReportInContext`, which brings its context."""
    return strawberry.field(
        resolver=resolver,
        graphql_type=LazyReport | None if nullable else LazyReport,
        description=description,
        metadata={"has_own_context": True, **metadata},
    )


@dataclass(frozen=True, eq=False)
class ReportInContext:
    """The page of a report, and the context with which its fields are read.

    `version` is the number of the version that was asked for; None for the report of today.
    """

    page: AnnualReportPage
    context: Context
    version: int | None = None

    @classmethod
    def of_today(cls, page: AnnualReportPage, context: Context) -> Self:
        """Return a visible report as it is today, and announce what its fields need."""
        today = context.today
        found: Self | None = today.reports.get(id(page))
        if found is None:
            today.load.announce_report(page)
            found = today.reports[id(page)] = cls(page, today)
        return found

    @classmethod
    def if_any(cls, page: AnnualReportPage | None, context: Context) -> Self | None:
        return cls.of_today(page, context) if page else None

    @cached_property
    def id(self) -> str:
        return str(self.page.translation_key)

    @property
    def year(self) -> int:
        return self.page.year

    @property
    def title(self) -> str:
        return self.page.title

    @property
    def hero_title(self) -> str:
        return self.page.hero_title or self.page.title

    @cached_property
    def path(self) -> str:
        return self.context.perspective.path(self.page)

    @property
    def own_path(self) -> str:
        """The path at which this version is read."""
        return f"{self.path}v/{self.version}/" if self.version else self.path

    @property
    def introduction(self) -> RichText:
        return RichText(self.page.introduction)

    @property
    def published_at(self) -> datetime.datetime | None:
        return self.page.first_published_at

    @property
    def last_published_at(self) -> datetime.datetime | None:
        return self.page.last_published_at

    @property
    def date(self) -> datetime.date | None:
        return self.page.report_date

    @property
    def language(self) -> str:
        return self.page.language

    @property
    def currency(self) -> str:
        return self.page.currency

    @property
    def seo_title(self) -> str:
        return str(self.page.seo_title or self.page.title)

    @property
    def seo_description(self) -> str:
        return self.page.search_description

    @cached_property
    def fullness(self) -> Fullness:
        """The fields that a draft lacks; nothing for a public report."""
        is_draft = self.context.perspective.drafts.has(self.page)
        return measure_fullness(self.page) if is_draft else Fullness()

    @property
    def open_task_count(self) -> int:
        return self.fullness.remaining

    @property
    def open_task_summary(self) -> str:
        return str(self.fullness)

    def read_document(self) -> Document:
        """Return the parsed body of the report."""
        return self.context.load.bodies.read(self.page)

    def build_address(self, pointer: Pointer) -> strawberry.ID:
        """Return the address of a place in the report of its year, or in this version of it."""
        year = None if self.version else self.year
        key = self.page.translation_key
        return strawberry.ID(str(PlaceAddress(key, pointer, year=year, version=self.version)))

    def path_to(self, anchor: str) -> str:
        """Return the public path of a section, or of the report without an anchor."""
        return f"{self.path}#{anchor}" if anchor else self.path
