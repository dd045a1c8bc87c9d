"""One line in the log when something cannot be reached, and one when it can be again."""

import logging

logger = logging.getLogger(__name__)


class Outages:
    """Remembers what this runner cannot reach: the database, or the server of a kind of entry."""

    def __init__(self) -> None:
        self.down: set[str] = set()

    def begin(self, channel: str, error: str) -> None:
        """Say that `channel` fails, unless that was said already."""
        if channel not in self.down:
            self.down.add(channel)
            logger.warning("The outbox waits: %s cannot be reached (%s).", channel, error)

    def end(self, channel: str) -> None:
        """Say that `channel` answers again, if it did not."""
        if channel in self.down:
            self.down.discard(channel)  # another thread may have said it
            logger.warning("The outbox goes on: %s can be reached again.", channel)
