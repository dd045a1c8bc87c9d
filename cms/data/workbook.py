"""Writes the figures of a report as an OpenDocument workbook.

One sheet has all figures, and each table and chart has a sheet of its own.
"""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from odfdo import Document, Style

from cms.data.blocks import PRECISION, ROWS, describe_fact, join_words, read_note
from cms.data.columns import COLUMNS, FORMAT_VERSION
from cms.data.figures import iterate_rows, title_block
from cms.data.lookup import Edition
from cms.data.metadata import describe_edition
from cms.data.number_styles import list_styles, read_quantity
from cms.data.sheets import COLUMN, HEAD, Sheet, Value, build_table, name_sheets
from cms.frontend.api_client import Visit
from cms.frontend.tables import has_staff

README, FIGURES = "Lisez-moi", "Chiffres"
EARLIEST_ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the oldest date that an archive may give its files
PLAIN = ("EXACT", "CHANGE")  # qualifiers that a number says by itself


def write_workbook(visit: Visit, edition: Edition) -> bytes:
    """Return the workbook of a report; the same report always gives the same bytes."""
    about = describe_edition(visit, edition)
    sheets = list(iterate_sheets(about, edition))
    document = Document("ods")
    document.body.clear()
    for style in (
        Style("table-cell", name=HEAD, area="text", bold=True),
        Style("table-column", name=COLUMN, width="4.5cm"),
    ):
        document.insert_style(style, automatic=True)
    styles = document.content.get_element("//office:automatic-styles")
    assert styles
    for number_style in list_styles(row for sheet in sheets for row in sheet.rows):
        for element in number_style.build():
            styles.append(element)
    for sheet, name in zip(sheets, name_sheets(each.name for each in sheets), strict=True):
        document.body.append(build_table(sheet, name))
    document.language = edition.report["language"]
    document.meta.title = about["titre"]
    document.meta.creator = about["editeur"]
    if about["publie_le"]:
        document.meta.creation_date = datetime.fromisoformat(about["publie_le"])
    file = io.BytesIO()
    document.save(file)
    return date_alike(file)


def date_alike(file: io.BytesIO) -> bytes:
    """Return the archive with one fixed date for all its files, so that its bytes do not vary."""
    dated = io.BytesIO()
    with zipfile.ZipFile(file) as given, zipfile.ZipFile(dated, "w") as made:
        for entry in given.infolist():
            alike = zipfile.ZipInfo(entry.filename, EARLIEST_ZIP_TIME)
            made.writestr(alike, given.read(entry), entry.compress_type)
    return dated.getvalue()


def iterate_sheets(about: dict[str, Any], edition: Edition) -> Iterator[Sheet]:
    """Yield the explanations, all figures, and each table and chart in reading order."""
    yield Sheet(README, ("Chiffres du bilan", about["titre"]), list_explanations(about))
    yield Sheet(
        FIGURES,
        [column.name for column in COLUMNS],
        list(iterate_figures(edition)),
    )
    section = edition.report["heroTitle"]
    for block in edition.report["body"]:
        if block["__typename"] == "HeadingBlock":
            section = block["title"]
        name = title_block(block) or section
        rows = block.get(ROWS.get(block["__typename"], ""))
        if rows:
            head = [column["heading"] for column in block["columns"]]
            cells = [[row["name"], *map(read_cell, row["cells"])] for row in rows]
            if any(notes := [read_note(row) for row in rows]):
                head.append(PRECISION)
                cells = [[*row, note] for row, note in zip(cells, notes, strict=True)]
            yield Sheet(name, head, cells)
        elif block["__typename"] == "BudgetBlock":
            yield read_budget(block, name)


def read_budget(block: dict[str, Any], name: str) -> Sheet:
    head = [block["titleHeading"] or "Poste", block["amountHeading"] or "Montant"]
    names = ["amount"]
    if has_staff(block):
        head.append("Effectif")
        names.append("staff")
    rows = [
        [line["title"], *(read_fact(line[name]) for name in names), line["detail"]]
        for line in block["budgetLines"]
    ]
    return Sheet(name, [*head, PRECISION], rows)


def list_explanations(about: dict[str, Any]) -> list[tuple[Value, ...]]:
    licence = about["licence"] or {"nom": None, "adresse": None}
    return [
        ("Bilan", about["bilan"]),
        ("Version", about["version"]),
        ("Publié le", about["publie_le"]),
        ("Adresse", about["adresse"]),
        ("Éditeur", about["editeur"]),
        ("Licence", licence["nom"]),
        ("Texte de la licence", licence["adresse"]),
        ("Format des colonnes", FORMAT_VERSION),
        (),
        (f"Colonnes de la feuille « {FIGURES} »",),
        *((column.name, column.description) for column in COLUMNS),
    ]


def iterate_figures(edition: Edition) -> Iterator[list[Value]]:
    numbers = {column.name for column in COLUMNS if column.is_number}
    for row in iterate_rows(edition):
        yield [
            Decimal(value) if name in numbers and value is not None else value
            for name, value in row.items()
        ]


def read_cell(cell: dict[str, Any]) -> Value:
    return read_figure(cell["figure"], cell["text"])


def read_fact(fact: dict[str, Any]) -> Value:
    figure = fact["figure"]
    if describe_fact(fact):
        return join_words((fact["before"], figure["text"], fact["after"]))
    return read_figure(figure, figure["text"])


def read_figure(figure: dict[str, Any], text: str) -> Value:
    """Return a figure as a number if that expresses it completely, else as printed."""
    if figure["value"] is None or figure["valueTo"] or figure["qualifier"] not in PLAIN:
        return text
    return read_quantity(figure)
