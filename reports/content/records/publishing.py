"""Publishes the drafts of records, and decides who may do so."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from reports.content.models.record_kind import find_kind
from reports.content.models.snippet import Snippet


def may_publish_records(user: Any, model: type[Any]) -> bool:
    """Return whether a user may make the drafts of a kind of records public.

    None, the user of a command or of a schedule whose author is gone, may not: a report that is
    published without a user leaves its records as they are. Code that wants them public publishes
    them itself, as `publish_with_records` does.
    """
    return user is not None and bool(user.has_perm(find_kind(model).get_permission("publish")))


@transaction.atomic
def publish_records(records: Iterable[Snippet], user: Any) -> int:
    """Publish the latest draft of each record, all of them or none; return how many."""
    count = 0
    for record in records:
        draft = record.get_latest_revision() or record.save_revision(user=user)
        draft.publish(user=user)
        count += 1
    return count
