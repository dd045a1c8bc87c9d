"""Visits every value of a document from top to bottom, with its part, path and place in words."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from reports.core.document.block import Block
from reports.core.document.body import Document
from reports.core.document.node import Node
from reports.core.document.outline import Section, number_headings
from reports.core.document.part import Part, Role
from reports.core.document.rich_text import RichText
from reports.core.document.table import Row, Table

MAX_NAME_CHARACTERS = 60  # characters of an item's name


class Visit(NamedTuple):  # a check makes thousands: a quarter of a dataclass's time
    """One value of a document, and where it is.

    `path` begins with the nearest id above and goes on with names, so it stays valid when blocks,
    items and rows are moved. `trail` is the place in words, as labels that editors know.
    """

    block: Block
    rank: int
    """The place of the block in the document, from 0."""
    section: Section | None
    node: Node
    """The node that the value is a part of; of a cell, the one that has the table."""
    part: Part
    name: str
    """The name of the part."""
    value: Any
    path: str
    trail: tuple[str, ...]
    table: Table | None = None
    row: Row | None = None
    item: str = ""
    """The id of the nearest item of a list, empty where there is none."""
    item_name: str = ""
    """The name of the item that the value is, which its label in `trail` may cut short."""

    @property
    def place(self) -> str:
        """The place in words: « 4.1 En janvier 2025 › Chiffres clés › 2 »."""
        title = self.section.title if self.section else ""
        return " › ".join(filter(None, (title, *self.trail)))


def visit_document(document: Document) -> Iterator[Visit]:
    """Yield every value of a document in the order in which its parts are declared.

    A list or a table is yielded before what is in it.
    """
    for block in visit_blocks(document):
        yield from visit_below(block)


def visit_below(above: Visit) -> Iterator[Visit]:
    """Yield the values of a node and those below it."""
    for here in visit_parts(above):
        yield here
        match here.part.role:
            case Role.NODE | Role.NODES:
                for node in visit_nodes(here):
                    yield from visit_below(node)
            case Role.TABLE:
                yield from visit_table(here)


def visit_blocks(document: Document) -> Iterator[Visit]:
    """Yield the blocks of a document as wholes: their values are themselves."""
    for rank, (block, section) in enumerate(number_headings(document.blocks)):
        part = Part(Role.NODE, block.label)
        yield Visit(block, rank, section, block, part, "", block, block.id, (block.label,))


def visit_parts(above: Visit) -> Iterator[Visit]:
    """Yield the values of a node alone."""
    for name, part in above.node.parts.items():
        yield above._replace(
            part=part,
            name=name,
            value=getattr(above.node, name),
            path=f"{above.path}/{name}",
            trail=extend_trail(above.trail, part.label),
            item_name="",
        )


def visit_nodes(above: Visit) -> Iterator[Visit]:
    """Yield, as wholes, the node or the items that a value is."""
    if above.part.role is Role.NODE:
        yield above._replace(node=above.value)
        return
    for number, item in enumerate(above.value, 1):
        name = "" if item.line_parts else item.display_name  # words around a figure are no name
        yield above._replace(
            node=item,
            value=item,
            path=item.id or f"{above.path}/{number}",
            trail=(*above.trail, label_item(number, name)),
            item=item.id or above.item,
            item_name=name,
        )


def label_item(number: int, name: str) -> str:
    """Return an item's number, with its name where it has one: « 7 Mano »."""
    if len(name) > MAX_NAME_CHARACTERS:
        name = f"{name[: MAX_NAME_CHARACTERS - 1].rstrip()}…"
    return f"{number} {name}".rstrip()


def visit_table(above: Visit) -> Iterator[Visit]:
    """Yield the headings of a table, then each row: its head with what belongs to it, its cells."""
    table: Table = above.value
    above = above._replace(table=table)
    for column in table.columns:
        yield above._replace(
            part=COLUMN, name="heading", value=column.heading, path=f"{column.id}/heading"
        )
    for row in table.rows:
        here = above._replace(row=row, path=row.id, trail=(*above.trail, row.head))
        yield from visit_row(here, row, table)


def visit_row(above: Visit, row: Row, table: Table) -> Iterator[Visit]:
    for rank, cell in enumerate(row.cells):
        heading = table.columns[rank].heading if rank < len(table.columns) else ""
        id = table.columns[rank].id if rank < len(table.columns) else str(rank)
        yield above._replace(
            part=CELL if rank else ROW_HEAD,
            name="cell",
            value=cell,
            path=f"{row.id}/{id}",
            trail=extend_trail(above.trail, heading) if rank else above.trail,
        )
        if rank == 0:
            yield from visit_row_head(above, row, above.part.refers_to)
    if not row.cells:
        yield from visit_row_head(above, row, above.part.refers_to)


def visit_row_head(above: Visit, row: Row, refers_to: str) -> Iterator[Visit]:
    """Yield what belongs to the head of a row: its note, its link and its record."""
    reference = replace(REFERENCE, refers_to=refers_to)
    for part, name, value in (
        (NOTE, "note", RichText(row.note)),
        (ADDRESS, "url", row.url),
        (reference, "ref", row.ref or None),
    ):
        yield above._replace(part=part, name=name, value=value, path=f"{row.id}/{name}")


COLUMN = Part(Role.COLUMN, "Colonne")
ROW_HEAD = Part(Role.ROW_HEAD, "Tête de ligne")
CELL = Part(Role.CELL, "Cellule")
NOTE = Part(Role.RICH_TEXT, "Précision")
ADDRESS = Part(Role.ADDRESS, "Lien")
REFERENCE = Part(Role.REFERENCE, "Fiche")


def extend_trail(trail: tuple[str, ...], label: str) -> tuple[str, ...]:
    """Return a trail that is one label longer: « Cartes › 2 », not « Cartes › Cartes › 2 »."""
    return trail if label in ("", trail[-1]) else (*trail, label)
