"""Publishing records whose drafts wait."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from reports.content.models.snippet import Snippet


@transaction.atomic
def publish_records(records: Iterable[Snippet], user: Any) -> int:
    """Publish the latest draft of each record, all of them or none; return how many."""
    count = 0
    for record in records:
        draft = record.get_latest_revision() or record.save_revision(user=user)
        draft.publish(user=user)
        count += 1
    return count
