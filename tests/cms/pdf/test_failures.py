"""A PDF that could not be made is seen by whoever can do something, and is tried again."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from cms.pdf import material, process, task
from cms.pdf.making import is_current
from reports.content.models import AnnualReportPage, AuditEntry, FileFailure, User
from reports.content.models.roles import ADMINISTRATORS
from reports.publishing.models import ReportPdf, ReportVersion
from reports.publishing.outbox import Delivery, Refused
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

pytestmark = pytest.mark.django_db(transaction=False)

ENDS = {
    "SIGKILL": ["sh", "-c", "kill -9 $$"],
    "SIGSEGV": ["sh", "-c", "kill -11 $$"],
    "an error that is no refusal": ["sh", "-c", "exit 1"],
    "no program": ["/nowhere/program"],
}
BODY = stored(build.prose("Un mot."))


@pytest.fixture
def version(publish: Any) -> ReportVersion:
    publish(2024, BODY)
    return ReportVersion.objects.latest("number")


def deliver(version: ReportVersion, attempt: int = 1) -> None:
    task.deliver(Delivery("", {"version": version.pk}, attempt))


def list_audit() -> list[tuple[str, str]]:
    entries = AuditEntry.objects.filter(action__startswith="file_").order_by("pk")
    return list(entries.values_list("action", "subject"))


def show_panel(client: Client, version: ReportVersion) -> str:
    page = AnnualReportPage.objects.get(translation_key=version.report_key)
    user, _ = User.objects.get_or_create(username="editrice", is_superuser=True)
    client.force_login(user)
    answer = client.get(reverse("bilan_checks", args=[page.pk]))
    return str(json.loads(answer.content)["html"])


@pytest.mark.parametrize("end", ENDS)
def test_a_killed_compiler_says_nothing_of_the_report_and_the_next_try_is_kept(
    version: ReportVersion, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    with monkeypatch.context() as killed:
        killed.setattr(process, "COMMAND", ENDS[end])
        for attempt in (1, 2):
            with pytest.raises(process.Interrupted):
                deliver(version, attempt)  # which the outbox delivers again, later each time
    failure = FileFailure.objects.get()

    assert (failure.attempts, failure.is_final, failure.reason) == (2, False, "Interrupted")
    assert not ReportPdf.objects.filter(version=version).exists()
    assert not is_current(version, None)
    deliver(version, 3)
    assert ReportPdf.objects.get(version=version).name
    assert not FileFailure.objects.exists()
    subject = f"bilan 2024, version {version.number}"
    assert list_audit() == [("file_failed", subject), ("file_made", subject)]


def test_a_machine_that_is_too_slow_is_no_property_of_the_report(
    version: ReportVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "TIMEOUT_SECONDS", 0.01)
    with pytest.raises(process.Interrupted):
        deliver(version)

    assert not ReportPdf.objects.filter(version=version).exists()


def test_administrators_hear_once_of_what_goes_on_failing(
    version: ReportVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = User.objects.create(username="a", email="a@b.example")
    user.groups.add(Group.objects.get_or_create(name=ADMINISTRATORS)[0])
    monkeypatch.setattr(process, "COMMAND", ENDS["SIGKILL"])
    for attempt in range(1, 9):
        with pytest.raises(process.Interrupted):
            deliver(version, attempt)

    subjects = [message.subject for message in mail.outbox]
    assert subjects == ["Le PDF du bilan 2024 n’a pas pu être fait"]


def refuse(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    """Have Typst refuse every report, whatever is plain text in it."""
    template = tmp_path / "report.typ"
    template.write_text("#panic(1)", encoding="utf-8")
    monkeypatch.setattr(process, "TEMPLATE", template)


def test_a_report_that_cannot_be_set_is_remembered_until_it_or_the_program_changes(
    version: ReportVersion, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    refuse(monkeypatch, tmp_path)
    with pytest.raises(Refused):
        deliver(version)
    known = ReportPdf.objects.get(version=version)

    assert (known.name, FileFailure.objects.get().is_final) == ("", True)
    assert is_current(version, known)
    deliver(version)
    assert FileFailure.objects.get().attempts == 1
    monkeypatch.setattr(process, "TEMPLATE", material.TEMPLATE)
    monkeypatch.setattr(material, "hash_program", lambda: "that of another release")
    assert not is_current(version, known)
    deliver(version)
    assert not FileFailure.objects.exists()


def test_the_editor_reads_what_is_missing_and_what_becomes_of_it(
    version: ReportVersion, client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    with monkeypatch.context() as killed:
        killed.setattr(process, "COMMAND", ENDS["SIGKILL"])
        with pytest.raises(process.Interrupted):
            deliver(version)
    missing = f"Le PDF (bilan 2024, version {version.number}) n’a pas pu être fait."
    waits = show_panel(client, version)
    refuse(monkeypatch, tmp_path)
    with pytest.raises(Refused):
        deliver(version)
    refused = show_panel(client, version)
    FileFailure.clear("pdf", version.pk)

    assert f"{missing} Un nouvel essai suit" in waits
    assert f"{missing} Il ne sera refait qu’une fois" in refused
    assert "n’a pas pu" not in show_panel(client, version)


def test_a_failure_goes_with_its_version() -> None:
    FileFailure.note("pdf", 999, "Interrupted", subject="bilan 2024")
    with pytest.raises(Refused):
        task.deliver(Delivery("", {"version": 999}, 2))

    assert not FileFailure.objects.exists()


def test_the_command_says_which_were_not_made(
    version: ReportVersion, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(process, "COMMAND", ENDS["SIGKILL"])
    with pytest.raises(CommandError, match="2 PDF n’ont pas pu être faits"):
        call_command("make_pdfs")

    assert "the process ended with -9" in capsys.readouterr().err
