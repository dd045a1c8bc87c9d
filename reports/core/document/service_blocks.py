"""Nodes for services and incubators as printed, each with a reference to the record."""

from collections.abc import Iterator

from reports.core.document import fields
from reports.core.document.block import Block, block
from reports.core.document.facts import LEADING, Fact
from reports.core.document.group import Group
from reports.core.document.node import Node, node
from reports.core.document.part import NextYear

NAME_HELP = "Nom tel qu’imprimé dans ce bilan."
MISSION_HELP = "Mission telle qu’imprimée dans ce bilan."


@node(named_by=("name",))
class PrintedService(Node):
    """A service as a report names it: what cards and lines share."""

    service: int | None = fields.reference("Service", "service", help="Fiche vivante du service.")
    reference_name: str = fields.bookkeeping()
    name: str = fields.text("Nom", help=NAME_HELP, is_required=True)
    url: str = fields.address("Lien", help="Lien imprimé sur le nom : adresse ou chemin.")


@node("Carte")
class Card(PrintedService):
    """A service and its mission, under the label that the report printed."""

    mission_heading: str = fields.text(
        "Intitulé de la mission",
        default="Sa mission",
        description="The heading of the mission, as printed: « Sa mission ».",
    )
    mission: str = fields.text(
        "Mission", help=MISSION_HELP, heading="mission_heading", is_sentence=True
    )
    status: str = fields.text(
        "Statut",
        help="Phase et incubateur, tels qu’imprimés.",
        description="The phase and the incubator, as printed.",
    )
    leading: bool = fields.flag(
        LEADING, help="Montre le premier chiffre de la carte en tête du bilan."
    )


@node()
class ImpactCard(Card):
    """A service with its mission, its status and its impact."""

    facts_heading: str = fields.text(
        "Intitulé des faits",
        default="Son impact",
        description="The heading of the facts, as printed: « Son impact ».",
    )
    facts: tuple[Fact, ...] = fields.nodes(
        "Faits", Fact, heading="facts_heading", description="What the service achieved."
    )

    @property
    def periods(self) -> "tuple[Period, ...]":
        """The one period of the card, under the heading of its facts."""
        return (Period(f"{self.id}-facts", self.facts_heading, self.facts),)


@block("impact_cards", "Cartes d’impact", has_dated_facts=True, has_cards=True)
class ImpactCards(Block):
    """Services with their missions and their impact in figures."""

    cards: tuple[ImpactCard, ...] = fields.nodes(
        "Cartes", ImpactCard, public_name="impactCards", description="The cards, in order."
    )


@node("Période", named_by=("heading",))
class Period(Node):
    """What a service achieved in a period."""

    heading: str = fields.text(
        "Période",
        NextYear.MOVES,
        help="« En 2024 », tel qu’imprimé.",
        description="The heading of the period, as printed: « En 2024 ».",
        is_required=True,
    )
    facts: tuple[Fact, ...] = fields.nodes("Faits", Fact, description="The facts of the period.")


@node()
class ComparisonCard(Card):
    """A service from one period to the next, and its growth."""

    periods: tuple[Period, ...] = fields.nodes(
        "Périodes", Period, next_year=NextYear.SHIFTS, description="The periods, in order."
    )
    growth: Fact = fields.node(
        "Évolution",
        Fact,
        help="De la première période à la dernière.",
        description="The growth from the first period to the last.",
    )


@block("comparison_cards", "Cartes d’une année à l’autre", has_dated_facts=True, has_cards=True)
class ComparisonCards(Block):
    """Services compared from one year to the next."""

    cards: tuple[ComparisonCard, ...] = fields.nodes(
        "Cartes", ComparisonCard, public_name="comparisonCards", description="The cards, in order."
    )


@node("Service")
class ServiceLine(PrintedService):
    """A service in one line."""

    mission: str = fields.text("Mission", help=MISSION_HELP, is_sentence=True)
    owners: str = fields.text(
        "Porteurs",
        help="« Culture / DINUM », tel qu’imprimé.",
        description="The organisations that own the service, as printed: « Culture / DINUM ».",
    )


@block("service_lines", "Services en une ligne")
class ServiceLines(Block):
    """A list of services, one a line."""

    services: tuple[ServiceLine, ...] = fields.nodes(
        "Services",
        ServiceLine,
        public_name="serviceLines",
        description="The services, in order.",
    )


@node("Incubateur", named_by=("name",))
class ListedIncubator(Node):
    """An incubator and the administration that runs it."""

    incubator: int | None = fields.reference("Incubateur", "incubator", help="Fiche vivante.")
    reference_name: str = fields.bookkeeping()
    name: str = fields.text("Nom", help=NAME_HELP, is_required=True)
    owner: str = fields.text("Administration", help="Telle qu’imprimée entre parenthèses.")


@node(named_by=("lead",))
class IncubatorGroup(Group):
    """Incubators under one lead, or without a lead."""

    lead: str = fields.text(
        "Amorce",
        NextYear.MOVES,
        help="« dont 3 incubateurs créés en 2024 »…",
        description="The words that introduce the group: « dont 3 incubateurs créés en 2024 ».",
    )
    incubators: tuple[ListedIncubator, ...] = fields.nodes(
        "Incubateurs", ListedIncubator, description="The incubators, in order."
    )


@block("incubator_list", "Liste d’incubateurs")
class IncubatorList(Block):
    """Partner incubators and their administrations."""

    groups: tuple[IncubatorGroup, ...] = fields.nodes(
        "Groupes",
        IncubatorGroup,
        public_name="incubatorGroups",
        description="The groups, in order.",
    )


def iterate_cards(block: Block) -> Iterator[ImpactCard | ComparisonCard]:
    """Yield the cards of a block, if it is one that has cards."""
    if isinstance(block, ImpactCards | ComparisonCards):
        yield from block.cards
