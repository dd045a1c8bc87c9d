"""The registry of senders: the function that delivers each kind of entry."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


class Refused(Exception):
    """Raised by a sender when the recipient refused for good; another try would change nothing."""


class ChannelDown(Exception):
    """Raised by a sender when the server for this kind of entry accepts nothing at present."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """The arguments of a sender. From the second attempt on, the sender marks it as a repeat."""

    recipient: str = field(repr=False)
    payload: Any = field(repr=False)
    attempt: int


Sender = Callable[[Delivery], None]
SENDERS: dict[str, Sender] = {}


def register_sender(kind: str, sender: Sender) -> None:
    """Register the sender that delivers entries of `kind`. Call it from `AppConfig.ready`.

    A sender returns when the entry has arrived. It raises `Refused`, `ChannelDown`, or any other
    exception for a failure of this attempt, and never waits for longer than the lease.
    """
    SENDERS[kind] = sender
