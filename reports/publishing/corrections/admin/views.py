"""The page that asks, for each change, why a report changes, and then publishes the report."""

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from reports.checks.record_messages import announce_records
from reports.content.models import AnnualReportPage
from reports.content.page_titles import title_with_year
from reports.publishing.corrections.admin.forms import AnswerForm, read_answers
from reports.publishing.corrections.admin.publication_act import (
    ANSWER,
    APPROVE,
    PUBLISH,
    PublicationAct,
)
from reports.publishing.corrections.answers import load_answers, save_answers
from reports.publishing.corrections.questions import ReportComparison, compare_with_latest
from reports.publishing.live_link import build_live_buttons

CHANGED = "Le brouillon ou la version publiée a changé entre-temps : relisez ce qui change."
KEPT = "Vos réponses sont gardées : elles paraîtront avec le brouillon, s’il ne change plus."
COMMENTS = "bilan_approval_comments"  # in the session: the words of an approval, by page


def corrections_url(page: AnnualReportPage, is_approval: bool = False) -> str:
    """Return the URL of the page with the questions about a report's latest draft."""
    url = reverse("bilan_corrections", args=[page.pk])
    return f"{url}?acte={APPROVE}" if is_approval else url


def ask_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show what changes for readers; once every change has an answer, publish or approve."""
    page = get_object_or_404(AnnualReportPage, pk=page_id)
    act = PublicationAct(page, request.user, request.GET.get("acte", PUBLISH))
    act.demand_permission()
    revision = act.revision
    if revision is None:
        raise Http404
    comparison = compare_with_latest(revision.as_object())
    compared = f"{revision.pk}-{comparison.version.pk if comparison else ''}"
    is_sent = request.method == "POST" and request.POST.get("compared") == compared
    forms = build_forms(comparison, revision.pk, request.POST if is_sent else None)
    if request.method == "POST" and not is_sent:
        messages.warning(request, CHANGED)
    answers = read_answers(forms) if is_sent else None
    if answers is None:
        context = {"page": page, "act": act, "forms": forms, "compared": compared}
        context["comment"] = request.session.get(COMMENTS, {}).get(str(page.pk), "")
        return render(request, "reports/corrections/ask.html", context)
    if comparison and answers:
        save_answers(revision, comparison.version, answers, request.user)  # kept if it is refused
    with transaction.atomic():
        act.carry_out(revision, request.POST.get("comment", ""))
    forget_comment(request, page)
    announce_success(request, page, act)
    if act.name != ANSWER:
        announce_records(request, page)
    there = get_valid_next_url_from_request(request)
    return redirect(there or reverse("wagtailadmin_pages:edit", args=[page.pk]))


def build_forms(
    comparison: ReportComparison | None, revision_id: int, data: Any
) -> list[AnswerForm]:
    """Return a form for each question, filled with earlier answers about this draft."""
    if comparison is None:
        return []
    known = load_answers(revision_id, comparison.version)
    return [
        AnswerForm(question, data, known.get(question.key)) for question in comparison.questions
    ]


def announce_success(request: HttpRequest, page: AnnualReportPage, act: PublicationAct) -> None:
    """Show a message about what was done, with the link to the public page."""
    stored, name = AnnualReportPage.objects.get(pk=page.pk), title_with_year(page)
    if act.name == ANSWER:
        messages.success(request, KEPT)
    elif stored.scheduled_revision:
        messages.success(request, f"« {name} » sera publié à l’heure dite, avec vos réponses.")
    else:
        words = f"« {name} » est publié : les lecteurs voient ce qui a changé, et pourquoi."
        messages.success(request, words, buttons=build_live_buttons(stored))


def keep_comment(request: HttpRequest, page: AnnualReportPage, comment: str) -> None:
    """Keep the words of an approval that has to be answered for first."""
    if comment:
        kept = request.session.get(COMMENTS, {})
        request.session[COMMENTS] = {**kept, str(page.pk): comment}


def forget_comment(request: HttpRequest, page: AnnualReportPage) -> None:
    kept = request.session.get(COMMENTS, {})
    if str(page.pk) in kept:
        request.session[COMMENTS] = {key: kept[key] for key in kept if key != str(page.pk)}
