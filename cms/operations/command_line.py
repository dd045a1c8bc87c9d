"""Runs a management command, and reports an operator's mistake in a sentence, not a traceback."""

import sys
from collections.abc import Sequence

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import DatabaseError

from cms.operations.failed_start import explain, format_line

TRACEBACK = "--traceback"  # Django's option of every command


def run(arguments: Sequence[str]) -> None:
    """Run the command in `arguments`, which has the form of `sys.argv`.

    Unreadable settings, an unreachable database and a database without tables end with status 1 and
    one sentence. Every other error keeps its traceback, and so do these with `--traceback`.
    """
    try:
        execute_from_command_line(list(arguments))
    except (ImproperlyConfigured, DatabaseError) as error:
        sentence = explain(error)
        if not sentence or TRACEBACK in arguments:
            raise
        sys.exit(format_line(sentence, error))
