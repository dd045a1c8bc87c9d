"""Numbers and lists the notes of a document, in reading order across all blocks."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from reports.core.document.block import Block
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.core.document.rich_text import RichText
from reports.core.text.notes import (
    Mark,
    StoredNote,
    has_notes,
    list_notes,
    replace_notes,
    write_note,
)

N = TypeVar("N", bound=Node)


@dataclass(frozen=True, slots=True)
class Note:
    """A note, and the id of the block that calls it first.

    Marks with the same id and content share one note.
    """

    id: str
    number: int
    content: RichText
    block: str


def number_notes(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the same blocks, whose rich texts know what their marks show."""
    if not any(has_notes(text.html) for block in blocks for text in iterate_rich_texts(block)):
        return blocks
    numbers: dict[StoredNote, int] = {}
    calls: dict[StoredNote, int] = {}

    def number(text: RichText) -> RichText:
        marks = []
        for note in list_notes(text.html):
            calls[note] = calls.get(note, 0) + 1
            marks.append(Mark(numbers.setdefault(note, len(numbers) + 1), calls[note]))
        return replace(text, marks=tuple(marks)) if marks else text

    return tuple(replace_rich_texts(block, number) for block in blocks)


def collect_notes(blocks: Iterable[Block]) -> tuple[Note, ...]:
    """Return the notes of blocks that are numbered."""
    found: dict[int, Note] = {}
    for block in blocks:
        for text in iterate_rich_texts(block):
            for mark, note in zip(text.marks, list_notes(text.html), strict=False):
                if mark.number not in found:
                    id = find_free_id(note.id, (other.id for other in found.values()))
                    content = RichText(f"<p>{note.html}</p>" if note.html else "")
                    found[mark.number] = Note(id, mark.number, content, block.id)
    return tuple(found.values())


def find_free_id(id: str, taken: Iterable[str]) -> str:
    """Return an id that no other note has: a note that was copied and changed is its own."""
    taken = set(taken)
    candidate, number = id, 1
    while candidate in taken:
        number += 1
        candidate = f"{id}-{number}"
    return candidate


def forget_numbers(node: N) -> N:
    """Return a node whose notes stand in brackets where they are called."""
    return write_marks(node, lambda note: write_note(note.id, note.html))


def drop_notes(node: N) -> N:
    """Return a node without its notes."""
    return write_marks(node, lambda note: "")


def write_marks(node: N, write: Callable[[StoredNote], str]) -> N:
    """Return a node with something else in the place of each note."""
    if not any(has_notes(text.html) for text in iterate_rich_texts(node)):
        return node
    return replace_rich_texts(node, lambda text: RichText(replace_notes(text.html, write)))


def iterate_rich_texts(node: Node) -> Iterator[RichText]:
    """Yield the rich texts of a node and of those below it, in reading order."""
    for name in node.reading_order or node.parts:
        value = getattr(node, name)
        match node.parts[name].role:
            case Role.RICH_TEXT:
                yield value
            case Role.NODE:
                yield from iterate_rich_texts(value)
            case Role.NODES:
                for item in value:
                    yield from iterate_rich_texts(item)


def replace_rich_texts(node: N, change: Callable[[RichText], RichText]) -> N:
    """Return a node with other rich texts; `change` is asked in reading order."""
    names = [*(node.reading_order or ()), *(n for n in node.parts if n not in node.reading_order)]
    changes = {name: replace_in(node.parts[name], getattr(node, name), change) for name in names}
    return replace(node, **changes)


def replace_in(part: Part, value: Any, change: Callable[[RichText], RichText]) -> Any:
    match part.role:
        case Role.RICH_TEXT:
            return change(value)
        case Role.NODE:
            return replace_rich_texts(value, change)
        case Role.NODES:
            return tuple(replace_rich_texts(item, change) for item in value)
    return value
