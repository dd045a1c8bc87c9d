"""Writes the entries of the feed: one for each subject in a transaction, with its net change."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from wagtail.models import Site

from reports.publishing.feed.difference import Difference
from reports.publishing.feed.sequence import close_gaps, take_rank
from reports.publishing.feed.subjects import State
from reports.publishing.models import Change
from reports.publishing.webhooks.messages import enqueue_change

LEFT_OUT = ("order", "title")  # what an entry does not remember: a title is read when it is asked


def write_change(site: Site, difference: Difference, last_before: int) -> None:
    """Write a difference, or merge it into the entry of its subject in this transaction.

    The lock must be held: entries after `last_before` belong to this transaction.
    """
    name = difference.subject.stored(site.pk)
    written = Change.objects.filter(site=site.pk, sequence__gt=last_before, subject=name).first()
    if written is None:
        change = Change.objects.create(
            site=site.pk,
            sequence=take_rank(site),
            kind=difference.kind,
            happened_at=read_clock(),
            subject=name,
            payload=describe(difference),
        )
        enqueue_change(change)
        return
    net = Difference(difference.subject, load_before(written), difference.after)
    if net.is_noticeable:
        written.kind, written.payload = net.kind, describe(net)
        written.save()
    else:
        written.delete()
        close_gaps(site, last_before)


def read_clock() -> datetime:
    """Return the time of an entry that is written now."""
    return timezone.now()


def describe(difference: Difference) -> dict[str, Any]:
    """Return the content of an entry: the states before and after."""
    return {
        "before": describe_state(difference.before),
        "after": describe_state(difference.after),
        "digest_before": difference.before.digest if difference.before else None,
        "order_before": difference.before.details.get("order") if difference.before else None,
    }


def describe_state(state: State | None) -> dict[str, Any] | None:
    if state is None:
        return None
    return {name: value for name, value in state.details.items() if name not in LEFT_OUT}


def load_before(change: Change) -> State | None:
    """Return the state before an entry's transaction, as far as differences depend on it."""
    before = change.payload["before"]
    if before is None:
        return None
    order = change.payload["order_before"]
    return State(change.payload["digest_before"], before | ({"order": order} if order else {}))
