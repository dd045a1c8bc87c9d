"""Explains a failed start in one sentence for the operator, or else shows the error.

With `LOG_FORMAT=json` either is one line of JSON, like the other lines of the log.
"""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from cms.operations.logs import JsonFormatter
from cms.settings import environment

NO_TABLE = "42P01"  # PostgreSQL's code of a table that does not exist
NO_TABLE_IN_SQLITE = "no such table"
NO_FILE_IN_SQLITE = "unable to open database file"


@contextmanager
def exiting_with_one_line() -> Iterator[None]:
    """Exit with status 1 and one line if the error can be explained, or if the log is JSON."""
    try:
        yield
    except Exception as error:
        sentence = explain(error)
        if not sentence and not is_json():
            raise
        sys.exit(format_line(sentence or "Nothing was started.", error))


def is_json() -> bool:
    """Return whether the log is JSON, even if the settings cannot be read."""
    return environment.read_text("LOG_FORMAT") == "json"


def format_line(sentence: str, error: Exception) -> str:
    """Return the sentence, or a line of JSON with the sentence and the error."""
    if not is_json():
        return sentence
    info = type(error), error, error.__traceback__
    record = logging.LogRecord(__name__, logging.CRITICAL, "", 0, sentence, None, info)
    return JsonFormatter().format(record)


def explain(error: Exception) -> str:
    """Return the sentence that tells an operator what to mend; empty for other errors."""
    if isinstance(error, ImproperlyConfigured):
        return f"Nothing was started. {error}"
    cause = error.__cause__
    code = getattr(cause, "sqlstate", None)
    if code == NO_TABLE or NO_TABLE_IN_SQLITE in str(error):
        return (
            "The database has no tables of this release yet: run `manage.py migrate` first, or "
            "`manage.py restore` without `--check` for a backup."
        )
    is_postgresql = type(cause).__module__.startswith("psycopg")
    if NO_FILE_IN_SQLITE in str(error) or (is_postgresql and is_connection_error(error, code)):
        first_line = str(error).strip().partition("\n")[0]
        return f"The database of DATABASE_URL does not answer: {first_line}"
    return ""


def is_connection_error(error: Exception, code: str | None) -> bool:
    """Return whether PostgreSQL could not be reached.

    psycopg reports a failed connection without a code, and a connection closed by the server with a
    code of class 08 or 57P.
    """
    return isinstance(error, OperationalError) and (not code or code.startswith(("08", "57P")))
