"""Mail leaves through the outbox: with the change that causes it, later, once, in order."""

import re
import socket
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import Message
from email.mime.text import MIMEText
from threading import Event
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.mail import EmailMessage, EmailMultiAlternatives, send_mail
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cms.operations import mail
from reports.content.models import AnnualReportPage, User
from reports.content.models.roles import EDITORS
from reports.publishing.models import OutboxEntry
from reports.publishing.outbox.runner import Runner
from tests.reports.checks.conftest import draft, own_rules, people  # noqa: F401
from tests.reports.checks.edit_form import build_form
from tests.smtp_server import MailServer, serve_mail

Draft = Callable[..., AnnualReportPage]


@pytest.fixture
def outbox(db: None, settings: Any) -> Any:
    settings.EMAIL_BACKEND = "cms.operations.mail.OutboxBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", 1, False
    return settings


@pytest.fixture
def server(outbox: Any) -> Iterator[MailServer]:
    with serve_mail() as server:
        outbox.EMAIL_PORT = server.port
        yield server


@pytest.fixture
def silent(outbox: Any) -> Iterator[socket.socket]:
    """A mail server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        outbox.EMAIL_PORT, outbox.EMAIL_TIMEOUT = listener.getsockname()[1], 0.2
        yield listener


def run_outbox() -> dict[str, int]:
    return {outcome.name: count for outcome, count in Runner(Event()).run_once().items()}


def make_due() -> None:
    OutboxEntry.objects.update(due_at=timezone.now())


@pytest.fixture
def submit(draft: Draft, people: dict[str, User]) -> Callable[[], Any]:  # noqa: F811
    """Submits a report for approval, which three people hear of."""
    page = draft("Rien.")
    editors = Group.objects.get(name=EDITORS)
    User.objects.update(email="")
    for number in range(3):
        user = User.objects.create_user(f"colleague-{number}", email=f"c{number}@bilan.example")
        user.groups.add(editors)
    client = Client()
    client.force_login(people["redaction"])
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return lambda: client.post(url, build_form("Un.") | {"action-submit": "1"})


def test_a_silent_mail_server_costs_an_editor_nothing(
    submit: Callable[[], Any], silent: socket.socket
) -> None:
    """Nobody connects to it before the answer: there is no time to measure."""
    assert submit().status_code == 302
    recipients = sorted(OutboxEntry.objects.values_list("recipient", flat=True))
    assert recipients == ["c0@bilan.example", "c1@bilan.example", "c2@bilan.example"]
    with pytest.raises(BlockingIOError):
        silent.accept()

    assert run_outbox() == {"POSTPONED": 3}
    assert set(OutboxEntry.objects.values_list("last_error", flat=True)) == {
        "SMTPServerDisconnected"  # how smtplib calls a silence
    }


def test_a_submission_that_is_rolled_back_leaves_no_message(
    submit: Callable[[], Any], silent: socket.socket
) -> None:
    with transaction.atomic():
        submit()
        assert OutboxEntry.objects.count() == 3
        transaction.set_rollback(True)
    assert OutboxEntry.objects.count() == 0


def test_each_of_three_receives_a_submission_once(
    submit: Callable[[], Any], server: MailServer
) -> None:
    submit()
    assert run_outbox() == {"DELIVERED": 3}
    assert run_outbox() == {}
    recipients = sorted(mail.recipient for mail in server.mails)
    assert recipients == ["c0@bilan.example", "c1@bilan.example", "c2@bilan.example"]
    assert all(mail.message["Auto-Submitted"] == "auto-generated" for mail in server.mails)


def test_a_forgotten_password_is_answered_by_a_link_that_is_kept_nowhere(
    server: MailServer,
) -> None:
    User.objects.create_user("somebody", email="somebody@bilan.example", password="long-password-1")
    data = {"email": "somebody@bilan.example"}
    assert Client().post(reverse("wagtailadmin_password_reset"), data).status_code == 302
    assert run_outbox() == {"DELIVERED": 2}  # what was asked for, and the message
    (received,) = server.mails
    assert "/password_reset/confirm/" in str(received.message.get_payload(decode=True))
    assert set(OutboxEntry.objects.values_list("payload", "recipient")) == {(None, "")}


def test_a_forgotten_password_costs_the_same_for_an_address_that_nobody_has(
    server: MailServer,
) -> None:
    """Else the time of the answer, or what it asks the database, says who has an account."""
    User.objects.create_user("somebody", email="somebody@bilan.example", password="long-password-1")
    address = reverse("wagtailadmin_password_reset")
    Client().post(address, {"email": "first@bilan.example"})
    statements = []
    for email in ("somebody@bilan.example", "nobody@bilan.example"):
        with CaptureQueriesContext(connection) as asked:
            Client().post(address, {"email": email})
        statements.append([re.sub(r"'[^']*'", "?", each["sql"]) for each in asked])
    assert statements[0] == statements[1]
    assert len(statements[0]) == 1  # the entry of the outbox
    assert run_outbox() == {"DELIVERED": 4}
    assert [mail.recipient for mail in server.mails] == ["somebody@bilan.example"]


def test_a_repeat_keeps_its_identity_and_is_marked(server: MailServer) -> None:
    """The server took the message, and the answer was lost."""
    server.answer = lambda verb: "hang up" if verb == "QUIT" else ""
    send_mail("Un", "Texte", None, ["a@bilan.example"])
    kept = OutboxEntry.objects.values().get()
    run_outbox()
    OutboxEntry.objects.update(
        recipient=kept["recipient"], payload=kept["payload"], delivered_at=None
    )
    run_outbox()
    first, second = (mail.message for mail in server.mails)
    assert first["Message-ID"] == second["Message-ID"] != None  # noqa: E711
    assert first["Message-ID"].endswith("@localhost>")
    assert (first["X-Bilan-Attempt"], second["X-Bilan-Attempt"]) == (None, "2")
    assert first["Date"] == second["Date"]


def build_whole() -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        "Été — « bilan »",
        "Texte à lire.\n.\nfin",
        "Bilan <bilan@bilan.example>",
        ["Une Personne <A@bilan.example>", "b@bilan.example"],
        bcc=["d@bilan.example", "b@bilan.example"],
        cc=["c@bilan.example"],
        reply_to=["r@bilan.example"],
        headers={"Auto-Submitted": "auto-generated", "Message-ID": "<own@bilan.example>"},
    )
    message.attach_alternative("<p>Texte à lire.</p>", "text/html")
    message.attach("chiffres.csv", "a;b\n", "text/csv")
    message.attach("octets.bin", bytes(range(256)), "application/octet-stream")
    message.attach(MIMEText("jointe"))
    return message


def list_parts(message: Message) -> list[tuple[str, str | None, Any]]:
    return [
        (part.get_content_type(), part.get_filename(), part.get_payload(decode=True))
        for part in message.walk()
    ]


def test_every_part_of_a_message_arrives_at_every_address(server: MailServer) -> None:
    whole = build_whole()
    assert whole.send() == 1
    assert run_outbox() == {"DELIVERED": 4}
    assert [received.recipient for received in server.mails] == [
        *("A@bilan.example", "b@bilan.example", "c@bilan.example", "d@bilan.example")
    ]
    mime: Any = whole.message()
    expected = message_from_bytes(mime.as_bytes(linesep="\r\n"))
    for received in server.mails:
        assert received.sender == "bilan@bilan.example"
        assert "d@bilan.example" not in received.message.as_string()
        assert list_parts(received.message) == list_parts(expected)
        for header in ("Subject", "From", "To", "Cc", "Reply-To", "Auto-Submitted", "Message-ID"):
            assert received.message[header] == expected[header]
    assert whole.extra_headers == {
        "Auto-Submitted": "auto-generated",
        "Message-ID": "<own@bilan.example>",
    }


def test_an_address_has_one_order_however_it_is_written(server: MailServer) -> None:
    for address in ("a@bilan.example", "A@Bilan.Example", "Nom <a@bilan.example>"):
        send_mail("Un", "Texte", None, [address])
    assert set(OutboxEntry.objects.values_list("recipient", flat=True)) == {"a@bilan.example"}
    run_outbox()
    assert [received.recipient.lower() for received in server.mails] == ["a@bilan.example"] * 3


def test_nobody_to_write_to_is_no_message(outbox: Any) -> None:
    assert EmailMessage("Un", "Texte", to=[]).send() == 0
    assert OutboxEntry.objects.count() == 0


def test_a_message_is_written_for_all_its_addresses_or_for_none(outbox: Any) -> None:
    with pytest.raises(ValueError, match="characters"):
        send_mail("Un", "Texte", None, ["a@bilan.example", f"{'b' * 320}@bilan.example"])
    assert OutboxEntry.objects.count() == 0


@pytest.mark.parametrize(
    ("verb", "reply", "outcome", "error"),
    [
        ("RCPT", "550 unknown", "GIVEN_UP", "SMTPRecipientsRefused"),
        ("RCPT", "450 later", "POSTPONED", "SMTPRecipientsRefused"),
        ("RCPT", "421 closing", "POSTPONED", "SMTPRecipientsRefused"),
        (".", "554 refused", "GIVEN_UP", "SMTPDataError"),
        (".", "452 full", "POSTPONED", "SMTPDataError"),
        (".", "hang up", "POSTPONED", "SMTPServerDisconnected"),
        ("MAIL", "530 sign in", "POSTPONED", "SMTPSenderRefused"),
        ("EHLO", "hang up", "POSTPONED", "SMTPServerDisconnected"),
    ],
)
def test_what_a_server_may_answer(
    server: MailServer, verb: str, reply: str, outcome: str, error: str
) -> None:
    server.answer = lambda word: reply if word == verb else ""
    send_mail("Un", "Texte", None, ["a@bilan.example"])
    assert run_outbox() == {outcome: 1}
    assert OutboxEntry.objects.get().last_error == error
    assert server.mails == []


def test_a_server_that_is_back_gets_everything_in_order(
    server: MailServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.answer = lambda verb: "421 closing" if verb in ("EHLO", "HELO") else ""
    for number in range(6):
        send_mail(f"{number}", "Texte", None, [f"{number % 2}@bilan.example"])
    runner = Runner(Event())
    assert sum(runner.run_once().values()) == 2
    server.answer = lambda verb: ""
    make_due()
    assert sum(runner.run_once().values()) == 6
    subjects = [mail.message["Subject"] for mail in server.mails]
    assert [subject for subject in subjects if int(subject) % 2] == ["1", "3", "5"]
    assert [subject for subject in subjects if not int(subject) % 2] == ["0", "2", "4"]
    assert len(caplog.messages) == 2


def test_the_senders_of_this_project_know_mail() -> None:
    from reports.publishing.outbox.senders import SENDERS

    assert SENDERS[mail.KIND] is mail.deliver
