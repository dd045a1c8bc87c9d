"""Lists the pieces of raw HTML in a parsed file, and the borders of the Markdown around them.

`matching` pairs the tags among these events, `repair` decides what to write before each, and
`write_back` writes it into the tokens.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from reports.exchange.importing.elements import CONTROLS, KNOWN, PHRASING
from reports.exchange.importing.layout import Layout
from reports.exchange.importing.lexer import COMMENT as COMMENT_PATTERN
from reports.exchange.importing.lexer import TAG, Piece, split_tokens

INDENTED = "indented HTML"
COMMENT = "!--"
BACKTICKS = re.compile("`++")
# What began as a tag or a comment, but is none.
TAG_IN_TEXT = re.compile(r"(?<!\\)<(?:!--|/?([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>\"'=]|$))")

# A tag without the bracket that it begins with.
REST_OF_TAG = re.compile(
    r"(?<![\w.&;])/?(p|div|li|ul|ol|h[1-6]|table|tr|td|th|span|button|a|figure|section)"
    r"(?:\s++[\w-]{1,40}+=[^<>]{0,400}+)?>"  # bounded: each name may begin anew
)
# A link or picture of Markdown without the bracket or quote that it ends with.
REST_OF_LINK = re.compile(r"\[[^\[\]]*\]\(")
LINK = "["


@dataclass
class Event:
    """A piece of raw HTML, or a place in the Markdown.

    `kind` is that of the piece; or "enter" and "leave" for a Markdown block, "leaf" for one without
    content, and "end" after a run of raw HTML or inline Markdown.
    """

    kind: str
    line: int
    place: int  # of its token
    name: str = ""
    text: str = ""
    classes: frozenset[str] = frozenset()
    indent: int | None = None  # of its line in the file, where it is the first on it
    is_after_blank: bool = False
    before: list[str] = field(default_factory=list)  # tags to write before it

    @property
    def is_control(self) -> bool:
        return bool(self.classes & CONTROLS)

    @property
    def is_phrasing(self) -> bool:
        return self.name in PHRASING

    def is_mark(self, *names: str) -> bool:
        """Return whether it opens an element with one of these names."""
        return self.kind == "open" and self.name in names


def read_events(
    tokens: Sequence[Token], numbers: Sequence[int], layout: Layout
) -> list[list[Event]]:
    """Return the events of each token, in order."""
    groups = []
    for place, token in enumerate(tokens):
        first = token.map[0] if token.map else 0
        number = numbers[min(first, len(numbers) - 1)]
        if token.type == "html_block":
            groups.append(list(read_html(token.content, place, first, numbers, layout)))
        elif token.type == "inline":
            groups.append(list(read_inline(token, place, first, numbers, layout)))
        else:
            kind = {1: "enter", 0: "leaf", -1: "leave"}[token.nesting]
            event = Event(kind, number, place, token.tag)
            if token.type == "code_block" and TAG_IN_TEXT.search(token.content):
                event.name = INDENTED
            if kind != "leave":
                event.indent = layout.indents.get(number)
                event.is_after_blank = number in layout.after_blank
            groups.append([event])
    return groups


def read_html(
    html: str, place: int, first: int, numbers: Sequence[int], layout: Layout
) -> Iterator[Event]:
    """Yield the events of an HTML block that begins on line `first` of the text."""
    row = offset = 0
    last = len(numbers) - 1
    number = numbers[min(first, last)]
    for piece in split_tokens(html):
        row += html.count("\n", offset, piece.offset)
        offset = piece.offset
        number = numbers[min(first + row, last)]
        if piece.kind == "text":  # from its first word on
            blank = len(piece.text) - len(piece.text.lstrip())
            number = numbers[min(first + row + piece.text.count("\n", 0, blank), last)]
        leads = not html[html.rfind("\n", 0, offset) + 1 : offset].strip()
        yield from_piece(piece, place, number, leads, layout)
        if piece.kind == "text":
            for found in REST_OF_TAG.finditer(piece.text):
                line = numbers[min(first + row + piece.text.count("\n", 0, found.start()), last)]
                yield Event("broken", line, place, found[1])
    yield Event("end", number, place)


def read_inline(
    token: Token, place: int, first: int, numbers: Sequence[int], layout: Layout
) -> Iterator[Event]:
    """Yield the events of inline Markdown: one or more for each of its children."""
    row, leads = 0, True
    number = numbers[min(first, len(numbers) - 1)]
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            row, leads = row + 1, True
            number = numbers[min(first + row, len(numbers) - 1)]
            yield Event("text", number, place, text="\n")
        elif child.type == "html_inline":
            for piece in split_tokens(child.content):
                event = from_piece(piece, place, number, leads, layout)
                event.kind = "typed" if event.kind == "text" else event.kind
                yield event
            yield Event("child", number, place)
            leads = False
        else:
            yield Event("text", number, place, text=child.content)
            leads = False
    for row, name in broken_tags(token):
        yield Event("broken", numbers[min(first + row, len(numbers) - 1)], place, name)
    yield Event("end", number, place)


def broken_tags(token: Token) -> Iterator[tuple[int, str]]:
    """Yield the row and the name of each incomplete tag that inline Markdown has as text."""
    text = without_code(token.content)
    for whole in (COMMENT_PATTERN, TAG):
        text = whole.sub(lambda tag: blank_out(tag[0]), text)
    for found in TAG_IN_TEXT.finditer(text):
        if found[1] is None or found[1].lower() in KNOWN:
            yield text.count("\n", 0, found.start()), found[1] or COMMENT
    row = 0
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            row += 1
        elif child.type == "text" and REST_OF_LINK.search(child.content):
            yield row, LINK


def without_code(text: str) -> str:
    """Return inline Markdown in which code spans are replaced by their line breaks."""
    runs = list(BACKTICKS.finditer(text))
    ends: dict[int, re.Match[str]] = {}  # of each run, the next one of the same length
    following: dict[int, re.Match[str]] = {}
    for run in reversed(runs):
        length = len(run[0])
        if length in following:
            ends[run.start()] = following[length]
        following[length] = run
    parts, place = [], 0
    for run in runs:
        end = ends.get(run.start())
        if run.start() >= place and end is not None:
            parts += [text[place : run.start()], blank_out(text[run.start() : end.end()])]
            place = end.end()
    return "".join((*parts, text[place:]))


def blank_out(text: str) -> str:
    """Return the line breaks of a text, and nothing else."""
    return "\n" * text.count("\n")


def from_piece(piece: Piece, place: int, line: int, leads: bool, layout: Layout) -> Event:
    event = Event(piece.kind, line, place, piece.name, piece.text, piece.classes)
    if leads and piece.kind != "text":
        event.indent = layout.indents.get(line)
        event.is_after_blank = line in layout.after_blank
    return event


def write_back(
    tokens: Sequence[Token], events: Sequence[Sequence[Event]], mark: str
) -> list[Token]:
    """Return the tokens with the changes in their events; raw tags get their line as `mark`."""
    result: list[Token] = []
    for token, group in zip(tokens, events, strict=True):
        if token.type == "html_block":
            token.content = "".join(written(event, mark) for event in group)
        elif token.type == "inline":
            token.children = list(inline_children(token.children or (), group))
        elif before := "".join(group[0].before):
            result.append(raw("html_block", before))
        result.append(token)
    return result


def written(event: Event, mark: str) -> str:
    text = event.text
    if event.kind in ("open", "void") and text:
        head = len(event.name) + 1
        text = f'{text[:head]} {mark}="{event.line}"{text[head:]}'
    return "".join(event.before) + text


def inline_children(children: Sequence[Token], events: Sequence[Event]) -> Iterator[Token]:
    """Yield the children of inline Markdown with what is to be written before each."""
    left = iter(events)
    for child in children:
        html = ""
        for event in left:
            html += "".join(event.before)
            if event.kind in ("text", "child"):
                break
            html += event.text
        if child.type == "html_inline":
            child.content = html
        elif html:
            yield raw("html_inline", html)
        yield child
    if html := "".join("".join(event.before) for event in left):
        yield raw("html_inline", html)


def raw(kind: str, html: str) -> Token:
    return Token(kind, "", 0, content=html)
