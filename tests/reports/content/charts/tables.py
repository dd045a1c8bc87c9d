"""Tables to draw."""

from reports.content.tables import Cell, Column, Row, Table

SERVICE = "Institut national de l’information géographique et forestière"


def table(headings: list[str], *rows: list[str]) -> Table:
    """A table whose first column names its rows."""
    return Table(
        tuple(Column(heading) for heading in headings),
        tuple(Row(tuple(Cell(cell) for cell in row)) for row in rows),
    )


def one(*values: str) -> Table:
    """One series, its categories called A, B…"""
    return table(["", "Services"], *([chr(65 + n), value] for n, value in enumerate(values)))


THREE = table(
    ["", "Résultats 2022", "Objectifs 2023", "Résultats 2023"],
    ["Lancés", "7", "8", "11"],
    ["Pérennisés", "12", "N/A", "14"],
)
