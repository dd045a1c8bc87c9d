"""Lists the texts, figures, links, records and ticks that a reader sees in blocks.

`losses` and `gains` compare these lists before and after a conversion.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reports.core.document.body import Document
from reports.core.document.facts import LEADING
from reports.core.document.part import Role
from reports.core.document.traversal import COLUMN, Visit, visit_document
from reports.core.figures import Figure

LINE = ("lead", "before", "figure", "after")


@dataclass(frozen=True)
class Leaf:
    """A text that readers see, with its path and the French name of its place."""

    path: str
    place: str
    text: str


def iterate_figures(document: Document) -> Iterator[Figure]:
    """Yield the figures that are numbers, those of cells as the heads around them mean them."""
    for visit in visit_document(document):
        figure = visit.value if visit.part.role is Role.FIGURE else None
        if visit.part.role is Role.CELL:
            figure = visit.value.figure
        if figure is not None and figure.is_number:
            yield figure


def iterate_leaves(document: Document) -> Iterator[Leaf]:
    """Yield the texts of a document that a reader reads, one for each part, column and cell."""
    for visit in visit_document(document):
        text = read_text(visit)
        if text.strip():
            yield Leaf(visit.path, name_place(visit), text)


def read_text(visit: Visit) -> str:
    """Return what a part says; a heading above a part that is empty is not printed."""
    headed = [name for name, part in visit.node.parts.items() if part.heading == visit.name]
    if visit.row is None and headed and not any(getattr(visit.node, name) for name in headed):
        return ""
    match visit.part.role:
        case Role.TEXT | Role.COLUMN:
            return str(visit.value)
        case Role.RICH_TEXT:
            return visit.value.plain
        case Role.FIGURE | Role.CELL | Role.ROW_HEAD:
            return visit.value.raw
    return ""


def name_place(visit: Visit) -> str:
    """Return what editors call the part: « Colonne « Évolution » », « Effectif », « Faits »."""
    if visit.part is COLUMN:
        return "Têtes de colonnes"
    if visit.part.role is Role.ROW_HEAD:
        return "Têtes de lignes"
    labels = [label for label in visit.trail if not label[:1].isdigit()]
    if visit.part.role is Role.CELL:
        heading = find_heading(visit)
        return f"Colonne « {heading} »" if heading else "Colonne sans tête"
    if visit.row is not None:
        return f"{visit.part.label}s des lignes"
    is_of_line = visit.name in LINE and len(visit.node.line_parts) > 1
    return labels[-2] if is_of_line and len(labels) > 1 else visit.part.label


def find_heading(visit: Visit) -> str:
    """Return the head of the column of a cell."""
    columns = visit.table.columns if visit.table else ()
    id = visit.path.rpartition("/")[2]
    return next((column.heading for column in columns if column.id == id), "")


def iterate_links(document: Document) -> Iterator[str]:
    for visit in visit_document(document):
        match visit.part.role:
            case Role.ADDRESS if visit.value:
                yield visit.value
            case Role.RICH_TEXT:
                yield from (link.url or f"{link.kind} {link.row}" for link in visit.value.links)
            case Role.CELL | Role.ROW_HEAD if visit.value.url:
                yield visit.value.url


def count_references(document: Document) -> Counter[tuple[str, object]]:
    return Counter(
        (visit.part.refers_to, visit.value)
        for visit in visit_document(document)
        if visit.part.role is Role.REFERENCE and visit.value
    )


def count_leading(document: Document) -> int:
    """Return how many facts, cards and rows are among what sums up the report."""
    count = 0
    for visit in visit_document(document):
        if visit.part.role is Role.ROW_HEAD and visit.row is not None:
            count += visit.row.leading
        elif visit.part.role is Role.SETTING and visit.part.label == LEADING:
            count += bool(visit.value)
    return count
