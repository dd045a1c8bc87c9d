"""Parses the request of the editor's browser for a preview of the chart that is being typed."""

import json
from dataclasses import dataclass
from typing import Any, Self

from reports.content.tables import Table

MAX_BODY_BYTES = 400_000  # bytes of a request
MAX_CELLS = 400
MAX_CELL_CHARACTERS = 300
MAX_FIELD_CHARACTERS = {"title": 500, "kind": 20, "unit": 200, "basis": 60, "words": 50_000}


class RequestRefused(Exception):
    """Raised for a request that is not processed; the message gives the reason in French."""


@dataclass(frozen=True)
class ChartRequest:
    """A chart as the form has it. `words` is the plain text of its transcription."""

    title: str
    kind: str
    unit: str
    basis: str
    words: str
    data: Table
    written_for: Table

    @classmethod
    def from_body(cls, body: bytes) -> Self:
        """Raises `RequestRefused`."""
        if len(body) > MAX_BODY_BYTES:
            raise RequestRefused("Ce graphique est trop long pour un aperçu.")
        try:
            given = json.loads(body)
            texts = {name: given[name] for name in MAX_FIELD_CHARACTERS}
            data, written_for = parse_table(given["data"]), parse_table(given["written_for"])
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise RequestRefused("Le graphique n’a pas pu être lu : rechargez la page.") from None
        for name, text in texts.items():
            if not isinstance(text, str):
                raise RequestRefused("Le graphique n’a pas pu être lu : rechargez la page.")
            if len(text) > MAX_FIELD_CHARACTERS[name]:
                raise RequestRefused(
                    f"Un texte est trop long : {MAX_FIELD_CHARACTERS[name]} signes au plus."
                )
        return cls(**texts, data=data, written_for=written_for)


def parse_table(given: Any) -> Table:
    """Read a table in JSON; raise `RequestRefused` where it is too large to be drawn at once."""
    table = Table.from_stored(json.loads(given) if given else None)
    cells = [cell for row in table for cell in row.cells]
    if len(cells) > MAX_CELLS or len(table.columns) > MAX_CELLS:
        raise RequestRefused(
            f"Trop de cellules pour un aperçu ({len(cells)}, pour {MAX_CELLS} au plus) : "
            "le graphique sera dessiné à la publication."
        )
    texts = [column.heading for column in table.columns]
    texts += [text for cell in cells for text in (cell.raw, cell.read_as or "")]
    if any(len(text) > MAX_CELL_CHARACTERS for text in texts):
        raise RequestRefused(f"Une cellule est trop longue : {MAX_CELL_CHARACTERS} signes au plus.")
    return table
