"""Blocks with figures: key figures, tables, budgets, charts."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.rich_text import RichText

from reports.content.blocks.lines import LinesBlock
from reports.content.blocks.node_block import NodeBlock
from reports.content.blocks.node_forms import form_of
from reports.content.blocks.reference_names import ReferringBlock
from reports.core.document import figure_blocks as nodes
from reports.core.document.text_blocks import FactList
from reports.core.document.transcription import find_original_data, normalize_words, renew_basis


@form_of(nodes.KeyFigureGroup)
class KeyFigureGroupBlock(blocks.StructBlock):
    """Key figures under one title, or under none."""

    class Meta:
        icon = "decimal"
        label_format = "{title} {facts}"


@form_of(nodes.KeyFigures)
class KeyFiguresBlock(blocks.StructBlock):
    """Key figures, each with the words that say what it counts."""

    class Meta:
        icon = "decimal"
        summary = "{groups}"
        group = "Chiffres"
        description = "Des chiffres à retenir, chacun avec ce qu’il compte."
        preview_value = {
            "groups": [{"title": "", "facts": [{"figure": "248", "after": "services en cours"}]}]
        }


@form_of(FactList)
class FactListBlock(blocks.StructBlock):
    """A list of sentences, some of which state a figure."""

    class Meta:
        icon = "list-ol"
        summary = "{items} ({items#ligne})"
        group = "Chiffres"
        description = "Une liste de faits, dont certaines lignes portent un chiffre."
        preview_value = {
            "ordered": False,
            "items": [{"level": 1, "before": "Accompagnement de", "figure": "1 jour", "after": ""}],
        }


@form_of(nodes.IndicatorTable)
class IndicatorTableBlock(NodeBlock):
    """Indicators over periods: results and targets."""

    class Meta:
        icon = "table"
        summary = "{caption|table} ({table#ligne})"
        group = "Chiffres"
        description = "Résultats et objectifs par indicateur et par année."
        preview_value = {
            "caption": "Indicateurs de performance",
            "table": {
                "columns": [{"id": "a", "heading": "Indicateurs"}, {"id": "b", "heading": "2024"}],
                "rows": [{"id": "r", "cells": ["Services lancés", "11"]}],
            },
        }


@form_of(nodes.FundingTable)
class FundingTableBlock(ReferringBlock):
    """The awards of one round of funding."""

    class Meta:
        icon = "table"
        summary = "{caption|funding_round|table} ({table#lauréat})"
        group = "Chiffres"
        description = "Les lauréats d’une promotion et les montants attribués."
        preview_value = {
            "caption": "",
            "table": {
                "columns": [{"id": "a", "heading": "Produit"}, {"id": "b", "heading": "Montant"}],
                "rows": [{"id": "r", "cells": ["Mano", "100 000 €"]}],
            },
        }


@form_of(nodes.BudgetLine)
class BudgetLineBlock(blocks.StructBlock):
    """One post of a budget."""

    class Meta:
        icon = "decimal"
        label_format = "{title}"


class BudgetLinesBlock(LinesBlock):
    """The posts of a budget, edited in a grid with the totals below."""

    has_totals = True

    class Meta:
        help_text = "Une ligne par poste : « 1 406 165 € », « 3,7 ETPT » ; l’effectif peut manquer."


@form_of(nodes.Budget)
class BudgetBlock(blocks.StructBlock):
    """A budget: amount and staff of each post."""

    lines = BudgetLinesBlock(BudgetLineBlock(), label="Postes")

    class Meta:
        icon = "table"
        summary = "{lines} ({lines#poste})"
        group = "Chiffres"
        description = "Les postes de dépense, avec leur montant et leurs effectifs."
        preview_value = {
            "lines": [
                {
                    "title": "Animation du réseau",
                    "amount": {"figure": "1 406 165 €"},
                    "staff": {"figure": "3,7 ETPT"},
                }
            ]
        }


@form_of(nodes.DataTable)
class DataTableBlock(NodeBlock):
    """A table of figures or words that is neither of indicators nor of awards."""

    class Meta:
        icon = "table"
        summary = "{caption|table} ({table#ligne})"
        group = "Chiffres"
        description = "Un tableau de chiffres ou de mots : enquête, comparaison…"
        preview_value = {
            "caption": "Sondage interne",
            "table": {
                "columns": [{"id": "a", "heading": ""}, {"id": "b", "heading": "Moyenne"}],
                "rows": [{"id": "r", "cells": ["Répondants", "227"]}],
            },
        }


@form_of(nodes.Chart)
class ChartBlock(NodeBlock):
    """A chart that owns its data. An old one may be a picture with a hand-written transcription."""

    def remember(self, value: Any) -> Any:
        """Keeps what the transcription was written for, beside it."""
        words = value["transcription"].source
        if words and not normalize_words(
            words
        ):  # the editor of rich text stores an empty paragraph
            value["transcription"], words = RichText(""), ""
        basis, data = renew_basis(value["basis"] or "", value["data"], words), value["data"]
        value["basis"] = basis
        value["written_for"] = find_original_data(basis, data, value["written_for"])
        return value

    def get_form_state(self, value: Any) -> Any:
        """An editor begins with data that are remembered, also where an import stored none."""
        return super().get_form_state(self.remember(self.normalize({**value})))

    def clean(self, value: Any) -> Any:
        """Refuses to publish a chart that has neither data nor transcription."""
        value = self.remember(super().clean(value))
        if self.is_deferred_validation:  # a draft may have holes
            return value
        errors = {}
        if not value["data"].rows and not value["transcription"].source.strip():
            errors["transcription"] = ValidationError(
                "Sans données, écrivez la transcription : ce que l’on lit sur l’image."
            )
        if not value["data"].rows and not value["picture"]:
            errors["picture"] = ValidationError("Sans données, choisissez l’image du graphique.")
        if value["picture"] and not value["data"].rows and not value["alt"].strip():
            errors["alt"] = ValidationError("Décrivez l’image à qui ne la voit pas.")
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return value

    class Meta:
        icon = "chart-bar"
        summary = "{title} ({kind})"
        group = "Chiffres"
        description = "Des données dessinées, avec leur transcription."
        preview_value = {
            "title": "Services par incubateur",
            "kind": "bar",
            "data": {
                "columns": [{"id": "a", "heading": ""}, {"id": "b", "heading": "Services"}],
                "rows": [
                    {"id": "r", "cells": ["DINUM", "59"]},
                    {"id": "s", "cells": ["IGN", "14"]},
                    {"id": "t", "cells": ["Culture", "11"]},
                ],
            },
        }
        label_format = "{title}"
