"""Registers the URLs of citations in the admin, and the rich text feature."""

from collections.abc import Sequence

from django.urls import URLPattern, path
from wagtail import hooks

from reports.authoring.citations.admin.views import (
    correct_citations,
    list_figures,
    print_citation,
    propose_citations,
)
from reports.authoring.rich_text import citation_feature


def list_urls() -> Sequence[URLPattern]:
    """Return the URLs that the edit view of a saved report calls."""
    return [
        path("bilan/chiffres/<int:page_id>/", list_figures, name="bilan_figures"),
        path("bilan/chiffres/<int:page_id>/mots/", print_citation, name="bilan_citation"),
        path("bilan/chiffres/<int:page_id>/proposer/", propose_citations, name="bilan_propose"),
        path("bilan/chiffres/<int:page_id>/corriger/", correct_citations, name="bilan_correct"),
    ]


def connect() -> None:
    """Register the URLs and the feature with Wagtail."""
    hooks.register("register_admin_urls", list_urls)
    hooks.register("register_rich_text_features", citation_feature.register_citation_feature)
