"""How much one client may ask for in a while: requests, and what they cost together."""

import logging
import math
import time
from contextlib import nullcontext
from functools import lru_cache
from threading import Lock

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from limits import RateLimitItem, parse
from limits.errors import StorageError
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import RateLimiter, SlidingWindowCounterRateLimiter

from reports_graphql.errors import Refusal
from reports_graphql.http.client_address import read_client_network

logger = logging.getLogger(__name__)

PATIENCE = 0.2  # seconds to wait for a shared storage

# Threads that count in memory at once may start the same timer of the library twice: it raises.
ALONE = Lock()


def spend_request(request: HttpRequest) -> None:
    """Counts one request. Raises `Refusal` where its client has had too many."""
    spend_rate(request, "request", settings.GRAPHQL_RATE_REQUESTS, 1)


def spend_cost(request: HttpRequest, cost: int) -> None:
    """Counts what a document costs. Raises `Refusal` where its client has spent too much."""
    spend_rate(request, "cost", settings.GRAPHQL_RATE_COST, cost)


def spend_rate(request: HttpRequest, name: str, rate: str, cost: int) -> None:
    if not rate or not cost:
        return
    item, who = parse(rate), client_key(request)
    try:
        allowed, after = hit_limit(
            shared_limiter(settings.GRAPHQL_RATE_STORAGE), item, name, who, cost
        )
    except StorageError:
        logger.warning("The storage of rates does not answer: counting in this process.")
        allowed, after = hit_limit(shared_limiter("memory://"), item, name, who, cost)
    if not allowed:
        raise Refusal(
            "Too many requests: try again later.",
            code="RATE_LIMITED",
            status=429,
            headers={"Retry-After": str(after)},
        )


def hit_limit(
    limiter: RateLimiter, item: RateLimitItem, name: str, who: str, cost: int
) -> tuple[bool, int]:
    """Whether the client is within the rate, and in how many seconds it may be again."""
    with ALONE if isinstance(limiter.storage, MemoryStorage) else nullcontext():
        if limiter.hit(item, name, who, cost=cost):
            return True, 0
        reset = limiter.get_window_stats(item, name, who).reset_time
    return False, max(1, math.ceil(reset - time.time()))


@lru_cache(4)
def shared_limiter(storage: str) -> RateLimiter:
    options = {} if storage.startswith("memory") else {"socket_timeout": PATIENCE}
    return SlidingWindowCounterRateLimiter(
        storage_from_string(storage, wrap_exceptions=True, **options)
    )


def client_key(request: HttpRequest) -> str:
    """Return a name for who asks that says nothing of them: a keyed hash of their address."""
    return salted_hmac("reports_graphql.rate", read_client_network(request)).hexdigest()[:32]
