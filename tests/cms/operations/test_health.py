"""Probes: what they answer while something is gone, and what they never say."""

from collections.abc import Iterator
from datetime import timedelta
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone

from cms.http.static_storage import StaticStorage
from cms.operations import readiness
from reports.content.content_version import triggers
from reports.content.models import FileFailure
from reports.publishing.models import OutboxEntry, Release
from reports.publishing.outbox.waiting import MAX_DELAY


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    readiness.forget()
    yield
    readiness.forget()


def ask(client: Client) -> tuple[int, dict[str, Any]]:
    response = client.get("/health/ready")
    assert response.headers["Cache-Control"] == "no-store"
    return response.status_code, response.json()


@pytest.mark.django_db
def test_all_is_well(client: Client) -> None:
    names = (
        "database",
        "migrations",
        "static",
        "storage",
        "cache",
        "mail",
        "webhooks",
        "made_files",
        "scheduler",
        "disk",
        "triggers",
    )
    assert ask(client) == (200, {"status": "ok", "checks": dict.fromkeys(names, "ok")})


@pytest.mark.django_db
def test_a_file_that_could_not_be_made_degrades_until_it_is(client: Client) -> None:
    FileFailure.note("pdf", 7, "Interrupted", subject="bilan 2024, version 3")
    status, said = ask(client)
    assert (status, said["status"], said["checks"]["made_files"]) == (200, "degraded", "failing")

    FileFailure.clear("pdf", 7)
    readiness.forget()
    assert ask(client)[1]["status"] == "ok"


def test_a_process_lives_without_a_database(client: Client) -> None:
    assert client.get("/health/live").json() == {"status": "ok"}


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/health/live", "/health/ready"])
def test_probes_need_neither_https_nor_a_host(client: Client, settings: Any, path: str) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["bilan.example"]
    assert client.get(path, headers={"host": "10.0.0.7:8000"}).status_code == 200
    assert client.get("/health/", headers={"host": "10.0.0.7:8000"}).status_code == 400


@pytest.mark.django_db
def test_without_a_database_nothing_is_ready(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("connection to 10.1.2.3 refused: password")

    monkeypatch.setattr(connection, "cursor", fail)
    assert ask(client) == (503, {"status": "unavailable", "checks": {"database": "failing"}})


@pytest.mark.django_db
def test_a_migration_that_is_missing(client: Client) -> None:
    last = next(name for app, name in readiness.list_last_migrations() if app == "reports")
    MigrationRecorder(connection).record_unapplied("reports", last)
    assert ask(client) == (
        503,
        {"status": "unavailable", "checks": {"database": "ok", "migrations": "failing"}},
    )


@pytest.mark.django_db
def test_the_code_before_is_ready_on_a_later_schema(client: Client) -> None:
    MigrationRecorder(connection).record_applied("reports", "9999_of_the_next_release")
    assert ask(client)[0] == 200


def degrade_triggers() -> None:
    triggers.remove_version()


def degrade_mail() -> None:
    long_ago = timezone.now() - 2 * MAX_DELAY
    OutboxEntry.objects.create(kind="mail", recipient="a", payload={}, created_at=long_ago)


def degrade_scheduler() -> None:
    long_ago = timezone.now() - timedelta(hours=1)
    Release.objects.create(name="S", goes_public_at=long_ago, state=Release.State.APPROVED)


def test_a_webhook_that_waits_is_no_mail(db: None, client: Client) -> None:
    long_ago = timezone.now() - 2 * MAX_DELAY
    OutboxEntry.objects.create(kind="webhook", recipient="1", payload={}, created_at=long_ago)
    checks = ask(client)[1]["checks"]
    assert (checks["mail"], checks["webhooks"]) == ("ok", "failing")


@pytest.mark.django_db
def test_a_disk_that_is_full(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for free, expected in ((100_000_000, ["disk"]), (10_000_000, ["storage", "disk"])):
        monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=free))  # noqa: B023
        readiness.forget()
        status, answer = ask(client)
        failing = [name for name, said in answer["checks"].items() if said != "ok"]
        assert (status, failing) == (200, expected)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "degrade"),
    [
        ("triggers", degrade_triggers),
        ("mail", degrade_mail),
        ("scheduler", degrade_scheduler),
    ],
)
def test_readers_are_answered_all_the_same(client: Client, name: str, degrade: Any) -> None:
    degrade()
    status, answer = ask(client)
    assert (status, answer["status"], answer["checks"][name]) == (200, "degraded", "failing")


@pytest.mark.django_db
def test_without_redis_or_files_it_is_degraded(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setitem(settings.CACHES["answers"], "LOCATION", "redis://127.0.0.1:1/0")
    monkeypatch.setattr("os.access", lambda path, mode: False)
    status, answer = ask(client)
    assert (status, answer["status"]) == (200, "degraded")
    assert [name for name, result in answer["checks"].items() if result != "ok"] == [
        "storage",
        "cache",
    ]


@pytest.mark.django_db
def test_what_is_not_essential_is_believed_for_a_while(client: Client) -> None:
    assert ask(client)[1]["status"] == "ok"
    degrade_mail()
    assert ask(client)[1]["status"] == "ok"
    readiness.forget()
    assert ask(client)[1]["status"] == "degraded"


@pytest.mark.django_db
@pytest.mark.parametrize("manifest", [{}, {"reports/table.js": "reports/table.0123456789ab.js"}])
def test_static_files_of_another_release(
    client: Client, monkeypatch: pytest.MonkeyPatch, manifest: dict[str, str]
) -> None:
    monkeypatch.setattr(StaticStorage, "load_manifest", lambda self: (manifest, ""))
    monkeypatch.setattr(readiness, "staticfiles_storage", StaticStorage())
    status, answer = ask(client)
    assert (status, answer["status"]) == (503, "unavailable")
    assert answer["checks"] == {"database": "ok", "migrations": "ok", "static": "failing"}


@pytest.mark.django_db
def test_a_bucket_that_does_not_exist(client: Client, bucket: Any, settings: Any) -> None:
    assert ask(client)[1]["checks"]["storage"] == "ok"
    default_storage.client.delete_bucket(Bucket=settings.S3_BUCKET)
    readiness.forget()
    assert ask(client)[1]["checks"]["storage"] == "failing"


@pytest.mark.django_db
def test_nobody_waits_for_a_storage_that_hangs(
    client: Client, bucket: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    hangs = Event()
    monkeypatch.setattr(readiness, "STORAGE_TIMEOUT_SECONDS", 0.05)
    monkeypatch.setattr(type(default_storage._wrapped), "probe", lambda self: hangs.wait(60))
    try:
        for _ in range(3):
            readiness.forget()
            assert ask(client)[1]["checks"]["storage"] == "failing"
    finally:
        hangs.set()
