"""Adds « Aperçu PDF » to the menu of a report in the admin."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from reports.content.models import AnnualReportPage


def add_draft_pdf(page: Page, user: Any, **_: Any) -> Iterator[Button]:
    """Offer the last draft of a report as a PDF to users who may edit it."""
    if isinstance(page, AnnualReportPage) and page.permissions_for_user(user).can_edit():
        yield Button(
            "Aperçu PDF",
            reverse("draft_pdf", args=[page.pk]),
            icon_name="doc-full",
            attrs={"target": "_blank"},
            priority=65,
        )


if "pdf" in settings.EXTRAS:
    hooks.register("register_page_header_buttons", add_draft_pdf)
