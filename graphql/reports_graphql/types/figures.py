"""Figures and the facts that they state."""

from decimal import Decimal
from typing import Any

import strawberry

from reports import figures
from reports.blocks.facts import FactBlock
from reports_graphql.descriptions import JOINED, block_type, describe_address
from reports_graphql.enums import Qualifier, State, Unit
from reports_graphql.fields import address_field
from reports_graphql.types.item import Item


@strawberry.type(
    description="Une expression chiffrée, telle qu’imprimée et telle que comprise. Zéro n’est pas "
    "une absence : voir `state`."
)
class Figure:
    """Never instantiated: a `reports.figures.Figure` stands for itself."""

    raw: str = strawberry.field(description="L’expression telle que saisie : « Plus de 18 000 ».")
    read_as: str | None = strawberry.field(
        description="Expression qui corrige la lecture, quand le texte seul peut tromper ; nulle "
        "sinon."
    )
    value: Decimal | None = strawberry.field(
        description="Le nombre : « 18000 », ou « 17.4 » pour « 17,4 % ». Nul quand l’expression "
        "n’en est pas un."
    )
    value_to: Decimal | None = strawberry.field(
        description="Le second nombre d’un intervalle ou d’un rapport : 5 pour « 4,2/5 ». Nul "
        "ailleurs."
    )
    step: Decimal | None = strawberry.field(
        description="Ordre de grandeur du dernier chiffre imprimé : 10000 pour « 2,48 millions ». "
        "Nul sans nombre."
    )
    unit: Unit | None = strawberry.field(
        description="Unité comprise ; nulle sans nombre, ou quand ce sont les mots qui suivent qui "
        "la disent."
    )
    qualifier: Qualifier = strawberry.field(
        description="Ce que le nombre affirme : exactement, plus de, environ, une évolution…"
    )
    state: State = strawberry.field(
        description="Si c’est une valeur, une absence de valeur qui se dit, ou des mots."
    )
    text: str = strawberry.field(description="L’expression en français soigné, prête à afficher.")


def figure_field(description: str) -> Any:
    """A field whose value is a `reports.figures.Figure`."""
    return strawberry.field(graphql_type=Figure, description=description)


@block_type(FactBlock, f"Un chiffre entouré de ses mots. {JOINED}")
class Fact(Item):
    """Read in the order `before`, `figure`, `after`."""

    before: str
    figure: figures.Figure = figure_field("Le chiffre ; vide (`EMPTY`) quand il n’y en a pas.")
    after: str
    url: str = address_field(describe_address("Lien de ces mots"))
