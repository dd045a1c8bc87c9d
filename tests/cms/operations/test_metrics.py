"""Metrics are for who knows the token; they count, and name nothing that is hidden."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from reports.content.models import FileFailure
from reports.publishing.models import OutboxEntry, Release
from reports_graphql.http import response_cache
from tests.cms.operations.test_production import GOOD, start

TOKEN = "un-jeton-de-mesures"
LIST = {"query": "{ reports { totalCount } }"}


@pytest.fixture
def metered(client: Client, settings: Any) -> Client:
    settings.METRICS_TOKEN = TOKEN
    return client


def read(client: Client) -> dict[tuple[str, tuple[str, ...]], float]:
    """Return each sample by its name and the values of its labels."""
    response = client.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})
    assert response.status_code == 200
    return {
        (sample.name, tuple(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(response.content.decode())
        for sample in family.samples
    }


@pytest.mark.django_db
@pytest.mark.parametrize("given", ["", "Bearer", "Bearer un-autre", TOKEN])
def test_nobody_else_learns_that_there_is_such_an_address(metered: Client, given: str) -> None:
    answer = metered.get("/metrics", headers={"authorization": given})
    absent = metered.get("/nowhere/", headers={"authorization": given})
    assert answer.status_code == 404
    assert (answer.status_code, answer.content) == (absent.status_code, absent.content)
    assert b"bilan_" not in answer.content


@pytest.mark.django_db
def test_without_a_token_there_is_none(client: Client, settings: Any) -> None:
    settings.METRICS_TOKEN = ""
    answer = client.get("/metrics", headers={"authorization": "Bearer "})
    assert answer.status_code == 404


@pytest.mark.django_db
def test_requests_and_answers_are_counted(metered: Client, settings: Any) -> None:
    settings.GRAPHQL_CACHE_BYTES = 1_000_000
    response_cache.clear()
    before = read(metered)
    for _ in range(3):
        assert metered.get("/graphql/", LIST).status_code == 200
    assert metered.get("/graphql/", {"query": "{ nothing }"}).status_code == 400
    after = read(metered)

    def grown(*key: Any) -> float:
        return after.get(key, 0) - before.get(key, 0)

    assert grown("bilan_requests_total", ("graphql", "200")) == 3
    assert grown("bilan_request_seconds_count", ("graphql",)) == 4
    assert grown("bilan_answers_total", ("executed",)) == 1
    assert grown("bilan_answers_total", ("key",)) == 2
    refused = {key[1]: grown(*key) for key in after if key[0] == "bilan_refusals_total"}
    assert sum(refused.values()) <= 1
    response_cache.clear()


@pytest.mark.django_db
def test_the_state_is_read_when_it_is_asked_for(metered: Client) -> None:
    OutboxEntry.objects.create(kind="mail", recipient="secret@bilan.example", payload={"a": "b"})
    found = read(metered)
    assert found["bilan_outbox_entries", ("pending",)] == 1
    assert found["bilan_outbox_entries", ("given_up",)] == 0
    assert found["bilan_missing_files", ("pdf",)] == 0
    assert 0 <= found["bilan_outbox_oldest_seconds", ("mail",)] < 60
    assert found["bilan_overdue_publications", ()] == 0
    assert found["bilan_free_bytes", ()] > 0
    hour_ago = timezone.now() - timedelta(hours=1)
    Release.objects.create(name="S", goes_public_at=hour_ago, state=Release.State.APPROVED)
    assert read(metered)["bilan_overdue_publications", ()] == 1
    FileFailure.note("pdf", 7, "Interrupted", subject="bilan 2024, version 3")
    FileFailure.note("pdf", 7, "Interrupted", subject="bilan 2024, version 3")
    found = read(metered)
    assert found["bilan_missing_files", ("pdf",)] == 1
    assert found["bilan_missing_files", ("drawing",)] == 0
    assert sum(name == "bilan_content_version" for name, _ in found) == 1
    assert "secret" not in str(found)


@pytest.mark.django_db
def test_without_a_database_the_counts_stay(
    metered: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise OperationalError

    metered.get("/health/live")
    monkeypatch.setattr(connection, "cursor", fail)
    found = read(metered)
    assert found["bilan_requests_total", ("probe", "200")] >= 1
    assert not any(name == "bilan_outbox_entries" for name, _ in found)


def test_a_command_makes_no_folder_for_what_servers_count(tmp_path: Path) -> None:
    run = start("manage.py", "check", **GOOD, METRICS_TOKEN=TOKEN, TMPDIR=str(tmp_path))
    assert run.returncode == 0, run.stderr
    assert list(tmp_path.iterdir()) == []
