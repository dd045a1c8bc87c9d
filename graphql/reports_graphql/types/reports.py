import datetime
from collections import Counter
from typing import Self

import strawberry
from wagtail.models import Page

from reports import models
from reports.blocks.draft_problems import find_problems
from reports.document import block_ids
from reports.document.block import Block
from reports.document.outline import Section
from reports_graphql.context import Context, Info
from reports_graphql.fields import resolved_field
from reports_graphql.loaders.reports import Neighbours
from reports_graphql.types.blocks.body import ReportBlock
from reports_graphql.types.corrections import Correction
from reports_graphql.types.item import Item
from reports_graphql.types.summaries import ReportSummary
from reports_graphql.types.versions import ReportVersion
from reports_graphql.versions.version_context import OpenedVersion

SEO_TITLE = "The title for tabs and search engines, the title of the page by default."
SEO_DESCRIPTION = "The summary for search engines; empty if there is none."
LAST_PUBLISHED_AT = "When it was last published; null for a draft that never was."


def title_elsewhere(page: Page) -> str:
    """Return what a page is called in tabs and by search engines."""
    return str(page.seo_title or page.title)


@strawberry.type(description="A heading of the report in its outline.")
class OutlineEntry(Item):
    level: int = strawberry.field(
        description="Place in the outline, from 2 to 6: its level in HTML, where 1 is the title of "
        "the page."
    )
    number: str = strawberry.field(
        description="The number in the outline, as counted: « 3.2 »; empty if it has none."
    )
    title: str = strawberry.field(description="The words of the heading, without its number.")
    anchor: str = strawberry.field(
        description="The address of the heading within the page, without « # »."
    )

    @classmethod
    def from_section(cls, section: Section) -> Self:
        heading = section.heading
        return cls(
            id=strawberry.ID(heading.id),
            level=int(heading.level),
            number=section.number,
            title=heading.text,
            anchor=heading.anchor,
        )


@strawberry.type(description="What a draft lacks.")
class Problem(Item):
    block: strawberry.ID | None = strawberry.field(
        description="The block that lacks it; null for the page itself."
    )
    message: str = strawberry.field(description="What is missing, in French.")

    @classmethod
    def list_of(cls, page: models.AnnualReportPage) -> list[Self]:
        """Their ids follow from what they say: while one is mended, the others keep theirs."""
        times: Counter[str] = Counter()
        problems = []
        for problem in find_problems(page):
            derived = block_ids.derive_id("problem", problem.block, problem.message)
            times[derived] += 1
            id = derived if times[derived] == 1 else f"{derived}-{times[derived]}"
            block = strawberry.ID(problem.block) if problem.block else None
            problems.append(cls(id=strawberry.ID(id), block=block, message=problem.message))
        return problems


@strawberry.type(description="The report of a year.")
class Report(ReportSummary):
    context: strawberry.Private[Context | None] = None
    """What is below a version is read with; none for the report of today."""
    number: strawberry.Private[int | None] = None

    @classmethod
    def from_version(cls, opened: OpenedVersion) -> Self:
        report = cls.from_page(opened.page, opened.context)
        report.context, report.number = opened.context, opened.version.number
        return report

    @resolved_field(SEO_TITLE)
    def seo_title(self) -> str:
        return title_elsewhere(self.page)

    @resolved_field(SEO_DESCRIPTION)
    def seo_description(self) -> str:
        return self.page.search_description

    @resolved_field(LAST_PUBLISHED_AT)
    def last_published_at(self) -> datetime.datetime | None:
        return self.page.last_published_at

    @resolved_field(
        "The version that is read: the last one, or the one that was asked for; null for a draft, "
        "or if none was stored."
    )
    def version(self, info: Info) -> ReportVersion | None:
        if info.context.perspective.drafts.has(self.page):
            return None
        versions = self.versions(info)
        wanted = (each for each in reversed(versions) if self.number in (None, each.number))
        return next(wanted, None)

    @resolved_field("The versions that were published, the first one first.")
    def versions(self, info: Info) -> list[ReportVersion]:
        rows = info.context.load.versions_by_key.get(self.page.translation_key) or []
        return [ReportVersion.from_row(row, self.path) for row in rows]

    @resolved_field(
        "What the versions changed of what was published and why, from the first version to the "
        "one that is read."
    )
    def corrections(self, info: Info) -> list[Correction]:
        rows = info.context.load.corrections_by_key.get(self.page.translation_key) or []
        read = (row for row in rows if self.number is None or row.version.number <= self.number)
        return [Correction.from_row(row) for row in read]

    @resolved_field("The headings in the order of the report, in one flat list.")
    def outline(self, info: Info) -> list[OutlineEntry]:
        sections = info.context.load.bodies.read(self.page).outline
        return [OutlineEntry.from_section(section) for section in sections]

    @resolved_field(
        "The public report of the year before, or the nearest earlier one; null if there is none."
    )
    def previous(self, info: Info) -> ReportSummary | None:
        around = info.context.load.neighbours_by_year.get(self.year) or Neighbours()
        return ReportSummary.if_any(around.previous, info.context)

    @resolved_field(
        "The public report of the year after, or the nearest later one; null if there is none."
    )
    def next(self, info: Info) -> ReportSummary | None:
        around = info.context.load.neighbours_by_year.get(self.year) or Neighbours()
        return ReportSummary.if_any(around.next, info.context)

    @resolved_field("What is still missing, in a preview; empty for what is public.")
    def problems(self, info: Info) -> list[Problem]:
        if not info.context.perspective.drafts.has(self.page):
            return []
        return Problem.list_of(self.page)

    @resolved_field("The content, block by block.", list[ReportBlock])
    def body(self, info: Info) -> list[Block]:
        return info.context.load.bodies.read_blocks(self.page)
