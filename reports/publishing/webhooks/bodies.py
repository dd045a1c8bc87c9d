"""Builds the body of a message when it is sent: each attempt checks visibility again."""

from typing import Any

from wagtail.models import Site

from reports.content.visibility import Perspective
from reports.publishing.feed.corrected import read_corrections
from reports.publishing.feed.public_entry import PublicEntry
from reports.publishing.feed.reading import list_announced, list_visible
from reports.publishing.models import Correction
from reports.publishing.models.webhook import WebhookDelivery
from reports.publishing.webhooks.messages import TEST_KIND


def build_body(delivery: WebhookDelivery) -> dict[str, Any] | None:
    """Return the body of a message, in the form that Standard Webhooks recommends.

    Return None if there is nothing to send: the change was undone in its own transaction, its
    subject is hidden by now, or the webhook does not listen to it.
    """
    if delivery.kind == TEST_KIND:
        return {"type": TEST_KIND, "timestamp": delivery.created_at.isoformat(), "data": {}}
    change = delivery.change
    site = change and Site.objects.filter(pk=change.site).first()
    if not change or not site:
        return None
    perspective = Perspective(site)
    visible = list_visible(perspective, list(list_announced(perspective).filter(pk=change.pk)))
    corrections = read_corrections([change]).get(change.pk, [])
    entry = PublicEntry.from_change(change, corrections)
    if not visible or not delivery.webhook.listens_to(entry.kind, entry.year):
        return None
    return {
        "type": entry.kind,
        "timestamp": entry.happened_at.isoformat(),
        "data": {
            "id": entry.id,
            "site": site.hostname,
            "subject": entry.subject,
            "record": entry.record,
            "year": entry.year,
            "path": entry.path,
            "formerPath": entry.former_path,
            "cacheTags": list(entry.cache_tags),
            "corrections": [describe_correction(each) for each in entry.corrections],
        },
    }


def describe_correction(correction: Correction) -> dict[str, Any]:
    """Return a correction with the field names of the graph."""
    return {
        "kind": correction.kind.upper(),
        "sentence": correction.sentence,
        "place": correction.place,
        "block": correction.block or None,
        "row": correction.row or None,
        "column": correction.column or None,
        "before": correction.before,
        "after": correction.after,
        "version": correction.version.number,
    }
