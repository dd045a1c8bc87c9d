"""What the reports add to the admin: their records, their two views, their icons."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.ui.tables import LiveStatusTagColumn
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from reports import languages, reading_view
from reports.charts.desk import admin as charts
from reports.checks.desk import admin as checks
from reports.copying import give_free_year
from reports.desk import admin as desk
from reports.guide import admin as guide
from reports.models import AnnualReportPage, FundingRound, Incubator, Indicator, Service, Term
from reports.previews import admin as previews
from reports.records import admin as records
from reports.revisions import admin as revisions
from reports.rollforward.desk import admin as rollforward


class ServiceViewSet(SnippetViewSet):
    model = Service
    icon = "desktop"
    list_display = ("name", "slug", "phase", "incubator", LiveStatusTagColumn())
    list_filter = ("phase", "incubator", "live")


class IncubatorViewSet(SnippetViewSet):
    model = Incubator
    icon = "group"
    list_display = ("name", "slug", "owner", LiveStatusTagColumn())
    list_filter = ("live",)


class IndicatorViewSet(SnippetViewSet):
    model = Indicator
    icon = "decimal"
    list_display = ("name", "code", "unit", "direction", LiveStatusTagColumn())
    list_filter = ("direction", "live")


class FundingRoundViewSet(SnippetViewSet):
    model = FundingRound
    icon = "calendar-check"
    list_display = ("name", "slug", "year", LiveStatusTagColumn())
    list_filter = ("year", "live")


class TermViewSet(SnippetViewSet):
    model = Term
    icon = "openquote"
    list_display = ("name", "slug", "definition", LiveStatusTagColumn())
    list_filter = ("live",)


class RecordsViewSetGroup(SnippetViewSetGroup):
    """What reports refer to and what outlives them."""

    menu_label = "Référentiel"
    menu_icon = "snippet"
    menu_order = 200  # after the pages, before images and documents
    items = (ServiceViewSet, IncubatorViewSet, IndicatorViewSet, FundingRoundViewSet, TermViewSet)


register_snippet(RecordsViewSetGroup)


def urls() -> Sequence[URLPattern]:
    """Wagtail lets nobody but its own users in here."""
    return [path("bilan/lectures/", reading_view.readings, name="bilan_readings")]


def icons(names: list[str]) -> list[str]:
    return [*names, "reports/icons/chart-bar.svg"]


def give_copies_a_free_year(request: HttpRequest, page: Page, new_page: Page) -> None:
    report = new_page.specific
    if isinstance(report, AnnualReportPage):
        give_free_year(report, request.user)


hooks.register("register_admin_urls", urls)
hooks.register("register_icons", icons)
hooks.register("register_rich_text_features", languages.register)
hooks.register("after_copy_page", give_copies_a_free_year)
previews.connect()
checks.connect()
guide.connect()
desk.connect()
rollforward.connect()
charts.connect()
revisions.connect()
records.connect()
