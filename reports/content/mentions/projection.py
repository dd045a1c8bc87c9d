"""Mentions of records in published bodies, as rows.

`rebuild_mentions` proves that the rows equal the bodies.
"""

from collections.abc import Sequence
from typing import Any

from reports.content.models import AnnualReportPage, Mention
from reports.content.models.page_document import read_body
from reports.content.models.projection import Projection
from reports.core.document.mentions import PrintedMention, list_mentions

LONGEST_KEY = 120


def build_mentions(pages: Sequence[AnnualReportPage]) -> list[Mention]:
    """Return the mentions of public reports. Keys that no record can have mention none."""
    return [
        Mention(report_id=page.pk, order=order, **describe(mention))
        for page in pages
        for order, mention in enumerate(list_mentions(read_body(page)))
        if isinstance(mention.key, int) or len(mention.key) <= LONGEST_KEY
    ]


def describe(mention: PrintedMention) -> dict[str, Any]:
    """Return what a mention is, as fields of `Mention`."""
    is_row = isinstance(mention.key, int)
    return {
        "refers_to": mention.refers_to,
        "record_row": mention.key if is_row else None,
        "record_key": "" if is_row else mention.key,
        "kind": mention.kind,
        "item": mention.id,
        "block": mention.visit.block.id,
        "anchor": mention.anchor,
        "name": mention.name,
    }


MENTIONS = Projection(Mention, build_mentions)
