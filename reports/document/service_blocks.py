"""Services and incubators, as the report prints them, beside a reference to the living record."""

from collections.abc import Iterator

from reports.document import fields
from reports.document.block import Block, block
from reports.document.facts import LEADING, Fact
from reports.document.group import Group
from reports.document.node import Node, node
from reports.document.part import NextYear


@node(named_by=("name",))
class PrintedService(Node):
    """A service as a report names it: what cards and lines share."""

    service: int | None = fields.reference("Service", "service")
    reference_name: str = fields.bookkeeping()
    name: str = fields.text("Nom")
    url: str = fields.address("Lien")


@node("Carte")
class Card(PrintedService):
    """A service and its mission, under the label that the report printed."""

    mission_heading: str = fields.text("Intitulé de la mission", default="Sa mission")
    mission: str = fields.text("Mission", heading="mission_heading")
    status: str = fields.text("Statut")
    leading: bool = fields.flag(LEADING)


@node()
class ImpactCard(Card):
    """A service and what it achieved."""

    facts_heading: str = fields.text("Intitulé des faits", default="Son impact")
    facts: tuple[Fact, ...] = fields.nodes("Faits", Fact, heading="facts_heading")

    @property
    def periods(self) -> "tuple[Period, ...]":
        """The one period of the card, under the heading of its facts."""
        return (Period(f"{self.id}-facts", self.facts_heading, self.facts),)


@block("impact_cards", "Cartes d’impact", has_dated_facts=True, has_cards=True)
class ImpactCards(Block):
    """Services and their impact."""

    cards: tuple[ImpactCard, ...] = fields.nodes("Cartes", ImpactCard)


@node("Période", named_by=("heading",))
class Period(Node):
    """What a service achieved in one period."""

    heading: str = fields.text("Période", NextYear.MOVES)
    facts: tuple[Fact, ...] = fields.nodes("Faits", Fact)


@node()
class ComparisonCard(Card):
    """A service in one period against another, and its growth."""

    periods: tuple[Period, ...] = fields.nodes("Périodes", Period, next_year=NextYear.SHIFTS)
    growth: Fact = fields.node("Évolution", Fact)


@block("comparison_cards", "Cartes d’une année à l’autre", has_dated_facts=True, has_cards=True)
class ComparisonCards(Block):
    """Services year against year."""

    cards: tuple[ComparisonCard, ...] = fields.nodes("Cartes", ComparisonCard)


@node("Service")
class ServiceLine(PrintedService):
    """A service in one line."""

    mission: str = fields.text("Mission")
    owners: str = fields.text("Porteurs")


@block("service_lines", "Services en une ligne")
class ServiceLines(Block):
    """Services, one line each."""

    services: tuple[ServiceLine, ...] = fields.nodes("Services", ServiceLine)


@node("Incubateur", named_by=("name",))
class ListedIncubator(Node):
    """An incubator and the administration behind it."""

    incubator: int | None = fields.reference("Incubateur", "incubator")
    reference_name: str = fields.bookkeeping()
    name: str = fields.text("Nom")
    owner: str = fields.text("Administration")


@node(named_by=("lead",))
class IncubatorGroup(Group):
    """Incubators under one lead-in, or under none."""

    lead: str = fields.text("Amorce", NextYear.MOVES)
    incubators: tuple[ListedIncubator, ...] = fields.nodes("Incubateurs", ListedIncubator)


@block("incubator_list", "Liste d’incubateurs")
class IncubatorList(Block):
    """The partner incubators."""

    groups: tuple[IncubatorGroup, ...] = fields.nodes("Groupes", IncubatorGroup)


def iterate_cards(block: Block) -> Iterator[ImpactCard | ComparisonCard]:
    """Yield the cards of a block, if it is one that has cards."""
    if isinstance(block, ImpactCards | ComparisonCards):
        yield from block.cards
