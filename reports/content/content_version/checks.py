"""System checks of the content version, for `manage.py check --database default`."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Warning
from django.db import connections

from reports.content.content_version import triggers

HINT = "Run manage.py migrate: it makes what is missing. See docs/operators.md."


def check_content_version(
    databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Name the triggers that are missing or outdated, and a version that is not there.

    Without a trigger, readers would be given old answers; without a version, nothing is kept. No
    errors: `migrate`, which makes what is missing, would refuse to begin.
    """
    return [message for using in databases or () for message in check_database(using)]


def check_database(using: str) -> list[CheckMessage]:
    connection = connections[using]
    if not triggers.has_all_tables(connection):
        return []  # not migrated yet
    messages: list[CheckMessage] = []
    missing = triggers.list_missing(connection)
    if missing or not triggers.is_function_current(connection):
        everything = len(missing) == len(triggers.list_wanted(connection))
        named = "all" if everything else ", ".join(missing) or "their function"
        message = f"Triggers of the content version are missing or outdated: {named}."
        messages.append(Warning(message, hint=HINT, id="reports.W001"))
    if not triggers.has_version(using):
        message = "There is no content version: the last migration did not end."
        messages.append(Warning(message, hint=HINT, id="reports.W002"))
    return messages
