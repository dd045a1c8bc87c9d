"""The drafts of a release: those that an approval records and a press link shows."""

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
    """Return the SHA-256 of what a revision will publish, in hexadecimal.

    That is its content, and the answers about the figures that it changes.
    """
    answers = CorrectionAnswers.objects.filter(revision=revision).values_list("answers", flat=True)
    said = [revision.content, list(answers)]
    text = json.dumps(said, sort_keys=True, cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()


def base_type(subject: Any) -> ContentType:
    """Return the content type under which items and revisions refer to a page or a record."""
    return ContentType.objects.get_for_model(Page if isinstance(subject, Page) else type(subject))


def iterate_items(release: Release) -> Iterator[ReleaseItem]:
    """Yield the items of a release that were not withdrawn: records first, as reports refer to
    them.
    """
    items = release.items.filter(withdrawn_at=None).select_related("content_type", "revision")
    yield from sorted(items, key=lambda item: isinstance(item.subject, Page))


def find_draft(item: ReleaseItem) -> Any:
    """Return the page or the record as the release will publish it, without saving it."""
    if item.revision:
        return item.revision.as_object()
    return item.subject and item.subject.get_latest_revision_as_object()


def forget_approval(release: Release) -> None:
    """Remove the recorded drafts from a release, and include again what was withdrawn from it."""
    release.items.update(revision=None, digest="", withdrawn_at=None)
    release.documents.update(approved_file="")


def is_awaited(record: Any) -> bool:
    """Return whether a record is in a release that is waiting to be published."""
    return items_of(base_type(record), str(record.pk)).exists()


def items_of(subject_type: ContentType, object_id: str) -> QuerySet[ReleaseItem]:
    """Return the items of releases that wait for their hour with this page or record."""
    return ReleaseItem.objects.filter(
        content_type=subject_type,
        object_id=object_id,
        withdrawn_at=None,
        release__state=Release.State.APPROVED,
    )
