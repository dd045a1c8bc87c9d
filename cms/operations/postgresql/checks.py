"""System checks of the limits of the database and of web processes."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning

HINT = "See docs/operators.md."
MIN_THREADS = 6  # fewer leave too few beside those that are kept free


def check_limits(**kwargs: Any) -> list[CheckMessage]:
    """Warn about limits that contradict each other, each in one sentence."""
    threads, size = settings.WEB_THREADS, settings.DATABASE_POOL_SIZE
    statement, lock = settings.DATABASE_STATEMENT_SECONDS, settings.DATABASE_LOCK_SECONDS
    found = {}
    if threads < MIN_THREADS:
        found["W003"] = f"WEB_THREADS is {threads}: a few slow requests stop all others."
    if size < 2:
        found["W004"] = "DATABASE_POOL_SIZE is 1: a slow request stops what is cached too."
    if size > threads:
        found["W005"] = "DATABASE_POOL_SIZE is more than WEB_THREADS can use."
    if 0 < statement <= lock:
        found["W006"] = "DATABASE_LOCK_SECONDS is as long as any statement may take."
    if settings.DATABASE_POOL_SECONDS < settings.DATABASE_CONNECT_SECONDS:
        found["W007"] = "DATABASE_POOL_SECONDS ends before a connection can be open."
    return [Warning(text, hint=HINT, id=f"cms.{number}") for number, text in found.items()]
