"""The bulk action that merges two records of a list."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from reports.content.models.snippet import Snippet
from reports.content.records.merge_description import build_merge_url
from reports.content.records.merging import NO_RIGHT, Merge, may_merge
from reports.content.records.uses import find_uses


class MergeRecords(SnippetBulkAction):
    """Redirects to the page on which two chosen records are merged.

    It proposes to keep the public one, or the one that more reports name.
    """

    display_name = "Fusionner…"
    action_type = "merge"
    aria_label = "Fusionner les deux fiches choisies"
    template_name = "reports/records/merge.html"
    action_priority = 30

    def check_perm(self, record: Snippet) -> bool:
        return may_merge(self.request.user, record)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        chosen, others = self.get_actionable_objects()
        refused = others["items_with_no_access"]
        if refused or len(chosen) != 2:
            reason = NO_RIGHT if refused else "Pour fusionner, cochez exactement deux fiches."
            messages.error(request, reason)
            return redirect(self.next_url)
        (first, uses), (second, other_uses) = find_uses(chosen)
        merge = Merge(merged=second, survivor=first)
        is_second_used_more = len(other_uses.reports) > len(uses.reports)
        wanted = merge.swapped if is_second_used_more else merge
        return redirect(build_merge_url(wanted.keeping_public))
