"""Restricts Wagtail's choosers and approvals of records to users who work with records.

Otherwise Wagtail's approval views would tell any user of the admin the name of a record, in the
message that it is not awaiting approval.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.snippets.views import chooser, snippets

from reports.content.models.merged_records import list_unmerged
from reports.content.records.kinds import can_choose
from reports.content.records.lookup import match_records


class RequireChooser:
    """A mixin for views that refuses users without permissions on records or pages."""

    model_class: Any
    model: Any

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not can_choose(request.user, get_model(self)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


def get_model(view: Any) -> Any:
    """Return the model of a view; choosers and other views call it differently."""
    return view.model_class if hasattr(view, "model_class") else view.model


class SearchForm(SearchFilterMixin, BaseFilterForm):
    """The search form of a chooser, which finds the same records as the field of a block."""

    def filter(self, objects: QuerySet[Any]) -> Any:
        if query := self.cleaned_data["q"]:
            self.is_searching, self.search_query = True, query
        return match_records(objects, query)


class OfferUnmerged:
    """A mixin that offers only records that were not merged into another."""

    model_class: Any
    filter_form_class = SearchForm

    def get_object_list(self) -> QuerySet[Any]:
        return list_unmerged(self.model_class)


class ChooseView(RequireChooser, OfferUnmerged, chooser.ChooseView):
    pass


class ChooseResultsView(RequireChooser, OfferUnmerged, chooser.ChooseResultsView):
    pass


class ChosenView(RequireChooser, chooser.SnippetChosenView):
    pass


class ChosenMultipleView(RequireChooser, chooser.SnippetChosenMultipleView):
    pass


class RecordChooserViewSet(chooser.SnippetChooserViewSet):
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView


class WorkflowActionView(RequireChooser, snippets.WorkflowActionView):
    pass


class CollectWorkflowActionDataView(RequireChooser, snippets.CollectWorkflowActionDataView):
    pass


class ConfirmWorkflowCancellationView(RequireChooser, snippets.ConfirmWorkflowCancellationView):
    pass
