from typing import Annotated

import strawberry

from reports import models
from reports_graphql import changes_field, search_field
from reports_graphql.connection import After, Before, Connection, First, Last, connection
from reports_graphql.context import Context, Info
from reports_graphql.fields import resolved_field
from reports_graphql.loaders.reports import only_summaries
from reports_graphql.pagination import MOST, PAGE_SIZE, Order, Slice
from reports_graphql.types.changes import ChangeConnection
from reports_graphql.types.indicators import Indicator
from reports_graphql.types.reports import Report
from reports_graphql.types.search import SearchResult
from reports_graphql.types.snippets import FundingRound, Incubator, Service
from reports_graphql.types.summaries import ReportSummary
from reports_graphql.versions.version_context import open_version


def service_node(row: models.Service, context: Context) -> models.Service:
    context.load.announce_services([row])
    return row


def indicator_node(row: models.Indicator, context: Context) -> models.Indicator:
    context.load.announce_indicators([row])
    return row


@strawberry.type(description="Les bilans publics et ce dont ils parlent.")
class Query:
    reports: Connection[ReportSummary] = connection(
        Order(models.AnnualReportPage, ("-year", "translation_key")),
        lambda context: only_summaries(context.perspective.reports()),
        "Les bilans, du dernier au premier.",
        ReportSummary.from_page,
    )
    services: Connection[Service] = connection(
        Order(models.Service, ("name", "slug")),
        lambda context: context.perspective.snippets(models.Service),
        "Les services, par nom.",
        service_node,
    )
    incubators: Connection[Incubator] = connection(
        Order(models.Incubator, ("name", "slug")),
        lambda context: context.perspective.snippets(models.Incubator),
        "Les incubateurs, par nom.",
    )
    indicators: Connection[Indicator] = connection(
        Order(models.Indicator, ("name", "code")),
        lambda context: context.perspective.snippets(models.Indicator),
        "Les indicateurs, par nom.",
        indicator_node,
    )
    funding_rounds: Connection[FundingRound] = connection(
        Order(models.FundingRound, ("name", "slug")),
        lambda context: context.perspective.snippets(models.FundingRound),
        "Les promotions financées, par nom.",
    )

    @resolved_field("Le bilan public d’une année ; nul s’il n’y en a pas.", has_own_context=True)
    def report(
        self,
        info: Info,
        year: Annotated[int, strawberry.argument(description="Année du bilan : 2024.")],
        version: Annotated[
            int | None,
            strawberry.argument(
                description="Numéro d’une version : le bilan tel qu’il était, avec ce qu’il citait "
                "alors. Nul : le bilan d’aujourd’hui. Une version retirée n’est plus lisible."
            ),
        ] = strawberry.UNSET,
    ) -> Report | None:
        if version is None or version is strawberry.UNSET:
            return Report.if_any(info.context.load.reports_by_year.get(year), info.context)
        opened = open_version(info.context, year, version)
        return Report.from_version(opened) if opened else None

    @resolved_field("Un service par sa clé ; nul s’il n’y en a pas.", Service | None)
    def service(
        self,
        info: Info,
        slug: Annotated[
            str, strawberry.argument(description="Clé du service : « adresse.data.gouv.fr ».")
        ],
    ) -> models.Service | None:
        return info.context.load.services_by_id_or_slug.get(slug)

    @resolved_field("Un indicateur par son code ; nul s’il n’y en a pas.", Indicator | None)
    def indicator(
        self,
        info: Info,
        code: Annotated[str, strawberry.argument(description="Code de l’indicateur.")],
    ) -> models.Indicator | None:
        return info.context.load.indicators_by_code.get(code)

    @resolved_field(
        "Ce qui contient tous les mots demandés, accents et terminaisons mis à part : passages des "
        "bilans publics, services, indicateurs et termes. D’abord ce qui les porte dans son titre, "
        "puis les fiches avant les bilans, le dernier bilan en tête.",
        order=search_field.ORDER,
    )
    def search(
        self,
        info: Info,
        query: Annotated[
            str,
            strawberry.argument(
                description="Les mots cherchés : 200 caractères et 10 mots au plus. Sans mot qui "
                "porte un sens (« de la »), rien n’est trouvé."
            ),
        ],
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> Connection[SearchResult]:
        return search_field.search_results(
            info.context, query, Slice.from_arguments(first, after, last, before)
        )

    @resolved_field(
        "Ce qui a changé de public, acte par acte, dans l’ordre. Qui redemande ce que nomme chaque "
        "entrée reste à jour. Un curseur trop ancien est refusé (`CURSOR_EXPIRED`), un curseur "
        "inventé aussi (`CURSOR_INVALID`)."
    )
    def changes(
        self,
        info: Info,
        since: Annotated[
            str | None,
            strawberry.argument(
                description="Curseur après lequel commencer ; absent : la plus ancienne entrée "
                "gardée."
            ),
        ] = strawberry.UNSET,
        first: Annotated[
            int | None,
            strawberry.argument(
                description=f"Combien d’entrées : {PAGE_SIZE} par défaut, {MOST} au maximum."
            ),
        ] = strawberry.UNSET,
    ) -> ChangeConnection:
        return changes_field.read_changes(
            info.context,
            None if since is strawberry.UNSET else since,
            None if first is strawberry.UNSET else first,
        )
