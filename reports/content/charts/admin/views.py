"""The view that previews a chart while it is being typed in the editor."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST
from wagtail.permission_policies.pages import PagePermissionPolicy

from reports.content.charts.admin.chart_request import ChartRequest, RequestRefused
from reports.content.charts.admin.feedback import build_feedback
from reports.content.models import AnnualReportPage, ReportIndexPage
from reports.core.figures.locale import Locale, use_locale

ACTS = {"add", "change", "publish"}


def can_write_reports(user: Any) -> bool:
    """Whether somebody may add or change a report somewhere."""
    pages = PagePermissionPolicy().instances_user_has_any_permission_for(user, ACTS)
    return bool(pages.type(ReportIndexPage, AnnualReportPage).exists())


@require_POST
def chart_feedback(request: HttpRequest) -> JsonResponse:
    """Take a chart as JSON and return what its editor is told. Nothing is stored."""
    if not can_write_reports(request.user):
        error = "Vous n’avez pas le droit de modifier un bilan : rien n’est dessiné."
        return JsonResponse({"error": error}, status=403)
    try:
        with use_locale(Locale.from_fields(request.GET)):
            return JsonResponse(build_feedback(ChartRequest.from_body(request.body)))
    except RequestRefused as refusal:
        return JsonResponse({"error": str(refusal)}, status=400)
