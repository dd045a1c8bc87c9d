"""Parses and writes notes in rich text: stored at their mark, shown at the end of the report.

In `<p>12 services<bilan-note id="1">Selon l’Insee.</bilan-note> en 2024.</p>` the element is the
mark, and its content is the note. All marks of one note have the same id and content.
"""

import re
import unicodedata
from collections.abc import Callable, Container
from dataclasses import dataclass
from html import escape

ELEMENT = "bilan-note"
# Linear: an attempt ends where the next one may begin.
NOTE = re.compile(
    rf"<{ELEMENT}\b([^<>]*)>([^<]*+(?:<(?!/?{ELEMENT}\b)[^<]*+)*+)</{ELEMENT}>", re.ASCII
)
EDGE = re.compile(rf"</?{ELEMENT}\b[^<>]*>", re.ASCII)
IDENTIFIER = re.compile(r'\bid="([\w-]{1,64})"', re.ASCII)
OTHER = re.compile(r"[^\w-]+", re.ASCII)
CONTENT, SIGN = "data-content", "*"  # of a note in the editor: its attribute, its one character
MAX_ID_CHARACTERS = 64  # characters of an id that is made of a label
DIGITS = re.compile(r"[0-9]+")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class StoredNote:
    """A note as it is stored in its mark: its id, and its words and links as inline HTML."""

    id: str
    html: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a note in a text: the number of the note, and the rank among its marks."""

    number: int
    rank: int = 1

    @property
    def target(self) -> str:
        """The id of the note in a page."""
        return f"note-{self.number}"

    @property
    def anchor(self) -> str:
        """The id of the mark in a page, for the way back."""
        return f"appel-{self.number}" if self.rank == 1 else f"appel-{self.number}-{self.rank}"


def has_notes(html: str) -> bool:
    return ELEMENT in html


def list_notes(html: str) -> list[StoredNote]:
    """Return the notes of rich text, one for each mark, in order."""
    return [read_note(match) for match in NOTE.finditer(html)] if has_notes(html) else []


def read_note(match: re.Match[str]) -> StoredNote:
    identifier = IDENTIFIER.search(match[1])
    return StoredNote(identifier[1] if identifier else "", match[2].strip())


def replace_notes(html: str, write: Callable[[StoredNote], str]) -> str:
    """Return rich text with something else in the place of each note; broken ones are words."""
    if not has_notes(html):
        return html
    pieces: list[str] = []
    end = 0
    for match in NOTE.finditer(html):
        pieces += EDGE.sub("", html[end : match.start()]), write(read_note(match))
        end = match.end()
    return "".join((*pieces, EDGE.sub("", html[end:])))


def fold_notes(html: str) -> str:
    """Return rich text whose notes have their content in an attribute, as the editor reads them."""
    return replace_notes(
        html,
        lambda note: (
            f'<{ELEMENT} id="{note.id}" {CONTENT}="{escape(note.html)}">{SIGN}</{ELEMENT}>'
        ),
    )


def write_note(id: str, html: str = "") -> str:
    return f'<{ELEMENT} id="{id}">{html}</{ELEMENT}>'


def make_note_id(label: str, taken: Container[str]) -> str:
    """Return the id of a note in a file: its label, in ASCII, as no other note has it."""
    decomposed = unicodedata.normalize("NFKD", label)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    base = OTHER.sub("-", plain).strip("-")[:MAX_ID_CHARACTERS] or "note"
    candidate, number = base, 1
    while candidate in taken:
        number += 1
        candidate = f"{base}-{number}"
    return candidate


def print_mark(id: str) -> str:
    """Return a mark as plain text: « ¹ » of a number, « [a] » of anything else."""
    return id.translate(RAISED) if DIGITS.fullmatch(id) else f"[{id}]"
