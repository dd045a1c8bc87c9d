"""Views of the panel *Contrôles*: list findings, acknowledge or silence them, withdraw reasons."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from reports.checks.admin.template_context import build_block_notes, build_context
from reports.checks.check_result import CheckResult, acknowledge_findings, check_latest
from reports.checks.finding import Finding
from reports.checks.models import Acknowledgement
from reports.checks.silences import get_programme, silence_findings
from reports.content.models import AnnualReportPage, User

MAX_REASON_CHARACTERS = 2_000  # characters of a reason


def get_editable_report(request: HttpRequest, page_id: int) -> AnnualReportPage:
    page = get_object_or_404(AnnualReportPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def render_findings(request: HttpRequest, checked: CheckResult) -> JsonResponse:
    context = build_context(checked, request.user)
    html = render_to_string("reports/checks/findings.html", context, request)
    return JsonResponse({"html": html, "notes": build_block_notes(checked)})


def show_findings(request: HttpRequest, page_id: int) -> JsonResponse:
    """Answer with the findings about the latest draft: the list, and the notes of each block."""
    return render_findings(request, check_latest(get_editable_report(request, page_id)))


def read_reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "").strip()[:MAX_REASON_CHARACTERS]


def choose_warnings(request: HttpRequest, checked: CheckResult) -> list[Finding]:
    """Return the open warnings named by `fingerprint`."""
    wanted = set(request.POST.getlist("fingerprint"))
    return [finding for finding in checked.warnings if finding.fingerprint in wanted]


def refuse_answer(reason: str, chosen: list[Finding]) -> JsonResponse | None:
    """Return the answer that refuses to store a reason; None if it can be stored."""
    if not reason:
        error = "Donnez une raison : elle sera montrée à qui valide."
        return JsonResponse({"error": error}, status=400)
    if not chosen:
        return JsonResponse({"error": "Ce constat n’est plus le même : relisez-le."}, status=409)
    return None


@require_POST
def acknowledge_warnings(request: HttpRequest, page_id: int) -> JsonResponse:
    """Keep `reason` for the warnings named by `fingerprint`, or for all `alike` to one."""
    checked = check_latest(get_editable_report(request, page_id))
    reason, chosen = read_reason(request), choose_warnings(request, checked)
    if request.POST.get("alike"):
        codes = {finding.code for finding in chosen}
        chosen = [finding for finding in checked.warnings if finding.code in codes]
    if refusal := refuse_answer(reason, chosen):
        return refusal
    by = get_display_name(request.user)
    return render_findings(request, acknowledge_findings(checked, chosen, reason, request.user, by))


@require_POST
def silence_warnings(request: HttpRequest, page_id: int) -> JsonResponse:
    """Silence the warning named by `fingerprint` for the programme, or its `whole` rule."""
    page = get_editable_report(request, page_id)
    checked = check_latest(page)
    reason, chosen = read_reason(request), choose_warnings(request, checked)
    if refusal := refuse_answer(reason, chosen):
        return refusal
    programme = get_programme(page)
    assert programme is not None  # every report stands below one
    by, whole_rule = get_display_name(request.user), bool(request.POST.get("whole"))
    silence_findings(programme, chosen, reason, request.user, by, whole_rule=whole_rule)
    return render_findings(request, check_latest(page))


@require_POST
def withdraw_acknowledgements(request: HttpRequest, page_id: int) -> JsonResponse:
    """Withdraw the reasons given for these findings, so that they are asked again."""
    page = get_editable_report(request, page_id)
    wanted = set(request.POST.getlist("fingerprint"))
    for finding in check_latest(page).acknowledged:
        if finding.fingerprint in wanted:
            wanted |= {single.fingerprint for single in finding.singles}
    Acknowledgement.objects.filter(report_id=page.pk, fingerprint__in=wanted).delete()
    return render_findings(request, check_latest(page))


def get_display_name(user: Any) -> str:
    return user.get_full_name() or user.get_username() if isinstance(user, User) else ""
