"""Rate limits per client: the number of requests, and the cost of the documents."""

import logging
import math
from collections.abc import Mapping
from contextlib import nullcontext
from functools import lru_cache
from threading import Lock
from typing import Any

from django.conf import settings
from django.utils.crypto import salted_hmac
from limits import RateLimitItem, parse
from limits.errors import StorageError
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import SlidingWindowCounterRateLimiter

from reports_graphql.errors import Refusal
from reports_graphql.http.client_address import read_client_network

logger = logging.getLogger(__name__)

STORAGE_TIMEOUT_SECONDS = 0.2  # seconds to wait for a shared storage

# In the `META` of a request that has been counted.
COUNTED = "bilan.counted"

# Threads that count in memory at once may start the same timer of the library twice: it raises.
ALONE = Lock()


def spend_request(meta: Mapping[str, Any]) -> str:
    """Count one request by its `META`, unless it was already counted before its body was read.

    Return the key of its client. Raises `Refusal` if that client has sent too many.
    """
    client = client_key(meta)
    if COUNTED not in meta:
        spend(client, "request", settings.GRAPHQL_RATE_REQUESTS, 1)
    return client


def spend_cost(client: str, cost: int) -> None:
    """Count the cost of a document. Raises `Refusal` if its client has spent too much."""
    spend(client, "cost", settings.GRAPHQL_RATE_COST, cost)


def spend_rate(
    meta: Mapping[str, Any], name: str, rate: str, cost: int, counts: bool = True
) -> None:
    """Spend a cost for the client of a request, as `spend` does."""
    if rate:
        spend(client_key(meta), name, rate, cost, counts)


def spend(client: str, name: str, rate: str, cost: int, counts: bool = True) -> None:
    """Spend a cost under the rate of a name. Raises `Refusal` if the client has spent too much.

    With `counts=False` the rate is only tested, because the cost is not known yet.
    """
    if not rate or not cost:
        return
    item = parse(rate)
    storage = settings.GRAPHQL_RATE_STORAGE
    try:
        allowed, after = hit_limit(shared_limiter(storage), item, name, client, cost, counts)
    except StorageError:
        logger.warning("The storage of rates does not answer: counting in this process.")
        allowed, after = hit_limit(shared_limiter("memory://"), item, name, client, cost, counts)
    if not allowed:
        raise Refusal(
            "Too many requests: try again later.",
            code="RATE_LIMITED",
            status=429,
            headers={"Retry-After": str(after)},
        )


def hit_limit(
    limiter: SlidingWindowCounterRateLimiter,
    item: RateLimitItem,
    name: str,
    who: str,
    cost: int,
    counts: bool = True,
) -> tuple[bool, int]:
    """Return whether the client is within the rate, and in how many seconds it will be again."""
    with ALONE if isinstance(limiter.storage, MemoryStorage) else nullcontext():
        spend = limiter.hit if counts else limiter.test
        if spend(item, name, who, cost=cost):
            return True, 0
        storage: Any = limiter.storage
        window = storage.get_sliding_window(item.key_for(name, who), item.get_expiry())
    return False, math.floor(find_wait(item.amount, item.get_expiry(), cost, *window)) + 1


def find_wait(
    amount: int,
    seconds: int,
    cost: int,
    previous: int,
    previous_left: float,
    current: int,
    current_left: float,
) -> float:
    """Return after how many seconds a client may spend `cost`, if it spends nothing before.

    It may spend an `amount` in so many `seconds`. What it spent in the current window of time
    counts in full until the window ends, and then less and less for as long again, as what it spent
    in the previous window does now. The rest is what is left of both, as `limits` tells it. The
    library itself tells in how many seconds a cost of 1 is allowed.
    """
    left = current_left - seconds if current_left > seconds else previous_left
    free = max(1, amount - cost + 1)  # what both windows have to be less than
    if current < free:
        return max(0, left - seconds * (free - current) / previous) if previous else 0
    return left + seconds * (1 - free / current)


@lru_cache(4)
def shared_limiter(storage: str) -> SlidingWindowCounterRateLimiter:
    options = {} if storage.startswith("memory") else {"socket_timeout": STORAGE_TIMEOUT_SECONDS}
    return SlidingWindowCounterRateLimiter(
        storage_from_string(storage, wrap_exceptions=True, **options)
    )


def client_key(meta: Mapping[str, Any]) -> str:
    """Return a pseudonym of the client: a keyed hash of its address."""
    return hash_network(read_client_network(meta), settings.SECRET_KEY)


@lru_cache(1_000)
def hash_network(network: str, secret: str) -> str:
    return salted_hmac("reports_graphql.rate", network, secret).hexdigest()[:32]
