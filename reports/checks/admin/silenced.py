"""The admin's list of silenced findings, and the view that ends a silence."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.permissions import page_permission_policy

from reports.checks.gathering import quote_words
from reports.checks.models import SilencedFinding
from reports.checks.rule import RULES

LABEL = "Constats mis en sourdine"


def describe_rule(silence: SilencedFinding) -> str:
    """Return the title of the rule; its code where the rule is no more."""
    rule = RULES.get(silence.code)
    return rule.title if rule else silence.code


def describe_words(silence: SilencedFinding) -> str:
    """Return the words for which the rule is silent."""
    return quote_words(silence.evidence) or "Tout le contrôle"


class ActionColumn(Column):
    """A column with a button that ends a silence."""

    cell_template_name = "reports/checks/silence_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return {
            **context,
            "csrf_token": get_token(context["request"]),
            "named": f"{describe_rule(instance)}, {describe_words(instance)}",
        }


class SilencedFindings(BaseListingView):
    """Lists the findings that are silenced for the programmes that the user may edit."""

    page_title = LABEL
    header_icon = "no-view"
    template_name = "reports/checks/silenced.html"
    results_template_name = "reports/checks/silenced_results.html"
    is_searchable = False
    paginate_by = 50
    columns = (
        Column("rule", label="Contrôle", accessor=describe_rule),
        Column("words", label="Mots", accessor=describe_words),
        Column("programme", label="Programme"),
        Column("reason", label="Raison"),
        Column("by", label="Par"),
        DateColumn("at", label="Le"),
        ActionColumn("actions", label="Actions", accessor="pk"),
    )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not page_permission_policy.user_has_any_permission(request.user, {"change"}):
            raise PermissionDenied
        answer: HttpResponse = super().get(request, *args, **kwargs)
        return answer

    def get_queryset(self) -> QuerySet[SilencedFinding]:
        editable = page_permission_policy.instances_user_has_permission_for(
            self.request.user, "change"
        )
        of_user = SilencedFinding.objects.filter(programme__in=editable.order_by().values("pk"))
        return of_user.select_related("programme")

    def get_index_url(self) -> str:
        return self.request.path


@require_POST
def end_silence(request: HttpRequest, pk: int) -> HttpResponse:
    """Report a finding again that was silenced."""
    silence = get_object_or_404(SilencedFinding.objects.select_related("programme"), pk=pk)
    if not silence.programme.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    silence.delete()
    messages.success(request, "Ce constat sera de nouveau signalé.")
    return redirect("bilan_silenced")
