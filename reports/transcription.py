"""The words that say what a chart shows: generated from its data, or written by hand.

A chart remembers, in `basis`, the data and the words that an edited transcription was written
for. So a later change of the data is seen, and a later edit of the words settles it.
"""

import hashlib
import json
from enum import Enum
from html import escape

from reports.tables import Table

NAMELESS = "Intitulé"  # the head of a column that says nothing


class Origin(Enum):
    """Where the transcription of a chart comes from, and whether it can be trusted."""

    GENERATED = "generated"
    EDITED = "edited"
    OUTDATED = "outdated"
    MISSING = "missing"


def digest(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:16]


def follow(basis: str, data: Table, words: str) -> str:
    """The basis to store: renewed when the words have changed, kept when only the data have."""
    if not words.strip():
        return ""
    data_digest, words_digest = digest(data.stored), digest(words)
    if basis.partition(":")[2] == words_digest:
        return basis
    return f"{data_digest}:{words_digest}"


def origin(basis: str, data: Table, words: str) -> Origin:
    """Where `words` stand towards `data`."""
    if not words.strip():
        return Origin.GENERATED if data.rows else Origin.MISSING
    if data.rows and basis and basis.partition(":")[0] != digest(data.stored):
        return Origin.OUTDATED
    return Origin.EDITED


def transcribe(title: str, data: Table, unit: str = "") -> str:
    """French HTML that says every value: a list for one series, a table for several."""
    if not data.rows:
        return ""
    count = len(data.rows)
    subject = f"« {escape(title)} »" if title else "Ce graphique"
    values = "1 valeur" if count == 1 else f"{count} valeurs"
    counted = f" ({escape(unit)})" if unit else ""
    series = data.columns[1:]
    if len(series) <= 1:
        values_of = {row.id: row.cells[1].figure.text if row.cells[1:] else "" for row in data.rows}
        lines = "".join(
            f"<li>{escape(row.head)} : {escape(values_of[row.id])}</li>" for row in data.rows
        )
        return f"<p>{subject} présente {values}{counted} :</p><ul>{lines}</ul>"
    head = "".join(
        f'<th scope="col">{escape(column.heading or NAMELESS)}</th>' for column in data.columns
    )
    body = "".join(
        f'<tr><th scope="row">{escape(row.head)}</th>'
        + "".join(f"<td>{escape(cell.figure.text)}</td>" for cell in row.cells[1:])
        + "</tr>"
        for row in data.rows
    )
    lead = f"<p>{subject} présente {len(series)} séries sur {count} catégories{counted} :</p>"
    caption = f"<caption>{escape(title)}</caption>" if title else ""
    return f"{lead}<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
