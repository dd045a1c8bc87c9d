"""The type `Query`, the root of the graph, without the fields of the site half."""

from typing import Annotated, Any

import strawberry

from reports import models
from reports_graphql import changes_field, list_fields, mentions_field, search_field
from reports_graphql.connection import After, Before, Connection, First, Last
from reports_graphql.context import Context, Info
from reports_graphql.enums import SearchType
from reports_graphql.field_cost import costs
from reports_graphql.fields import resolved_field
from reports_graphql.loaders import FOUND_RECORDS
from reports_graphql.pagination import MAX_PAGE_SIZE, PAGE_SIZE, Slice
from reports_graphql.record_fields import add_record_fields, record_by_key, record_list
from reports_graphql.types.changes import READ_FOR_ENTRIES, ChangeConnection
from reports_graphql.types.indicators import Indicator
from reports_graphql.types.mentions import FundingTable, Mention
from reports_graphql.types.preview import PreviewedPage, previewed_page
from reports_graphql.types.report_in_context import ReportInContext
from reports_graphql.types.reports import Report
from reports_graphql.types.search import SearchConnection
from reports_graphql.types.sites import Site
from reports_graphql.types.snippets import Service, Term
from reports_graphql.versions.version_context import open_version

SITE = "The site that the request is made to."


def announce_report(context: Context, year: int, version: int | None = strawberry.UNSET) -> None:
    """Announce the report of a year, so that reports of other aliases are read with it."""
    if version is None or version is strawberry.UNSET:
        context.load.reports_by_year.announce_key(year)


@strawberry.type(description="Public reports, what they are about, and the site around them.")
@add_record_fields
class Query:
    reports: Connection[Report] = list_fields.reports
    services: Connection[Service] = list_fields.services
    indicators: Connection[Indicator] = list_fields.indicators
    terms: Connection[Term] = record_list(models.Term, "terms of the glossary")

    mentions: Connection[Mention] = mentions_field.mentions
    funding_tables: Connection[FundingTable] = mentions_field.funding_tables

    @resolved_field(
        "The public report of a year; null if there is none.",
        Report | None,
        has_own_context=True,
        announce=announce_report,
        # what a version reads before anything is asked of it
        **costs(
            reads_with={
                "version": ("stored version", "stored contents", "deleted hidden", "drawings")
            }
        ),
    )
    def report(
        self,
        info: Info,
        year: Annotated[int, strawberry.argument(description="The year of the report: 2024.")],
        version: Annotated[
            int | None,
            strawberry.argument(
                description="The number of a version: the report as it was, with what it referred "
                "to then. Without it, the report of today. A version that was withdrawn can be "
                "read no longer."
            ),
        ] = strawberry.UNSET,
    ) -> ReportInContext | None:
        if version is None or version is strawberry.UNSET:
            return ReportInContext.if_any(info.context.load.reports_by_year.get(year), info.context)
        opened = open_version(info.context, year, version)
        if opened is None:
            return None
        return ReportInContext(opened.page, opened.context, opened.version.number)

    preview: PreviewedPage | None = strawberry.field(
        resolver=previewed_page,
        description="The page whose draft the preview token of the request shows; null without a "
        "token.",
    )
    service: Service | None = record_by_key("service", "the service")
    indicator: Indicator | None = record_by_key("indicator", "the indicator", "code")
    term: Term | None = record_by_key("term", "the term of the glossary")

    @resolved_field(SITE, Site, **costs("site identity"))
    def site(self, info: Info) -> Any:
        return info.context.perspective.site

    @resolved_field(
        "Everything that contains all the words, whatever their accents and endings: passages of "
        "public reports, services, indicators and terms. Titles come first, then records before "
        "reports, the latest report first.",
        order=search_field.ORDER,
        **costs(
            *("content version", "next change", "vocabulary", "corrected search", "found entries"),
            *("reports", FOUND_RECORDS),
            reads_with=dict.fromkeys(("after", "before"), ("corrected search, counted",)),
        ),
    )
    def search(
        self,
        info: Info,
        query: Annotated[
            str,
            strawberry.argument(
                description="The words: at most 200 characters and 10 words. Without a word that "
                "carries meaning (« de la »), nothing is found."
            ),
        ],
        types: Annotated[
            list[SearchType] | None,
            strawberry.argument(
                description="The kinds of results; all of them if this is absent or null, none if "
                "it is empty."
            ),
        ] = strawberry.UNSET,
        years: Annotated[
            list[int] | None,
            strawberry.argument(
                description="The years of reports, at most 100. Records have no year: with this "
                "argument, only passages are found."
            ),
        ] = strawberry.UNSET,
        is_prefix: Annotated[
            bool,
            strawberry.argument(
                description="Whether the last word of the query may be the beginning of one, from "
                "two letters on: for a search while the reader types. A space after it ends it."
            ),
        ] = False,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> SearchConnection:
        search = search_field.Search.from_arguments(query, types, years, is_prefix)
        window = Slice.from_arguments(first, after, last, before)
        return search_field.search_results(info.context, search, window)

    @resolved_field(
        "What changed for the public, act by act, in order. Whoever asks again for what each entry "
        "names stays up to date. A cursor that is too old is refused (`CURSOR_EXPIRED`), and so is "
        "one that was made up (`CURSOR_INVALID`).",
        # its place, what was announced, and the gate for each kind
        **costs("feed position", "titles", "corrections", *READ_FOR_ENTRIES),
    )
    def changes(
        self,
        info: Info,
        first: Annotated[
            int | None,
            strawberry.argument(
                description=f"How many entries: {PAGE_SIZE} by default, {MAX_PAGE_SIZE} at most."
            ),
        ] = strawberry.UNSET,
        after: Annotated[
            str | None,
            strawberry.argument(
                description="The cursor after which to begin; without it, the oldest entry kept."
            ),
        ] = strawberry.UNSET,
    ) -> ChangeConnection:
        return changes_field.read_changes(
            info.context,
            None if first is strawberry.UNSET else first,
            None if after is strawberry.UNSET else after,
        )
