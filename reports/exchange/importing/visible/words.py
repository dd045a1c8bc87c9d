"""Extracts the words that a reader sees in an imported file, independently of the importer.

The import compares them with its result, so that no word is lost unnoticed. The text is rendered
with mistune and its HTML scanned from left to right; whatever is not a tag, a comment or the label
of a control counts as words, so that a missing tag cannot hide any.
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence

import mistune

from reports.core.text.html_elements import VOID
from reports.core.text.notes import print_mark
from reports.core.text.rich_text import SCRIPTS, translate_raised_digits
from reports.core.text.words import split_words
from reports.exchange.importing.elements import DANGEROUS, PHRASING, is_label
from reports.exchange.importing.hints import remove_hints
from reports.exchange.importing.markup import ATTRIBUTES
from reports.exchange.importing.rows import DELIMITER
from reports.exchange.importing.visible.figure_tiles import part_numbers
from reports.exchange.importing.visible.links import take_linked_notes
from reports.exchange.importing.visible.notes import (
    LABELS,
    add_marks,
    name_raw_marks,
    order_notes,
    take_written_notes,
)
from reports.exchange.importing.visible.office import drop_list_marks
from reports.exchange.importing.visible.order import order_words
from reports.exchange.importing.visible.tags import Tag, Token, tokenise

ACTIVE = re.compile(
    rf"<({'|'.join(DANGEROUS)})\b[^<>]*>(?:(?!<\1\b).)*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
SPACE = re.compile(r"[ \t\r\n\f]+")
BLANK_LINE = re.compile(r"\n[ \t]*\n")
LONG_GAP = re.compile(r"(?<=\S) {100,}+")  # the library looks for its end from each space
TAG_LIKE = re.compile(r"</?[a-zA-Z]")


class Renderer(mistune.HTMLRenderer):
    """A mistune renderer that writes indented HTML as HTML, as Jekyll does, not as code."""

    def block_code(self, code: str, info: str | None = None) -> str:
        if info is None and TAG_LIKE.search(code):
            return f"\n\n{code}\n"
        return super().block_code(code, info)


RENDER = mistune.create_markdown(
    renderer=Renderer(escape=False), plugins=["table", "strikethrough", "def_list", add_marks]
)


def visible_words(text: str, title: str, calls: Iterable[str] = ()) -> list[str]:
    """Return the words that a reader of the rendered page sees: title, text, then notes.

    `calls` are the labels and ids of notes that are defined outside this text.
    """
    text, written = take_written_notes(remove_hints(text))
    written.ids |= {label: label for label in calls}
    notes = {id: read_tokens(words, written.ids) for id, words in written.texts.items()}
    body, linked = take_linked_notes(read_tokens(text, written.ids), notes)
    notes |= linked
    texts = [body, *(notes[id] for id in order_notes(body, notes))]
    known = {*calls, *notes}
    texts = [[token for token in each if not is_false_mark(token, known)] for each in texts]
    seen = [word for each in texts for word in split_words(visible_text(order_words(each)))]
    return split_words(title) + seen


def is_false_mark(token: Token, notes: Container[str]) -> bool:
    return isinstance(token, Tag) and token.is_mark and token.attributes["id"] not in notes


def read_tokens(text: str, note_ids: Mapping[str, str]) -> list[Token]:
    """Return the tokens of Markdown in which `[^label]` calls one of the given notes."""
    text = name_raw_marks(text, note_ids)
    lines = [line.replace("+", "|") if DELIMITER.match(line) else line for line in text.split("\n")]
    state = RENDER.block.state_cls()
    state.env[LABELS] = note_ids
    plain = LONG_GAP.sub(" " * 100, ATTRIBUTES.sub("", "\n".join(lines)))
    html, _ = RENDER.parse(plain, state)
    return part_numbers(drop_list_marks(list(tokenise(ACTIVE.sub(" ", str(html))))))


def visible_text(tokens: Sequence[Token]) -> str:
    """Return the text of tokens, without labels of controls and repeated titles."""
    captions, titles = titles_of(tokens)
    parts: list[str] = []
    script, place = "", 0
    while place < len(tokens):
        token = tokens[place]
        place += 1
        if isinstance(token, str):
            parts.append(translate_raised_digits(script, token) if script else token)
            continue
        if token.separates_words:
            script = ""
            parts.append(" ")
        if token.is_mark:
            parts.append(print_mark(token.attributes["id"]))
        elif token.name in SCRIPTS:
            script = "" if token.is_end else token.name
        elif token.name == "img" and not token.is_end:
            parts.append(image_text(token, captions | set(titles.values())))
        elif token.is_control:
            end = after_label(tokens, place, token)
            if end != place or not token.is_tooltip_button:
                parts.append(" ")
            place = end
        elif titles.get(place - 1) in captions:
            place = end_of_line(tokens, place, token.name)
    return "".join(parts)


def titles_of(tokens: Sequence[Token]) -> tuple[set[str], dict[int, str]]:
    """Return the captions, and the titles of transcriptions by their position."""
    captions: set[str] = set()
    titles: dict[int, str] = {}
    transcribed = False
    for place, token in enumerate(tokens):
        if isinstance(token, str) or token.is_end:
            continue
        transcribed = transcribed or "fr-transcription" in token.classes
        if token.name == "figcaption" or (transcribed and "fr-modal__title" in token.classes):
            end = end_of_line(tokens, place + 1, token.name)
            text = "".join(part for part in tokens[place + 1 : end] if isinstance(part, str))
            text = SPACE.sub(" ", BLANK_LINE.split(text.strip())[0]).strip()
            if token.name == "figcaption":
                captions.add(text)
            else:
                titles[place] = text
    return captions, titles


def end_of_line(tokens: Sequence[Token], place: int, name: str) -> int:
    """Return the position of the tag that ends a run of words in an element of a name."""
    while place < len(tokens):
        token = tokens[place]
        if isinstance(token, Tag) and (token.name not in PHRASING or token.name == name):
            break
        place += 1
    return place


def after_label(tokens: Sequence[Token], place: int, control: Tag) -> int:
    """Return the position after the label of a control; `place` if its words may be more.

    The button of a tooltip may be a word of the sentence: only the DSFR's own words are its label.
    """
    text, depth = "", 0
    for end in range(place, len(tokens)):
        token = tokens[end]
        if isinstance(token, str):
            text += token
            continue
        if token.is_end and token.name == control.name and not depth:
            return end + 1 if is_label(text) or not control.is_tooltip_button else place
        if token.name not in PHRASING or token.is_control or (token.is_end and not depth):
            return end if is_label(text) else place
        if token.name not in VOID:
            depth += -1 if token.is_end else 1
    return len(tokens) if is_label(text) else place


def image_text(image: Tag, repeated: set[str]) -> str:
    """Return the alternative of an image, and its title unless that is repeated elsewhere."""
    title = image.attributes.get("title", "").strip()
    return f"{image.attributes.get('alt', '')} {'' if title in repeated else title}"
