"""Saves a page on PostgreSQL without locking other pages' entries in the search index.

Wagtail 7.4.4: `PostgresIndex._refresh_title_norms`, of modelsearch 1.3, takes every entry whose
norm is 1.0 for a new one. If titles are of average length, all entries are, and two saves at once
wait for each other: PostgreSQL ends one, and its editor reads « Erreur ».

Here entries whose norm is right are not touched, and locked ones are left to the transaction that
holds the lock.

Delete this module when a save no longer updates entries of other objects there.
"""

from typing import Any

from django.db import transaction
from django.db.models import Avg, F
from modelsearch.backends.database.postgres.postgres import Length, PostgresIndex

from reports.content.wagtail_patches.replacing import replace_method


def _refresh_title_norms(self: Any, full: bool = False) -> None:
    """Set the norms of new entries, or of all: the average length of titles over their own."""
    entries = self.entries.annotate(title_length=Length("title")).filter(title_length__gt=0)
    average = entries.aggregate(average=Avg("title_length"))["average"]
    if average is None:
        return
    with transaction.atomic(using=entries.db):
        if not full:
            new = entries.filter(title_norm=1.0).exclude(title_length=average)
            keys = list(new.select_for_update(skip_locked=True).values_list("pk", flat=True))
            entries = entries.filter(pk__in=keys)
        entries.update(title_norm=average / F("title_length"))


def apply() -> None:
    replace_method(PostgresIndex, _refresh_title_norms)
