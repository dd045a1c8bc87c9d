from typing import Annotated

import strawberry

from reports import models
from reports.models.snippets import Snippet
from reports_graphql import changes_field, search_field
from reports_graphql.connection import After, Before, Connection, First, Last, connection
from reports_graphql.context import Context, Info
from reports_graphql.enums import SearchType
from reports_graphql.fields import resolved_field
from reports_graphql.loaders.reports import only_summaries
from reports_graphql.pagination import MOST, PAGE_SIZE, Order, Slice
from reports_graphql.types.changes import ChangeConnection
from reports_graphql.types.indicators import Indicator
from reports_graphql.types.report_in_context import ReportInContext
from reports_graphql.types.reports import Report
from reports_graphql.types.search import SearchConnection
from reports_graphql.types.snippets import FundingRound, Incubator, Service
from reports_graphql.versions.version_context import open_version


def service_node(row: models.Service, context: Context) -> models.Service:
    context.load.announce_services([row])
    return row


def indicator_node(row: models.Indicator, context: Context) -> models.Indicator:
    context.load.announce_indicators([row])
    return row


def by_name(model: type[Snippet]) -> Order:
    """Return the order of a list of records: by name as French sorts it, then by key."""
    return Order(model, ("sort_key", model.key_field))


@strawberry.type(description="Public reports and what they are about.")
class Query:
    reports: Connection[Report] = connection(
        Order(models.AnnualReportPage, ("-year", "translation_key")),
        lambda context: only_summaries(context.perspective.reports()),
        "The reports, the newest first.",
        ReportInContext.of_today,
    )
    services: Connection[Service] = connection(
        by_name(models.Service),
        lambda context: context.perspective.snippets(models.Service),
        "The services by name.",
        service_node,
    )
    incubators: Connection[Incubator] = connection(
        by_name(models.Incubator),
        lambda context: context.perspective.snippets(models.Incubator),
        "The incubators by name.",
    )
    indicators: Connection[Indicator] = connection(
        by_name(models.Indicator),
        lambda context: context.perspective.snippets(models.Indicator),
        "The indicators by name.",
        indicator_node,
    )
    funding_rounds: Connection[FundingRound] = connection(
        by_name(models.FundingRound),
        lambda context: context.perspective.snippets(models.FundingRound),
        "The funding rounds by name.",
    )

    @resolved_field(
        "The public report of a year; null if there is none.",
        Report | None,
        has_own_context=True,
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

    @resolved_field("A service by its key; null if there is none.", Service | None)
    def service(
        self,
        info: Info,
        slug: Annotated[
            str,
            strawberry.argument(description="The key of the service: « adresse.data.gouv.fr »."),
        ],
    ) -> models.Service | None:
        return info.context.load.services_by_id_or_slug.get(slug)

    @resolved_field("An indicator by its code; null if there is none.", Indicator | None)
    def indicator(
        self,
        info: Info,
        code: Annotated[str, strawberry.argument(description="The code of the indicator.")],
    ) -> models.Indicator | None:
        return info.context.load.indicators_by_code.get(code)

    @resolved_field(
        "Everything that contains all the words, whatever their accents and endings: passages of "
        "public reports, services, indicators and terms. Titles come first, then records before "
        "reports, the latest report first.",
        order=search_field.ORDER,
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
        prefix: Annotated[
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
        search = search_field.Search.from_arguments(query, types, years, prefix)
        window = Slice.from_arguments(first, after, last, before)
        return search_field.search_results(info.context, search, window)

    @resolved_field(
        "What changed for the public, act by act, in order. Whoever asks again for what each entry "
        "names stays up to date. A cursor that is too old is refused (`CURSOR_EXPIRED`), and so is "
        "one that was made up (`CURSOR_INVALID`)."
    )
    def changes(
        self,
        info: Info,
        since: Annotated[
            str | None,
            strawberry.argument(
                description="The cursor after which to begin; the oldest entry that is kept, if it "
                "is left out."
            ),
        ] = strawberry.UNSET,
        first: Annotated[
            int | None,
            strawberry.argument(
                description=f"How many entries: {PAGE_SIZE} by default, {MOST} at most."
            ),
        ] = strawberry.UNSET,
    ) -> ChangeConnection:
        return changes_field.read_changes(
            info.context,
            None if since is strawberry.UNSET else since,
            None if first is strawberry.UNSET else first,
        )
