"""What the admin gains from the reports: records, views, icons, and the hooks of each package."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.ui.tables import LiveStatusTagColumn
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from reports.audit import hooks as audit
from reports.charts.admin import hooks as charts
from reports.checks.admin import hooks as checks
from reports.editorial import figure_reader, language_feature, note_feature
from reports.editorial import hooks as editorial
from reports.editorial.copying import give_free_year
from reports.editorial.link_picker import feature as link_feature
from reports.guide import hooks as guide
from reports.importing.admin import hooks as importing
from reports.media import hooks as media
from reports.models import AnnualReportPage, FundingRound, Incubator, Indicator, Service, Term
from reports.previews import hooks as previews
from reports.publication.corrections.admin import hooks as corrections
from reports.publication.releases.admin import hooks as releases
from reports.publication.versions.admin import hooks as versions
from reports.publication.webhooks.admin import hooks as webhooks
from reports.records import choosers
from reports.records import hooks as records
from reports.records.listing import list_records
from reports.replacements.admin import hooks as replacements
from reports.revisions import hooks as revisions
from reports.rollforward.admin import hooks as rollforward
from reports.rollforward.inheritance import copy_roll_forward
from reports.sign_in import hooks as sign_in


class RecordViewSet(SnippetViewSet):
    chooser_viewset_class = choosers.RecordChooserViewSet
    workflow_action_view_class = choosers.WorkflowActionView
    collect_workflow_action_data_view_class = choosers.CollectWorkflowActionDataView
    confirm_workflow_cancellation_view_class = choosers.ConfirmWorkflowCancellationView

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return list_records(self.model)


class ServiceViewSet(RecordViewSet):
    model = Service
    icon = "desktop"
    list_display = ("name", "slug", "phase", "incubator", LiveStatusTagColumn())
    list_filter = ("phase", "incubator", "live")


class IncubatorViewSet(RecordViewSet):
    model = Incubator
    icon = "group"
    list_display = ("name", "slug", "owner", LiveStatusTagColumn())
    list_filter = ("live",)


class IndicatorViewSet(RecordViewSet):
    model = Indicator
    icon = "decimal"
    list_display = ("name", "code", "unit", "direction", LiveStatusTagColumn())
    list_filter = ("direction", "live")


class FundingRoundViewSet(RecordViewSet):
    model = FundingRound
    icon = "calendar-check"
    list_display = ("name", "slug", "year", LiveStatusTagColumn())
    list_filter = ("year", "live")


class TermViewSet(RecordViewSet):
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
    return [path("bilan/lectures/", figure_reader.read_figures, name="bilan_readings")]


def icons(names: list[str]) -> list[str]:
    return [*names, *(f"reports/icons/{name}.svg" for name in ("chart-bar", "undo", "redo"))]


def give_copies_a_free_year(request: HttpRequest, page: Page, new_page: Page) -> None:
    report = new_page.specific
    if isinstance(report, AnnualReportPage):
        give_free_year(report, request.user)
        copy_roll_forward(page.specific, report)


hooks.register("register_admin_urls", urls)
hooks.register("register_icons", icons)
hooks.register("register_rich_text_features", language_feature.register_language_feature)
hooks.register("register_rich_text_features", note_feature.register_note_feature)
hooks.register(
    "register_rich_text_features",
    link_feature.register_link_feature,
    order=1,  # after Wagtail's own
)
hooks.register("after_copy_page", give_copies_a_free_year)
previews.register_hooks()
checks.connect()
corrections.register_hooks()
guide.register_hooks()
editorial.register_hooks()
rollforward.connect()
importing.connect()
replacements.connect()
charts.register_hooks()
revisions.connect()
records.connect()
media.register_hooks()
webhooks.register_hooks()
releases.register_hooks()
versions.register_hooks()
sign_in.register_hooks()
audit.register_hooks()
