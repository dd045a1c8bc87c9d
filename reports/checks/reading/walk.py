"""The one pass over a body that fills a `Reading`."""

from typing import Any

from wagtail import blocks as wagtail

from reports import outline
from reports.anchors import bare
from reports.blocks.facts import FactBlock, FigureBlock
from reports.blocks.figures import ChartBlock
from reports.blocks.media import DownloadBlock, PictureBlock
from reports.blocks.services import CardBlock, PrintedServiceBlock
from reports.blocks.text import DefinitionBlock, LinkBlock, ListedFactBlock
from reports.checks.reading import Reading, cards, facts, prose
from reports.checks.reading.parts import (
    Block,
    Chart,
    Definition,
    Download,
    Grid,
    Heading,
    Image,
    Link,
    Text,
)
from reports.checks.reading.place import Place
from reports.tables import Table, TableBlock

UNREAD = ("basis", "kind", "written_for")  # what a block stores that is no reader's words


def read(year: int, body: Any, path: str = "") -> Reading:
    """Reads a body (a stream value) once, from top to bottom."""
    reading = Reading(year, path)
    section = ""
    numbered = {entry.id: entry for entry in outline.number(headings(body))}
    for rank, child in enumerate(body):
        if entry := numbered.get(child.id or str(rank)):
            section = f"{entry.number} {entry.text}".strip()
        place = Place(child.id or "", rank, section)
        reading.blocks.append(Block(place, child.id or "", child.block_type, child.value))
        if entry:
            old = tuple(map(bare, child.value["old_anchors"] or ()))
            reading.headings.append(
                Heading(place, entry.level, entry.number, entry.text, bare(entry.anchor), old)
            )
            reading.texts.append(Text(place, "heading", entry.text))
        else:
            walk(reading, child.block, child.value, place.below(str(child.block.label)), "")
    return reading


def headings(body: Any) -> list[tuple[str, int, str, str]]:
    return [
        (
            child.id or str(rank),
            int(child.value["level"] or 2),
            child.value["text"] or "",
            child.value["anchor"] or "",
        )
        for rank, child in enumerate(body)
        if child.block_type == "heading"
    ]


def walk(reading: Reading, block: Any, value: Any, place: Place, role: str) -> None:
    """Sorts one value, and those below it, into the parts of the reading."""
    match block:
        case FactBlock() | ListedFactBlock():
            facts.fact(reading, value, place)
        case CardBlock():
            cards.card(reading, block, value, place)
        case wagtail.BaseStructBlock():
            noticed(reading, block, value, place)
            unprinted = (*getattr(block.meta, "unprinted", ()), *UNREAD)
            for name, child in block.child_blocks.items():
                if name not in unprinted:
                    walk(reading, child, value[name], deeper(place, label(child)), name)
        case wagtail.ListBlock():
            for number, item in enumerate(value or (), 1):
                walk(reading, block.child_block, item, place.below(str(number)), role)
        case wagtail.RichTextBlock():
            prose.rich(reading, value.source if value else "", place, role)
        case TableBlock():
            cells(reading, value, place)
        case wagtail.ChoiceBlock() | FigureBlock():
            pass
        case wagtail.CharBlock() | wagtail.TextBlock():
            if value:
                reading.texts.append(Text(place, role, value))


def deeper(place: Place, name: str) -> Place:
    """« Définitions › 5 », not « Définitions › Définitions › 5 »."""
    return place if place.trail[-1:] == (name,) else place.below(name)


def label(block: Any) -> str:
    return str(block.label or "")


def noticed(reading: Reading, block: Any, value: Any, place: Place) -> None:
    """What a struct is beside the words in it."""
    match block:
        case LinkBlock():
            reading.links.append(Link(place, value["text"] or "", value["url"] or ""))
        case DefinitionBlock():
            words = prose.plain(value["definition"].source if value["definition"] else "")
            reading.definitions.append(Definition(place, value["name"] or "", words))
        case PrintedServiceBlock():
            cards.named(reading, value, place)
        case PictureBlock():
            alt, caption, url = (value[name] or "" for name in ("alt", "caption", "source_url"))
            decorative = bool(value.get("decorative"))
            reading.images.append(
                Image(place, key(value["picture"]), alt, caption, decorative, url)
            )
        case DownloadBlock():
            reading.downloads.append(Download(place, value["title"] or "", key(value["document"])))
        case ChartBlock():
            chart(reading, value, place)
        case wagtail.BaseStructBlock(child_blocks={"table": TableBlock()}):
            kind = reading.blocks[-1].kind
            reading.grids.append(Grid(place, kind, value["caption"] or "", value["table"]))
            if kind == "funding_table":
                cards.awarded(reading, value["table"], place)


def chart(reading: Reading, value: Any, place: Place) -> None:
    words = {name: value[name] or "" for name in ("kind", "title", "unit", "alt", "basis")}
    transcription = value["transcription"].source if value["transcription"] else ""
    data = value["data"] or Table()
    reading.charts.append(
        Chart(place, data=data, picture=key(value["picture"]), transcription=transcription, **words)
    )
    if data.rows:
        reading.grids.append(Grid(place, "chart", words["title"], data, words["unit"]))


def cells(reading: Reading, table: Table, place: Place) -> None:
    """The words of a table: its heads, its cells (figures typeset), the notes of its rows."""
    for column in table.columns:
        reading.texts.append(Text(place, "column", column.heading))
    for row in table.rows:
        spot = place.below(row.head)
        if row.url:
            reading.links.append(Link(spot, row.head, row.url))
        for rank, cell in enumerate(row.cells):
            if cell.raw:
                words = cell.figure.text if rank else cell.raw
                reading.texts.append(Text(spot, "cell", words))
            if cell.url:
                reading.links.append(Link(spot, cell.raw, cell.url))
        if row.note:
            prose.rich(reading, row.note, spot, "note")


def key(reference: Any) -> int | None:
    """The row id that a reference stores."""
    return reference.key if reference else None
