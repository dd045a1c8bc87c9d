"""Logs once when a service cannot be reached, and once when it is reachable again."""

import logging

logger = logging.getLogger(__name__)


class Outages:
    """Remembers which services a runner cannot reach: the database, or a mail server, for
    instance.
    """

    def __init__(self) -> None:
        self.down: set[str] = set()

    def begin(self, channel: str, error: str) -> None:
        """Log that `channel` fails, unless that is already known."""
        if channel not in self.down:
            self.down.add(channel)
            logger.warning("The outbox waits: %s cannot be reached (%s).", channel, error)

    def end(self, channel: str) -> None:
        """Log that `channel` is reachable again, if it was not."""
        if channel in self.down:
            self.down.discard(channel)  # another thread may have said it
            logger.warning("The outbox goes on: %s can be reached again.", channel)
