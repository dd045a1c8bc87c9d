"""Delivers one entry: claims it, sends it outside any transaction, and records the result."""

import logging
from datetime import timedelta
from enum import Enum

from django.conf import settings

from reports.publishing.outbox import claims
from reports.publishing.outbox.backoff import MAX_ATTEMPTS, compute_delay
from reports.publishing.outbox.connections import give_back_connection
from reports.publishing.outbox.outages import Outages
from reports.publishing.outbox.senders import SENDERS, ChannelDown, Refused

logger = logging.getLogger(__name__)


class Outcome(Enum):
    """The result of a delivery, in the French words that the command prints."""

    DELIVERED = "envoyé"
    POSTPONED = "reporté"
    GIVEN_UP = "abandonné"


class RunnerKilled(Exception):
    """Raised for an entry whose attempts all ended without a result: it may kill its runners."""


def deliver_next(outages: Outages) -> Outcome | None:
    """Deliver the entry that has been due for longest; return None if no entry is due."""
    claim = claims.claim_next(timedelta(seconds=settings.OUTBOX_LEASE_SECONDS))
    if claim is None:
        return None
    try:
        if claim.delivery.attempt > MAX_ATTEMPTS:
            raise RunnerKilled
        give_back_connection()  # whoever waits for a mail server needs no database
        SENDERS[claim.kind](claim.delivery)
    except Exception as error:  # one entry, whatever is wrong with it, must not stop the others
        return record_error(claim, error, outages)
    outages.end(claim.kind)
    claims.record_delivery(claim)
    return Outcome.DELIVERED


def record_error(claim: claims.Claim, error: Exception, outages: Outages) -> Outcome:
    """Postpone the entry or give it up. The log has the class of the error, without its message."""
    name = describe_error(error)
    if isinstance(error, ChannelDown):
        outages.begin(claim.kind, name)
    elif isinstance(error, Refused):
        outages.end(claim.kind)  # somebody answered
    attempt = claim.delivery.attempt
    if isinstance(error, Refused) or attempt >= MAX_ATTEMPTS:
        claims.record_giving_up(claim, name)
        times = "attempt" if attempt == 1 else "attempts"
        logger.warning(
            "Gave up outbox entry %s (%s) after %s %s: %s.",
            *(claim.pk, claim.kind, attempt, times, name),
        )
        return Outcome.GIVEN_UP
    claims.record_failure(claim, name, compute_delay(attempt))
    return Outcome.POSTPONED


def describe_error(error: BaseException) -> str:
    """Return the class of the error, or of its cause if it only wraps one."""
    wrapped = isinstance(error, ChannelDown | Refused) and error.__cause__
    return type(wrapped or error).__name__[:80]
