"""The registry of senders: who delivers which kind of entry."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


class Refused(Exception):
    """The recipient refused for good: trying again would change nothing."""


class ChannelDown(Exception):
    """The server that delivers this kind does not take anything at present."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """The arguments of a sender. A sender marks each attempt after the first as a repeat."""

    recipient: str = field(repr=False)
    payload: Any = field(repr=False)
    attempt: int


Sender = Callable[[Delivery], None]
SENDERS: dict[str, Sender] = {}


def register_sender(kind: str, sender: Sender) -> None:
    """Have `sender` deliver entries of `kind`. Call it at start-up, from `AppConfig.ready`.

    A sender returns when the entry has arrived. It raises `Refused`, `ChannelDown`, or anything
    else for a failure of this attempt, and never waits for longer than the lease.
    """
    SENDERS[kind] = sender
