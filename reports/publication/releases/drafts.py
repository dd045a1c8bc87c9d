"""The drafts of a release: what an approval notes, and what a press link shows."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet
from wagtail.models import Page, Revision

from reports.models import Release, ReleaseItem


def compute_digest(revision: Revision) -> str:
    """Return the SHA-256 of the content of a revision, in hexadecimal."""
    text = json.dumps(revision.content, sort_keys=True, cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()


def base_type(subject: Any) -> ContentType:
    """Return the type that items and revisions know a page or a record by."""
    return ContentType.objects.get_for_model(Page if isinstance(subject, Page) else type(subject))


def iterate_items(release: Release) -> Iterator[ReleaseItem]:
    """Yield what is still in a release: records first, as reports refer to them."""
    items = release.items.filter(withdrawn_at=None).select_related("content_type", "revision")
    yield from sorted(items, key=lambda item: isinstance(item.subject, Page))


def find_draft(item: ReleaseItem) -> Any:
    """Return the page or the record as the release will make it public, never saved."""
    if item.revision:
        return item.revision.as_object()
    return item.subject and item.subject.get_latest_revision_as_object()


def items_of(subject_type: ContentType, object_id: str) -> QuerySet[ReleaseItem]:
    """Return the items of releases that wait for their hour with this page or record."""
    return ReleaseItem.objects.filter(
        content_type=subject_type,
        object_id=object_id,
        withdrawn_at=None,
        release__state=Release.State.APPROVED,
    )
