"""Lists the figures of a document with their places, to compare versions for corrections."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reports.core.document import Document
from reports.core.document.part import Role
from reports.core.document.pointer import Pointer
from reports.core.document.table import Row, Table
from reports.core.document.traversal import Visit, visit_document
from reports.core.figures import Figure, compose


@dataclass(frozen=True)
class PlacedFigure:
    """One figure as readers see it, and its place by ids and in words."""

    pointer: Pointer
    section: str
    block_name: str
    row: str
    """The id of the row, of the item of a list or of the fact within it."""
    item: str
    """The id of the row or of the item as a whole; empty where there is none."""
    row_name: str
    """The head of a row; of a fact, the words around its figure."""
    column: str
    """The id of the column of a cell; empty for a fact."""
    column_name: str
    text: str
    """The figure as readers see it; empty where there is none, or the words in its place."""
    reading: str
    """How its number is read, composed of its parts; empty without a number."""
    is_figure: bool
    """False for words in a cell: they matter where a number was, or comes."""

    @property
    def path(self) -> str:
        """What it is found again by: it holds while blocks, items and rows are moved."""
        return self.pointer.path

    @property
    def block(self) -> str:
        return self.pointer.block

    @property
    def block_place(self) -> str:
        """The section and the block: « 4.1 En janvier › Chiffres clés »."""
        return " › ".join(filter(None, (self.section, self.block_name)))

    @property
    def place(self) -> str:
        """The place in words, which the next import of the same report has too."""
        return " › ".join(filter(None, (self.block_place, self.row_name, self.column_name)))


def list_figures(document: Document) -> list[PlacedFigure]:
    """Return the figures of a document in its order, and the cells where one could stand."""
    return list(iterate_figures(document))


def iterate_figures(document: Document) -> Iterator[PlacedFigure]:
    for visit in visit_document(document):
        if visit.part.role is Role.FIGURE:
            yield describe_fact(visit)
        elif visit.part.role is Role.CELL and visit.row and visit.table:
            yield describe_cell(visit, visit.row, visit.table)


def describe_fact(visit: Visit) -> PlacedFigure:
    """Return the figure of a fact, which has its words around it."""
    node = visit.node
    around = [getattr(node, name) for name in node.line_parts if name != visit.name]
    return PlacedFigure(
        **describe_place(visit),
        row=node.id,
        item=visit.item,
        row_name=" ".join(" ".join(around).split()),
        column="",
        column_name="",
        text=show_figure(visit.value),
        reading=describe_reading(visit.value),
        is_figure=bool(show_figure(visit.value)),
    )


def describe_cell(visit: Visit, row: Row, table: Table) -> PlacedFigure:
    """Return what a cell of a table says."""
    figure: Figure = visit.value.figure
    column = "/".join(Pointer.to_visit(visit).part)
    headings = {each.id: each.heading for each in table.columns}
    return PlacedFigure(
        **describe_place(visit),
        row=row.id,
        item=row.id,
        row_name=row.head,
        column=column,
        column_name=headings.get(column, ""),
        text=show_figure(figure),
        reading=describe_reading(figure),
        is_figure=figure.is_number,
    )


def describe_place(visit: Visit) -> dict[str, Any]:
    name = " ".join(visit.block.display_name.split())
    return {
        "pointer": Pointer.to_visit(visit),
        "section": visit.section.title if visit.section else "",
        "block_name": f"{visit.block.label} « {name} »" if name else visit.block.label,
    }


def describe_reading(figure: Figure) -> str:
    """Return how the number of a figure is read; nothing for words."""
    return compose(figure) if figure.is_number else ""


def show_figure(figure: Figure) -> str:
    """Return a figure as readers see it, composed as versions are stored."""
    text = figure.text if figure.is_number else " ".join(figure.raw.split())
    return unicodedata.normalize("NFC", text)
