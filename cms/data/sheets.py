"""Builds the sheets of an OpenDocument workbook; numbers are stored as numbers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from odfdo import Element

from cms.data.number_styles import Quantity

Value = str | int | Decimal | Quantity | None
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML has no way to write them
REFUSED = re.compile(r"[\[\]*?:/\\\s]+")  # in the name of a sheet
MAX_NAME_CHARACTERS = 31  # characters that spreadsheets accept
HEAD, COLUMN = "tete", "colonne"  # the styles of the first row and of columns


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook: its name, column headings and rows."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Value]]


def build_table(sheet: Sheet, name: str) -> Element:
    """Return a sheet as an element.

    odfdo parses it from one text, because building it cell by cell takes two seconds for a report.
    """
    head = "".join(write_cell(text, HEAD) for text in sheet.head)
    rows = "".join(f"{ROW}{''.join(map(write_cell, row))}{ROW_END}" for row in sheet.rows)
    return Element.from_tag(
        f"<table:table table:name={quoteattr(name)}>"
        f'<table:table-column table:style-name="{COLUMN}"'
        f' table:number-columns-repeated="{len(sheet.head)}"/>'
        f"<table:table-header-rows>{ROW}{head}{ROW_END}</table:table-header-rows>"
        f"{rows}</table:table>"
    )


ROW, ROW_END = "<table:table-row>", "</table:table-row>"


def write_cell(value: Value, style: str = "") -> str:
    """Return a cell: numbers are exact, and text is never a formula."""
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, Quantity):
        return write_cell(value.value, value.style.name)
    named = f' table:style-name="{style}"' if style else ""
    if isinstance(value, str):
        lines = escape(CONTROLS.sub("", value)).split("\n")
        text = "".join(f"<text:p>{line}</text:p>" for line in lines)
        return f'<table:table-cell office:value-type="string"{named}>{text}</table:table-cell>'
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}"{named}>'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def name_sheets(titles: Iterable[str]) -> list[str]:
    """Return a name for each title: clean, short, and unlike the others, whatever their case."""
    names: list[str] = []
    taken: set[str] = set()
    for title in titles:
        clean = REFUSED.sub(" ", CONTROLS.sub("", title)).strip(" '") or "Tableau"
        name, rank = shorten(clean), 1
        while name.lower() in taken:
            rank += 1
            name = shorten(clean, f" ({rank})")
        names.append(name)
        taken.add(name.lower())
    return names


def shorten(title: str, ending: str = "") -> str:
    """Return the beginning of a title and an ending, no longer than a name may be."""
    room = MAX_NAME_CHARACTERS - len(ending)
    short = title if len(title) <= room else f"{title[: room - 1].rstrip(' ')}…"
    return f"{short}{ending}"
