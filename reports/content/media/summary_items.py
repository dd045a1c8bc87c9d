"""The numbers of pictures and documents on the first screen of the admin.

They equal the lengths of the lists. Wagtail also counts files that the user may only choose, which
its lists leave out.
"""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from wagtail.documents.wagtail_hooks import DocumentsSummaryItem
from wagtail.images.wagtail_hooks import ImagesSummaryItem

from reports.content.media.permissions import policy_of
from reports.content.models import Picture, ReportDocument

LISTED = ["change", "delete"]


def count_listed_for(user: Any, model: type[Any]) -> int:
    return policy_of(model).instances_user_has_any_permission_for(user, LISTED).count()


class ListedPictures(ImagesSummaryItem):
    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        total = count_listed_for(self.request.user, Picture)
        return {**super().get_context_data(parent_context), "total_images": total}


class ListedDocuments(DocumentsSummaryItem):
    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        total = count_listed_for(self.request.user, ReportDocument)
        return {**super().get_context_data(parent_context), "total_docs": total}


REPLACED = {ImagesSummaryItem: ListedPictures, DocumentsSummaryItem: ListedDocuments}


def count_listed(request: HttpRequest, items: list[Any]) -> None:
    """Put ours in the place of Wagtail's."""
    items[:] = [REPLACED[type(item)](request) if type(item) in REPLACED else item for item in items]
