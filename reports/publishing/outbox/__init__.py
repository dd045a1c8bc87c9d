"""The outbox: entries are written in the transaction that causes them, and delivered later."""

from reports.publishing.outbox.queue import enqueue
from reports.publishing.outbox.senders import (
    ChannelDown,
    Delivery,
    Refused,
    register_sender,
)

__all__ = ["ChannelDown", "Delivery", "Refused", "enqueue", "register_sender"]
