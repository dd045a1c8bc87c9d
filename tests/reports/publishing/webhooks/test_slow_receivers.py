"""A receiver that sends each byte in time holds nobody for longer than one deadline."""

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from reports.publishing.models import Webhook
from reports.publishing.outbox.delivery import Outcome
from reports.publishing.webhooks import client, messages
from tests.https_server import HttpsServer

from .test_delivery import deliver_all

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

PIECES = 150


def send_pieces(send: Callable[[bytes], Any], head: bytes, piece: bytes) -> int:
    """Send a piece of an answer again and again, each in time, for ten times the deadline; return
    how many were sent before the other side closed the connection.
    """
    sent = 0
    with suppress(OSError):
        send(head)
        for _ in range(PIECES):
            send(piece)
            sent += 1
            time.sleep(0.02)
    return sent


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    send_pieces(handler.wfile.write, b"", b"x")


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    send_pieces(handler.wfile.write, b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x")


def repeat_continue(handler: BaseHTTPRequestHandler) -> None:
    send_pieces(handler.wfile.write, b"", b"HTTP/1.1 100 Continue\r\n\r\n")


def hang(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(1)


@pytest.fixture
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "TOTAL_SECONDS", 0.3)


def test_an_answer_that_never_begins(
    webhook: Webhook, receiver: HttpsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "READ_SECONDS", 0.3)
    receiver.respond = hang
    messages.enqueue_test(webhook)
    assert deliver_all() == [Outcome.POSTPONED]
    assert webhook.deliveries.get().error == "ReadTimeoutError"


@pytest.mark.usefixtures("impatience")
@pytest.mark.parametrize("respond", [drip, drip_headers, repeat_continue])
def test_a_slow_answer_is_a_failure(webhook: Webhook, receiver: HttpsServer, respond: Any) -> None:
    """Each byte comes in time; the exchange as a whole has a deadline."""
    receiver.respond = respond
    messages.enqueue_test(webhook)
    assert deliver_all() == [Outcome.POSTPONED]
    assert webhook.deliveries.get().error == "TimeoutError"


@pytest.mark.usefixtures("impatience")
def test_a_handshake_that_is_never_completed(webhook: Webhook, receiver: HttpsServer) -> None:
    """Who accepts a connection and drips the record of a handshake is given up as well."""
    sent: list[int] = []
    with socket.create_server(("127.0.0.1", 0)) as silent:
        thread = threading.Thread(target=lambda: sent.append(drip_handshake(silent)), daemon=True)
        thread.start()
        Webhook.objects.update(address=f"https://127.0.0.1:{silent.getsockname()[1]}/")
        messages.enqueue_test(webhook)
        assert deliver_all() == [Outcome.POSTPONED]
    thread.join(20)
    assert webhook.deliveries.get().error == "TimeoutError"
    assert sent[0] < PIECES


def drip_handshake(server: socket.socket) -> int:
    """Begin a record of 16,000 bytes, and send one of them at a time."""
    connection, _ = server.accept()
    with connection:
        return send_pieces(connection.sendall, b"\x16\x03\x03\x3e\x80", b"\x02")
