"""Services and incubators, as the report prints them, beside a reference to the living record."""

from wagtail import blocks

from reports.blocks.address import AddressBlock
from reports.blocks.fact_forms import FactsBlock
from reports.blocks.facts import FactBlock
from reports.blocks.leading import LeadingBlock, MarkedStructBlock
from reports.blocks.reference_names import ReferenceNameBlock, ReferringBlock
from reports.blocks.references import SnippetReferenceBlock
from reports.blocks.words import LineBlock

NAME_HELP = "Nom tel qu’imprimé dans ce bilan."
URL_HELP = "Lien imprimé sur le nom : adresse ou chemin."
MISSION_HELP = "Mission telle qu’imprimée dans ce bilan."


class PrintedServiceBlock(ReferringBlock):
    """A service as a report names it: what cards and lines share."""

    service = SnippetReferenceBlock(
        "reports.Service", label="Service", required=False, help_text="Fiche vivante du service."
    )
    reference_name = ReferenceNameBlock()
    name = LineBlock(label="Nom", help_text=NAME_HELP)
    url = AddressBlock(label="Lien", required=False, help_text=URL_HELP)

    class Meta:
        icon = "snippet"
        label = "Carte"
        label_format = "{name}"
        reference_field = "service"


class CardBlock(MarkedStructBlock, PrintedServiceBlock):
    """A service and its mission, under the label that the report printed."""

    mission_heading = LineBlock(
        label="Intitulé de la mission", required=False, default="Sa mission"
    )
    mission = LineBlock(label="Mission", required=False, help_text=MISSION_HELP)
    status = LineBlock(
        label="Statut", required=False, help_text="Phase et incubateur, tels qu’imprimés."
    )
    leading = LeadingBlock(help_text="Montre le premier chiffre de la carte en tête du bilan.")


class ImpactCardBlock(CardBlock):
    """A service and what it achieved."""

    facts_heading = LineBlock(label="Intitulé des faits", required=False, default="Son impact")
    facts = FactsBlock(FactBlock(), label="Faits")


class ImpactCardsBlock(blocks.StructBlock):
    """Services and their impact."""

    cards = blocks.ListBlock(ImpactCardBlock(), label="Cartes")

    class Meta:
        icon = "snippet"
        label = "Cartes d’impact"
        summary = "{cards} ({cards#})"
        group = "Services"
        description = "Des services avec leur mission et leur impact chiffré."
        preview_value = {
            "cards": [
                {
                    "name": "Mano",
                    "mission": "Accompagner les personnes en rue.",
                    "facts": [{"figure": "442", "after": "organisations"}],
                }
            ]
        }


class PeriodBlock(blocks.StructBlock):
    """What a service achieved in one period."""

    heading = LineBlock(label="Période", help_text="« En 2024 », tel qu’imprimé.")
    facts = FactsBlock(FactBlock(), label="Faits")

    class Meta:
        icon = "calendar"
        label = "Période"
        label_format = "{heading} {facts}"


class ComparisonCardBlock(CardBlock):
    """A service in one period against another, and its growth."""

    periods = blocks.ListBlock(PeriodBlock(), label="Périodes")
    growth = FactBlock(label="Évolution", help_text="De la première période à la dernière.")


class ComparisonCardsBlock(blocks.StructBlock):
    """Services year against year."""

    cards = blocks.ListBlock(ComparisonCardBlock(), label="Cartes")

    class Meta:
        icon = "snippet"
        label = "Cartes d’une année à l’autre"
        summary = "{cards} ({cards#})"
        group = "Services"
        description = "Des services comparés d’une année à l’autre."
        preview_value = {
            "cards": [
                {
                    "name": "Tchap",
                    "periods": [
                        {"heading": "En 2023", "facts": [{"figure": "190 000", "after": "agents"}]}
                    ],
                    "growth": {"figure": "+47 %", "after": "d’agents"},
                }
            ]
        }


class ServiceLineBlock(PrintedServiceBlock):
    """A service in one line."""

    mission = LineBlock(label="Mission", required=False, help_text=MISSION_HELP)
    owners = LineBlock(
        label="Porteurs", required=False, help_text="« Culture / DINUM », tel qu’imprimé."
    )

    class Meta:
        label = "Service"


class ServiceLinesBlock(blocks.StructBlock):
    """Services, one line each."""

    services = blocks.ListBlock(ServiceLineBlock(), label="Services")

    class Meta:
        icon = "list-ul"
        label = "Services en une ligne"
        summary = "{services} ({services#})"
        group = "Services"
        description = "Une liste de services, une ligne par service."
        preview_value = {"services": [{"name": "Docs", "mission": "Écrire à plusieurs."}]}


class ListedIncubatorBlock(ReferringBlock):
    """An incubator and the administration behind it."""

    incubator = SnippetReferenceBlock(
        "reports.Incubator", label="Incubateur", required=False, help_text="Fiche vivante."
    )
    reference_name = ReferenceNameBlock()
    name = LineBlock(label="Nom", help_text=NAME_HELP)
    owner = LineBlock(
        label="Administration", required=False, help_text="Telle qu’imprimée entre parenthèses."
    )

    class Meta:
        icon = "group"
        label = "Incubateur"
        label_format = "{name}"
        reference_field = "incubator"


class IncubatorGroupBlock(blocks.StructBlock):
    """Incubators under one lead-in, or under none."""

    lead = LineBlock(
        label="Amorce", required=False, help_text="« dont 3 incubateurs créés en 2024 »…"
    )
    incubators = blocks.ListBlock(ListedIncubatorBlock(), label="Incubateurs")

    class Meta:
        icon = "group"
        label = "Groupe"
        label_format = "{lead} {incubators}"


class IncubatorListBlock(blocks.StructBlock):
    """The partner incubators."""

    groups = blocks.ListBlock(IncubatorGroupBlock(), label="Groupes")

    class Meta:
        icon = "group"
        label = "Liste d’incubateurs"
        summary = "{groups}"
        group = "Services"
        description = "Les incubateurs partenaires et leur administration."
        preview_value = {
            "groups": [{"lead": "", "incubators": [{"name": "Accelerema", "owner": "Cerema"}]}]
        }
