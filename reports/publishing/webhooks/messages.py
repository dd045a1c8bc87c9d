"""Writes webhook messages into the outbox. Their bodies are built when they are sent."""

from reports.publishing import outbox
from reports.publishing.models import Change
from reports.publishing.models.webhook import Webhook, WebhookDelivery

KIND = "webhook"
TEST_KIND = "TEST"


def enqueue_change(change: Change) -> int:
    """Write a message for each enabled webhook; return how many.

    Call it in the transaction that writes the change. An address gets its messages in order.
    Whether a webhook listens to the change is decided when the message is sent, because the kind of
    the change is only final at the end of its transaction.
    """
    webhooks = list(Webhook.objects.filter(enabled=True))
    for webhook in webhooks:
        enqueue_message(webhook, change.kind, change)
    return len(webhooks)


def enqueue_test(webhook: Webhook) -> WebhookDelivery:
    """Write a test message without content."""
    return enqueue_message(webhook, TEST_KIND, None)


def replay(delivery: WebhookDelivery) -> bool:
    """Write the message of a delivery again, with its id; return whether it still exists."""
    if delivery.change is None and delivery.kind != TEST_KIND:
        return False
    write_entry(delivery)
    return True


def enqueue_message(webhook: Webhook, kind: str, change: Change | None) -> WebhookDelivery:
    delivery = WebhookDelivery.objects.create(webhook=webhook, kind=kind, change=change)
    write_entry(delivery)
    return delivery


def write_entry(delivery: WebhookDelivery) -> None:
    outbox.enqueue(KIND, str(delivery.webhook_id), {"delivery": str(delivery.pk)})
