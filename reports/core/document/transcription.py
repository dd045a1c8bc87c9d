"""Transcriptions of charts: generated from the data, or written by hand and checked for age.

A chart stores, in `basis`, digests of the data and the words of an edited transcription. A later
change of the data makes the transcription outdated, and a later edit of the words makes it current
again. The data that the words were written for are stored too, to show what has changed.
"""

import hashlib
import json
import unicodedata
from enum import Enum
from html import escape

from reports.core.document.table import Table
from reports.core.text.rich_text import plain

NAMELESS = "Intitulé"  # the head of a column that says nothing


class Origin(Enum):
    """The origin of a chart's transcription, which says whether it can be trusted."""

    GENERATED = "generated"
    EDITED = "edited"
    OUTDATED = "outdated"
    MISSING = "missing"


def digest_parts(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:16]


def normalize_words(words: str) -> str:
    """The words alone: an import, a browser and an editor of rich text set them differently."""
    return " ".join(unicodedata.normalize("NFKC", plain(words)).split())


def digest_table(data: Table) -> str:
    """The digest of what words can be about: headings and cells as typed, whatever their ids."""
    table = data.pad_rows()
    cells = [[(cell.raw, cell.read_as) for cell in row.cells] for row in table]
    return digest_parts([column.heading for column in table.columns], cells)


def is_written_for(basis: str, data: Table) -> bool:
    """Whether words of this basis were written for these data. Older bases mind ids too."""
    return basis.partition(":")[0] in (digest_table(data), digest_parts(data.stored))


def renew_basis(basis: str, data: Table, words: str) -> str:
    """The basis to store: renewed when the words have changed, kept when only the data have."""
    if not normalize_words(words):
        return ""
    kept, _, before = basis.partition(":")
    if before not in (
        digest_parts(normalize_words(words)),
        digest_parts(words),
    ):  # the latter is how it once was
        kept = digest_table(data)
    return f"{kept}:{digest_parts(normalize_words(words))}"


def find_original_data(basis: str, data: Table, kept: Table) -> Table:
    """The data that words of this basis were written for; none where nobody remembers them."""
    return next(
        (table for table in (data, kept) if basis and is_written_for(basis, table)), Table()
    )


def find_origin(basis: str, data: Table, words: str) -> Origin:
    """Return where `words` come from, given the data of today."""
    if not normalize_words(words):
        return Origin.GENERATED if data.rows else Origin.MISSING
    if data.rows and basis and not is_written_for(basis, data):
        return Origin.OUTDATED
    return Origin.EDITED


def transcribe(title: str, data: Table, unit: str = "") -> str:
    """French HTML that says every value: a list for one series, a table for several."""
    if not data.rows:
        return ""
    lead, series = opening_sentence(title, data, unit), data.columns[1:]
    if len(series) <= 1:
        values_of = {row.id: row.cells[1].figure.text if row.cells[1:] else "" for row in data.rows}
        lines = "".join(
            f"<li>{escape(row.head)} : {escape(values_of[row.id])}</li>" for row in data.rows
        )
        return f"{lead}<ul>{lines}</ul>"
    head = "".join(
        f'<th scope="col">{escape(column.heading or NAMELESS)}</th>' for column in data.columns
    )
    body = "".join(
        f'<tr><th scope="row">{escape(row.head)}</th>'
        + "".join(f"<td>{escape(cell.figure.text)}</td>" for cell in row.cells[1:])
        + "</tr>"
        for row in data.rows
    )
    caption = f"<caption>{escape(title)}</caption>" if title else ""
    return f"{lead}<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def transcribe_as_prose(title: str, data: Table, unit: str = "") -> str:
    """The same to be edited by hand, without the table that an editor of rich text cannot hold."""
    series = data.columns[1:]
    if len(series) <= 1 or not data.rows:
        return transcribe(title, data, unit)
    lines = "".join(
        f"<li>{escape(row.head)} : "
        + " ; ".join(
            f"{escape(column.heading or NAMELESS)}, {escape(cell.figure.text)}"
            for column, cell in zip(series, row.cells[1:], strict=False)
        )
        + "</li>"
        for row in data
    )
    return f"{opening_sentence(title, data, unit)}<ul>{lines}</ul>"


def opening_sentence(title: str, data: Table, unit: str) -> str:
    """The sentence that says how much is shown."""
    count, series = len(data.rows), len(data.columns[1:])
    subject = f"« {escape(title)} »" if title else "Ce graphique"
    shows = "1 valeur" if count == 1 else f"{count} valeurs"
    if series > 1:
        shows = f"{series} séries sur {count} catégorie{'s' if count > 1 else ''}"
    counted = f" ({escape(unit)})" if unit else ""
    return f"<p>{subject} présente {shows}{counted} :</p>"
