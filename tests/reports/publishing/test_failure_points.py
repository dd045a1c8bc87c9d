"""A correction that fails at any statement leaves everything as it was before."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.test import Client

from reports import models
from reports.content.models import AnnualReportPage
from reports.content.storage.stored_file import StorageUnavailable
from reports.publishing.feed.sequence import WritingTransaction
from reports.publishing.models import Webhook
from tests.failing_statements import fail_everywhere
from tests.reports.publishing.answering import publish_answered
from tests.reports.publishing.corrections.conftest import CORRECTED, draft, page

__all__ = ["page"]

pytestmark = pytest.mark.django_db

STORED = (
    AnnualReportPage,
    models.ReportVersion,
    models.StoredContent,
    models.VersionFile,
    models.Correction,
    models.EarlierStatement,
    models.Observation,
    models.Mention,
    models.Change,
    models.FeedPosition,
    models.PublicState,
    models.OutboxEntry,
    models.WebhookDelivery,
    models.SearchEntry,
)


def read_rows() -> list[Any]:
    """Return all that a publication writes."""
    return [list(model._default_manager.order_by("pk").values()) for model in STORED]


def read_public() -> Any:
    query = {"query": "{ report(year: 2024) { title version { number } corrections { after } } }"}
    return Client().post("/graphql/", query, content_type="application/json").json()["data"]


def test_a_correction_that_fails_anywhere_changes_nothing(
    page: AnnualReportPage, settings: Any, record_property: Callable[[str, object], None]
) -> None:
    # Wagtail's indexes are written by tasks, which log what fails, and go on.
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    Webhook.objects.create(name="Site", address="https://bilan.example/")
    revision = draft(page, *CORRECTED)
    for entry in connection.run_on_commit:
        if isinstance(entry[1], WritingTransaction):
            entry[1]()  # the first publication was another transaction

    def publish() -> None:
        with transaction.atomic():
            publish_answered(models.AnnualReportPage.objects.get(pk=page.pk).get_latest_revision())

    before = read_public()
    count = fail_everywhere(publish, read_rows)
    assert read_public() == before
    publish()
    after = read_public()["report"]
    assert after["version"]["number"] == 2
    assert [each["after"] for each in after["corrections"]] == ["78\xa0%"]
    assert models.Observation.objects.filter(raw="78 %").exists()
    assert models.Change.objects.filter(kind="REPORT_CORRECTED").count() == 1
    assert models.WebhookDelivery.objects.filter(kind="REPORT_CORRECTED").count() == 1
    assert count > 30
    assert revision.pk == AnnualReportPage.objects.get(pk=page.pk).live_revision_id
    record_property("counted: statements at which a correction failed", count)


def chart(title: str) -> dict[str, Any]:
    columns = [{"id": "a", "heading": ""}, {"id": "b", "heading": "Services"}]
    data = {"columns": columns, "rows": [{"id": "r", "cells": ["DINUM", "59"]}]}
    id = "55555555-5555-4555-8555-555555555555"
    return {"type": "chart", "id": id, "value": {"title": title, "kind": "bar", "data": data}}


@pytest.mark.parametrize("error", [StorageUnavailable("for a test"), OSError("for a test")])
def test_files_that_cannot_be_written_leave_a_whole_publication(
    page: AnnualReportPage,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
    error: Exception,
) -> None:
    """Drawings are the only files that a publication writes, and it is committed by then."""
    settings.CHARTS_DRAWN_ON_PUBLICATION = True
    written: list[str] = []

    def fail(name: str, content: Any) -> str:
        written.append(name)
        raise error

    drawn = chart(f"Services, {type(error).__name__}")  # a process remembers what it has drawn
    monkeypatch.setattr(default_storage, "save", fail)
    with django_capture_on_commit_callbacks(execute=True):
        publish_answered(draft(page, *CORRECTED, drawn))
    assert written
    report = read_public()["report"]
    assert report["version"]["number"] == 2
    assert report["corrections"][0]["after"] == "78\xa0%"
    stored = AnnualReportPage.objects.get(pk=page.pk)
    assert stored.live_revision_id == stored.latest_revision_id
    version = models.ReportVersion.objects.get(number=2)
    assert not version.drawings.exists()
