"""The command, and the threads beside a server: they deliver, and end without cutting anything."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.mail import send_mail
from django.core.management import CommandError, call_command
from django.db import OperationalError

from reports.publishing.models import OutboxEntry
from reports.publishing.outbox import runner
from tests.clients.server import TIMEOUT_SECONDS, Demonstration
from tests.shared_database import describe_process, shared_database
from tests.smtp_server import MailServer, serve_mail

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def server(settings: Any) -> Iterator[MailServer]:
    settings.EMAIL_BACKEND = "cms.operations.mail.OutboxBackend"
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "127.0.0.1", False
    with serve_mail() as server:
        settings.EMAIL_PORT = server.port
        yield server


def mail_variables(server: MailServer) -> dict[str, str]:
    return {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(server.port), "EMAIL_USE_TLS": "0"}


def wait_for(condition: Callable[[], object]) -> None:
    end = time.monotonic() + TIMEOUT_SECONDS
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_sigterm_ends_it_after_the_current_delivery(server: MailServer, tmp_path: Path) -> None:
    for subject in ("un", "deux"):
        send_mail(subject, "Texte", None, ["a@bilan.example"])
    server.delay = 1
    with shared_database(tmp_path) as url:
        command = describe_process(url, "manage.py", "run_outbox", **mail_variables(server))
        process = subprocess.Popen(**command, stderr=subprocess.PIPE)  # type: ignore[call-overload]
        wait_for(lambda: server.mails)
        process.send_signal(signal.SIGTERM)
        assert process.communicate() == (None, "")
        assert process.returncode == 0
    assert [mail.message["Subject"] for mail in server.mails] == ["un"]
    first, second = OutboxEntry.objects.order_by("pk")
    assert first.delivered_at
    assert (second.attempts, second.claimed_until) == (0, None)


def test_a_slow_recipient_keeps_no_other_waiting(server: MailServer, tmp_path: Path) -> None:
    for name in "abc":
        send_mail("un", "Texte", None, [f"{name}@bilan.example"])
    server.delay = 2 * TIMEOUT_SECONDS  # nothing is answered while this test runs
    with shared_database(tmp_path) as url:
        command = describe_process(url, "manage.py", "run_outbox", **mail_variables(server))
        process = subprocess.Popen(**command)  # type: ignore[call-overload]
        try:
            wait_for(lambda: len(server.mails) == 3)
        finally:
            process.kill()
            process.wait()


def test_once_delivers_what_is_due_and_says_how_much(
    server: MailServer, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in "abc":
        send_mail("Un", "Texte", None, [f"{name}@bilan.example"])
    server.answer = lambda verb: "550 no" if verb == "RCPT" and len(server.mails) == 2 else ""
    call_command("run_outbox", "--once")
    assert sorted(capsys.readouterr().out.splitlines()) == ["1 abandonné", "2 envoyés"]


def test_once_says_in_a_sentence_that_the_database_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(outages: object) -> None:
        raise OperationalError("secret-word")

    monkeypatch.setattr(runner, "deliver_next", fail)
    with pytest.raises(CommandError, match=r"^La base ne répond pas \(OperationalError\)\.$"):
        call_command("run_outbox", "--once")


def list_children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]


def kill_worker() -> None:
    """Kill the worker of the only server that this process runs."""
    workers = [child for server in list_children(os.getpid()) for child in list_children(server)]
    assert len(workers) == 1
    os.kill(workers[0], signal.SIGKILL)


def test_threads_beside_the_server_deliver_and_a_killed_worker_is_replaced(
    server: MailServer, tmp_path: Path
) -> None:
    """The worker is killed after the mail was taken, before it knows."""
    send_mail("un", "Texte", None, ["a@bilan.example"])
    server.delay = 60
    with shared_database(tmp_path) as url:
        # shorter than it takes to deliver, others would begin again meanwhile
        variables = {
            "DATABASE_URL": url,
            "OUTBOX_IN_SERVER": "1",
            "OUTBOX_LEASE_SECONDS": "8",
            **mail_variables(server),
        }
        with Demonstration(tmp_path).served(**variables):
            wait_for(lambda: server.mails)
            server.delay = 0
            kill_worker()
            wait_for(lambda: len(server.mails) == 2)
    first, second = (mail.message for mail in server.mails)
    assert first["Message-ID"] == second["Message-ID"]
    assert (first["X-Bilan-Attempt"], second["X-Bilan-Attempt"]) == (None, "2")
    assert OutboxEntry.objects.get().delivered_at
