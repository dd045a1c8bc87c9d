"""Claims entries, so that no two runners deliver the same one, and records the results.

An entry is claimed by an update that only succeeds if no other runner has claimed it since it was
read. The claim ends with its lease: the entry of a killed runner is then delivered again. The
number of attempts is the claim's token, so a runner whose lease has ended records nothing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from reports.publishing.models import OutboxEntry
from reports.publishing.models.outbox import PENDING
from reports.publishing.outbox.senders import SENDERS, Delivery

MAX_CANDIDATES = 16  # entries looked at together: other runners may take some of them
ERASED: dict[str, Any] = {"payload": None, "recipient": "", "claimed_until": None}


@dataclass(frozen=True, slots=True)
class Claim:
    """An entry that this runner may deliver until the lease ends."""

    pk: int
    kind: str
    delivery: Delivery


def claim_next(lease: timedelta) -> Claim | None:
    """Claim the entry that has been due for longest; return None if no entry is due.

    Raises RuntimeError inside a transaction, where other runners would not see the claim.
    """
    while True:
        now = timezone.now()
        candidates = list(find_due(now).values_list("pk", "attempts")[:MAX_CANDIDATES])
        if not candidates:
            return None
        for pk, attempts in candidates:
            if claim_entry(pk, attempts, now + lease):
                entry = OutboxEntry.objects.get(pk=pk)
                delivery = Delivery(entry.recipient, entry.payload, attempts + 1)
                return Claim(pk, entry.kind, delivery)


def find_due(now: datetime) -> QuerySet[OutboxEntry]:
    """Return the entries that may be claimed: due, not claimed, the first of their recipient."""
    earlier = OutboxEntry.objects.filter(
        PENDING, kind=OuterRef("kind"), recipient=OuterRef("recipient"), pk__lt=OuterRef("pk")
    )
    unclaimed = Q(claimed_until=None) | Q(claimed_until__lte=now)
    due = OutboxEntry.objects.filter(PENDING, unclaimed, due_at__lte=now, kind__in=list(SENDERS))
    return due.exclude(Exists(earlier)).order_by("due_at", "pk")


def claim_entry(pk: int, attempts: int, until: datetime) -> bool:
    """Claim an entry, unless another runner has claimed it since its attempts were read."""
    entry = OutboxEntry.objects.filter(PENDING, pk=pk, attempts=attempts)
    with transaction.atomic(durable=True):
        return entry.update(attempts=F("attempts") + 1, claimed_until=until) == 1


def record_delivery(claim: Claim) -> None:
    """Record that the entry was delivered, and erase its content."""
    filter_claimed(claim).update(delivered_at=timezone.now(), last_error="", **ERASED)


def record_failure(claim: Claim, error: str, delay: timedelta) -> None:
    """Postpone the entry by `delay`."""
    due_at = timezone.now() + delay
    filter_claimed(claim).update(due_at=due_at, claimed_until=None, last_error=error)


def record_giving_up(claim: Claim, error: str) -> None:
    """Record that the entry was given up, and erase its content."""
    filter_claimed(claim).update(given_up_at=timezone.now(), last_error=error, **ERASED)


def filter_claimed(claim: Claim) -> QuerySet[OutboxEntry]:
    """Return the entry of a claim, or nothing if another runner has claimed it since."""
    return OutboxEntry.objects.filter(PENDING, pk=claim.pk, attempts=claim.delivery.attempt)
