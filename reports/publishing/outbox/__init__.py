"""The outbox: entries written with the change that causes them, delivered by a runner."""

from reports.publishing.outbox.queue import enqueue
from reports.publishing.outbox.senders import (
    ChannelDown,
    Delivery,
    Refused,
    register_sender,
)

__all__ = ["ChannelDown", "Delivery", "Refused", "enqueue", "register_sender"]
