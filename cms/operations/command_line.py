"""Run a management command. What an operator has to mend is said in a sentence, not a traceback."""

import sys
from collections.abc import Sequence

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import DatabaseError, OperationalError

TRACEBACK = "--traceback"  # Django's option of every command
NO_TABLE = "42P01"  # PostgreSQL's code of a table that does not exist
NO_TABLE_IN_SQLITE = "no such table"
NO_FILE_IN_SQLITE = "unable to open database file"


def run(arguments: Sequence[str]) -> None:
    """Run the command in `arguments`, as `sys.argv` has it.

    Settings that cannot be read, a database that does not answer and one without tables end with
    status 1 and one sentence. Every other error keeps its traceback, and so do these with
    `--traceback`.
    """
    try:
        execute_from_command_line(list(arguments))
    except (ImproperlyConfigured, DatabaseError) as error:
        sentence = explain(error)
        if not sentence or TRACEBACK in arguments:
            raise
        sys.exit(sentence)


def explain(error: Exception) -> str:
    """Return the sentence that tells an operator what to mend; empty if it is no such error."""
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
    """Return whether PostgreSQL could not be asked anything.

    Psycopg gives a connection that fails no code, and a server that ends one those of class 08 or
    57P.
    """
    return isinstance(error, OperationalError) and (not code or code.startswith(("08", "57P")))
