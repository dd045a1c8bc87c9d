"""Checks whether this process is ready to answer, and whether it is degraded.

It is not ready without the database, with unapplied migrations, or with static files of another
release. It is degraded, but still answers readers, without files, shared cache, mail, receivers of
webhooks, scheduler, disk space or triggers, or if a PDF or a drawing could not be made.

Results are words of a closed list, because probes are public.
"""

import logging
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from cms.http.static_storage import StaticStorage
from reports.content.content_version.checks import check_database as check_version
from reports.content.models import FileFailure
from reports.content.storage.free_space import (
    MIN_FREE_BYTES,
    count_free_bytes,
    find_existing,
    measure_free_bytes,
)
from reports.publishing.outbox.waiting import list_late_entries
from reports.publishing.overdue import list_overdue_hours
from reports.publishing.webhooks import messages

logger = logging.getLogger(__name__)

OK, FAILING, DEGRADED, UNAVAILABLE = "ok", "failing", "degraded", "unavailable"
RESULT_SECONDS = 10.0  # seconds for which what is not essential is believed: probes come often
REDIS_TIMEOUT_SECONDS = 0.5  # seconds to wait for Redis
STORAGE_TIMEOUT_SECONDS = 1.0  # seconds to wait for a remote storage, which may hang for ten


def check_database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def check_migrations() -> bool:
    """Return whether every migration of this release is applied; later ones may be applied too."""
    return list_last_migrations() <= set(MigrationRecorder(connection).applied_migrations())


@cache
def list_last_migrations() -> frozenset[tuple[str, str]]:
    """Return the last migration of each app, as the files of this release have them."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def check_static() -> bool:
    """Return whether `collectstatic` was run since this release was installed."""
    return not isinstance(staticfiles_storage, StaticStorage) or staticfiles_storage.is_current()


def check_storage() -> bool:
    """Return whether the largest upload can be written here, or a remote storage answers."""
    if isinstance(default_storage, FileSystemStorage):
        existing = find_existing(Path(default_storage.location))
        has_room = count_free_bytes(existing) >= settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
        return has_room and os.access(existing, os.W_OK)
    remote: Any = default_storage
    probe = _asking.submit(remote.probe)
    try:
        probe.result(timeout=STORAGE_TIMEOUT_SECONDS)
    except TimeoutError:
        probe.cancel()
        return False
    return True


def check_cache() -> bool:
    location = str(settings.CACHES["answers"].get("LOCATION", ""))
    if not location:
        return True
    # loaded where it is used: it takes 5 MiB of memory
    client = import_module("redis").Redis.from_url(
        location, socket_timeout=REDIS_TIMEOUT_SECONDS, socket_connect_timeout=REDIS_TIMEOUT_SECONDS
    )
    with client:
        return bool(client.ping())


def check_mail() -> bool:
    """Return whether mail is being sent: no message has waited for long."""
    return not list_late_entries().exclude(kind=messages.KIND).exists()


def check_webhooks() -> bool:
    """Return whether receivers accept webhook messages: none has waited for long."""
    return not list_late_entries().filter(kind=messages.KIND).exists()


def check_made_files() -> bool:
    """Return whether every PDF, drawing and rendition of public content could be made."""
    return not FileFailure.objects.exists()


def check_scheduler() -> bool:
    """Return whether scheduled publications happen, so `publish_scheduled` is running."""
    return not list_overdue_hours()


def check_disk() -> bool:
    """Return whether this machine has enough disk space, for stored and for temporary files."""
    return measure_free_bytes() >= MIN_FREE_BYTES


def check_triggers() -> bool:
    return not check_version(connection.alias)


ESSENTIAL: dict[str, Callable[[], bool]] = {
    "database": check_database,
    "migrations": check_migrations,
    "static": check_static,
}
OTHER: dict[str, Callable[[], bool]] = {
    "storage": check_storage,
    "cache": check_cache,
    "mail": check_mail,
    "webhooks": check_webhooks,
    "made_files": check_made_files,
    "scheduler": check_scheduler,
    "disk": check_disk,
    "triggers": check_triggers,
}

_asking = ThreadPoolExecutor(max_workers=1, thread_name_prefix="storage-probe")
_lock = Lock()
_latest: tuple[float, dict[str, str]] = (0.0, {})


def run_checks() -> dict[str, str]:
    """Return the result of each check, up to the first essential one that fails."""
    results = {}
    for name, check in ESSENTIAL.items():
        results[name] = run_check(name, check)
        if results[name] != OK:
            return results
    return results | run_others()


def run_others() -> dict[str, str]:
    """Return the latest results of the other checks; one thread at a time renews them."""
    global _latest
    if time.monotonic() - _latest[0] > RESULT_SECONDS and _lock.acquire(blocking=not _latest[1]):
        try:
            if time.monotonic() - _latest[0] > RESULT_SECONDS:
                results = {name: run_check(name, check) for name, check in OTHER.items()}
                _latest = time.monotonic(), results
        finally:
            _lock.release()
    return _latest[1]


def run_check(name: str, check: Callable[[], bool]) -> str:
    try:
        return OK if check() else FAILING
    except Exception as cause:  # whatever a library raises: a probe always gets an answer
        if not isinstance(cause, Error):
            logger.warning("The check of %s fails: %s.", name, type(cause).__name__)
        return FAILING


def summarise(results: dict[str, str]) -> str:
    """Return the status of the whole."""
    if any(results.get(name) != OK for name in ESSENTIAL):
        return UNAVAILABLE
    return DEGRADED if FAILING in results.values() else OK


def forget() -> None:
    """Forget the latest results."""
    global _latest
    _latest = (0.0, {})
