"""The type `Report`, with the resolvers of its fields."""

import datetime
from typing import Any

import strawberry
from strawberry import Parent

from reports import models
from reports.core.document.rich_text import RichText as RichTextNode
from reports_graphql.context import Info
from reports_graphql.field_cost import costs
from reports_graphql.loaders.reports import Neighbours
from reports_graphql.query_limits.cost_model import BODY_BLOCKS
from reports_graphql.types.blocks.body import ReportBlock
from reports_graphql.types.corrections import Correction
from reports_graphql.types.essentials import EssentialFigure, report_essentials
from reports_graphql.types.figure_addresses import FigureAddress, report_figure_addresses
from reports_graphql.types.media import Document, Picture
from reports_graphql.types.notes import Note, report_notes
from reports_graphql.types.outline import OutlineEntry
from reports_graphql.types.pdf_file import PdfFile
from reports_graphql.types.placed_blocks import PlacedBlocks
from reports_graphql.types.problems import Problem
from reports_graphql.types.report_in_context import ReportInContext, report_field
from reports_graphql.types.richtext import RichText
from reports_graphql.types.versions import ReportVersion

SEO_TITLE = "The title for tabs and search engines, the title of the page by default."
SEO_DESCRIPTION = "The summary for search engines; empty if there is none."
PUBLISHED_AT = "When it was first published; null for a draft that never was."
LAST_PUBLISHED_AT = "When it was last published; null for a draft that never was."

Source = Parent[ReportInContext]


def report_document(report: Source, info: Info) -> models.ReportDocument | None:
    return info.context.load.documents_by_id.get(report.page.source_document_id)


def report_image(report: Source, info: Info) -> models.Picture | None:
    return info.context.load.pictures_by_id.get(report.page.image_id)


def report_versions(report: Source, info: Info) -> list[ReportVersion]:
    rows = info.context.load.versions_by_key.get(report.page.translation_key) or []
    return [ReportVersion.from_row(row, report.path) for row in rows]


def report_version(report: Source, info: Info) -> ReportVersion | None:
    if info.context.perspective.drafts.has(report.page):
        return None
    versions = reversed(report_versions(report, info))
    return next((each for each in versions if report.version in (None, each.number)), None)


def report_pdf(report: Source, info: Info) -> PdfFile | None:
    version = report_version(report, info)
    return version.pdf if version else None


def report_corrections(report: Source, info: Info) -> list[Correction]:
    rows = info.context.load.corrections_by_key.get(report.page.translation_key) or []
    last = report.version
    return [Correction.from_row(row) for row in rows if last is None or row.version.number <= last]


def report_outline(report: Source) -> list[OutlineEntry]:
    return [OutlineEntry.from_section(section) for section in report.read_document().outline]


def report_previous(report: Source, info: Info) -> Any:
    around = info.context.load.neighbours_by_year.get(report.year) or Neighbours()
    return ReportInContext.if_any(around.previous, info.context)


def report_next(report: Source, info: Info) -> Any:
    around = info.context.load.neighbours_by_year.get(report.year) or Neighbours()
    return ReportInContext.if_any(around.next, info.context)


def report_problems(report: Source, info: Info) -> list[Problem]:
    is_draft = info.context.perspective.drafts.has(report.page)
    return Problem.list_of(report.page) if is_draft else []


def report_body(report: Source, info: Info) -> Any:
    document = report.read_document()
    return PlacedBlocks.of_page(report.page, document, report.own_path, info.context)


@strawberry.type(description="The report of a year.")
class Report:
    """The fields of a report; the values are instances of `ReportInContext`."""

    id: strawberry.ID = strawberry.field(description="A stable key: a UUID.")
    year: int = strawberry.field(description="The year that the report is about.")
    title: str = strawberry.field(description="The title of the page.")
    hero_title: str = strawberry.field(
        description="The title at the head of the report, the title of the page by default."
    )
    path: str = strawberry.field(description="The public path: « /bilan/2024/ ».")
    introduction: RichTextNode = strawberry.field(
        graphql_type=RichText, description="The summary at the head of the report and in lists."
    )
    published_at: datetime.datetime | None = strawberry.field(description=PUBLISHED_AT)
    last_published_at: datetime.datetime | None = strawberry.field(description=LAST_PUBLISHED_AT)
    seo_title: str = strawberry.field(description=SEO_TITLE)
    seo_description: str = strawberry.field(description=SEO_DESCRIPTION)
    date: datetime.date | None = strawberry.field(
        description="The date that is printed on the report, or as of which its figures are; null "
        "if there is none."
    )
    language: str = strawberry.field(
        description="The language that the report is written in, as a BCP 47 code: fr. Its figures "
        "are read and printed in it."
    )
    currency: str = strawberry.field(
        description="The currency of the report, as an ISO 4217 code: EUR. A lone « $ » is money "
        "only in reports in USD."
    )
    image: Picture | None = strawberry.field(
        resolver=report_image,
        description="The picture for lists, and for where the report is shared; null if there is "
        "none, or if it is not public.",
    )
    document: Document | None = strawberry.field(
        resolver=report_document,
        description="The file that the report transcribes; null if there is none, or if it is not "
        "public.",
    )
    version: ReportVersion | None = strawberry.field(
        resolver=report_version,
        description="The version that is read: the last one, or the one that was asked for; null "
        "for a draft, or if none was stored.",
        metadata=costs("versions"),
    )
    pdf: PdfFile | None = strawberry.field(
        resolver=report_pdf,
        description="The version that is read, as a PDF; null for a draft, and until it was made, "
        "soon after the publication.",
        metadata=costs("versions"),
    )
    versions: list[ReportVersion] = strawberry.field(
        resolver=report_versions,
        description="The versions that were published, the first one first.",
        metadata=costs("versions", items=10),
    )
    corrections: list[Correction] = strawberry.field(
        resolver=report_corrections,
        description="What the versions changed of what was published and why, from the first "
        "version to the one that is read.",
        metadata=costs("corrections", items=5),
    )
    outline: list[OutlineEntry] = strawberry.field(
        resolver=report_outline,
        description="The headings in the order of the report, in one flat list.",
        metadata=costs("bodies", items=30),
    )
    essentials: list[EssentialFigure] = strawberry.field(
        resolver=report_essentials,
        description="The figures that sum up the report; empty if none was chosen.",
        metadata=costs(
            *("bodies", "neighbours", "body of the year before", "indicators", "services"), items=6
        ),
    )
    figure_addresses: list[FigureAddress] = strawberry.field(
        resolver=report_figure_addresses,
        description="The addresses of all figures and cells of the body, in reading order.",
        metadata=costs("bodies", items=200),
    )
    notes: list[Note] = strawberry.field(
        resolver=report_notes,
        description="The notes of the report, in the order of their numbers.",
        metadata=costs("bodies", items=10),
    )
    previous: Any = report_field(
        "The public report of the year before, or the nearest earlier one; null if there is none.",
        resolver=report_previous,
        nullable=True,
        **costs("neighbours"),
    )
    next: Any = report_field(
        "The public report of the year after, or the nearest later one; null if there is none.",
        resolver=report_next,
        nullable=True,
        **costs("neighbours"),
    )
    problems: list[Problem] = strawberry.field(
        resolver=report_problems,
        description="What is still missing, in a preview; empty for what is public.",
        metadata=costs(items=10),
    )
    open_task_count: int = strawberry.field(
        description="How many things are left to fill in or to read again, as the form counts "
        "them, in a preview; 0 for what is public."
    )
    open_task_summary: str = strawberry.field(
        description="The same in French, « 20 % rempli, 41 éléments à remplir ou à relire »; empty "
        "for what is public."
    )
    body: list[ReportBlock] = strawberry.field(
        resolver=report_body,
        graphql_type=list[ReportBlock],
        description="The content, block by block.",
        metadata={"has_own_context": True, **costs("bodies", items=BODY_BLOCKS)},
    )
