"""The admin view that compares a draft with another year's report."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page
from wagtail.admin.widgets.button import HeaderButton

from reports.authoring.revisions.years import report_choice
from reports.authoring.revisions.years.line import State
from reports.authoring.revisions.years.side_by_side import Section, compare_reports
from reports.content.models import AnnualReportPage
from reports.content.models.page_reading import read_page

ONLY = "seulement"  # the parameter that leaves out what is the same


class YearsView(WagtailAdminTemplateMixin, TemplateView):
    """Shows the latest draft of a report and another year's report, line by line."""

    template_name = "reports/revisions/years.html"
    page_title = "Comparer avec une autre année"
    header_icon = "history"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(AnnualReportPage, pk=kwargs["page_id"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.page.permissions_for_user(self.request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]

    @cached_property
    def others(self) -> list[AnnualReportPage]:
        return list(report_choice.list_other_reports(self.page, self.request.user))

    @cached_property
    def other(self) -> AnnualReportPage | None:
        """The report that was asked for, else the default one."""
        key = self.request.GET.get("avec", "")
        if not key:
            return report_choice.choose_default(self.page, self.others)
        report = next((other for other in self.others if str(other.pk) == key), None)
        if report is None:
            raise Http404
        return report

    def sections(self) -> list[Section]:
        if self.other is None:
            return []
        draft = self.page.get_latest_revision_as_object()
        mine = read_page(draft)
        return compare_reports(mine, report_choice.read_shown_version(self.other))

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_header_title(self) -> str:
        return f"{self.page_title} : {self.get_page_subtitle()}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = get_breadcrumbs_items_for_page(self.page, self.request.user)
        here = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*above, here]

    def get_header_buttons(self) -> list[HeaderButton]:
        url = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [HeaderButton("Modifier", url, icon_name="edit")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sections, only = self.sections(), bool(self.request.GET.get(ONLY))
        changed = sum(len(section.changed) for section in sections)
        total = sum(len(section.lines) for section in sections)
        if only:
            for section in sections:
                section.lines = section.changed
        return {
            **super().get_context_data(**kwargs),
            "page": self.page,
            "others": self.others,
            "other": self.other,
            "only": only,
            "changed": changed,
            "total": total,
            "sections": [s for s in sections if s.lines or s.state is not State.SAME],
        }
