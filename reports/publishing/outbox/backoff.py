"""When an entry that failed is tried again: soon at first, every hour later, for two days."""

import random
from datetime import timedelta

from django.conf import settings

MAX_DELAY = timedelta(hours=1)
MAX_ATTEMPTS = 55  # with a first delay of 30 s, the last one is about two days after the first


def compute_delay(attempt: int) -> timedelta:
    """Return how long to wait after a failed attempt (1 for the first): doubled each time.

    A quarter more or less at random keeps entries that failed together from coming back together.
    """
    first = timedelta(seconds=settings.OUTBOX_RETRY_SECONDS)
    doublings = min(attempt - 1, 20)  # 2**20 s is beyond the longest
    return min(MAX_DELAY, first * 2**doublings) * random.uniform(0.75, 1.25)
