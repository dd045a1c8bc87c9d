"""Sends requests to the identity provider: few at a time, and without following redirects."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import requests
from django.conf import settings

from reports.accounts.refusals import Reason, SignInRefused

THREADS_PER_WAITING_REQUEST = 4  # of so many threads of a process, one may wait for the provider


@cache
def exchange_places() -> threading.BoundedSemaphore:
    """Return the semaphore that limits the simultaneous requests to the provider in this
    process.
    """
    return threading.BoundedSemaphore(max(1, settings.WEB_THREADS // THREADS_PER_WAITING_REQUEST))


@contextmanager
def hold_exchange() -> Iterator[None]:
    """Hold a place during a request to the provider, so that a silent one does not block all
    threads.

    Raises SignInRefused at once if no place is free.
    """
    if not exchange_places().acquire(blocking=False):
        raise SignInRefused(Reason.BUSY)
    try:
        yield
    finally:
        exchange_places().release()


def request_provider(method: str, address: str, **options: Any) -> requests.Response:
    """Return the provider's answer with status 200. Raises `requests.RequestException` for others.

    Redirects are not followed, because they would send a secret, or the search for a key, to
    another host.
    """
    answer = requests.request(
        method,
        address,
        timeout=settings.OIDC_TIMEOUT,
        allow_redirects=False,
        verify=settings.CA_BUNDLE or True,
        **options,
    )
    if answer.status_code != requests.codes.ok:
        raise requests.HTTPError(response=answer)
    return answer
