"""Computes the delays between attempts: they double up to an hour, and end after two days."""

import random
from datetime import timedelta

from django.conf import settings

MAX_DELAY = timedelta(hours=1)
MAX_ATTEMPTS = 55  # with a first delay of 30 s, the last one is about two days after the first


def compute_delay(attempt: int) -> timedelta:
    """Return how long to wait after a failed attempt (1 for the first).

    A random factor of up to a quarter keeps entries that failed together from being retried
    together.
    """
    first = timedelta(seconds=settings.OUTBOX_RETRY_SECONDS)
    doublings = min(attempt - 1, 20)  # 2**20 s is beyond the longest
    return min(MAX_DELAY, first * 2**doublings) * random.uniform(0.75, 1.25)
