"""Splits HTML into tags and text: whatever is not strictly a tag is text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from reports.exchange.importing.elements import (
    CONTROLS,
    FLAGS,
    KNOWN,
    NOTE,
    PHRASING,
    TOOLTIP_BUTTON,
)

VALUE = r"\"[^\"<]*+\"|'[^'<]*+'|[^\s\"'=<>`]++"
TOKEN = re.compile(
    r"<!--(?:(?!<!--|-->).)*+-->"
    rf"|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*+)"
    rf"(?P<attributes>(?:\s++[^\s\"'<>/=]++(?:\s*+=\s*+(?:{VALUE}))?)*+)\s*+/?>",
    re.DOTALL,
)
ATTRIBUTE = re.compile(rf"\s([^\s\"'<>/=]+)(?:\s*=\s*({VALUE}))?")


@dataclass(frozen=True)
class Tag:
    """A tag as written: its name, whether it is an end tag, and its attributes."""

    name: str
    is_end: bool
    attributes: dict[str, str]

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def is_control(self) -> bool:
        return not self.is_end and not self.classes.isdisjoint(CONTROLS)

    @property
    def is_tooltip_button(self) -> bool:
        return not self.is_end and TOOLTIP_BUTTON in self.classes

    @property
    def is_mark(self) -> bool:
        """Return whether a note is called here."""
        return self.name == NOTE and not self.is_end and bool(self.attributes.get("id"))

    @property
    def separates_words(self) -> bool:
        return self.name not in PHRASING or self.name == "br"


Token = str | Tag


def tokenise(html: str) -> Iterator[Token]:
    """Yield the tags of HTML and the text between them; comments are left out."""
    start = 0
    for match in TOKEN.finditer(html):
        tag = read_tag(match)
        if match["name"] and tag is None:
            continue
        if match.start() > start:
            yield unescape(html[start : match.start()])
        start = match.end()
        if tag is not None:
            yield tag
    yield unescape(html[start:])


def read_tag(match: re.Match[str]) -> Tag | None:
    """Return the tag; None for words in angle brackets, which readers are meant to see."""
    name = (match["name"] or "").lower()
    attributes: dict[str, str] = {}
    for key, value in ATTRIBUTE.findall(match["attributes"] or ""):
        key = key.lower()
        if not value and key not in FLAGS and not key.startswith(("data-", "aria-")):
            return None
        attributes.setdefault(key, unescape(value.strip("\"'")))
    if name not in KNOWN or (match["end"] and attributes):
        return None
    return Tag(name, bool(match["end"]), attributes)


def find_end(tokens: Sequence[Token], place: int) -> int | None:
    """Return the position of the end tag of an element; None if it has none."""
    opening = tokens[place]
    depth = 0
    for end in range(place, len(tokens)):
        token = tokens[end]
        if isinstance(token, Tag) and isinstance(opening, Tag) and token.name == opening.name:
            depth += -1 if token.is_end else 1
            if depth == 0:
                return end
    return None


def begins(token: Token, class_: str, role: str) -> bool:
    """Return whether a tag opens an element with this class or role."""
    return (
        isinstance(token, Tag)
        and not token.is_end
        and (class_ in token.classes or token.attributes.get("role") == role)
    )
