"""Reads a stored body that is nested too deep to be parsed as an empty body.

Wagtail 7.4.4: `StreamField.from_db_value` parses what is stored, and a `RecursionError` in it
breaks every page, list and command that reads the row. No form of Bilan stores such a body; a
script may.

Delete this module when Wagtail reads such a row.
"""

import logging
from typing import Any

from wagtail.fields import StreamField

from reports.content.wagtail_patches.replacing import replace_method

logger = logging.getLogger(__name__)


def from_db_value(self: Any, value: Any, expression: Any, connection: Any) -> Any:
    """Return the stored body as a stream value."""
    try:
        stored = self.json_field.from_db_value(value, expression, connection)
    except RecursionError:
        logger.error("A stored body is nested too deep to be read.")
        stored = []
    return self.to_python(stored)


def apply() -> None:
    replace_method(StreamField, from_db_value)
