"""When PDFs are made and by whom, and what happens when they cannot be."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from unittest import mock

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client

from cms.pdf import delivery, process, task
from cms.pdf.making import Incomplete, make_pdf
from reports import models
from reports.content.charts import drawing
from reports.content.charts import process as charts
from reports.content.models.roles import ADMINISTRATORS
from reports.publishing.models.outbox import PENDING
from reports.publishing.outbox import Delivery, Refused
from reports.publishing.versions.withdrawal import withdraw_version

from ...reports_graphql.bodies import row, table

Publish = Callable[..., models.AnnualReportPage]

pytestmark = pytest.mark.django_db(transaction=False)


def list_waiting() -> list[str]:
    entries = models.OutboxEntry.objects.filter(PENDING, kind=task.KIND)
    return list(entries.order_by("pk").values_list("recipient", flat=True))


def ask_pdf(client: Client, version: int | None = None) -> Any:
    query = "query($v: Int) { report(year: 2024, version: $v) { pdf { path size pages } } }"
    data = {"query": query, "variables": {"v": version}}
    return client.post("/graphql/", data, content_type="application/json").json()["data"]["report"]


def paragraph(words: str) -> list[dict[str, Any]]:
    return [{"type": "paragraph", "id": "p", "value": {"text": f"<p>{words}</p>"}}]


def chart(value: str) -> list[dict[str, Any]]:
    """A chart that no other test draws: drawings are kept by what they show."""
    data = table(1, ["Année", "Services"], row(2, "2024", value))
    return [{"type": "chart", "id": "c", "value": {"title": "T", "kind": "column", "data": data}}]


def test_a_publication_leaves_an_entry_and_makes_nothing(publish: Publish, client: Client) -> None:
    publish(2024, paragraph("Un mot."))
    version = models.ReportVersion.objects.order_by("number").last()

    assert f"version {version.pk}" in list_waiting()
    assert not models.ReportPdf.objects.exists()
    assert ask_pdf(client) == {"pdf": None}


def test_a_publication_that_is_rolled_back_leaves_none(publish: Publish) -> None:
    page = publish(2024, paragraph("Un mot."))
    before = list_waiting()
    with transaction.atomic():
        page.title = "Autre"
        page.save()
        transaction.set_rollback(True)

    assert list_waiting() == before


def test_without_pdfs_there_are_no_entries(publish: Publish, settings: Any) -> None:
    settings.PDF_REPORTS = False
    publish(2024, paragraph("Un mot."))

    assert list_waiting() == []


def test_a_pdf_is_offered_by_the_graph_and_sent(
    publish: Publish, make: Callable[..., bytes], client: Client
) -> None:
    data = make(publish(2024, paragraph("Un mot.")))
    pdf = ask_pdf(client)["pdf"]

    assert pdf == {"path": "/bilan/2024/v/2/rapport.pdf", "size": len(data), "pages": 2}
    for path in (pdf["path"], "/bilan/2024/rapport.pdf"):
        response = client.get(path)
        assert b"".join(response.streaming_content) == data  # type: ignore[attr-defined]
        assert response["Content-Type"] == "application/pdf"
        assert "bilan-2024-v2.pdf" in response["Content-Disposition"]


def test_one_that_is_hidden_or_absent_is_not_sent(
    publish: Publish, make: Callable[..., bytes], client: Client
) -> None:
    page = publish(2024, paragraph("Un mot."))
    make(page)
    page.live = False
    page.save()

    for path in ("/bilan/2024/rapport.pdf", "/bilan/2024/v/2/rapport.pdf", "/rien/rapport.pdf"):
        assert client.get(path).status_code == 404


def test_what_is_hidden_afterwards_is_never_sent_again(
    publish: Publish, every_block: Any, living: Any, make: Callable[..., bytes], client: Client
) -> None:
    page = publish(2024, every_block)
    make(page)
    name = models.ReportPdf.objects.get().name
    living.picture.collection.view_restrictions.create(restriction_type="login")

    assert client.get("/bilan/2024/rapport.pdf").status_code == 503
    waiting = list_waiting()
    assert client.get("/bilan/2024/rapport.pdf").status_code == 503
    assert list_waiting() == waiting
    assert make(page)
    assert client.get("/bilan/2024/rapport.pdf").status_code == 200
    assert models.ReportPdf.objects.get().name != name


@pytest.mark.parametrize("compared", [1, 20])
def test_all_versions_are_made_again_the_last_one_first(
    publish: Publish,
    every_block: Any,
    living: Any,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    compared: int,
) -> None:
    monkeypatch.setattr(delivery, "PDFS_PER_DELIVERY", compared)
    page = publish(2024, every_block)
    page.body = [*json.loads(json.dumps(list(page.body.raw_data))), *paragraph("Un mot.")]
    page.save()
    call_command("make_pdfs")
    models.OutboxEntry.objects.all().delete()
    living.picture.collection.view_restrictions.create(restriction_type="login")
    names = set(models.ReportPdf.objects.values_list("name", flat=True))
    task.enqueue_check()
    while task.ALL in list_waiting():
        deliver_waiting(task.ALL)

    older, last = models.ReportVersion.objects.order_by("number")[1:3]
    assert list_waiting() == [f"version {last.pk}", f"version {older.pk}"]
    assert client.get("/bilan/2024/v/2/rapport.pdf").status_code == 503
    deliver_waiting()
    assert client.get("/bilan/2024/v/2/rapport.pdf").status_code == 200
    assert len(names & set(models.ReportPdf.objects.values_list("name", flat=True))) == 1


def test_a_check_that_began_does_not_serve_for_what_changes_later() -> None:
    task.enqueue_rest(20)
    task.enqueue_check()
    task.enqueue_rest(40)
    task.enqueue_check()

    waiting = models.OutboxEntry.objects.filter(kind=task.KIND).order_by("pk")
    assert list(waiting.values_list("payload", flat=True)) == [{"after": 20}, {}]


def test_a_withdrawal_has_the_pdfs_of_later_versions_compared(
    publish: Publish, django_capture_on_commit_callbacks: Any
) -> None:
    publish(2024, paragraph("Un mot."))
    models.OutboxEntry.objects.all().delete()
    connection.run_on_commit.clear()  # that of the publication would serve for the withdrawal too
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_version(models.ReportVersion.objects.get(number=1), "La loi.", None)

    assert list_waiting() == [task.ALL]


def test_a_pdf_without_a_drawing_is_made_again_when_there_is_one(
    publish: Publish, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = charts.draw_in_process

    def fail(format: str, specs: list[Any]) -> list[bytes]:
        raise charts.NotDrawn("for a test")

    monkeypatch.setattr(charts, "draw_in_process", fail)
    publish(2024, chart("61"))
    last = models.ReportVersion.objects.order_by("number").last()
    deliver_waiting()
    first = models.ReportPdf.objects.get(version=last)
    waiting = list_waiting()
    drawing._failed.clear()
    with pytest.raises(Incomplete):
        task.deliver(Delivery("", {"incomplete": last.pk}, 1))
    monkeypatch.setattr(charts, "draw_in_process", draw)
    drawing._failed.clear()
    task.deliver(Delivery("", {"incomplete": last.pk}, 2))

    assert waiting == [f"drawings of version {last.pk}"]
    assert models.ReportPdf.objects.get(version=last).sha256 != first.sha256
    assert client.get("/bilan/2024/rapport.pdf").status_code == 200


def test_a_chart_that_can_never_be_drawn_is_not_waited_for(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(charts, "draw_in_process", lambda format, specs: [None] * len(specs))
    publish(2024, chart("62"))
    deliver_waiting()

    assert models.ReportPdf.objects.count() == models.ReportVersion.objects.count()
    assert list_waiting() == []


def test_a_withdrawn_version_has_none(
    publish: Publish,
    make: Callable[..., bytes],
    client: Client,
    django_capture_on_commit_callbacks: Any,
) -> None:
    page = publish(2024, paragraph("Un secret."))
    make(page, 2)
    name = models.ReportPdf.objects.get().name
    page.body = paragraph("Un mot.")
    page.save()
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_version(models.ReportVersion.objects.get(number=2), "La loi.", None)

    assert not models.ReportPdf.objects.exists()
    assert not default_storage.exists(name)
    assert client.get("/bilan/2024/v/2/rapport.pdf").status_code == 410
    assert not make_pdf(models.ReportVersion.objects.get(number=2))


def test_a_failure_is_mailed_once_and_blocks_nobody(
    publish: Publish, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    user = models.User.objects.create(username="a", email="a@b.example")
    user.groups.add(Group.objects.get_or_create(name=ADMINISTRATORS)[0])
    publish(2024, paragraph("Un mot."))
    with mock.patch.object(process, "run_compiler", side_effect=process.NotSet("pourquoi")):
        for _ in range(2):
            task.enqueue_check()
            deliver_waiting()

    assert [message.subject for message in mail.outbox].count(
        "Le PDF du bilan 2024 n’a pas pu être fait"
    ) == models.ReportVersion.objects.count()
    assert "pourquoi" in caplog.text
    assert ask_pdf(client) == {"pdf": None}
    assert client.get("/bilan/2024/").status_code == 200
    assert client.get("/bilan/2024/rapport.pdf").status_code == 404


def deliver_waiting(*recipients: str) -> None:
    """Deliver what waits now, as a runner does, within the transaction of the test."""
    for entry in models.OutboxEntry.objects.filter(PENDING, kind=task.KIND).order_by("pk"):
        if recipients and entry.recipient not in recipients:
            continue
        entry.delete()
        with suppress(Refused):
            task.deliver(Delivery(entry.recipient, entry.payload, 1))


def test_the_command_makes_what_is_missing(
    publish: Publish, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(2024, paragraph("Un mot."))
    call_command("make_pdfs")
    first = capsys.readouterr().out
    call_command("make_pdfs")

    assert first.count("fait.") == models.ReportPdf.objects.count() == 2
    assert capsys.readouterr().out == ""
