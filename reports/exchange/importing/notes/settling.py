"""Inserts the words of notes where rich text calls them, and appends other notes as paragraphs."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from reports.content.tables import Table
from reports.core.text.notes import (
    StoredNote,
    has_notes,
    print_mark,
    replace_notes,
    write_note,
)
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.notes.file_note import FileNote

PLAIN_KINDS = ("chart",)
"""Blocks that are shown apart from the report, where nothing lists its notes."""

Write = Callable[[StoredNote], str]


def settle_notes(drafts: list[Draft], notes: Sequence[FileNote]) -> list[Notice]:
    """Write the words of notes where rich text calls them; append paragraphs for the others."""
    by_id = {note.id: note for note in notes}
    placed: set[str] = set()

    def write(mark: StoredNote) -> str:
        note = by_id.get(mark.id)
        if note is None:
            return mark.html  # an element that somebody wrote: its words
        placed.add(mark.id)
        return write_note(mark.id, note.html)

    def print_only(mark: StoredNote) -> str:
        return print_mark(mark.id) if mark.id in by_id else mark.html

    for draft in drafts:
        draft.value = write_marks(draft.value, print_only if draft.kind in PLAIN_KINDS else write)
    notices = []
    for note in notes:
        if note.id in placed:
            continue
        text = f"<p>{print_mark(note.id)} {note.html}</p>"
        drafts.append(Draft("paragraph", note.line, {"text": text}, note=note.id))
        message = "note que rien n’appelle : gardée en fin de bilan."
        if note.is_called:
            message = "note appelée là où aucune ne peut l’être, gardée en fin de bilan."
        notices.append(Notice(note.line, message))
    return notices


def write_marks(value: Any, write: Write) -> Any:
    """Return the value of a draft with each mark replaced by what `write` returns."""
    if isinstance(value, dict):
        return {name: write_marks(each, write) for name, each in value.items()}
    if isinstance(value, list):
        return [write_marks(each, write) for each in value]
    if isinstance(value, Table):
        rows = (
            replace(row, note=replace_notes(row.note, lambda mark: print_mark(mark.id)))
            for row in value.rows
        )
        return replace(value, rows=tuple(rows))
    return replace_notes(value, write) if isinstance(value, str) and has_notes(value) else value
