"""The admin views of the roll-forward: the form for a new report, and the panel's requests."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page

from reports.authoring.models import RollForward
from reports.authoring.rollforward.admin.forms import NewReportForm, describe_source
from reports.authoring.rollforward.expected_fields import Closing, iterate_fields
from reports.authoring.rollforward.new_report import can_read, roll_forward
from reports.authoring.rollforward.template_context import build_context
from reports.checks.check_result import store_fullness
from reports.checks.fullness import measure_fullness
from reports.content.models import AnnualReportPage, ReportIndexPage
from reports.content.models.page_document import read_body


class BeginReport(WagtailAdminTemplateMixin, FormView):
    """Creates next year's report under an index, from one of its reports or from `?source=`."""

    form_class = NewReportForm
    template_name = "reports/rollforward/begin.html"
    page_title = "Nouveau bilan à partir d’un autre"
    header_icon = "calendar-alt"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.index = get_object_or_404(ReportIndexPage, pk=kwargs["index_id"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        user = self.request.user
        if not self.index.permissions_for_user(user).can_add_subpage():
            raise PermissionDenied
        self.chosen = request.GET.get("source", "")
        self.sources = [page for page in self.list_sources() if can_read(page, user)]
        if not self.sources:
            if self.chosen:
                raise PermissionDenied
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def list_sources(self) -> list[AnnualReportPage]:
        """Return the reports under the index, published ones first, or only the chosen one."""
        reports = AnnualReportPage.objects.child_of(self.index).order_by("-live", "-year")
        if not self.chosen:
            return list(reports)
        if not (self.chosen.isascii() and self.chosen.isdecimal()):
            raise Http404
        return [get_object_or_404(reports, pk=self.chosen)]

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return {**kwargs, "sources": self.sources, "chosen": bool(self.chosen)}

    def form_valid(self, form: NewReportForm) -> HttpResponse:
        source, year = form.cleaned_data["report"], form.cleaned_data["year"]
        try:
            made = roll_forward(source, year, self.request.user)
        except ValidationError as error:
            form.add_error("year", error.messages)
            return self.form_invalid(form)
        messages.success(
            self.request,
            f"Le brouillon « {made.report.title} » est prêt. Le panneau « À remplir » dit ce qu’il "
            "reste à faire.",
        )
        return redirect("wagtailadmin_pages:edit", made.report.pk)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = get_breadcrumbs_items_for_page(self.index, self.request.user)
        return [*above, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        label = describe_source(self.sources[0]) if self.chosen else ""
        return {**super().get_context_data(**kwargs), "source": label}


def get_editable_page(request: HttpRequest, page_id: int) -> AnnualReportPage:
    """Return a report that the user may edit."""
    page = get_object_or_404(AnnualReportPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def respond(request: HttpRequest, page: AnnualReportPage) -> JsonResponse:
    shown = build_context(measure_fullness(page.get_latest_revision_as_object()))
    html = render_to_string("reports/rollforward/remaining.html", shown, request)
    names = ("summary", "done", "total")
    return JsonResponse({"html": html, **{name: shown[name] for name in names}})


def list_remaining(request: HttpRequest, page_id: int) -> JsonResponse:
    """Return the open tasks of the latest draft."""
    return respond(request, get_editable_page(request, page_id))


@require_POST
def close_task(request: HttpRequest, page_id: int) -> JsonResponse:
    """Mark the task of `key` as reread or as having nothing to say; with `reopen`, open it
    again.
    """
    page = get_editable_page(request, page_id)
    key = request.POST.get("key", "")
    with transaction.atomic():
        roll = get_object_or_404(RollForward.objects.select_for_update(), report_id=page.pk)
        name = get_closing_list(page, roll, key)
        if not name:
            return JsonResponse({"error": "Cette ligne n’est plus à clore."}, status=409)
        held = getattr(roll, name)
        if request.POST.get("reopen"):
            setattr(roll, name, [other for other in held if other != key])
        elif key not in held:
            held.append(key)
        roll.save(update_fields=[name])
        draft = page.get_latest_revision_as_object()
        store_fullness(page, measure_fullness(draft))
    return respond(request, page)


def get_closing_list(page: AnnualReportPage, roll: RollForward, key: str) -> str:
    """Return the field of `roll` that records the closing of a key; empty if only the draft can."""
    if key in roll.prose or key in roll.unchanged:
        return "reread"
    if key not in roll.expected:
        return ""
    draft = page.get_latest_revision_as_object()
    document = read_body(draft)
    fields = iterate_fields(draft, document)
    found = next((field for field in fields if field.key == key), None)
    is_kept = found is not None and found.closing in (Closing.KEEP, Closing.CLEAR)
    return "closed" if is_kept else ""
