"""Writes pictures, downloads and charts as Markdown."""

from collections.abc import Iterator

from reports.core.document.figure_blocks import Chart
from reports.core.document.media_blocks import Download, Picture
from reports.exchange.exporting.markdown.captions import is_repeated
from reports.exchange.exporting.markdown.context import Context
from reports.exchange.exporting.markdown.escaping import (
    escape_html,
    escape_inline,
    write_address,
    write_link,
)
from reports.exchange.exporting.markdown.rich_text import write_rich_text
from reports.exchange.exporting.markdown.table import write_captioned, write_table
from reports.exchange.exporting.markdown.writers import writes


@writes("picture")
def write_picture(picture: Picture, context: Context) -> Iterator[str]:
    path = context.file("picture", picture.picture, picture.alt or picture.caption)
    if picture.caption.strip():
        yield write_figure(path, picture.alt, picture.caption)
    elif path or picture.alt.strip():
        yield f"![{escape_inline(picture.alt).strip(' ')}]({write_address(path)})"
    else:
        yield ""


def write_figure(path: str, alt: str, caption: str, title: str = "") -> str:
    """Return a picture with its caption as HTML."""
    title = f' title="{escape_html(title)}"' if title else ""
    image = f'<img src="{escape_html(path)}" alt="{escape_html(alt)}"{title}>'
    words = f"\n<figcaption>{escape_html(caption)}</figcaption>" if caption.strip() else ""
    return f"<figure>\n{image}{words}\n</figure>"


@writes("download")
def write_download(download: Download, context: Context) -> Iterator[str]:
    path = context.file("document", download.document, download.title)
    words = escape_inline(download.title).strip(" ")
    yield write_link(words, path) if words or path else ""


@writes("chart")
def write_chart(chart: Chart, context: Context) -> Iterator[str]:
    """Yield a chart whose transcription lists the data, then one with the data as a table."""
    path = context.file("picture", chart.picture, chart.alt or chart.title)
    has_picture = bool(path or chart.alt.strip())
    transcription = write_transcription(chart)
    source = write_part("source", chart.source)
    if chart.transcription.html or not chart.data.rows:
        own = bool(chart.data.rows) + (chart.note.strip() == chart.title.strip())
        if has_picture and not is_repeated(chart.title, context.captions, own):
            head = [write_figure(path, chart.alt, chart.note, chart.title)]
        else:
            title = escape_inline(chart.title).strip(" ")
            picture = write_figure(path, chart.alt, "") if has_picture else ""
            head = [picture, f"**{title}**" if title else "", write_part("note", chart.note)]
        yield join_pieces(*head, transcription, source)
    yield join_pieces(
        write_figure(path, chart.alt, "") if has_picture else "",
        write_captioned(chart.title, write_table(chart.data)),
        write_part("unit", chart.unit),
        write_part("note", chart.note),
        transcription,
        source,
    )


def write_transcription(chart: Chart) -> str:
    pieces = write_rich_text(chart.transcription.html)
    if not pieces:
        return ""
    return join_pieces('<div class="fr-transcription" markdown="1">', *pieces, "</div>")


def write_part(name: str, text: str) -> str:
    """Return a line of words that is one part of a chart."""
    return f'<p class="chart-{name}">{escape_html(text)}</p>' if text.strip() else ""


def join_pieces(*pieces: str) -> str:
    return "\n\n".join(filter(None, pieces))
