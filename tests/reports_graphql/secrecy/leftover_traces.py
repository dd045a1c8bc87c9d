"""What the application leaves behind while it answers: log records and cache entries."""

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest import mock

from django.core.cache import caches

from reports_graphql.http import persisted, response_cache

# These speak only when somebody sets DEBUG, and no setting of ours does. The log of SQL repeats the
# parameters of every statement, hidden titles and all; that of templates the whole page, each time
# that a variable is missing.
EXCLUDED = ("django.db.backends", "django.template")


class Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(logging.Formatter())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name} {self.format(record)}")


@contextmanager
def logs() -> Iterator[list[str]]:
    """Every log record, from DEBUG up; `django` does not propagate, so it has the handler too.

    No other handler hears of them: the console's would write each a second time.
    """
    handler = Records()
    with ExitStack() as stack:
        for logger in (logging.getLogger(), logging.getLogger("django")):
            stack.enter_context(mock.patch.object(logger, "handlers", [handler]))
            stack.callback(logger.setLevel, logger.level)
            logger.setLevel(logging.DEBUG)
        for name in EXCLUDED:
            excluded = logging.getLogger(name)
            stack.callback(excluded.setLevel, excluded.level)
            excluded.setLevel(logging.WARNING)
        yield handler.lines


def cached() -> str:
    """All keys and values of all caches, as far as they hold text."""
    parts: list[bytes] = []
    for shelf in (response_cache.answer_cache(), persisted.DOCUMENTS):
        parts += [part for key, value in shelf.near.items() for part in (key.encode(), value)]
    for cache in caches.all(initialized_only=False):
        stored = getattr(cache, "_cache", None)
        if isinstance(stored, dict):  # in memory: pickles by key
            parts += [part for k, v in stored.items() for part in (k.encode(), bytes(v))]
        elif stored is not None and hasattr(stored, "get_client"):
            client = stored.get_client()
            for key in client.scan_iter("*"):
                plain = client.type(key) == b"string"  # a dump may be compressed
                parts += [key, (client.get(key) if plain else client.dump(key)) or b""]
    return b"\n".join(parts).decode("latin-1")
