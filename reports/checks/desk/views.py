"""What the panel asks the server: the findings about the draft, and to keep a reason."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from reports.checks.checked import Checked, acknowledge, check_latest
from reports.checks.desk.shown import context, notes
from reports.models import Acknowledgement, AnnualReportPage, User

LONGEST = 2_000  # characters of a reason


def editable(request: HttpRequest, page_id: int) -> AnnualReportPage:
    page = get_object_or_404(AnnualReportPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def answer(request: HttpRequest, checked: Checked) -> JsonResponse:
    html = render_to_string("reports/checks/findings.html", context(checked), request)
    return JsonResponse({"html": html, "notes": notes(checked)})


def findings(request: HttpRequest, page_id: int) -> JsonResponse:
    """The findings about the latest draft: the panel's list, and the notes of each block."""
    return answer(request, check_latest(editable(request, page_id)))


@require_POST
def assume(request: HttpRequest, page_id: int) -> JsonResponse:
    """Keeps `reason` for the warnings named by `fingerprint`, or for all `alike` to one."""
    checked = check_latest(editable(request, page_id))
    reason = request.POST.get("reason", "").strip()[:LONGEST]
    asked = set(request.POST.getlist("fingerprint"))
    chosen = [finding for finding in checked.warnings if finding.fingerprint in asked]
    if request.POST.get("alike"):
        codes = {finding.code for finding in chosen}
        chosen = [finding for finding in checked.warnings if finding.code in codes]
    if not reason:
        return JsonResponse(
            {"error": "Donnez une raison : elle sera montrée à qui valide."}, status=400
        )
    if not chosen:
        return JsonResponse({"error": "Ce constat n’est plus le même : relisez-le."}, status=409)
    return answer(request, acknowledge(checked, chosen, reason, request.user, name(request.user)))


@require_POST
def withdraw(request: HttpRequest, page_id: int) -> JsonResponse:
    """Asks about a finding again: its reason no longer holds."""
    page = editable(request, page_id)
    wanted = request.POST.getlist("fingerprint")
    Acknowledgement.objects.filter(report_id=page.pk, fingerprint__in=wanted).delete()
    return answer(request, check_latest(page))


def name(user: Any) -> str:
    return user.get_full_name() or user.get_username() if isinstance(user, User) else ""
