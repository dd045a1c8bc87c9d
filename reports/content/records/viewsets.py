"""The views of records in the admin, in one group of its menu."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from reports.content.models.record_kind import RecordKind, list_kinds
from reports.content.records import choosers
from reports.content.records.filters import RecordFilterSet
from reports.content.records.listing import list_records
from reports.content.records.lookup import match_records


class ReferenceColumn(Column):
    """Shows the record that a row refers to, or the one that it was merged into."""

    def get_value(self, instance: Any) -> Any:
        record = super().get_value(instance)
        return record and record.survivor


class RecordIndexView(IndexView):
    base_filterset_class = RecordFilterSet

    def search_queryset(self, queryset: QuerySet[Any]) -> Any:
        """Return the records that are found, in the order that was chosen if one was.

        Wagtail's index finds the beginnings of words alone: « guichet » is within « Monguichet ».
        """
        if not self.is_searching:
            return queryset
        found = match_records(queryset, self.search_query)
        if not self.is_explicitly_ordered:
            return found
        return queryset.filter(pk__in=[each.pk for each in found])


class RecordViewSet(SnippetViewSet):
    index_view_class = RecordIndexView
    chooser_viewset_class = choosers.RecordChooserViewSet
    workflow_action_view_class = choosers.WorkflowActionView
    collect_workflow_action_data_view_class = choosers.CollectWorkflowActionDataView
    confirm_workflow_cancellation_view_class = choosers.ConfirmWorkflowCancellationView

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return list_records(self.model)


def build_viewset(kind: RecordKind) -> RecordViewSet:
    """Return the views of the records of a kind."""
    return RecordViewSet(
        model=kind.model,
        icon=kind.icon,
        list_display=("name", kind.key_field, *list_columns(kind), LiveStatusTagColumn()),
        list_filter=(*kind.filters, "live"),
    )


def list_columns(kind: RecordKind) -> Iterator[str | Column]:
    """Yield the columns of the list of a kind, beside name and key."""
    for name in kind.columns:
        label = kind.model._meta.get_field(name).verbose_name
        refers = name in kind.references
        yield ReferenceColumn(name, capfirst(label), sort_key=name) if refers else name


class RecordsViewSetGroup(SnippetViewSetGroup):
    """The group of records in the admin menu."""

    menu_label = "Référentiel"
    menu_icon = "snippet"
    menu_order = 200  # after the pages, before images and documents
    items = tuple(map(build_viewset, list_kinds()))
