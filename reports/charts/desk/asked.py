"""What an editor's browser asks about a chart that is being typed."""

import json
from dataclasses import dataclass
from typing import Any, Self

from reports.tables import Table

BODY = 400_000  # bytes of a request
CELLS = 400
CELL, TITLE, UNIT, WORDS = 300, 500, 200, 50_000  # characters
LONGEST = {"title": TITLE, "kind": 20, "unit": UNIT, "basis": 60, "words": WORDS}


class Refused(Exception):
    """It is not looked at. Says why, in French."""


@dataclass(frozen=True)
class Asked:
    """A chart as the form has it. `words` are the plain text of its transcription."""

    title: str
    kind: str
    unit: str
    basis: str
    words: str
    data: Table
    written_for: Table

    @classmethod
    def of(cls, body: bytes) -> Self:
        """Raises `Refused`."""
        if len(body) > BODY:
            raise Refused("Ce graphique est trop long pour un aperçu.")
        try:
            given = json.loads(body)
            texts = {name: given[name] for name in LONGEST}
            data, written_for = table(given["data"]), table(given["written_for"])
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise Refused("Le graphique n’a pas pu être lu : rechargez la page.") from None
        for name, text in texts.items():
            if not isinstance(text, str):
                raise Refused("Le graphique n’a pas pu être lu : rechargez la page.")
            if len(text) > LONGEST[name]:
                raise Refused(f"Un texte est trop long : {LONGEST[name]} signes au plus.")
        return cls(**texts, data=data, written_for=written_for)


def table(given: Any) -> Table:
    """A table in JSON. Raises `Refused` where it is too large to be drawn while one types."""
    found = Table.from_stored(json.loads(given) if given else None)
    cells = [cell for row in found for cell in row.cells]
    if len(cells) > CELLS or len(found.columns) > CELLS:
        raise Refused(
            f"Trop de cellules pour un aperçu ({len(cells)}, pour {CELLS} au plus) : "
            "le graphique sera dessiné à la publication."
        )
    texts = [column.heading for column in found.columns]
    texts += [text for cell in cells for text in (cell.raw, cell.read_as or "")]
    if any(len(text) > CELL for text in texts):
        raise Refused(f"Une cellule est trop longue : {CELL} signes au plus.")
    return found
