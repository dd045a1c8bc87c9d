"""Filters and formatters of the log: they remove secrets and repetitions, and write text or
JSON.
"""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from typing import Any

from cms.http.request_id import CURRENT


class GraphFilter(logging.Filter):
    """Drops Django's line for each unsuccessful answer of the graph.

    Otherwise a client that sends bad documents could fill the disk. Our own errors have another
    line, with their incident.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        return getattr(getattr(record, "request", None), "path", "") != "/graphql/"


class ReviewLinkFilter(logging.Filter):
    """Removes tokens from Django's lines: those of review links, new passwords and sign-ins.

    Whoever reads the log must not be able to read drafts or to sign in as somebody else.
    """

    TOKEN = re.compile(
        r"(/relecture/|/admin/password_reset/confirm/|/admin/connexion/essais/)[^/\s]+(?:/[^/\s]+)?"
    )

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                self.TOKEN.sub(r"\1…", arg) if isinstance(arg, str) else arg for arg in record.args
            )
        return True


class RepetitionFilter(logging.Filter):
    """Drops a line with the same message as an earlier one, for ten seconds."""

    INTERVAL_SECONDS = 10  # seconds

    def __init__(self) -> None:
        super().__init__()
        self.quiet_until: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether to print. Messages are compared without arguments, so that few are
        remembered.
        """
        if record.created < self.quiet_until.get(record.msg, 0):
            return False
        self.quiet_until[record.msg] = record.created + self.INTERVAL_SECONDS
        return True


class JsonFormatter(logging.Formatter):
    """Formats a line as a JSON object: time (UTC), level, logger, message, request id, error.

    An error has its classes and where they were raised, but no messages, which may quote a draft, a
    name or a value.
    """

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC)
        line = {
            "time": moment.isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if number := CURRENT.get():
            line["request"] = number
        if record.exc_info and record.exc_info[1]:
            line |= describe_error(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


class TextFormatter(logging.Formatter):
    """Formats a line for people: time, level, request id, message; errors as in JSON."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created).astimezone()
        start = f"{moment:%Y-%m-%d %H:%M:%S} {record.levelname}"
        number = f" [{CURRENT.get()[:8]}]" if CURRENT.get() else ""
        lines = [f"{start}{number} {record.getMessage()}"]
        if record.exc_info and record.exc_info[1]:
            error = describe_error(record.exc_info[1])
            lines += [f"  {error['error']}", *(f"    {frame}" for frame in error["frames"])]
        return "\n".join(lines)


def describe_error(error: BaseException) -> dict[str, Any]:
    """Return the classes of an error and its causes, and the frames of the innermost one."""
    classes: list[str] = []
    innermost = error
    each: BaseException | None = error
    while each is not None and len(classes) < 5:
        classes.append(f"{type(each).__module__}.{type(each).__qualname__}")
        innermost = each
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    frames = traceback.extract_tb(innermost.__traceback__)[-20:]
    return {
        "error": " < ".join(classes),
        "frames": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
    }
