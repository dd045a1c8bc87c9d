"""Requests to the provider of identities: few at a time, and none that is redirected."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import requests
from django.conf import settings

from reports.accounts.refusals import Reason, SignInRefused

SHARE = 4  # of so many threads of a process, one may wait for the provider


@cache
def exchange_places() -> threading.BoundedSemaphore:
    """Return the places of those who may wait for the provider at a time, in this process."""
    return threading.BoundedSemaphore(max(1, settings.WEB_THREADS // SHARE))


@contextmanager
def hold_exchange() -> Iterator[None]:
    """Hold a place while the provider is asked: one that is silent leaves the other threads free.

    Raises SignInRefused at once where no place is free.
    """
    if not exchange_places().acquire(blocking=False):
        raise SignInRefused(Reason.BUSY)
    try:
        yield
    finally:
        exchange_places().release()


def request_provider(method: str, address: str, **options: Any) -> requests.Response:
    """Return the provider's answer of status 200. Raises `requests.RequestException` for others.

    A redirect is no answer: it would send a secret, or the search for a key, to another host.
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
