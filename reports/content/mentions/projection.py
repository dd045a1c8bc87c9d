"""Projects the mentions of records in the bodies of public reports to rows of `Mention`.

The command `rebuild_mentions` checks that the rows equal the bodies.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from reports.content.models import AnnualReportPage, Mention
from reports.content.models.merged_records import Survivors, load_survivors
from reports.content.models.page_document import read_body
from reports.content.models.projection import Projection
from reports.content.models.record_kind import find_kind
from reports.content.models.snippet import Snippet
from reports.core.document.mentions import PrintedMention, list_mentions

MAX_KEY_CHARACTERS = 120


def build_mentions(pages: Sequence[AnnualReportPage]) -> list[Mention]:
    """Return the mentions of public reports. Keys that no record can have mention none.

    A record that was merged into another is mentioned no more: the other one is.
    """
    survivors = load_survivors()
    return [
        Mention(report_id=page.pk, order=order, **describe(mention, survivors))
        for page in pages
        for order, mention in enumerate(list_mentions(read_body(page)))
        if isinstance(mention.key, int) or len(mention.key) <= MAX_KEY_CHARACTERS
    ]


def describe(mention: PrintedMention, survivors: Survivors) -> dict[str, Any]:
    """Return what a mention is, as fields of `Mention`."""
    is_row = isinstance(mention.key, int)
    key = survivors.get((mention.refers_to, mention.key), mention.key)
    return {
        "refers_to": mention.refers_to,
        "record_row": key if is_row else None,
        "record_key": "" if is_row else key,
        "kind": mention.kind,
        "item": mention.id,
        "block": mention.visit.block.id,
        "anchor": mention.anchor,
        "name": mention.name,
    }


def find_mentioning(records: Sequence[Snippet]) -> set[int]:
    """Return the row ids of the reports that mention one of some records, all of one kind."""
    kind = find_kind(type(records[0]))
    keys = [getattr(record, kind.key_field) for record in records]
    named = Q(record_row__in=[record.pk for record in records]) | Q(record_key__in=keys)
    found = Mention.objects.filter(named, refers_to=kind.name)
    return set(found.values_list("report_id", flat=True))


MENTIONS = Projection(Mention, build_mentions, find_mentioning)
