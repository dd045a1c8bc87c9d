"""Writes and reads the canonical JSON of a document: equal documents have equal bytes.

    {"blocks": [{"id": "…", "type": "heading", "value": {…}}], "schema": 1}

Keys are sorted, and text is UTF-8 in the composed form of Unicode (NFC). Every part of a node is
written, except ticks that are not set. References are public ids, `{"public_id": "…"}`, where
`replace_row_ids` has replaced row ids. Versions and archives store this form.
"""

import json
import unicodedata
from typing import Any

from reports.core.document.body import Document, read
from reports.core.figures.locale import Locale

SCHEMA_VERSION = 1
"""The number of the form that is written. Older numbers are read for ever."""


class UnknownSchema(ValueError):
    """Raised when a document has a schema number that this version of Bilan cannot read."""


def dump_document(document: Document) -> bytes:
    """Return the canonical JSON of a document."""
    blocks = [
        {"id": block.id, "type": block.stored_type, "value": block.stored}
        for block in document.blocks
    ]
    text = json.dumps(
        {"schema": SCHEMA_VERSION, "blocks": blocks},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return unicodedata.normalize("NFC", text).encode()


def upgrade_document(held: dict[str, Any], locale: Locale) -> Document:
    """Return the document that decoded canonical JSON of any schema number up to today's holds,
    upgraded to today's nodes, and read in the locale of its report.
    """
    schema = held.get("schema")
    if not isinstance(schema, int) or not 1 <= schema <= SCHEMA_VERSION:
        raise UnknownSchema(f"schema {schema!r} is not between 1 and {SCHEMA_VERSION}")
    return read(held["blocks"], locale)
