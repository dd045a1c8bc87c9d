"""What leaves Bilan: entries written with the change that causes them, delivered by a runner."""

from reports.publication.outbox.queue import enqueue
from reports.publication.outbox.senders import (
    ChannelDown,
    Delivery,
    Refused,
    register_sender,
)

__all__ = ["ChannelDown", "Delivery", "Refused", "enqueue", "register_sender"]
