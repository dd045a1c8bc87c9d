"""The drafts of a release: what an approval notes, and what a press link shows."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet
from wagtail.models import Page, Revision

from reports.publishing.models import CorrectionAnswers, Release, ReleaseItem


def compute_digest(revision: Revision) -> str:
    """Return the SHA-256 of what a revision makes public, in hexadecimal.

    That is its content, and what is answered about the figures that it changes.
    """
    answers = CorrectionAnswers.objects.filter(revision=revision).values_list("answers", flat=True)
    said = [revision.content, list(answers)]
    text = json.dumps(said, sort_keys=True, cls=DjangoJSONEncoder)
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


def forget_approval(release: Release) -> None:
    """Let what is in a release be drafts again, and put back what was withdrawn from it."""
    release.items.update(revision=None, digest="", withdrawn_at=None)
    release.documents.update(approved_file="")


def is_awaited(record: Any) -> bool:
    """Return whether a record is in a release that waits for its hour."""
    return items_of(base_type(record), str(record.pk)).exists()


def items_of(subject_type: ContentType, object_id: str) -> QuerySet[ReleaseItem]:
    """Return the items of releases that wait for their hour with this page or record."""
    return ReleaseItem.objects.filter(
        content_type=subject_type,
        object_id=object_id,
        withdrawn_at=None,
        release__state=Release.State.APPROVED,
    )
