"""Visits a document once, from top to bottom, and sorts its content into a `Reading`."""

from functools import singledispatch

from reports.core.document import Document
from reports.core.document.figure_blocks import Chart, DataTable, FundingTable, IndicatorTable
from reports.core.document.node import Node
from reports.core.document.part import Role
from reports.core.document.printed_reference import PrintedReference, find_reference
from reports.core.document.rich_text import RichText
from reports.core.document.service_blocks import ComparisonCard, ImpactCard, PrintedService
from reports.core.document.text_blocks import Heading, Link
from reports.core.document.traversal import Visit, visit_blocks, visit_nodes, visit_parts
from reports.core.document.value import PublicId
from reports.core.reading import Reading, parts
from reports.core.reading.cards import collect_awarded_services, collect_card, collect_service
from reports.core.reading.facts import collect_fact
from reports.core.reading.place import Place, place_of
from reports.core.text.anchors import normalize_anchor
from reports.core.text.rich_text import put_notes_below


def read_document(year: int, document: Document, path: str = "") -> Reading:
    """Read the report of a year that the public finds at `path`."""
    reading = Reading(year, path, document)
    for visit in visit_blocks(document):
        block = visit.block
        place = place_of(visit, trail=())
        reading.blocks.append(parts.Block(place, block.block_type, block))
        collect_node(block, visit, reading)
    return reading


@singledispatch
def collect_node(node: Node, visit: Visit, reading: Reading) -> None:
    """Sort a node that is nothing but its parts. Others are registered below."""
    collect_parts(visit, reading)


def collect_parts(visit: Visit, reading: Reading) -> None:
    """Sort the parts of a node and what is below them; those of its line are one fact."""
    place = place_of(visit)
    reading.nodes.append((place, visit.node))
    collect_reference(visit, reading)
    if visit.node.line_parts:
        collect_fact(visit.node, place, reading)
    for below in visit_parts(visit):
        if below.name not in visit.node.line_parts:
            collect_part(below, reading)


def collect_part(visit: Visit, reading: Reading) -> None:
    match visit.part.role:
        case Role.TEXT if visit.value:
            reading.texts.append(parts.Text(place_of(visit), visit.name, visit.value))
        case Role.RICH_TEXT:
            collect_rich_text(visit.value, place_of(visit), visit.name, reading)
        case Role.TABLE:
            collect_table(visit, reading)
        case Role.NODE | Role.NODES:
            for below in visit_nodes(visit):
                collect_node(below.node, below, reading)


def collect_rich_text(text: RichText, place: Place, role: str, reading: Reading) -> None:
    """Add the words of rich text and its links."""
    if not text.html.strip():
        return
    html = put_notes_below(text.html)
    # A line break in the source is a space to readers: a line is a paragraph or an item.
    words = RichText(html.replace("\n", " ")).plain
    reading.texts.append(parts.Text(place, role, words, html))
    for link in text.links:
        page, document = (link.row if link.kind == kind else None for kind in ("page", "document"))
        reading.links.append(parts.Link(place, link.words, link.url, page, document))


def collect_table(visit: Visit, reading: Reading) -> None:
    """Add the words of a table: its heads, its cells (figures typeset), the notes of its rows."""
    place, refers_to = place_of(visit), visit.part.refers_to
    for column in visit.value.columns:
        reading.texts.append(parts.Text(place, "column", column.heading))
    for row in visit.value.rows:
        spot = place.below(row.head)
        if refers_to and row.ref and not row.is_confirmed:
            key = PublicId(row.ref)
            reference = PrintedReference(refers_to, key, row.head, row.ref_name or "")
            reading.unconfirmed.append((spot, reference))
        if row.url:
            reading.links.append(parts.Link(spot, row.head, row.url))
        for rank, cell in enumerate(row.cells):
            if cell.raw:
                words = cell.figure.text if rank else cell.raw
                reading.texts.append(parts.Text(spot, "cell", words))
            if cell.url:
                reading.links.append(parts.Link(spot, cell.raw, cell.url))
        collect_rich_text(RichText(row.note), spot, "note", reading)


def collect_reference(visit: Visit, reading: Reading) -> None:
    """Note the record of a card, a line or a caption where it is not confirmed."""
    reference = find_reference(visit.node)
    if reference and not reference.is_confirmed:
        reading.unconfirmed.append((place_of(visit).below(reference.name), reference))


@collect_node.register
def collect_heading(node: Heading, visit: Visit, reading: Reading) -> None:
    """Add a heading, which stands in the section that it begins."""
    place = place_of(visit, trail=())
    number = visit.section.number if visit.section else ""
    anchor, *old = map(normalize_anchor, (node.anchor, *node.old_anchors))
    reading.headings.append(
        parts.Heading(place, int(node.level), number, node.text, anchor, tuple(old))
    )
    reading.texts.append(parts.Text(place, "heading", node.text))


@collect_node.register
def collect_link(node: Link, visit: Visit, reading: Reading) -> None:
    reading.links.append(parts.Link(place_of(visit), node.text, node.url))
    collect_parts(visit, reading)


@collect_node.register
def collect_printed_service(node: PrintedService, visit: Visit, reading: Reading) -> None:
    collect_service(node, place_of(visit), reading)
    collect_parts(visit, reading)


@collect_node.register
def collect_service_card(node: ImpactCard | ComparisonCard, visit: Visit, reading: Reading) -> None:
    collect_reference(visit, reading)
    collect_card(node, visit, reading)


@collect_node.register
def collect_titled_table(
    node: IndicatorTable | FundingTable | DataTable, visit: Visit, reading: Reading
) -> None:
    place = place_of(visit)
    reading.grids.append(parts.Grid(place, node.block_type, node.caption, node.table))
    if isinstance(node, FundingTable):
        collect_awarded_services(node.table, place, reading)
    collect_parts(visit, reading)


@collect_node.register
def collect_chart(node: Chart, visit: Visit, reading: Reading) -> None:
    if node.data.rows:
        grid = parts.Grid(place_of(visit), node.block_type, node.title, node.data, node.unit)
        reading.grids.append(grid)
    collect_parts(visit, reading)
