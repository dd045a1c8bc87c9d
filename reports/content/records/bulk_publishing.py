"""The bulk action that publishes several records of a list."""

from collections.abc import Sequence
from typing import Any

from wagtail.admin.utils import get_latest_str
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from reports.content.models.snippet import Snippet
from reports.content.records.publishing import may_publish_records, publish_records


class PublishRecords(SnippetBulkAction):
    """Publishes the latest draft of each chosen record: of all of them, or of none."""

    display_name = "Publier"
    action_type = "publish"
    aria_label = "Publier les fiches choisies"
    template_name = "reports/records/confirm_bulk_publish.html"
    action_priority = 20

    def check_perm(self, record: Snippet) -> bool:
        return may_publish_records(self.request.user, self.model)

    @classmethod
    def execute_action(
        cls, objects: Sequence[Snippet], user: Any = None, **kwargs: Any
    ) -> tuple[int, int]:
        return publish_records(objects, user), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        if num_parent_objects == 1:
            return f"« {get_latest_str(self.actionable_objects[0])} » est publiée."
        return f"{num_parent_objects} fiches sont publiées."
