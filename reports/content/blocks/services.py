"""Blocks with services and incubators as printed, each with a reference to the record."""

from wagtail import blocks

from reports.content.blocks.node_forms import form_of
from reports.content.blocks.reference_names import ReferringBlock
from reports.core.document import service_blocks as nodes


class PrintedServiceBlock(ReferringBlock):
    """A service as a report prints it: the base class of cards and lines."""

    class Meta:
        icon = "snippet"
        label_format = "{name}"


@form_of(nodes.ImpactCard)
class ImpactCardBlock(PrintedServiceBlock):
    """A service and what it achieved."""


@form_of(nodes.ImpactCards)
class ImpactCardsBlock(blocks.StructBlock):
    """Services and their impact."""

    class Meta:
        icon = "snippet"
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


@form_of(nodes.Period)
class PeriodBlock(blocks.StructBlock):
    """The results of a service in one period."""

    class Meta:
        icon = "calendar"
        label_format = "{heading} {facts}"


@form_of(nodes.ComparisonCard)
class ComparisonCardBlock(PrintedServiceBlock):
    """A service with its facts in several periods, and its growth."""


@form_of(nodes.ComparisonCards)
class ComparisonCardsBlock(blocks.StructBlock):
    """Services compared from one year to the next."""

    class Meta:
        icon = "snippet"
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


@form_of(nodes.ServiceLine)
class ServiceLineBlock(PrintedServiceBlock):
    """A service in one line."""


@form_of(nodes.ServiceLines)
class ServiceLinesBlock(blocks.StructBlock):
    """Services, one line each."""

    class Meta:
        icon = "list-ul"
        summary = "{services} ({services#})"
        group = "Services"
        description = "Une liste de services, une ligne par service."
        preview_value = {"services": [{"name": "Docs", "mission": "Écrire à plusieurs."}]}


@form_of(nodes.ListedIncubator)
class ListedIncubatorBlock(ReferringBlock):
    """An incubator and the administration that runs it."""

    class Meta:
        icon = "group"
        label_format = "{name}"


@form_of(nodes.IncubatorGroup)
class IncubatorGroupBlock(blocks.StructBlock):
    """Incubators under one lead-in, or under none."""

    class Meta:
        icon = "group"
        label_format = "{lead} {incubators}"


@form_of(nodes.IncubatorList)
class IncubatorListBlock(blocks.StructBlock):
    """The partner incubators."""

    class Meta:
        icon = "group"
        summary = "{groups}"
        group = "Services"
        description = "Les incubateurs partenaires et leur administration."
        preview_value = {
            "groups": [{"lead": "", "incubators": [{"name": "Accelerema", "owner": "Cerema"}]}]
        }
