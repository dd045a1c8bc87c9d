"""Registers the comparisons of revisions and years, and a warning about unreadable content."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from wagtail import hooks
from wagtail.admin import compare
from wagtail.admin.widgets.button import Button
from wagtail.fields import StreamField
from wagtail.models import Page

from reports.authoring.revisions.comparison import BodyComparison
from reports.authoring.revisions.years.view import YearsView
from reports.content.models import AnnualReportPage
from reports.core.changes.display import shorten
from reports.core.changes.leftovers import Leftover, find_leftovers
from reports.publishing.previews.hooks import answer_forbidden

LABEL = "Comparer avec une autre année"
MAX_QUOTE_CHARACTERS = 300  # characters of a leftover that a message quotes


def warn_of_leftovers(request: HttpRequest, page: Page) -> None:
    """Warn an editor if saving this version would lose content that is no longer readable."""
    found = find_leftovers(getattr(page, "body", None)) if request.method == "GET" else []
    if found:
        messages.warning(request, describe_leftovers(found))


def describe_leftovers(leftovers: list[Leftover]) -> str:
    """Return the content that is not taken over, quoted up to a limit, and where it is kept."""
    one = len(leftovers) == 1
    opening = (
        "Un contenu de cette version n’est plus repris par Bilan : il n’est ni montré ni "
        "modifiable."
        if one
        else f"{len(leftovers)} contenus de cette version ne sont plus repris par Bilan : ils ne "
        "sont ni montrés ni modifiables."
    )
    return format_html(
        "{} Recopiez ce qui doit rester ; cette version {} garde dans l’historique.{}",
        opening,
        "le" if one else "les",
        format_html_join(
            "",
            "<br>{} : {}",
            ((each.title, shorten(each.text, MAX_QUOTE_CHARACTERS)) for each in leftovers),
        ),
    )


def list_urls() -> Sequence[URLPattern]:
    """Return the URL of the comparison of years."""
    view = answer_forbidden(YearsView.as_view())
    return [path("bilan/comparer/<int:page_id>/", view, name="bilan_years")]


def list_buttons(page: Page, user: Any) -> Iterator[Button]:
    """Yield the button for a report that the user may edit."""
    is_report = issubclass(page.specific_class or Page, AnnualReportPage)
    if is_report and page.permissions_for_user(user).can_edit():
        url = reverse("bilan_years", args=[page.pk])
        yield Button(LABEL, url, icon_name="history", priority=66)


def list_header_buttons(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Yield the button in the menu of the edit view, after its history."""
    if view_name == "edit":
        yield from list_buttons(page, user)


def list_listing_buttons(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Yield the button in the menu of a page in the explorer."""
    yield from list_buttons(page, user)


def connect() -> None:
    """Register all this with Wagtail."""
    hooks.register("register_admin_urls", list_urls)
    hooks.register("register_page_header_buttons", list_header_buttons)
    hooks.register("register_page_listing_more_buttons", list_listing_buttons)
    compare.register_comparison_class(StreamField, comparison_class=BodyComparison)
    hooks.register("before_edit_page", warn_of_leftovers)
