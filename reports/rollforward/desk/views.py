"""The form that begins a report, and what the panel asks the server."""

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

from reports.models import AnnualReportPage, ReportIndexPage, RollForward
from reports.rollforward.desk.forms import NewReport, described
from reports.rollforward.desk.shown import context
from reports.rollforward.making import readable, roll_forward
from reports.rollforward.progress import left_to_fill


class BeginReport(WagtailAdminTemplateMixin, FormView):
    """Next year's report under an index, from one of its reports or from `?source=`."""

    form_class = NewReport
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
        self.sources = [page for page in self.offered() if readable(page, user)]
        if not self.sources:
            if self.chosen:
                raise PermissionDenied
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def offered(self) -> list[AnnualReportPage]:
        """The reports below the index, the latest first; the one that was chosen."""
        reports = AnnualReportPage.objects.child_of(self.index).order_by("-year")
        if not self.chosen:
            return list(reports)
        if not (self.chosen.isascii() and self.chosen.isdecimal()):
            raise Http404
        return [get_object_or_404(reports, pk=self.chosen)]

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return {**kwargs, "sources": self.sources, "chosen": bool(self.chosen)}

    def form_valid(self, form: NewReport) -> HttpResponse:
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
        told = described(self.sources[0]) if self.chosen else ""
        return {**super().get_context_data(**kwargs), "source": told}


def editable(request: HttpRequest, page_id: int) -> AnnualReportPage:
    page = get_object_or_404(AnnualReportPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def answer(request: HttpRequest, page: AnnualReportPage) -> JsonResponse:
    told = context(left_to_fill(page.get_latest_revision_as_object()))
    html = render_to_string("reports/rollforward/left.html", told, request)
    return JsonResponse(
        {"html": html, **{name: told[name] for name in ("summary", "done", "total")}}
    )


def left(request: HttpRequest, page_id: int) -> JsonResponse:
    """What the latest draft still wants."""
    return answer(request, editable(request, page_id))


@require_POST
def reread(request: HttpRequest, page_id: int) -> JsonResponse:
    """Keeps that somebody read the words of `block` again and found nothing to change."""
    page = editable(request, page_id)
    block = request.POST.get("block", "")
    with transaction.atomic():
        roll = get_object_or_404(RollForward.objects.select_for_update(), report_id=page.pk)
        if block not in roll.prose:
            return JsonResponse({"error": "Ce texte n’est plus à relire."}, status=409)
        if block not in roll.reread:
            roll.reread.append(block)
            roll.save(update_fields=["reread"])
    return answer(request, page)
