"""The footnotes of an imported file as rich text, in the order of their marks in the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from bs4 import Tag
from bs4.element import PageElement

from reports.core.text.notes import NOTE, print_mark, read_note
from reports.core.text.rich_text import BOUNDARY
from reports.exchange.importing.inline import SPACE, prose_of
from reports.exchange.importing.notes.marks import Definition, list_marks


@dataclass(frozen=True)
class FileNote:
    """A note: its id within the file, its words as inline HTML, and its line."""

    id: str
    html: str
    line: int = 0
    is_called: bool = True


def order_notes(body: Tag | None, definitions: Sequence[Definition]) -> list[FileNote]:
    """Return the notes in the order in which the text calls them, and others at the end."""
    by_id = {definition.id: definition for definition in definitions}
    called = list(dict.fromkeys(list_marks([body] if body else [])))
    for id in called:  # grows: a note may call others
        if id in by_id:
            called += [each for each in list_marks(by_id[id].nodes) if each not in called]
    uncalled = [id for id in by_id if id not in called]
    return [
        FileNote(id, write_inline(by_id[id].nodes), by_id[id].line, id in called)
        for id in [*called, *uncalled]
        if id in by_id
    ]


def write_inline(nodes: Sequence[PageElement]) -> str:
    """Return the content of a note as inline HTML; paragraphs become lines, marks become text."""
    html = NOTE.sub(lambda match: print_mark(read_note(match).id), prose_of(nodes))
    html = SPACE.sub(" ", html)
    lines = (line.strip() for line in BOUNDARY.sub("\n", html).split("\n"))
    return "<br>".join(filter(None, lines))
