"""Locks rows in one order, for publishing a release and for saving a draft.

First the pages and records, then their revisions, then the release: the form of a page locks its
page first too. With a single order there is no deadlock.
"""

from typing import Any

from wagtail.models import Revision

from reports.publishing.models import Release
from reports.publishing.releases.drafts import iterate_items


def lock_drafts(release: Release) -> None:
    """Lock the pages and records of a release and their approved drafts against saving."""
    items = sorted(iterate_items(release), key=lambda item: (item.content_type_id, item.object_id))
    for item in items:
        lock_row(item.content_type.model_class(), item.object_id)
    approved = [item.revision_id for item in items]
    list(Revision.objects.select_for_update().filter(pk__in=approved).order_by("pk"))


def lock_row(model: Any, pk: str) -> None:
    """Lock the row of a page or of a record, if it still exists."""
    list(model._base_manager.select_for_update().filter(pk=pk).values_list("pk"))
