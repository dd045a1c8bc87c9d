"""Converts tables and pictures to charts, and charts back to tables and pictures.

A picture with the table right below it becomes one chart.
"""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from reports.core.conversion.tables import Rows, read_rows
from reports.core.document.block import Block
from reports.core.document.block_ids import derive_id
from reports.core.document.figure_blocks import Chart
from reports.core.document.media_blocks import Picture
from reports.core.document.periods import names_period
from reports.core.document.rich_text import RichText
from reports.core.document.table import Row, Table
from reports.core.document.text_blocks import Paragraph
from reports.core.text.vocabulary import get_vocabulary

KINDS = ("line", "area", "column", "bar")
MIN_CURVE_PERIODS = 3  # rows of a curve


def to_chart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the chart that a table is, or a picture with the table right below it."""
    first, *rest = blocks
    picture = first if isinstance(first, Picture) else None
    rows = read_rows(rest[0] if picture and rest else first)
    if rows is None:
        return (draw_picture(picture),) if picture else ()
    caption = picture.caption if picture else ""
    chart = Chart(
        rows.id,
        title=caption or rows.caption,
        kind=choose_kind(rows, f"{caption} {rows.caption} {picture.alt if picture else ''}"),
        data=keep_values(rows.table),
        note=rows.caption if caption and rows.caption != caption else "",
        picture=picture.picture if picture else None,
        alt=picture.alt if picture else "",
        cited=picture.cited if picture and caption else rows.cited,
    )
    return (chart,)


def draw_picture(picture: Picture) -> Chart:
    """Return a picture as a chart without data."""
    return Chart(
        picture.id,
        title=picture.caption,
        kind="picture",
        picture=picture.picture,
        alt=picture.alt,
        cited=picture.cited,
    )


def choose_kind(rows: Rows, said: str) -> str:
    """Return the drawing that words name, else a curve for periods, else bars."""
    words = get_vocabulary()
    named = (kind for kind in KINDS if getattr(words, f"{kind}_chart").are_in(said))
    heads = [row.head for row in rows.table.rows]
    is_curve = len(heads) >= MIN_CURVE_PERIODS and all(map(names_period, heads))
    return next(named, "line" if is_curve else "bar")


def keep_values(table: Table) -> Table:
    """Return what a chart shows of a table: no links, notes and records."""
    rows = (
        Row(tuple(replace(cell, url="") for cell in row.cells), row.id, leading=row.leading)
        for row in table.rows
    )
    return Table(table.columns, tuple(rows))


def read_chart(chart: Chart) -> Rows | None:
    """Return the data of a chart as rows, below its title and its unit."""
    if not chart.data.rows:
        return None
    unit = f"({chart.unit})" if chart.unit and chart.unit not in chart.title else ""
    caption = " ".join(filter(None, (chart.title, unit)))
    return Rows(chart.id, caption, chart.data.fill_rows(), cited=chart.cited)


def take_picture(chart: Chart, id: str, caption: str, cited: str = "") -> Picture:
    return Picture(id, picture=chart.picture, alt=chart.alt, caption=caption, cited=cited)


def surround_rows(chart: Chart, rows: Block) -> tuple[Block, ...]:
    """Return the table of a chart, its picture above it, and the words around the drawing below."""
    picture = take_picture(chart, derive_id(chart.id, "picture"), "")
    has_picture = chart.picture is not None or chart.alt
    note = write_words(chart, derive_id(chart.id, "words"))
    return tuple(filter(None, (picture if has_picture else None, rows, note)))


def to_picture(chart: Chart) -> tuple[Block, ...]:
    """Return the picture of a chart without data, and the words around it."""
    note = write_words(chart, derive_id(chart.id, "words"))
    return tuple(filter(None, (take_picture(chart, chart.id, chart.title, chart.cited), note)))


def write_words(chart: Chart, id: str) -> Paragraph | None:
    """Return the note, the transcription that somebody wrote and the source; None without any."""
    note = f"<p>{escape(chart.note, quote=False)}</p>" if chart.note else ""
    source = f"<p>Source : {escape(chart.source, quote=False)}</p>" if chart.source else ""
    html = f"{note}{chart.transcription.html}{source}"
    return Paragraph(id, RichText(html)) if html else None


def has_values(table: Table) -> bool:
    """Return whether each column beside the heads of rows has a number."""
    columns = range(1, len(table.columns))
    return bool(columns) and all(
        any(row.cells[place].figure.is_number for row in table.rows) for place in columns
    )
