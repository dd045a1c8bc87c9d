"""The view of the audit log in the admin, with filters and export."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from reports.content.audit.log import Action, record
from reports.content.models import AuditEntry

PERMISSION = "reports.view_auditentry"
DETAILS = {
    "reason": "motif",
    "method": "moyen",
    "added": "ajouté",
    "removed": "retiré",
    "count": "nombre",
    "is_superuser": "tous les droits",
    "is_active": "actif",
    "kind": "objet",
    "link": "lien",
    "form": "sous forme de",
    "author": "créé par",
}


class AuditFilters(WagtailFilterSet):
    at = django_filters.DateFromToRangeFilter(label="Date", widget=DateRangePickerWidget)
    actor = django_filters.CharFilter(label="Qui", lookup_expr="icontains")

    class Meta:
        model = AuditEntry
        fields = ("action", "at", "actor")


def describe(entry: AuditEntry) -> str:
    """Return the details of an entry in words."""
    values = (
        (DETAILS.get(name, name), ", ".join(value) if isinstance(value, list) else value)
        for name, value in sorted(entry.detail.items())
    )
    return " ; ".join(f"{name} : {value}" for name, value in values)


class AuditLog(ReportView):
    """The audit log in the admin, newest line first."""

    page_title = "Journal de sécurité"
    header_icon = "history"
    index_url_name = "audit_log"
    index_results_url_name = "audit_log_results"
    filterset_class = AuditFilters
    paginate_by = 50
    is_searchable = False
    columns = (
        DateColumn("at", label="Date"),
        Column("action", label="Acte", accessor="get_action_display"),
        Column("actor", label="Qui"),
        Column("subject", label="Sur quoi"),
        Column("address", label="Adresse IP"),
        Column("detail", label="Détail", accessor=describe),
    )
    list_export = ("at", "action", "actor", "subject", "address", "detail")
    export_headings = {
        "at": "Date",
        "action": "Acte",
        "actor": "Qui",
        "subject": "Sur quoi",
        "address": "Adresse IP",
        "detail": "Détail",
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        if request.GET.get("export"):
            record(Action.AUDIT_EXPORTED, request.user, request=request)
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def get_queryset(self) -> Any:
        return AuditEntry.objects.all()

    def get_filename(self) -> str:
        return "journal-de-securite"
