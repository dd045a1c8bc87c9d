"""Adds checks to Wagtail's content checker, which runs axe on the previewed page.

These questions need the rendered page; those about the text of a report are rules.
"""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.models import Page

QUESTIONS = {
    "image-alt": ("Image sans texte alternatif", "Décrivez-la, ou dites-la décorative"),
    "svg-img-alt": ("Graphique sans nom", "Donnez-lui un titre"),
    "image-redundant-alt": (
        "Texte alternatif déjà écrit à côté",
        "Dites de l’image ce que le texte ne dit pas",
    ),
    "td-headers-attr": ("Cellule sans tête", "Donnez une tête à chaque ligne et chaque colonne"),
    "th-has-data-cells": ("Tête de tableau sans données", "Retirez la colonne ou remplissez-la"),
    "duplicate-id": ("Deux titres à la même adresse", "Changez l’ancre de l’un des deux"),
}
FILE_NAME = (
    r"\.(avif|gif|jpe?g|png|svg|webp)$|^(image|photo|illustration|graphique) (de|du|des)\b|_"
)


class ReportChecker(ContentCheckerItem):
    """Wagtail's content checker with more axe rules, whose messages are in French."""

    axe_run_only = [*ContentCheckerItem.axe_run_only, *QUESTIONS]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        **{
            question: {"error_name": name, "help_text": repair}
            for question, (name, repair) in QUESTIONS.items()
        },
    }
    axe_custom_checks = [
        {**check, "options": {"pattern": FILE_NAME}}
        if check["id"] == "check-image-alt-text"
        else check
        for check in ContentCheckerItem.axe_custom_checks
    ]


def replace_content_checker(request: HttpRequest, items: list[Any], page: Page | None) -> None:
    """Put our content checker in the place of Wagtail's."""
    for place, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[place] = ReportChecker(item.in_editor)
