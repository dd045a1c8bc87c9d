"""Views of the panel: the findings about the draft, and the reasons given for them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from reports.checks.admin.template_context import build_block_notes, build_context
from reports.checks.check_result import CheckResult, acknowledge_findings, check_latest
from reports.models import Acknowledgement, AnnualReportPage, User

MAX_REASON_LENGTH = 2_000  # characters of a reason


def get_editable_report(request: HttpRequest, page_id: int) -> AnnualReportPage:
    page = get_object_or_404(AnnualReportPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def render_findings(request: HttpRequest, checked: CheckResult) -> JsonResponse:
    html = render_to_string("reports/checks/findings.html", build_context(checked), request)
    return JsonResponse({"html": html, "notes": build_block_notes(checked)})


def show_findings(request: HttpRequest, page_id: int) -> JsonResponse:
    """Answer with the findings about the latest draft: the list, and the notes of each block."""
    return render_findings(request, check_latest(get_editable_report(request, page_id)))


@require_POST
def acknowledge_warnings(request: HttpRequest, page_id: int) -> JsonResponse:
    """Keep `reason` for the warnings named by `fingerprint`, or for all `alike` to one."""
    checked = check_latest(get_editable_report(request, page_id))
    reason = request.POST.get("reason", "").strip()[:MAX_REASON_LENGTH]
    wanted = set(request.POST.getlist("fingerprint"))
    chosen = [finding for finding in checked.warnings if finding.fingerprint in wanted]
    if request.POST.get("alike"):
        codes = {finding.code for finding in chosen}
        chosen = [finding for finding in checked.warnings if finding.code in codes]
    if not reason:
        return JsonResponse(
            {"error": "Donnez une raison : elle sera montrée à qui valide."}, status=400
        )
    if not chosen:
        return JsonResponse({"error": "Ce constat n’est plus le même : relisez-le."}, status=409)
    return render_findings(
        request,
        acknowledge_findings(checked, chosen, reason, request.user, get_display_name(request.user)),
    )


@require_POST
def withdraw_acknowledgements(request: HttpRequest, page_id: int) -> JsonResponse:
    """Withdraw the reasons given for these findings, so that they are asked again."""
    page = get_editable_report(request, page_id)
    wanted = request.POST.getlist("fingerprint")
    Acknowledgement.objects.filter(report_id=page.pk, fingerprint__in=wanted).delete()
    return render_findings(request, check_latest(page))


def get_display_name(user: Any) -> str:
    return user.get_full_name() or user.get_username() if isinstance(user, User) else ""
