"""Indexes the places of a document that an address can name: everything visible, and its parts."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from reports.core.document import Document
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.pointer import Pointer
from reports.core.document.table import Cell, Row, Table
from reports.core.document.traversal import (
    Visit,
    visit_blocks,
    visit_nodes,
    visit_parts,
    visit_table,
)
from reports.core.document.visible_text import iterate_node_texts, iterate_part_texts
from reports.core.figures import Figure

READ = {
    *(Role.TEXT, Role.RICH_TEXT, Role.FIGURE, Role.TABLE, Role.NODE, Role.NODES),
    *(Role.COLUMN, Role.ROW_HEAD, Role.CELL),
}
"""The roles of what a reader reads. Keys of records, settings and links have no address."""
ROW = Part(Role.NODE, "Ligne")
BREAKS = re.compile(r"[ \t\n\r\f\v]+")


class Label(str):
    """A label of the interface in a list of printed names: unlike those, it is translated."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A value of a document with its pointer, and the names and paths of what contains it."""

    pointer: Pointer
    visit: Visit
    names: tuple[str, ...] = ()
    """What the items and the row are called that it stands in, from the outside in."""
    wholes: tuple[str, ...] = ()
    """The paths of what it is a part of: its block first, the nearest last."""

    @property
    def role(self) -> Role:
        return self.visit.part.role

    @property
    def is_whole(self) -> bool:
        """Whether it is a block, an item or a row, not one part of it."""
        return isinstance(self.visit.value, Node | Row) and not self.pointer.part

    @property
    def holds_others(self) -> bool:
        """Whether other places are parts of it."""
        return self.role in (Role.TABLE, Role.NODE, Role.NODES)

    @property
    def is_filled(self) -> bool:
        """Whether it holds no others and says something."""
        return not self.holds_others and bool(self.text)

    @property
    def names_its_node(self) -> bool:
        """Whether it is the part that its block or item is first called after."""
        return self.visit.node.named_by[:1] == (self.visit.name,)

    @property
    def column_heading(self) -> str:
        """The head of the column of a cell; empty elsewhere."""
        columns = self.visit.table.columns if self.visit.table else ()
        return next((each.heading for each in columns if self.pointer.part == (each.id,)), "")

    @property
    def figure(self) -> Figure | None:
        """The figure that stands there; None for words and for wholes."""
        match self.role:
            case Role.FIGURE:
                return self.visit.value
            case Role.CELL:
                return self.visit.value.figure
        return None

    @property
    def text(self) -> str:
        """What a reader reads there, on one line, with the spaces that hold figures together."""
        texts = iterate_texts(self.visit.part, self.visit.value)
        return BREAKS.sub(" ", " ".join(filter(None, texts))).strip()


def iterate_texts(part: Part, value: Any) -> Iterator[str]:
    match value:
        case Node():
            yield from iterate_node_texts(value)
        case Row():
            yield value.head
            yield from (show_figure(cell.figure) for cell in value.cells[1:])
        case Cell() if part.role is Role.CELL:
            yield show_figure(value.figure)
        case Cell():
            yield value.raw
        case Figure():
            yield show_figure(value)
        case _ if part.role is Role.COLUMN:
            yield value
        case _:
            yield from iterate_part_texts(part, value)


@dataclass(frozen=True)
class Places:
    """The parts of a document that an address can name, by path, in document order."""

    by_path: dict[str, list[Place]]
    """Two places have one path only where ids are missing or were stored twice."""
    children: dict[str, list[Place]]
    """The places that stand nearest in another, by the path of that."""
    nodes: dict[str, str]
    """The paths of nodes that are a part of another, by their ids: `…-growth`."""

    def __iter__(self) -> Iterator[Place]:
        return chain.from_iterable(self.by_path.values())

    @cached_property
    def by_item(self) -> dict[tuple[str, Role], list[Place]]:
        """The figures and cells of each item and row, by its id and their role."""
        found: defaultdict[tuple[str, Role], list[Place]] = defaultdict(list)
        for place in self:
            if place.pointer.item and place.role in (Role.FIGURE, Role.CELL):
                found[place.pointer.item, place.role].append(place)
        return dict(found)

    def list_below(self, item: str, role: Role) -> list[Place]:
        """Return the figures or the cells of an item or a row."""
        return self.by_item.get((item, role), [])

    def has_several(self, path: str) -> bool:
        return len(self.by_path.get(path, ())) > 1

    def find(self, path: str) -> Place | None:
        """Return the one place at a path; None where there is none, or more than one.

        The path may begin with the id of a node that is a part of another.
        """
        id, slash, rest = path.partition("/")
        found = self.by_path.get(path) or self.by_path.get(f"{self.nodes.get(id, id)}{slash}{rest}")
        return found[0] if found and len(found) == 1 else None


def index_places(document: Document) -> Places:
    """Return the places of a document, for `Document.derive`."""
    by_path: defaultdict[str, list[Place]] = defaultdict(list)
    children: defaultdict[str, list[Place]] = defaultdict(list)
    nodes: dict[str, str] = {}
    for block in visit_blocks(document):
        for place in iterate_places(block):
            if place.role in READ:
                by_path[place.pointer.path].append(place)
                children[place.wholes[-1] if place.wholes else ""].append(place)
            if place.role is Role.NODE and isinstance(place.visit.value, Node):
                nodes.setdefault(place.visit.value.id, place.pointer.path)
    return Places(dict(by_path), dict(children), nodes)


def iterate_places(
    above: Visit, names: tuple[str, ...] = (), wholes: tuple[str, ...] = ()
) -> Iterator[Place]:
    """Yield a node as a whole, then its parts; what holds others comes before them."""
    yield Place(Pointer.to_visit(above), above, names, wholes)
    yield from iterate_parts(above, names, (*wholes, above.path))


def iterate_parts(above: Visit, names: tuple[str, ...], wholes: tuple[str, ...]) -> Iterator[Place]:
    for here in visit_parts(above):
        place = Place(Pointer.to_visit(here), here, names, wholes)
        yield place
        match here.part.role:
            case Role.NODE:
                (node,) = visit_nodes(here)
                named = (*names, Label(here.part.label), *name_item(node.node))
                yield from iterate_parts(node, named, (*wholes, here.path))
            case Role.NODES:
                for node in visit_nodes(here):
                    named = (*names, *name_item(node.value))
                    yield from iterate_places(node, named, (*wholes, here.path))
            case Role.TABLE:
                yield from iterate_table(here, names, (*wholes, here.path))


def iterate_table(above: Visit, names: tuple[str, ...], wholes: tuple[str, ...]) -> Iterator[Place]:
    """Yield the headings of a table, then each row as a whole before what is in it."""
    table: Table = above.value
    begun = set()
    for here in visit_table(above):
        row = here.row
        if row is None:
            yield Place(Pointer.to_visit(here), here, names, wholes)
            continue
        named = (*names, *filter(None, (" ".join(row.head.split()),)))
        if id(row) not in begun:
            begun.add(id(row))
            whole = here._replace(part=ROW, name="", value=row, path=row.id, table=table)
            yield Place(Pointer.to_visit(whole), whole, named, wholes)
        yield Place(Pointer.to_visit(here), here, named, (*wholes, row.id))


def show_figure(figure: Figure) -> str:
    """Return a figure as readers see it, or the words in its place."""
    return figure.text or figure.raw


def name_item(item: Node) -> Iterator[str]:
    """Yield what an item is called, if it is: a fact by the words around its figure."""
    if name := " ".join(item.display_name.split()):
        yield name
