"""A correction that fails at any statement leaves everything as it was before."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from reports import models
from reports.models import AnnualReportPage, Webhook
from reports.publication.feed.sequence import WritingTransaction
from tests.reports.publication.answering import publish_answered
from tests.reports.publication.corrections.conftest import CORRECTED, draft, page

__all__ = ["page"]

pytestmark = pytest.mark.django_db

STORED = (
    models.ReportVersion,
    models.StoredContent,
    models.VersionFile,
    models.Correction,
    models.EarlierStatement,
    models.Observation,
    models.Change,
    models.FeedPosition,
    models.PublicState,
    models.OutboxEntry,
    models.WebhookDelivery,
    models.SearchEntry,
)


class StatementFailed(Exception):
    """Stands for a database that is gone in the middle."""


class FailAt:
    """Raises at the n-th statement, and counts them."""

    def __init__(self, number: int) -> None:
        self.number, self.count = number, 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.count += 1
        if self.count == self.number:
            raise StatementFailed
        return execute(sql, params, many, context)


def read_state(page: AnnualReportPage) -> tuple[Any, ...]:
    """Return all that a publication writes, and what the public reads."""
    rows = tuple(list(model.objects.order_by("pk").values()) for model in STORED)
    query = {"query": "{ report(year: 2024) { title version { number } corrections { after } } }"}
    answer = Client().post("/graphql/", query, content_type="application/json").json()
    stored = AnnualReportPage.objects.filter(pk=page.pk).values().get()
    return rows, answer, stored


def count_statements(publish: Callable[[], None]) -> int:
    counted = FailAt(0)
    with suppress(StatementFailed), transaction.atomic():
        with connection.execute_wrapper(counted):
            publish()
        raise StatementFailed  # nothing of it stays
    return counted.count


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

    count = count_statements(publish)
    before = read_state(page)
    for number in range(1, count):  # the last one is the commit
        with (
            pytest.raises(StatementFailed),
            connection.execute_wrapper(FailAt(number)),
        ):
            publish()
        assert read_state(page) == before, f"statement {number} of {count}"
    publish()
    after = read_state(page)
    assert after != before
    assert after[1]["data"]["report"]["version"]["number"] == 2
    assert [each["after"] for each in after[1]["data"]["report"]["corrections"]] == ["78\xa0%"]
    assert models.Observation.objects.filter(raw="78 %").exists()
    assert models.Change.objects.filter(kind="REPORT_CORRECTED").count() == 1
    assert models.WebhookDelivery.objects.filter(kind="REPORT_CORRECTED").count() == 1
    assert count > 30
    assert revision.pk == AnnualReportPage.objects.get(pk=page.pk).live_revision_id
    record_property("counted: statements at which a correction failed", count)
