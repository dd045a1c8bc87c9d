"""The numbers of a report."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.rich_text import RichText

from reports.blocks.fact_forms import FactsBlock
from reports.blocks.facts import FactBlock
from reports.blocks.lines import LinesBlock
from reports.blocks.reference_names import ReferenceNameBlock, ReferringBlock
from reports.blocks.references import PictureReferenceBlock, SnippetReferenceBlock
from reports.blocks.text import TRANSCRIPTION
from reports.blocks.words import LineBlock, ProseBlock
from reports.document.figure_blocks import Chart
from reports.document.transcription import find_original_data, normalize_words, renew_basis
from reports.tables import KeptTableBlock, TableBlock


class KeyFigureGroupBlock(blocks.StructBlock):
    """Key figures under one title, or under none."""

    title = LineBlock(label="Titre", required=False, help_text="Ce que ces chiffres ont en commun.")
    facts = FactsBlock(FactBlock(), label="Chiffres")

    class Meta:
        icon = "decimal"
        label = "Groupe"
        label_format = "{title} {facts}"


class KeyFiguresBlock(blocks.StructBlock):
    """Figures that lead: each line begins with its number."""

    groups = blocks.ListBlock(KeyFigureGroupBlock(), label="Groupes")

    class Meta:
        icon = "decimal"
        label = "Chiffres clés"
        summary = "{groups}"
        group = "Chiffres"
        description = "Des chiffres à retenir, chacun avec ce qu’il compte."
        preview_value = {
            "groups": [{"title": "", "facts": [{"figure": "248", "after": "services en cours"}]}]
        }


CAPTION_HELP = "Ce que montre le tableau ; lu aussi par les lecteurs d’écran."


class IndicatorTableBlock(blocks.StructBlock):
    """Indicators over periods: results and targets."""

    caption = LineBlock(label="Légende", required=False, help_text=CAPTION_HELP)
    table = TableBlock(
        label="Indicateurs",
        headings=("Indicateurs", "Résultats N-1", "Objectifs N", "Résultats N"),
        reference="indicator",
        help_text="Une ligne par indicateur. Les colonnes de résultats et d’objectifs d’une année "
        "alimentent la série de chaque indicateur.",
    )

    class Meta:
        icon = "table"
        label = "Tableau d’indicateurs"
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


class FundingTableBlock(ReferringBlock):
    """Who was awarded how much in one round."""

    caption = LineBlock(label="Légende", required=False, help_text=CAPTION_HELP)
    funding_round = SnippetReferenceBlock(
        "reports.FundingRound",
        label="Promotion",
        required=False,
        help_text="Promotion dans laquelle ces montants ont été attribués.",
    )
    reference_name = ReferenceNameBlock()
    table = TableBlock(
        label="Lauréats",
        headings=("Produit", "Mission", "Montant attribué"),
        text_columns=2,
        reference="service",
        help_text="Une ligne par lauréat.",
    )

    class Meta:
        icon = "table"
        label = "Tableau de financement"
        summary = "{caption|funding_round|table} ({table#lauréat})"
        reference_field = "funding_round"
        name_field = "caption"
        group = "Chiffres"
        description = "Les lauréats d’une promotion et les montants attribués."
        preview_value = {
            "caption": "",
            "table": {
                "columns": [{"id": "a", "heading": "Produit"}, {"id": "b", "heading": "Montant"}],
                "rows": [{"id": "r", "cells": ["Mano", "100 000 €"]}],
            },
        }


class BudgetLineBlock(blocks.StructBlock):
    """One post of a budget."""

    title = LineBlock(label="Poste", help_text="Nom du poste de dépense.")
    detail = LineBlock(label="Précision", required=False, help_text="Ce que le poste couvre.")
    amount = FactBlock(label="Montant")
    staff = FactBlock(label="Effectif", help_text="En ETP ou ETPT ; laisser vide si non publié.")

    class Meta:
        icon = "decimal"
        label = "Poste"
        label_format = "{title}"


class BudgetLinesBlock(LinesBlock):
    """The posts of a budget, above what they add up to."""

    has_totals = True

    class Meta:
        help_text = "Une ligne par poste : « 1 406 165 € », « 3,7 ETPT » ; l’effectif peut manquer."


class BudgetBlock(blocks.StructBlock):
    """Money and staff by post."""

    title_heading = LineBlock(
        label="Intitulé des postes", required=False, help_text="Tête de colonne, telle qu’imprimée."
    )
    amount_heading = LineBlock(
        label="Intitulé des montants",
        required=False,
        help_text="Tête de colonne, telle qu’imprimée.",
    )
    lines = BudgetLinesBlock(BudgetLineBlock(), label="Postes")

    class Meta:
        icon = "table"
        label = "Budget"
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


class DataTableBlock(blocks.StructBlock):
    """Any other table."""

    caption = LineBlock(label="Légende", required=False, help_text=CAPTION_HELP)
    table = TableBlock(
        label="Données",
        headings=("", ""),
        help_text="La première colonne nomme les lignes ; les autres cellules sont des chiffres, "
        "ou des mots.",
    )

    class Meta:
        icon = "table"
        label = "Tableau"
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


class ChartBlock(blocks.StructBlock):
    """A chart that owns its data. An old one may be a picture with a hand-written transcription."""

    title = LineBlock(label="Titre", help_text="Ce que montre le graphique.")
    kind = blocks.ChoiceBlock(
        label="Forme",
        choices=list(Chart.parts["kind"].choices.items()),
        default="bar",
        help_text="Façon de dessiner les données.",
    )
    data = TableBlock(
        label="Données",
        headings=("Catégorie", "Valeur"),
        required=False,
        help_text="Une ligne par catégorie, une colonne par série.",
    )
    unit = LineBlock(
        label="Unité", required=False, help_text="Ce que comptent les valeurs : « produits »…"
    )
    source = LineBlock(label="Source", required=False, help_text="D’où viennent les données.")
    note = LineBlock(label="Note", required=False, help_text="Précaution de lecture.")
    picture = PictureReferenceBlock(
        label="Image", required=False, help_text="Pour un ancien graphique sans données."
    )
    alt = LineBlock(
        label="Texte alternatif",
        required=False,
        help_text="Décrit l’image en une phrase à qui ne la voit pas.",
    )
    transcription = ProseBlock(
        label="Transcription",
        required=False,
        features=TRANSCRIPTION,
        help_text="Laisser vide : elle est tirée des données. À écrire pour une image seule.",
    )
    basis = LineBlock(required=False, form_classname="bilan-hidden")
    written_for = KeptTableBlock(form_classname="bilan-hidden")

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
        label = "Graphique"
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
