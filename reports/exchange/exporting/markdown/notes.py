"""Writes notes as Markdown: `[^1]` in the text, their words at the end of the file."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reports.core.document import Document
from reports.core.document.notes import replace_rich_texts
from reports.core.document.rich_text import RichText
from reports.core.text.notes import replace_notes, write_note
from reports.core.text.rich_text import BOUNDARY
from reports.exchange.exporting.markdown.read_back import parse_markdown
from reports.exchange.exporting.markdown.rich_text import parse_html, write_line, write_raw
from reports.exchange.importing.notes.file_note import write_inline

SPACE = re.compile(r"[ \t\r\n\f]+")


def name_notes(document: Document) -> Document:
    """Return the document with one id for each note, and the words of notes as lines."""
    ids = {note.number: note.id for note in document.notes}

    def name(text: RichText) -> RichText:
        marks = iter(text.marks)
        html = replace_notes(
            text.html, lambda note: write_note(ids[next(marks).number], flatten(note.html))
        )
        return RichText(html, text.marks)

    return replace(document, blocks=tuple(replace_rich_texts(b, name) for b in document.blocks))


def call_notes(document: Document) -> Document:
    """Return the document with the numbers of notes in place of their words."""

    def call(text: RichText) -> RichText:
        marks = iter(text.marks)
        html = replace_notes(text.html, lambda note: write_note(str(next(marks).number)))
        return RichText(html)

    return replace(document, blocks=tuple(replace_rich_texts(b, call) for b in document.blocks))


def flatten(html: str) -> str:
    """Return inline HTML in which each paragraph is a line."""
    lines = (line.strip() for line in BOUNDARY.sub("\n", SPACE.sub(" ", html)).split("\n"))
    return "<br>".join(filter(None, lines))


def write_definitions(document: Document) -> Iterator[str]:
    """Yield `[^1]: words {#id}` of each note; the id is left out where it is the number."""
    for note in document.notes:
        given = "" if note.id == str(note.number) else f" {{#{note.id}}}"
        wanted = note.content.html.removeprefix("<p>").removesuffix("</p>")
        yield f"[^{note.number}]: {write_content(wanted)}{given}"


def write_content(html: str) -> str:
    """Return the first form that the import reads as the same inline HTML."""
    nodes = parse_html(f"<p>{html}</p>")
    words = list(nodes[0].children) if nodes else []  # type: ignore[attr-defined]
    for is_raw in (False, True):
        text = write_line(words, is_raw)
        if read_content(text) == html:
            return text
    return "".join(map(write_raw, nodes))


def read_content(text: str) -> str:
    """Return the inline HTML that the import reads in the Markdown of a note."""
    parsed = parse_markdown(text)
    body = parsed.soup.body if parsed else None
    return write_inline(list(body.children)) if body else ""
