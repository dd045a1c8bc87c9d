"""Splits raw HTML into tags, comments and the text between them.

Only what is strictly a tag counts as one: a known name, attributes with both quotes, a closing
bracket. Everything else is text that a reader sees, so that a missing quote or bracket hides no
words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.core.text.html_elements import VOID
from reports.exchange.importing.elements import FLAGS, KNOWN

ATTRIBUTE = r"([^\s\"'<>/=]++)(?:\s*+=\s*+(\"[^\"<]*+\"|'[^'<]*+'|[^\s\"'=<>`]++))?"
TAG = re.compile(rf"<(/?)([a-zA-Z][a-zA-Z0-9-]*+)((?:\s++{ATTRIBUTE})*+)\s*+(/?)>")
ATTRIBUTES = re.compile(rf"\s{ATTRIBUTE}")
COMMENT = re.compile(r"<!--(?:(?!<!--|-->).)*+-->", re.DOTALL)
BEGINNING = re.compile(r"</?(!--|!?[a-zA-Z][a-zA-Z0-9-]*)")
LIKE_A_TAG = re.compile(r"<(?=[a-zA-Z/!?])")


@dataclass
class Piece:
    """A tag, a comment or a run of text in raw HTML; `text` is what is written in its place.

    `kind` is "open", "close", "void", "comment", "text", "typed" (angle brackets around words that
    are no element) or "broken" (an incomplete tag or comment).
    """

    kind: str
    text: str
    offset: int  # of its first character in the raw HTML
    length: int  # in characters of the raw HTML
    name: str = ""
    classes: frozenset[str] = frozenset()


def split_tokens(html: str) -> Iterator[Piece]:
    """Yield the pieces of `html` in order. Their text can be parsed again: it opens no tag."""
    start = place = 0
    while (bracket := html.find("<", place)) >= 0:
        piece = read_piece(html, bracket)
        if piece is None:
            place = bracket + 1
            continue
        if bracket > start:
            yield Piece("text", as_text(html[start:bracket]), start, bracket - start)
        yield piece
        start = place = bracket + piece.length
    if start < len(html):
        yield Piece("text", as_text(html[start:]), start, len(html) - start)


def read_piece(html: str, offset: int) -> Piece | None:
    """Return the piece that the bracket at `offset` begins; None for a bracket in plain words."""
    if not LIKE_A_TAG.match(html, offset):
        return None
    if comment := COMMENT.match(html, offset):
        return Piece("comment", comment[0], offset, len(comment[0]))
    tag = TAG.match(html, offset)
    if tag is None:
        return Piece("broken", "&lt;", offset, 1, find_beginning(html, offset))
    end, name, attributes, length = tag[1], tag[2].lower(), tag[3], len(tag[0])
    if name not in KNOWN:
        return Piece("typed", as_text(tag[0]), offset, length)
    if not has_only_attributes(attributes) or (end and attributes.strip()):
        return Piece("broken", "&lt;", offset, 1)
    if end:
        return Piece("close", tag[0], offset, length, name)
    kind = "void" if name in VOID or tag[0].endswith("/>") else "open"
    return Piece(kind, tag[0], offset, length, name, classes_in(attributes))


def find_beginning(html: str, offset: int) -> str:
    """Return the name at the beginning of an incomplete tag, comment or declaration."""
    found = BEGINNING.match(html, offset)
    return found[1].lower() if found else ""


def classes_in(attributes: str) -> frozenset[str]:
    """Return the class names that a tag's attributes give it."""
    for name, value in ATTRIBUTES.findall(attributes):
        if name.lower() == "class":
            return frozenset(value.strip("\"'").split())
    return frozenset()


def has_only_attributes(text: str) -> bool:
    """Return whether the words of a tag are attributes: each has a value or is a known flag."""
    return all(
        value or name.lower() in FLAGS or name.lower().startswith(("data-", "aria-"))
        for name, value in ATTRIBUTES.findall(text)
    )


def as_text(html: str) -> str:
    """Escape the brackets of a text, so that none begins a tag."""
    return html.replace("<", "&lt;")
