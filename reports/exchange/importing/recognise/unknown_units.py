"""Warns of table cells with physical units, which stay text: « 38 tonnes », « 3,1 m³ »."""

import re
from collections.abc import Sequence

from reports.content.tables import Cell, Table
from reports.core.figures import State, parse
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.recognise.captions import TABLES

MEASURE = re.compile(
    r"(?:[<>~≈+−-]\s?)?\d[\d\s.,]*?\s?(?:t|tonnes?|tons?|kg|g|mg|µg|km[²2]?|m[²2³3]?|cm|mm|ha|hectares?|acres?"
    r"|miles?|[kMGT]?Wh|[kMG]W|[kM]?[lL]|hl|litres?|liters?|tCO2e?|t\s?CO2e?|teqCO2|gallons?)"
    r"(?:\s?(?:/|par|per|a)\s?[\w²³]{1,12})?"
)
MAX_EXAMPLES = 3


def note_unknown_units(drafts: Sequence[Draft]) -> list[Notice]:
    """Return one notice for all table cells with a unit that figures do not have."""
    found = [
        (draft.line, cell.raw.strip())
        for draft in drafts
        if draft.kind in TABLES and not draft.is_commented
        for cell in list_cells(draft.value["table"])
        if MEASURE.fullmatch(cell.raw.strip()) and parse(cell.raw).state is State.TEXT
    ]
    if not found:
        return []
    examples = list(dict.fromkeys(f"« {words} »" for _, words in found))
    more = "…" if examples[MAX_EXAMPLES:] else ""
    count = f"{len(found)} cellules ont" if found[1:] else "une cellule a"
    message = (
        f"{count} une unité que Bilan garde comme du texte "
        f"({', '.join(examples[:MAX_EXAMPLES])}{more}) : "
        "dans la tête de la colonne ou le nom de la ligne, elle laisse lire les nombres."
    )
    return [Notice(found[0][0], message)]


def list_cells(table: Table) -> list[Cell]:
    return [cell for row in table.rows for cell in row.cells[1:]]
