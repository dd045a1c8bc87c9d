"""Living records. What a report printed of them is in the report's blocks, beside the reference."""

from typing import Any

import strawberry
import strawberry_django
from strawberry import Parent, auto

from reports import models
from reports.text.addresses import sanitize_address
from reports_graphql.context import Info
from reports_graphql.enums import ServicePhase
from reports_graphql.types.appearances import Appearance


def id_field(key: str) -> strawberry.ID:
    """The public id: the record's stable key, described by its help text, never a row number."""
    field: strawberry.ID = strawberry_django.field(field_name=key)
    return field


@strawberry_django.type(
    models.Incubator,
    description="Une équipe d’une administration qui lance des services numériques.",
)
class Incubator:
    id: strawberry.ID = id_field("slug")
    slug: auto
    name: auto
    owner: auto


def address_field(name: str) -> str:
    """An address of a record as it may leave, described by its help text."""

    def resolve(service: Parent[models.Service]) -> str:
        return sanitize_address(getattr(service, name))

    field: str = strawberry_django.field(
        resolver=resolve,
        description=str(models.Service._meta.get_field(name).help_text),  # type: ignore[union-attr]
    )
    return field


def service_phase(service: Parent[models.Service]) -> ServicePhase | None:
    return ServicePhase(service.phase) if service.phase else None


def service_incubator(service: Parent[models.Service], info: Info) -> models.Incubator | None:
    return info.context.load.incubators_by_id.get(service.incubator_id)


def service_appearances(service: Parent[models.Service], info: Info) -> Any:
    return info.context.load.cards_by_service_id.get(service.pk) or []


@strawberry_django.type(
    models.Service,
    description="Un service public numérique, tel qu’il est aujourd’hui. Ce qu’un bilan en a "
    "imprimé reste dans le bilan.",
)
class Service:
    id: strawberry.ID = id_field("slug")
    slug: auto
    name: auto
    mission: auto
    phase: ServicePhase | None = strawberry_django.field(
        resolver=service_phase,
        description="Phase actuelle du service ; nulle si elle n’est pas connue.",
    )
    url: str = address_field("url")
    stats_url: str = address_field("stats_url")
    budget_url: str = address_field("budget_url")
    incubator: Incubator | None = strawberry_django.field(
        resolver=service_incubator,
        description="Incubateur qui porte le service aujourd’hui ; nul s’il n’y en a pas, ou s’il "
        "n’est pas public.",
    )
    appearances: list[Appearance] = strawberry_django.field(
        resolver=service_appearances,
        description="Cartes des bilans publics qui parlent de ce service, du dernier au premier.",
    )


@strawberry_django.type(
    models.FundingRound, description="Une promotion de services financés ensemble."
)
class FundingRound:
    id: strawberry.ID = id_field("slug")
    slug: auto
    name: auto
    year: int | None = strawberry_django.field(
        description="Année d’attribution ; nulle si elle n’est pas connue."
    )


@strawberry_django.type(models.Term, description="Un mot du glossaire.")
class Term:
    id: strawberry.ID = id_field("slug")
    slug: auto
    name: auto
    definition: auto
