"""Types of records: services, incubators, funding rounds and terms, as they are today.

What a report printed about a record is in the report's blocks.
"""

from typing import TYPE_CHECKING, Annotated, Any

import strawberry
from strawberry import Parent

from reports import models
from reports_graphql.context import Info
from reports_graphql.enums import ServicePhase
from reports_graphql.field_cost import costs
from reports_graphql.fields import parse_url
from reports_graphql.loaders.mentions import MAX_MENTIONS
from reports_graphql.loaders.snippets import MAX_SERVICES
from reports_graphql.scalars import URL
from reports_graphql.types.model_type import attribute_field, model_type
from reports_graphql.types.placed_mentions import list_awards, list_mentions

if TYPE_CHECKING:
    from reports_graphql.types.mentions import Mention, RoundAward

MENTIONS = strawberry.lazy("reports_graphql.types.mentions")  # which knows the types below
SERVICES = strawberry.lazy("reports_graphql.types.snippets")

NAME = "The name of today."
INCUBATOR_KEY = "The stable key of the incubator, that of the public register."
SERVICE_KEY = "The stable key of the service, that of the public register, dots included."
FUNDING_ROUND_KEY = "The stable key of the funding round."
TERM_KEY = "The stable key of the term."


def key_field(description: str) -> Any:
    """Return a field that gives the stable key of a record, never its row number."""
    return attribute_field("slug", description)


def incubator_services(incubator: Parent[models.Incubator], info: Info) -> Any:
    today = info.context.today
    return today.load.services_by_incubator_id.get(incubator.survivor.pk) or []


@model_type(
    models.Incubator, description="A team of an administration that builds digital services."
)
class Incubator:
    id: strawberry.ID = key_field(INCUBATOR_KEY)
    slug: str = key_field(INCUBATOR_KEY)
    name: str = strawberry.field(description=NAME)
    owner: str = strawberry.field(
        description="The public organisation that runs the incubator; empty if it is not known."
    )
    services: list[Annotated["Service", SERVICES]] = strawberry.field(
        resolver=incubator_services,
        description=f"The public services that the incubator runs today, by name: the first "
        f"{MAX_SERVICES}. `services` of the root gives all of them, page by page.",
        metadata=costs("services of incubators", items=6),
    )


def web_address_field(name: str, description: str) -> Any:
    """Return a field that gives an address of a service if it is complete and may leave."""

    def resolve(service: Parent[models.Service]) -> URL | None:
        return parse_url(getattr(service, name))

    return strawberry.field(resolver=resolve, description=description)


def service_phase(service: Parent[models.Service]) -> ServicePhase | None:
    return ServicePhase(service.phase) if service.phase else None


def service_phase_label(service: Parent[models.Service]) -> str | None:
    return service.get_phase_display() or None


def service_incubator(service: Parent[models.Service], info: Info) -> models.Incubator | None:
    return info.context.load.incubators_by_id_or_slug.get(service.incubator_id)


def service_mentions(service: Parent[models.Service], info: Info) -> Any:
    return list_mentions(service, info.context)


def round_awards(funding_round: Parent[models.FundingRound], info: Info) -> Any:
    return list_awards(funding_round, info.context)


@model_type(
    models.Service,
    description="A digital public service as it is today. What a report printed of it stays in the "
    "report.",
)
class Service:
    id: strawberry.ID = key_field(SERVICE_KEY)
    slug: str = key_field(SERVICE_KEY)
    name: str = strawberry.field(description=NAME)
    mission: str = strawberry.field(description="What the service does, in one sentence.")
    phase: ServicePhase | None = strawberry.field(
        resolver=service_phase,
        description="The phase of the service today; null if it is not known.",
    )
    phase_label: str | None = strawberry.field(
        resolver=service_phase_label,
        description="The name of the phase in French: « Accélération »; null if it is not known.",
    )
    url: URL | None = web_address_field(
        "url", "The address of the service; null if it is not known."
    )
    stats_url: URL | None = web_address_field(
        "stats_url", "The public page of the service's statistics; null if it is not known."
    )
    budget_url: URL | None = web_address_field(
        "budget_url", "The public page of the service's budget; null if it is not known."
    )
    incubator: Incubator | None = strawberry.field(
        resolver=service_incubator,
        description="The incubator that runs the service today; null if there is none, or if it is "
        "not public.",
    )
    mentions: list[Annotated["Mention", MENTIONS]] = strawberry.field(
        resolver=service_mentions,
        description="Where public reports name the service, the newest report first, in the order "
        f"of each: the latest {MAX_MENTIONS}. `mentions` of the root gives all of them.",
        metadata={"has_own_context": True, **costs("mentions", "mentioning reports", items=5)},
    )


@model_type(models.FundingRound, description="A round in which services were funded together.")
class FundingRound:
    id: strawberry.ID = key_field(FUNDING_ROUND_KEY)
    slug: str = key_field(FUNDING_ROUND_KEY)
    name: str = strawberry.field(description=NAME)
    year: int | None = strawberry.field(
        description="The year of the awards; null if it is not known."
    )
    awards: list[Annotated["RoundAward", MENTIONS]] = strawberry.field(
        resolver=round_awards,
        description="The awards of the round, row by row of the funding tables of public reports, "
        f"the newest report first: those of the latest {MAX_MENTIONS} tables. `fundingTables` of "
        "the root gives all of them.",
        metadata={
            "has_own_context": True,
            **costs("awards", "awarding reports", "awarded bodies", items=8),
        },
    )


@model_type(models.Term, description="A term of the glossary.")
class Term:
    id: strawberry.ID = key_field(TERM_KEY)
    slug: str = key_field(TERM_KEY)
    name: str = strawberry.field(description=NAME)
    definition: str = strawberry.field(description="What the term means.")
