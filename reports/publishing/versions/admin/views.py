"""The list of versions, and the form that withdraws one, for *Administration* only."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from wagtail.admin import messages

from reports.publishing.models import ReportVersion
from reports.publishing.versions.withdrawal import WithdrawalRefused, withdraw_version

PERMISSION = "reports.delete_reportversion"
PAGE_SIZE = 50


class WithdrawalForm(forms.Form):
    """The form for the public reason for withdrawing a version."""

    reason = forms.CharField(
        label="Motif public",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Les lecteurs le liront à la place de la version : la loi, la vie privée…",
    )


def check_permission(request: HttpRequest) -> None:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied


def list_versions(request: HttpRequest) -> HttpResponse:
    """List the versions of all reports, the last first."""
    check_permission(request)
    versions = ReportVersion.objects.select_related("author", "withdrawn_by")
    listed = versions.order_by("-published_at", "-number")
    page = Paginator(listed, PAGE_SIZE).get_page(request.GET.get("p"))
    return render(request, "reports/versions/list.html", {"page": page})


def withdraw_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the public reason, then withdraw a version."""
    check_permission(request)
    version = get_object_or_404(ReportVersion, pk=pk)
    form = WithdrawalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user: Any = request.user
        try:
            withdraw_version(version, form.cleaned_data["reason"], user)
        except WithdrawalRefused as refused:
            form.add_error(None, str(refused))
        else:
            name = f"{version.year}, version {version.number}"
            messages.success(request, f"Bilan {name} : le contenu est effacé.")
            return redirect("report_versions_list")
    return render(request, "reports/versions/withdraw.html", {"version": version, "form": form})
