"""Numbers the entries of the feed: ranks are given under a lock that is held until the commit."""

from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction
from django.db.models import F
from wagtail.models import Site

from reports.publishing.models import Change, FeedPosition


@dataclass
class WritingTransaction:
    """The transaction that holds the lock, and the last rank of each site before it.

    It is stored among the functions that run on commit, so that a rollback, even of a savepoint,
    removes it together with the lock.
    """

    last_before: dict[int, int] = field(default_factory=dict)
    has_ended: bool = False

    def __call__(self) -> None:
        self.has_ended = True


def find_writing() -> WritingTransaction | None:
    """Return the state of this transaction if it holds the lock, else None."""
    waiting: list[Any] = [entry[1] for entry in connection.run_on_commit]
    current = [f for f in waiting if isinstance(f, WritingTransaction) and not f.has_ended]
    return current[-1] if current else None


def lock_feed() -> WritingTransaction:
    """Wait for other transactions that write the feed, take the lock, and return its state.

    Sites without a position have no feed yet, and nothing is written for them.
    """
    # An update that changes nothing takes the locks, on all databases, before anything is read.
    FeedPosition.objects.order_by("pk").update(last=F("last"))
    positions = FeedPosition.objects.select_for_update().order_by("pk")
    writing = WritingTransaction(dict(positions.values_list("pk", "last")))
    transaction.on_commit(writing)
    return writing


def take_rank(site: Site) -> int:
    """Return the next rank in the feed of a site. The lock must be held."""
    FeedPosition.objects.filter(pk=site.pk).update(last=F("last") + 1)
    return FeedPosition.objects.values_list("last", flat=True).get(pk=site.pk)


def close_gaps(site: Site, last_before: int) -> None:
    """Give the entries of this transaction ranks without gaps, after one was taken back."""
    rank = last_before
    for change in Change.objects.filter(site=site.pk, sequence__gt=last_before).order_by(
        "sequence"
    ):
        rank += 1
        if change.sequence != rank:
            Change.objects.filter(pk=change.pk).update(sequence=rank)
    FeedPosition.objects.filter(pk=site.pk).update(last=rank)
