"""Where revisions are compared in the admin, and where an old one says what it no longer is."""

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

from reports.models import AnnualReportPage
from reports.previews.admin import refusing
from reports.revisions.comparison import BodyComparison
from reports.revisions.leftovers import Leftover, leftovers
from reports.revisions.naming import short
from reports.revisions.years.view import YearsView

LABEL = "Comparer avec une autre année"
LONGEST = 300  # characters of a leftover that a message quotes


def tell_leftovers(request: HttpRequest, page: Page) -> None:
    """Before somebody edits what saving would not keep."""
    found = leftovers(getattr(page, "body", None)) if request.method == "GET" else []
    if found:
        messages.warning(request, message(found))


def message(found: list[Leftover]) -> str:
    """What is not taken up, word for word as far as a message goes, and where it stays."""
    one = len(found) == 1
    opening = (
        "Un contenu de cette version n’est plus repris par Bilan : il n’est ni montré ni "
        "modifiable."
        if one
        else f"{len(found)} contenus de cette version ne sont plus repris par Bilan : ils ne sont "
        "ni montrés ni modifiables."
    )
    return format_html(
        "{} Recopiez ce qui doit rester ; cette version {} garde dans l’historique.{}",
        opening,
        "le" if one else "les",
        format_html_join(
            "", "<br>{} : {}", ((each.title, short(each.text, LONGEST)) for each in found)
        ),
    )


def urls() -> Sequence[URLPattern]:
    view = refusing(YearsView.as_view())
    return [path("bilan/comparer/<int:page_id>/", view, name="bilan_years")]


def buttons(page: Page, user: Any) -> Iterator[Button]:
    """For a report that somebody may edit."""
    is_report = issubclass(page.specific_class or Page, AnnualReportPage)
    if is_report and page.permissions_for_user(user).can_edit():
        url = reverse("bilan_years", args=[page.pk])
        yield Button(LABEL, url, icon_name="history", priority=66)


def header_buttons(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """In the menu of the edit view, after its history."""
    if view_name == "edit":
        yield from buttons(page, user)


def listing_buttons(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """In the menu of a page in the explorer."""
    yield from buttons(page, user)


def connect() -> None:
    """Tells Wagtail of all this."""
    hooks.register("register_admin_urls", urls)
    hooks.register("register_page_header_buttons", header_buttons)
    hooks.register("register_page_listing_more_buttons", listing_buttons)
    compare.register_comparison_class(StreamField, comparison_class=BodyComparison)
    hooks.register("before_edit_page", tell_leftovers)
