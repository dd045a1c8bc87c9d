"""Numbers of pictures and documents on the first screen, as many as their lists show.

Wagtail also counts those that may only be chosen, which its lists leave out.
"""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from wagtail.documents.permissions import permission_policy as documents
from wagtail.documents.wagtail_hooks import DocumentsSummaryItem
from wagtail.images.permissions import permission_policy as pictures
from wagtail.images.wagtail_hooks import ImagesSummaryItem

LISTED = ["change", "delete"]


class ListedPictures(ImagesSummaryItem):
    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        listed = pictures.instances_user_has_any_permission_for(self.request.user, LISTED)
        return {**super().get_context_data(parent_context), "total_images": listed.count()}


class ListedDocuments(DocumentsSummaryItem):
    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        listed = documents.instances_user_has_any_permission_for(self.request.user, LISTED)
        return {**super().get_context_data(parent_context), "total_docs": listed.count()}


REPLACED = {ImagesSummaryItem: ListedPictures, DocumentsSummaryItem: ListedDocuments}


def count_listed(request: HttpRequest, items: list[Any]) -> None:
    """Put ours in the place of Wagtail's."""
    items[:] = [REPLACED[type(item)](request) if type(item) in REPLACED else item for item in items]
