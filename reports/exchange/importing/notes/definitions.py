"""Parses the definitions of notes in Markdown: `[^1]: words`, with indented paragraphs below."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from reports.core.text.notes import make_note_id, write_note
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.rows import Line

DEFINITION = re.compile(r" {0,3}\[\^([^\]\[\s]{1,64})\]:[ \t]*(.*)")
IDENTIFIER = re.compile(r"(?<![ \t])[ \t]*+\{#([\w-]{1,64})\}[ \t]*+\Z", re.ASCII)
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
NEW_BLOCK = re.compile(r" {0,3}(?:#{1,6}\s|[-+*]\s|\d{1,9}[.)]\s|>|\||<|`{3}|~{3}|\{:)")
MARKUP = re.compile(r" {0,3}</?[a-zA-Z!]")
MARK = re.compile(r"\[\^([^\]\[\s]{1,64})\]")
LABELS = "note_ids"  # in the environment of a parse
INDENT_COLUMNS = 4  # columns of what belongs to a definition after a blank line


@dataclass
class Definition:
    """The definition of a note in Markdown: its label and its lines, without indentation."""

    label: str
    line: int
    id: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines).rstrip()


def take_definitions(lines: Sequence[Line]) -> tuple[list[Line], list[Definition]]:
    """Return the lines with definitions blanked, and the definitions."""
    rest: list[Line] = []
    found: list[Definition] = []
    current: Definition | None = None
    blank, fence, in_markup = True, "", False
    for number, text in lines:
        is_blank = not text.strip()
        begins = None if fence or in_markup else DEFINITION.match(text)
        if begins:
            current = Definition(begins[1], number, lines=[begins[2]])
            found.append(current)
        elif current is not None and continues_definition(text, is_blank, blank):
            current.lines.append(
                text[INDENT_COLUMNS:] if text.startswith(" " * INDENT_COLUMNS) else text.lstrip()
            )
        else:
            current = None
        rest.append((number, "" if current is not None else text))
        if current is None:
            fence = follow_fence(fence, text)
            in_markup = not is_blank and not fence and (in_markup or bool(MARKUP.match(text)))
        blank = is_blank
    for definition in found:
        take_identifier(definition)
    assign_ids(found)
    return rest, found


def continues_definition(text: str, is_blank: bool, after_blank: bool) -> bool:
    """Return whether a line belongs to the definition above it."""
    if is_blank or text.expandtabs(INDENT_COLUMNS).startswith(" " * INDENT_COLUMNS):
        return True
    return not after_blank and not NEW_BLOCK.match(text)


def follow_fence(fence: str, text: str) -> str:
    """Return the fence of the code block that is open after a line; "" if none is."""
    found = FENCE.match(text)
    if not found:
        return fence
    if not fence:
        return found[1]
    return "" if found[1].startswith(fence) else fence


def take_identifier(definition: Definition) -> None:
    """Remove `{#id}` from the end of a definition, and set it as its id."""
    text = definition.text
    if found := IDENTIFIER.search(text):
        definition.id = found[1]
        definition.lines = text[: found.start()].split("\n")


def assign_ids(definitions: Sequence[Definition]) -> None:
    """Give each definition a unique id: the one that is written, or one made from its label."""
    taken: set[str] = set()
    for definition in definitions:
        definition.id = make_note_id(definition.id or definition.label, taken)
        taken.add(definition.id)


def map_labels(definitions: Sequence[Definition]) -> dict[str, str]:
    """Return the id of each label; that of the first definition if several have the label."""
    ids: dict[str, str] = {}
    for definition in definitions:
        ids.setdefault(definition.label.casefold(), definition.id)
    return ids


def find_dead_marks(lines: Sequence[Line], labels: Mapping[str, str]) -> list[Notice]:
    """Return notices about marks that call no note."""
    return [
        Notice(number, f"appel d’une note absente, gardé comme du texte : {found[0]}")
        for number, text in lines
        for found in MARK.finditer(text)
        if found[1].casefold() not in labels
    ]


def read_marks(markdown: MarkdownIt) -> None:
    """Make a parser read `[^1]` as a mark if its environment has the label."""
    markdown.inline.ruler.before("link", "note_mark", read_mark)
    markdown.add_render_rule("note_mark", render_mark)


def read_mark(state: StateInline, silent: bool) -> bool:
    found = MARK.match(state.src, state.pos)
    id = state.env.get(LABELS, {}).get(found[1].casefold()) if found else None
    if found is None or id is None:
        return False
    if not silent:
        state.push("note_mark", "", 0).meta = {"id": id}
    state.pos = found.end()
    return True


def render_mark(
    self: RendererProtocol, tokens: Sequence[Token], index: int, options: object, env: object
) -> str:
    return write_note(str(tokens[index].meta["id"]))
