"""The page of one release: its contents, its problems, and its buttons."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from reports.content.models import AnnualReportPage
from reports.publishing.models import Release
from reports.publishing.releases.admin.forms import (
    DocumentForms,
    ItemsForm,
    RedirectForms,
    list_documents,
    list_pages,
)
from reports.publishing.releases.admin.problem_groups import group_problems, split_stored
from reports.publishing.releases.approval import approve, take_back
from reports.publishing.releases.contents import ReleaseClosed, choose_items, opened
from reports.publishing.releases.problems import ReleaseRefused, find_problems

CHANGE, PUBLISH = "reports.change_release", "reports.publish_release"
REDIRECT = ("wagtailredirects.add_redirect", "wagtailredirects.change_redirect")


def get_release(request: HttpRequest, pk: int, permission: str = CHANGE) -> Release:
    """Return a release if the user has the permission, else raise PermissionDenied."""
    if not request.user.has_perm(permission):
        raise PermissionDenied
    return get_object_or_404(Release, pk=pk)


def show_contents(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the contents of a release, and let the user change them until it is approved."""
    release = get_release(request, pk)
    if request.method == "POST" and not release.is_open:
        return refuse(request, release)
    data = request.POST if request.method == "POST" else None
    items = ItemsForm(release, request.user, data)
    own = {"instance": release, "form_kwargs": {"user": request.user}}
    shown = release.documents.filter(document__in=list_documents(request.user))
    documents = DocumentForms(data, prefix="documents", queryset=shown, **own)
    redirects = None
    if request.user.has_perms(REDIRECT):
        to_seen = Q(redirect_page=None) | Q(redirect_page__in=list_pages(request.user))
        led = release.redirects.filter(to_seen)
        redirects = RedirectForms(data, prefix="redirections", queryset=led, **own)
    rows = [each for each in (documents, redirects) if each is not None]
    valid = data is not None and [form.is_valid() for form in (items, *rows)]  # each says why not
    if valid and all(valid):
        try:
            with opened(release):
                choose_items(release, items.chosen)
                for each in rows:
                    each.save()
        except ReleaseClosed:  # somebody has approved it meanwhile
            return refuse(request, release)
        messages.success(request, "Le contenu de la publication est enregistré.")
        return redirect("bilan_release", pk)
    context: dict[str, Any] = {
        "release": release,
        "items": items,
        "documents": documents,
        "redirects": redirects,
        "contained": release.items.select_related("content_type"),
        "reports": list_reports(release),
        "problems": group_problems(find_problems(release), request.user) if release.is_open else [],
        "held_by": split_stored(release.problems),
        "may_publish": request.user.has_perm(PUBLISH),
    }
    return render(request, "reports/releases/contents.html", context)


def refuse(request: HttpRequest, release: Release) -> HttpResponse:
    """Show the message that a closed release was not changed."""
    messages.error(request, f"Rien n’est enregistré : « {release} » n’est plus en préparation.")
    return redirect("bilan_release", release.pk)


def list_reports(release: Release) -> list[AnnualReportPage]:
    """Return the reports of a release that are already public: their corrections need answers."""
    subjects = (item.subject for item in release.items.filter(withdrawn_at=None))
    return [each for each in subjects if isinstance(each, AnnualReportPage) and each.live]


@require_POST
def approve_release(request: HttpRequest, pk: int) -> HttpResponse:
    release = get_release(request, pk, PUBLISH)
    try:
        approve(release, request.user)
    except ReleaseRefused as refused:
        for problem in refused.problems:
            messages.error(request, problem.message)  # the page has the list
    else:
        messages.success(request, f"« {release} » paraîtra à l’heure dite, tout ensemble.")
    return redirect("bilan_release", pk)


@require_POST
def take_release_back(request: HttpRequest, pk: int) -> HttpResponse:
    release = get_release(request, pk, PUBLISH)
    if take_back(release):
        messages.success(request, "La publication est de nouveau en préparation.")
    else:
        messages.error(request, f"« {release} » a déjà paru, ou n’était plus approuvée.")
    return redirect("bilan_release", pk)
