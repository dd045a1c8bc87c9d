"""Passages of a report that would be replaced, as the preview shows them."""

from dataclasses import asdict, dataclass
from typing import Any

from reports.core.text.edits import Change, Edit, apply_edits

CONTEXT_CHARACTERS = 40  # characters of context on each side
MAX_WORD_CHARACTERS = 30  # characters that are added on each side to show whole words


@dataclass(frozen=True)
class Passage:
    """A change with the words around it.

    `note` says how a figure will be parsed, `fault` why the change is not possible.
    """

    key: str
    block: str
    place: str
    before: str
    old: str
    new: str
    after: str
    note: str = ""
    fault: str = ""
    options: tuple[str, ...] = ()
    """What somebody has to choose from, if anything: the first has the key `key:0`."""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def build_passage(
    key: str, block: str, place: str, text: str, change: Change, note: str = "", fault: str = ""
) -> Passage:
    """Return the passage of a change, extended to whole words."""
    start, end = grow_to_words(text, change[0].start, change[-1].end)
    inside = [Edit(edit.start - start, edit.end - start, edit.text) for edit in change]
    return Passage(
        key,
        block,
        place,
        cut_before(text[:start]),
        text[start:end],
        apply_edits(text[start:end], inside),
        cut_after(text[end:]),
        note,
        fault,
    )


def grow_to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the start and end of a text range, extended to whole words."""
    first, last = max(0, start - MAX_WORD_CHARACTERS), min(len(text), end + MAX_WORD_CHARACTERS)
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    return start, end


def cut_before(text: str) -> str:
    """Return the end of a text, beginning with a whole word."""
    if len(text) <= CONTEXT_CHARACTERS:
        return text
    shown = text[-CONTEXT_CHARACTERS:]
    return f"…{shown.partition(' ')[2] or shown}"


def cut_after(text: str) -> str:
    """Return the beginning of a text, up to a word."""
    if len(text) <= CONTEXT_CHARACTERS:
        return text
    shown = text[:CONTEXT_CHARACTERS]
    return f"{shown.rpartition(' ')[0] or shown}…"
