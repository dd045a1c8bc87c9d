"""Delivers webhook messages from the outbox."""

import json
import logging
import time
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone
from urllib3.exceptions import HTTPError, SSLError

from reports.publishing import outbox
from reports.publishing.models.webhook import Webhook, WebhookDelivery
from reports.publishing.outbox.backoff import MAX_ATTEMPTS
from reports.publishing.outbox.connections import give_back_connection
from reports.publishing.webhooks import bodies, client, disabling, signing
from reports.publishing.webhooks.messages import KIND
from reports.publishing.webhooks.networks import ForbiddenAddress, UnknownName

logger = logging.getLogger(__name__)

GONE_STATUS = 410  # by which an endpoint says that it wants no more
FAILURES = (client.InvalidAddress, ForbiddenAddress, UnknownName, HTTPError, OSError)


class NotAccepted(Exception):
    """Raised when the endpoint did not answer with success."""


def deliver(delivery: outbox.Delivery) -> None:
    """Send a message to the address of its webhook, signed with each of its keys.

    Every attempt has the same `webhook-id`, by which a receiver recognises a repeat. A deleted or
    disabled webhook gets nothing. If the last attempt fails, the webhook is disabled.
    """
    rows = WebhookDelivery.objects.select_related("webhook", "change")
    row = rows.filter(pk=delivery.payload["delivery"]).first()
    if row is None or not row.webhook.enabled:
        raise outbox.Refused
    body = bodies.build_body(row)
    if body is None:
        row.delete()
        return
    give_back_connection()  # whoever waits for an answer needs no database
    try:
        answer = send(row.webhook, str(row.pk), body)
    except FAILURES as error:
        if isinstance(error, SSLError):
            log_refusal(row.webhook, error)
        record(row, delivery.attempt, error=type(error).__name__)
        disable_after_last_attempt(row.webhook, delivery.attempt)
        raise
    record(row, delivery.attempt, status=answer.status, is_success=answer.is_success)
    if answer.is_success:
        return
    if answer.status == GONE_STATUS:
        disabling.disable(row.webhook)
        raise outbox.Refused
    disable_after_last_attempt(row.webhook, delivery.attempt)
    raise NotAccepted


def send(webhook: Webhook, message_id: str, body: dict[str, Any]) -> client.Answer:
    data = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    timestamp = int(time.time())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Bilan",
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signing.sign(webhook.secrets, message_id, timestamp, data),
    }
    return client.post(webhook.address, data, headers)


def log_refusal(webhook: Webhook, error: SSLError) -> None:
    """Log why TLS with a receiver failed, without the path of the address, which may be secret."""
    cause = error.args[0]
    words = getattr(cause, "verify_message", "") or cause
    host = urlsplit(webhook.address).hostname
    logger.warning("Webhook %s: no TLS with %s: %s.", webhook.pk, host, words)


def record(
    row: WebhookDelivery,
    attempt: int,
    status: int | None = None,
    error: str = "",
    is_success: bool = False,
) -> None:
    """Record how an attempt was answered, for the list in the admin."""
    row.attempts, row.attempted_at, row.status, row.error = attempt, timezone.now(), status, error
    row.kind = row.change.kind if row.change else row.kind
    if is_success:
        row.delivered_at = row.attempted_at
    row.save(update_fields=["kind", "attempts", "attempted_at", "status", "error", "delivered_at"])


def disable_after_last_attempt(webhook: Webhook, attempt: int) -> None:
    """Disable the webhook after the last attempt of a message."""
    if attempt >= MAX_ATTEMPTS:
        with transaction.atomic():
            disabling.disable(webhook)


def connect() -> None:
    """Register the sender of webhook messages with the outbox."""
    outbox.register_sender(KIND, deliver)
