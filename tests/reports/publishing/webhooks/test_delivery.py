"""A message arrives signed, in order, at least once; what misbehaves is refused in bounded time."""

import base64
import hashlib
import hmac
import json
import time
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from reports.authoring.roles.set_up import set_up
from reports.content.models import User
from reports.content.models.roles import ADMINISTRATORS
from reports.publishing.feed import retention
from reports.publishing.models import OutboxEntry, PublicState, Webhook, WebhookDelivery
from reports.publishing.models.webhook import make_secret
from reports.publishing.outbox.delivery import Outcome, deliver_next
from reports.publishing.outbox.outages import Outages
from reports.publishing.webhooks import client, messages, sender
from tests.https_server import HttpsServer

from .changes import make_change

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def deliver_all() -> list[Outcome | None]:
    """Deliver what is due until nothing is; failures are postponed and not tried again here."""
    return list(iter(lambda: deliver_next(Outages()), None))


def verify(secret: str, headers: dict[str, str], body: bytes) -> bool:
    """Verify a signature as the specification says it, apart from the code that made it."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return f"v1,{expected}" in headers["webhook-signature"].split(" ")


def test_a_change_arrives_signed(webhook: Webhook, receiver: HttpsServer) -> None:
    assert messages.enqueue_change(make_change(path="/bilan/2024/")) == 1
    assert deliver_all() == [Outcome.DELIVERED]

    ((headers, body),) = receiver.received
    assert verify(webhook.secret, headers, body)
    assert abs(int(headers["webhook-timestamp"]) - time.time()) < 60
    assert json.loads(body)["type"] == "REPORT_PUBLISHED"
    assert json.loads(body)["data"]["path"] == "/bilan/2024/"
    delivery = webhook.deliveries.get()
    assert (str(delivery.pk), delivery.status, delivery.attempts) == (headers["webhook-id"], 204, 1)
    assert delivery.delivered_at


def test_while_a_key_is_replaced_both_sign(webhook: Webhook, receiver: HttpsServer) -> None:
    old, webhook.previous_secret = webhook.secret, webhook.secret
    webhook.secret = make_secret()
    webhook.save()
    messages.enqueue_test(webhook)
    deliver_all()
    ((headers, body),) = receiver.received
    assert verify(webhook.secret, headers, body)
    assert verify(old, headers, body)
    assert not verify(make_secret(), headers, body)


def test_a_repeat_has_the_same_id(webhook: Webhook, receiver: HttpsServer) -> None:
    answers = iter([500, 204])
    receiver.respond = lambda handler: respond(handler, next(answers))
    messages.enqueue_change(make_change())
    assert deliver_all() == [Outcome.POSTPONED]
    assert webhook.deliveries.get().status == 500
    OutboxEntry.objects.update(due_at=timezone.now())
    assert deliver_all() == [Outcome.DELIVERED]
    (first, _), (second, _) = receiver.received
    assert first["webhook-id"] == second["webhook-id"]


def test_one_endpoint_gets_its_messages_in_order(webhook: Webhook, receiver: HttpsServer) -> None:
    """While the first message waits, the second one does too; another endpoint does not wait."""
    other = Webhook.objects.create(name="Autre", address=receiver.address + "&other")
    receiver.respond = lambda handler: respond(handler, 204 if "other" in handler.path else 503)
    for sequence in (1, 2):
        messages.enqueue_change(make_change(sequence, path=f"/{sequence}/"))
    assert sorted(map(str, deliver_all())) == [
        "Outcome.DELIVERED",
        "Outcome.DELIVERED",
        "Outcome.POSTPONED",
    ]
    assert other.deliveries.filter(delivered_at=None).count() == 0
    receiver.respond = lambda handler: respond(handler, 204)
    receiver.received.clear()
    OutboxEntry.objects.update(due_at=timezone.now())
    deliver_all()
    assert [json.loads(body)["data"]["path"] for _, body in receiver.received] == [
        "/1/",
        "/2/",
    ]


def respond(handler: BaseHTTPRequestHandler, status: int, **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def test_only_what_it_listens_to(webhook: Webhook, receiver: HttpsServer) -> None:
    webhook.kinds, webhook.years = ["REPORT_PUBLISHED"], [2024]
    webhook.save()
    messages.enqueue_change(make_change(1, year=2023))
    messages.enqueue_change(make_change(2, "RECORD_CHANGED", year=None))
    messages.enqueue_change(make_change(3, year=2024, path="/3/"))
    deliver_all()
    ((_, body),) = receiver.received
    assert json.loads(body)["data"]["path"] == "/3/"
    assert webhook.deliveries.count() == 1
    Webhook.objects.update(enabled=False)
    assert messages.enqueue_change(make_change(4)) == 0


def test_a_change_that_was_taken_back_is_not_told(webhook: Webhook, receiver: HttpsServer) -> None:
    change = make_change()
    messages.enqueue_change(change)
    change.delete()
    assert deliver_all() == [Outcome.DELIVERED]
    assert receiver.received == []
    assert webhook.deliveries.count() == 0


def test_what_is_hidden_by_now_is_not_told(webhook: Webhook, receiver: HttpsServer) -> None:
    messages.enqueue_change(make_change())
    PublicState.objects.all().delete()
    deliver_all()
    assert receiver.received == []


def test_nothing_of_the_database_is_told(webhook: Webhook, receiver: HttpsServer) -> None:
    """Neither rows nor digests: the message has the fields of the feed alone."""
    messages.enqueue_change(make_change(digest="zz", order=["zz"]))
    deliver_all()
    ((_, body),) = receiver.received
    assert sorted(json.loads(body)["data"]) == sorted(
        [
            *("cacheTags", "corrections", "formerPath", "id", "path", "record", "site"),
            *("subject", "year"),
        ]
    )
    assert b"zz" not in body


def test_a_redirect_is_not_followed(webhook: Webhook, receiver: HttpsServer) -> None:
    receiver.respond = lambda handler: respond(handler, 302, Location="https://127.0.0.1/secret")
    messages.enqueue_test(webhook)
    assert deliver_all() == [Outcome.POSTPONED]
    assert len(receiver.received) == 1
    assert webhook.deliveries.get().status == 302


def flood(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"x" * 65536)
    except OSError:
        return


def test_an_endless_answer_is_read_no_further(webhook: Webhook, receiver: HttpsServer) -> None:
    receiver.respond = flood
    messages.enqueue_test(webhook)
    assert deliver_all() == [Outcome.DELIVERED]


@pytest.mark.parametrize(
    ("address", "error"),
    [
        ("https://169.254.169.254/latest/", "ForbiddenAddress"),
        ("https://[::1]/", "ForbiddenAddress"),
        ("http://localhost/", "InvalidAddress"),
        ("https://user:word@localhost/", "InvalidAddress"),
        ("https:///nothing", "InvalidAddress"),
        ("https://[8.8.8.8]/", "InvalidAddress"),
    ],
)
def test_an_address_within_is_never_asked(
    webhook: Webhook, receiver: HttpsServer, settings: Any, address: str, error: str
) -> None:
    settings.WEBHOOK_ALLOWED_NETWORKS = []
    Webhook.objects.update(address=address)
    messages.enqueue_test(webhook)
    assert deliver_all() == [Outcome.POSTPONED]
    assert webhook.deliveries.get().error == error
    assert receiver.received == []


def test_a_certificate_of_nobody_is_refused(
    webhook: Webhook, receiver: HttpsServer, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.WEBHOOK_CA_FILE = ""
    messages.enqueue_test(webhook)
    assert deliver_all() == [Outcome.POSTPONED]
    assert webhook.deliveries.get().error == "SSLError"
    assert receiver.received == []
    line = f"Webhook {webhook.pk}: no TLS with localhost: self-signed certificate."
    assert caplog.messages == [line]


def test_a_certificate_of_another_host_is_refused(
    webhook: Webhook,
    receiver: HttpsServer,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(client, "resolve_allowed", lambda host, port: "127.0.0.1")
    Webhook.objects.update(address=receiver.address.replace("localhost", "a.localhost"))
    messages.enqueue_test(webhook)
    assert deliver_all() == [Outcome.POSTPONED]
    assert receiver.received == []
    assert "no TLS with a.localhost: hostname 'a.localhost' doesn't match" in caplog.text


@pytest.fixture
def administrator(db: None) -> User:
    set_up()
    user = User.objects.create_user("chef", "chef@bilan.example")
    user.groups.add(user.groups.model.objects.get(name=ADMINISTRATORS))
    return user


@pytest.mark.usefixtures("administrator")
def test_after_the_last_attempt_it_is_disabled_and_administrators_are_told(
    webhook: Webhook, receiver: HttpsServer
) -> None:
    receiver.respond = lambda handler: respond(handler, 500)
    messages.enqueue_test(webhook)
    OutboxEntry.objects.update(attempts=sender.MAX_ATTEMPTS - 1)
    assert deliver_all() == [Outcome.GIVEN_UP]
    webhook.refresh_from_db()
    assert not webhook.enabled
    assert webhook.disabled_at
    assert [message.to for message in mail.outbox] == [["chef@bilan.example"]]
    assert "désactivé" in mail.outbox[0].subject
    assert webhook.secret not in mail.outbox[0].body


@pytest.mark.usefixtures("administrator")
def test_gone_means_gone(webhook: Webhook, receiver: HttpsServer) -> None:
    receiver.respond = lambda handler: respond(handler, 410)
    messages.enqueue_test(webhook)
    assert deliver_all() == [Outcome.GIVEN_UP]
    webhook.refresh_from_db()
    assert not webhook.enabled


def test_what_waits_for_a_deleted_webhook_goes_nowhere(
    webhook: Webhook, receiver: HttpsServer
) -> None:
    messages.enqueue_test(webhook)
    webhook.delete()
    assert deliver_all() == [Outcome.GIVEN_UP]
    assert receiver.received == []


def test_deliveries_are_forgotten_with_the_entries_of_the_feed(webhook: Webhook) -> None:
    old, new = (messages.enqueue_test(webhook) for _ in range(2))
    WebhookDelivery.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(400))
    retention.delete_expired()

    assert [*WebhookDelivery.objects.all()] == [new]


def test_the_command_delivers_them_too(webhook: Webhook, receiver: HttpsServer) -> None:
    messages.enqueue_change(make_change())
    call_command("run_outbox", once=True, verbosity=0)
    assert len(receiver.received) == 1
