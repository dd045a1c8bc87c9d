"""Finds the notes that Markdown defines, independently of the importer."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reports.core.text.notes import make_note_id
from reports.exchange.importing.elements import NOTE
from reports.exchange.importing.visible.tags import Tag, Token

LABELS = "note_ids"  # in the environment of a rendering
# Code and HTML, which define no notes; or a definition: its first line, and what belongs to it.
WRITTEN = re.compile(
    r"^ {0,3}(?P<fence>`{3,}+|~{3,}+)[^\n]*+\n(?:(?! {0,3}(?P=fence))[^\n]*+\n)*+[^\n]*+"
    r"|^ {0,3}</?[a-zA-Z!][^\n]*+(?:\n(?=[^\n]*\S)[^\n]*+)*+"
    r"|^ {0,3}\[\^(?P<label>[^\]\[\s]{1,64})\]:[ \t]*+(?P<text>[^\n]*+"
    r"(?:\n(?:[ \t]*+(?=\n|\Z)|(?:    |\t)[^\n]*+|(?<=\S\n)(?![ \t]*+\n)"
    r"(?! {0,3}(?:\#{1,6}\s|[-+*]\s|\d{1,9}[.)]\s|>|\||<|`{3}|~{3}|\{:"
    r"|\[\^[^\]\[\s]{1,64}\]:))[^\n]++))*+)",
    re.MULTILINE,
)
DEEPER = re.compile(r"^(?:    |\t)", re.MULTILINE)
GIVEN_ID = re.compile(r"(?<![ \t])[ \t]*+\{#([\w-]{1,64})\}\s*+\Z", re.ASCII)

RAW_MARK = re.compile(rf'(<{NOTE} id=")([\w-]{{1,64}})(?=")', re.ASCII)


@dataclass
class WrittenNotes:
    """Notes that Markdown defines: the id for each label, and the Markdown for each id."""

    ids: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


def take_written_notes(text: str) -> tuple[str, WrittenNotes]:
    """Return Markdown without the definitions of notes, and these notes."""
    notes = WrittenNotes()

    def take(match: re.Match[str]) -> str:
        if match["label"] is None:
            return match[0]
        words = DEEPER.sub("", match["text"]).rstrip()
        given = GIVEN_ID.search(words)
        if given:
            words = words[: given.start()]
        id = make_note_id(given[1] if given else match["label"], notes.texts)
        notes.texts[id] = words
        notes.ids.setdefault(match["label"].casefold(), id)
        return "\n" * match[0].count("\n")

    return WRITTEN.sub(take, text), notes


def name_raw_marks(text: str, ids: Mapping[str, str]) -> str:
    """Replace labels by ids in the marks that Markdown has as elements."""
    if NOTE not in text:
        return text
    return RAW_MARK.sub(lambda mark: mark[1] + ids.get(mark[2].casefold(), mark[2]), text)


def add_marks(md: Any) -> None:
    """Make mistune read `[^label]` as a mark if its environment has the label."""

    def read_mark(inline: Any, match: re.Match[str], state: Any) -> int | None:
        id = state.env.get(LABELS, {}).get(match["note_label"].casefold())
        if id is None:
            return None
        state.append_token({"type": "inline_html", "raw": f'<{NOTE} id="{id}"></{NOTE}>'})
        return match.end()

    pattern = r"\[\^(?P<note_label>[^\]\[\s]{1,64})\]"
    md.inline.register("note_mark", pattern, read_mark, before="link")


def order_notes(body: Sequence[Token], notes: Mapping[str, Sequence[Token]]) -> list[str]:
    """Return the ids of notes in the order of their first marks; uncalled ones come last."""
    order = [id for id in list_marks(body) if id in notes]
    for id in order:  # grows: a note may call others
        order += [each for each in list_marks(notes[id]) if each in notes and each not in order]
    return order + [id for id in notes if id not in order]


def list_marks(tokens: Sequence[Token]) -> list[str]:
    ids = (token.attributes["id"] for token in tokens if isinstance(token, Tag) and token.is_mark)
    return list(dict.fromkeys(ids))
